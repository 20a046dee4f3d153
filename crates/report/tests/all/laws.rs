//! What holds for every text: nothing panics, nothing steers the terminal, no line is too wide.

use dabiao_model::{Code, Diagnostic, Language, Place, Report, Source, Span, Verdict};
use dabiao_report::{Style, render_diagnostics, render_diagnostics_json, render_text};
use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;

use super::sample;

/// Texts of characters that are awkward to draw.
fn awkward() -> impl Strategy<Value = String> {
    let characters = vec![
        "a",
        "bc ",
        "目",
        "标，",
        "％",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "😀",
        "e\u{301}",
        "\u{200B}",
        "\u{202E}",
        "\u{1B}[0m",
        "\u{0}",
        "\u{9B}",
        "\u{AD}",
        "\u{FEFF}",
        "\u{2028}",
        "{",
        "}",
        "// ",
        "\n\n\n\n\n",
    ];
    proptest::collection::vec(prop::sample::select(characters), 0..40).prop_map(|parts| parts.concat())
}

fn spans() -> impl Strategy<Value = Span> {
    let ends = prop_oneof![9 => 0usize..90, 1 => Just(usize::MAX)];
    (ends.clone(), ends).prop_map(|(start, end)| Span::new(start, end))
}

/// A diagnostic with notes in its own and in another text, and with fixes.
fn diagnostics() -> impl Strategy<Value = Diagnostic> {
    let notes = proptest::collection::vec((spans(), any::<bool>()), 0..3);
    let fixes = proptest::collection::vec((spans(), awkward()), 0..3);
    (awkward(), awkward(), spans(), notes, fixes).prop_map(|(text, other, span, notes, fixes)| {
        let (source, other) = (Source::new("a.dabiao", &*text), Source::new("b.dabiao", other));
        let place = |source, span| Place::Text { source, span };
        let found =
            Diagnostic::new(Code::UnknownOrganisation, place(source.clone(), span)).with("name", text);
        let found = notes.into_iter().fold(found, |found, (span, is_own)| {
            found.note(place(if is_own { source.clone() } else { other.clone() }, span), "note-also-here")
        });
        fixes.into_iter().fold(found, |found, (span, replacement)| found.fix(span, replacement))
    })
}

fn steers(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && c != '\n')
}

/// The columns of a line as a terminal adds them up.
fn columns(line: &str) -> usize {
    line.chars().filter_map(UnicodeWidthChar::width).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn any_diagnostic_over_any_text_is_drawn(
        found in proptest::collection::vec(diagnostics(), 1..3),
        language in prop::sample::select(&Language::ALL[..]),
        width in 0usize..120,
        color in any::<bool>(),
    ) {
        let drawn = render_diagnostics(&found, language, Style { color, width });
        prop_assert!(drawn.contains("[E0202]"));
        prop_assert!(color || !steers(&drawn), "{drawn:?}");
        let json = render_diagnostics_json(&found, language);
        prop_assert!(json.ends_with("}\n"), "the document is whole");
    }
}

proptest! {
    #[test]
    fn any_report_fits_the_screen(
        texts in proptest::collection::vec(awkward(), 12..=12),
        width in 0usize..160,
    ) {
        for language in Language::ALL {
            let drawn = render_text(&awkward_report(&texts), language, Style { color: false, width });
            prop_assert!(!steers(&drawn), "{drawn:?}");
            for line in drawn.lines() {
                prop_assert!(columns(line) <= width.max(40), "{line:?} of\n{drawn}");
            }
        }
    }
}

/// The sample report with awkward texts in many places.
fn awkward_report(texts: &[String]) -> Report {
    let mut report = sample::report();
    report.plan.title = Some((&texts[0]).into());
    for (result, text) in report.results.iter_mut().zip(texts.iter().cycle().skip(1)) {
        result.title = text.into();
        result.observed = Some(text.into());
        result.section = Some(text.into());
        result.entity = Some(text.clone());
        result.owner = vec![text.clone()];
        result.cite = vec![text.clone()];
        result.missing = vec![text.into()];
    }
    report
}

#[test]
fn the_laws_look_at_every_verdict() {
    let report = sample::report();
    assert!(Verdict::ALL.iter().all(|verdict| report.summary.get(*verdict) > 0));
}
