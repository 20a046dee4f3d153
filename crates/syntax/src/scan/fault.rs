//! What is wrong with a text before it is parsed.

use dabiao_model::{Code, Span};

/// What is wrong with the text as a row of characters.
#[derive(Default)]
pub(crate) struct Faults {
    /// In the order of the text.
    pub(crate) list: Vec<Fault>,
    /// In the order of the text, from `#` to the end of the line.
    pub(crate) comments: Vec<Span>,
}

/// A fault that needs no grammar to be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) variant: Option<&'static str>,
    pub(crate) span: Span,
    /// The edit that mends it.
    pub(crate) fix: Option<(Span, String)>,
    /// Whether it stands in a comment, where it breaks no line.
    pub(crate) in_comment: bool,
}

impl Fault {
    pub(super) fn new(code: Code, start: usize, end: usize) -> Fault {
        Fault { code, variant: None, span: Span::new(start, end), fix: None, in_comment: false }
    }
}

impl Faults {
    /// Whether a line's text holds a fault.
    pub(crate) fn within(&self, span: Span) -> bool {
        let from = self.list.partition_point(|fault| fault.span.start < span.start);
        let inside = self.list.iter().skip(from).take_while(|fault| fault.span.start <= span.end);
        inside.into_iter().any(|fault| !fault.in_comment)
    }

    /// The comment in a line.
    pub(crate) fn comment_within(&self, span: Span) -> Option<Span> {
        let from = self.comments.partition_point(|comment| comment.start < span.start);
        self.comments.get(from).copied().filter(|comment| comment.start < span.end)
    }
}
