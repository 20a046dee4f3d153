//! What the caller knows of the screen.

/// How a text is laid out.
///
/// ```
/// use dabiao_report::Style;
/// assert_eq!(Style::default(), Style { color: false, width: 100 });
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether to colour the text with ANSI escapes. Nothing is told by colour alone.
    pub color: bool,
    /// The width of the screen in columns; a wide (East Asian) character takes two.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Style {
        Style { color: false, width: 100 }
    }
}
