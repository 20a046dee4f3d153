//! Every file of `tests/cases` with the text that it is rendered to, and some as JSON.

use dabiao_model::{Code, Diagnostic, Language, Place, Source, Span};
use dabiao_report::{Style, render_diagnostics, render_diagnostics_json};

use super::{case, check};

macro_rules! cases {
    ($($name:ident)+) => {
        $(#[test]
        fn $name() {
            let data = include_str!(concat!("../cases/", stringify!($name), ".case"));
            let case = case::read(data);
            let text = render_diagnostics(&case.diagnostics, case.language, case.style);
            let answer = format!("{data}\n=====\n{}", text.replace('\u{1b}', "␛"));
            check(concat!("diagnostics_", stringify!($name)), &answer);
        })+
    };
}

cases! {
    chinese_messages
    chinese_text
    color
    data_and_call
    end_of_file
    fix_alternatives
    fix_lines
    further_places
    long_lines
    odd_spans
    several_lines
    tabs_and_crlf
}

#[test]
fn json_in_chinese() {
    let case = case::read(include_str!("../cases/chinese_messages.case"));
    check("diagnostics_json_in_chinese", &render_diagnostics_json(&case.diagnostics, case.language));
}

#[test]
fn json_of_every_kind_of_place() {
    let cases = [include_str!("../cases/fix_alternatives.case"), include_str!("../cases/data_and_call.case")];
    let diagnostics: Vec<Diagnostic> = cases.iter().flat_map(|data| case::read(data).diagnostics).collect();
    check("diagnostics_json", &render_diagnostics_json(&diagnostics, Language::English));
}

fn in_file(code: Code, file: &str) -> Diagnostic {
    Diagnostic::new(code, Place::File(file.into()))
}

#[test]
fn nothing_found_says_nothing() {
    assert_eq!(render_diagnostics(&[], Language::English, Style::default()), "");
}

#[test]
fn identical_findings_are_one() {
    let found = [in_file(Code::NotUtf8, "b"), in_file(Code::NotUtf8, "a"), in_file(Code::NotUtf8, "b")];
    let text = render_diagnostics(&found, Language::English, Style::default());
    assert_eq!(text.matches("--> b").count(), 1);
    assert!(text.find("--> a") < text.find("--> b"), "{text}");
    assert!(text.ends_with("\n\n2 errors\n"), "{text}");
}

#[test]
fn many_findings_are_counted_and_errors_come_before_warnings() {
    let mut found: Vec<Diagnostic> = (0..120).map(|n| in_file(Code::NoOwner, &format!("a{n}"))).collect();
    found.extend((0..3).map(|n| in_file(Code::NotUtf8, &format!("z{n}"))));
    let text = render_diagnostics(&found, Language::English, Style::default());
    assert_eq!(text.matches("error[E0101]").count(), 3);
    assert_eq!(text.matches("warning[W0602]").count(), 97);
    assert!(text.ends_with("\n\n23 more are not shown\n3 errors, 120 warnings\n"), "{text}");
}

#[test]
fn notes_too_far_away_are_drawn_by_themselves() {
    let text = format!("target x >= 1\n{}target x >= 2\n", "# a line between\n".repeat(10_000));
    let source = Source::new("a.dabiao", text.as_str());
    let at = |start: usize| Place::Text { source: source.clone(), span: Span::new(start, start + 8) };
    let found = Diagnostic::new(Code::UnknownOrganisation, at(text.len() - 14)).note(at(0), "note-also-here");
    let drawn = render_diagnostics(&[found], Language::English, Style::default());
    assert!(drawn.contains("10002 | target x >= 2"), "{drawn}");
    assert!(drawn.contains("note: also here\n     --> a.dabiao:1:1\n"), "{drawn}");
}

#[test]
fn what_is_too_long_to_draw_is_named() {
    let text = format!("owner: {}, police", "a".repeat(10_000));
    let source = Source::new("a.dabiao", text.as_str());
    let span = Span::new(text.len() - 6, text.len());
    let place = Place::Text { source, span };
    let found = Diagnostic::new(Code::UnknownOrganisation, place).with("name", "police").fix(span, "health");
    let drawn = render_diagnostics(&[found], Language::English, Style::default());
    assert!(drawn.contains("--> a.dabiao:1:10010\n"), "{drawn}");
    assert!(drawn.contains("help: replace it with `health`"), "{drawn}");
    assert!(drawn.len() < 500, "{drawn}");
}
