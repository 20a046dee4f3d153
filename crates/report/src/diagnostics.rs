//! Findings drawn for people: the place, the text there, what to do.

mod draw;
mod excerpt;
mod fix;
mod order;

pub(crate) use order::in_order;

use dabiao_model::{Diagnostic, Language, Severity};

use crate::style::Style;
use crate::words::Words;

/// How many diagnostics are drawn at most; the others are counted.
pub const DRAWN_DIAGNOSTICS: usize = 100;

/// Every finding with its place and fix, sorted by file, position and code, identical ones once, and a last line
/// that counts errors and warnings.
///
/// At most [`DRAWN_DIAGNOSTICS`] are drawn, errors before warnings; a line says how many are not shown. No
/// finding gives the empty text.
///
/// ```
/// use dabiao_model::{Code, Diagnostic, Language, Place, Source, Span};
/// use dabiao_report::{Style, render_diagnostics};
/// let source = Source::new("a.dabiao", "目标 x ≥ 90%\n  责任：police");
/// let place = Place::Text { source, span: Span::new(28, 34) };
/// let diagnostic = Diagnostic::new(Code::UnknownOrganisation, place).with("name", "police");
/// let text = render_diagnostics(&[diagnostic], Language::English, Style::default());
/// assert_eq!(
///     text,
///     "error[E0202]: no organisation is called `police`
///  --> a.dabiao:2:6
///   |
/// 2 |   责任：police
///   |         ^^^^^^ not declared
///   |
///   = help: declare it with `organisation police`, or use one that is
///
/// 1 error
/// ",
/// );
/// ```
#[must_use]
pub fn render_diagnostics(diagnostics: &[Diagnostic], language: Language, style: Style) -> String {
    let words = Words { language };
    let found = in_order(diagnostics);
    let mut text = String::new();
    for diagnostic in gravest(&found) {
        text.push_str(&draw::draw(diagnostic, words, style));
        text.push_str("\n\n");
    }
    let undrawn = found.len().saturating_sub(DRAWN_DIAGNOSTICS);
    if undrawn > 0 {
        text.push_str(&words.counted("report-not-shown", undrawn));
        text.push('\n');
    }
    if !found.is_empty() {
        text.push_str(&totals(&found, words));
        text.push('\n');
    }
    text
}

/// The diagnostics that are drawn, still in order: where there are too many, warnings give way to errors.
fn gravest<'a>(found: &[&'a Diagnostic]) -> Vec<&'a Diagnostic> {
    let errors = found.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let mut error_room = DRAWN_DIAGNOSTICS;
    let mut warning_room = DRAWN_DIAGNOSTICS.saturating_sub(errors);
    let mut drawn = Vec::new();
    for diagnostic in found {
        let room = if diagnostic.is_error() { &mut error_room } else { &mut warning_room };
        if let Some(rest) = room.checked_sub(1) {
            *room = rest;
            drawn.push(*diagnostic);
        }
    }
    drawn
}

/// `2 errors, 1 warning`.
fn totals(found: &[&Diagnostic], words: Words) -> String {
    let count = |severity| found.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
    let kinds = [("report-errors", count(Severity::Error)), ("report-warnings", count(Severity::Warning))];
    let present: Vec<String> = kinds
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| words.counted(id, count))
        .collect();
    words.list(&present)
}
