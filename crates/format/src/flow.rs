//! A line of rule text before it is laid out: words, and the places where the line may be broken.

use std::borrow::Cow;

use dabiao_model::Span;

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text that stands as it is.
    Word {
        /// The text.
        text: Cow<'static, str>,
        /// Where its author wrote it; only names and literals know. Comments and broken lines are placed by it.
        at: Option<Span>,
    },
    /// A place where the line may be broken.
    Break(Break),
}

/// A place where a line may be broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Break {
    /// How deep inside the value it lies; the lowest breaks first.
    pub(crate) rank: u32,
    /// The column at which the next line begins.
    pub(crate) indent: usize,
    /// The column of comments that stand before it on lines of their own.
    pub(crate) comments: usize,
    /// What stands here where the line goes on.
    pub(crate) flat: &'static str,
    /// What ends the line where it is broken.
    pub(crate) broken: &'static str,
}

impl Break {
    /// The line is broken here in any case.
    pub(crate) const ALWAYS: u32 = 0;
    /// The rank of the outermost operator.
    pub(crate) const OUTERMOST: u32 = 1;
    /// The line is broken here only for a comment.
    pub(crate) const FOR_COMMENTS: u32 = u32::MAX;
}
