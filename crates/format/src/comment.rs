//! The comments of a text, with what the text around them says.

use dabiao_model::{Source, Span};

/// A comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Comment<'t> {
    /// Where it stands in the text it was read from.
    pub(crate) span: Span,
    /// From its `#` on, without blanks at its end.
    pub(crate) text: &'t str,
    /// Whether it has a line of its own; else it stands behind something.
    pub(crate) alone: bool,
}

impl<'t> Comment<'t> {
    pub(crate) fn new(source: &'t Source, span: Span) -> Comment<'t> {
        let alone = line_before(source.text(), span.range().start).trim_start().is_empty();
        Comment { span, text: source.slice(span).trim_end(), alone }
    }
}

/// What stands on the line before an offset. A mark that begins the file counts as nothing.
pub(crate) fn line_before(text: &str, offset: usize) -> &str {
    let before = text.get(..offset).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{FEFF}')
}
