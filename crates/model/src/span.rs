//! A stretch of a text, in bytes.

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` of one source text.
///
/// ```
/// use dabiao_model::Span;
/// assert_eq!(Span::new(2, 5).of("ab目c"), Some("目"));
/// assert_eq!(Span::new(3, 5).of("ab目c"), None, "not on a character's edge");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The range from `start` up to, not including, `end`; offsets beyond `u32::MAX` are held at that limit.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Span {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The range as `usize` offsets, ready to slice with.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        let wide = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        wide(self.start)..wide(self.end)
    }

    /// The text under the span, or `None` where the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
