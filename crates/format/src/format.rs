//! The whole way: from a tree to its text, and the proof that the text means the same.

use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, Language, Place, Source, Span};
use dabiao_syntax::{Limits, Tree, parse_with};

use crate::arrange::arrange;
use crate::meaning::first_difference;
use crate::surface::Surface;
use crate::{Options, Refusal};

/// The canonical text of a tree.
///
/// The text is read again before it is handed out: its tree equals the given one but for spans, and its comments are
/// the same in the same order, blanks at their ends left out.
///
/// # Errors
/// [`Refusal`] with the tree's errors where it has any, since the text behind them would be lost; with E0502 where
/// the text would mean something else.
///
/// ```
/// use dabiao_format::{Options, format};
/// use dabiao_model::{Language, Source};
/// let tree = dabiao_syntax::parse(Source::new("a.dabiao", "target a.b>=90 %   # at least\ntitle:\"B\"\n by: end of 2011"));
/// let text = format(&tree, &Options::default()).unwrap();
/// assert_eq!(text, "target a.b >= 90%  # at least\n  title: \"B\"\n  by:    end of 2011\n");
/// let text = format(&tree, &Options { to: Some(Language::Chinese) }).unwrap();
/// assert_eq!(text, "目标 a.b ≥ 90％  # at least\n  标题：「B」\n  期限：2011年底\n");
/// ```
pub fn format(tree: &Tree, options: &Options) -> Result<String, Refusal> {
    let errors: Vec<Diagnostic> = tree.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
    if !errors.is_empty() {
        return Err(Refusal { diagnostics: errors });
    }
    let surface = Surface::new(options.to.unwrap_or_else(|| Surface::of(tree)));
    let text = arrange(tree, surface);
    prove(tree, &text)?;
    Ok(text)
}

/// The canonical text of a rule file, read first.
///
/// # Errors
/// As [`format`].
///
/// ```
/// use dabiao_format::{Options, format_source};
/// use dabiao_model::Source;
/// let text = format_source(Source::new("a.dabiao", "a.b≥90 %"), &Options::default()).unwrap();
/// assert_eq!(text, "a.b >= 90%\n");
/// assert!(format_source(Source::new("a.dabiao", "a.b >="), &Options::default()).is_err());
/// ```
pub fn format_source(source: Arc<Source>, options: &Options) -> Result<String, Refusal> {
    format(&dabiao_syntax::parse(source), options)
}

/// The language that a file's keywords are written in: the one that its plan declares, else the one of most of them.
///
/// ```
/// use dabiao_model::{Language, Source};
/// let read = |text: &str| dabiao_syntax::parse(Source::new("a.dabiao", text));
/// assert_eq!(dabiao_format::surface_of(&read("目标 a.b ≥ 90％")), Language::Chinese);
/// assert_eq!(dabiao_format::surface_of(&read("target 市场.合格率 >= 90%")), Language::English);
/// ```
#[must_use]
pub fn surface_of(tree: &Tree) -> Language {
    Surface::of(tree)
}

/// Reads the text again and compares.
fn prove(tree: &Tree, text: &str) -> Result<(), Refusal> {
    // The tree may have been read within wider limits than the usual ones.
    let limits = Limits { bytes: usize::MAX, line_bytes: usize::MAX, items: usize::MAX, ..Limits::default() };
    let again = parse_with(Source::new(tree.source.name(), text), &limits);
    let Some(span) = first_difference(tree, &again) else { return Ok(()) };
    Err(Refusal { diagnostics: vec![changed(tree, span)] })
}

fn changed(tree: &Tree, span: Span) -> Diagnostic {
    Diagnostic::new(Code::MeaningChanged, Place::Text { source: Arc::clone(&tree.source), span })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The proof can fail: another text is refused with the place of the first difference.
    #[test]
    fn another_text_is_refused() {
        let text = "target a.b >= 90%\n# why\ntarget c.d < 5\n  by: end of 2011\n";
        let tree = dabiao_syntax::parse(Source::new("a.dabiao", text));
        assert_eq!(prove(&tree, text), Ok(()));
        for (other, place) in [
            (text.replace("90%", "90.0%"), "target a.b >= 90%"),
            (text.replace("2011", "2012"), "target c.d < 5"),
            (text.replace("# why", "# how"), "# why"),
            (text.replace("# why\n", ""), "# why"),
            (format!("{text}target e"), ""),
            (format!("{text}# more"), ""),
            (format!("{text}target >"), ""),
        ] {
            let refusal = prove(&tree, &other).err();
            let found = refusal.and_then(|refusal| refusal.diagnostics.into_iter().next());
            let Some(Diagnostic { code, place: Place::Text { source, span }, .. }) = found else {
                panic!("{other} was accepted")
            };
            assert_eq!((code, source.slice(span)), (Code::MeaningChanged, place), "{other}");
        }
    }
}
