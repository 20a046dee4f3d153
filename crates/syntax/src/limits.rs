//! How much of a rule file is read.

/// The limits on one rule file. Going over one is a diagnostic, never a crash.
///
/// ```
/// use dabiao_model::Source;
/// use dabiao_syntax::{Limits, parse_with};
/// let source = Source::new("a.dabiao", "target ((((a)))) >= 1");
/// let tree = parse_with(source, &Limits { nesting: 3, ..Limits::default() });
/// assert_eq!(tree.diagnostics[0].code.as_str(), "E0402");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file (E0404).
    pub bytes: usize,
    /// Bytes of a line (E0403).
    pub line_bytes: usize,
    /// How deep brackets nest, and how many `not`, `-`, `of` or `else if` follow each other (E0402).
    pub nesting: usize,
    /// Arithmetic operators in one chain (E0403).
    pub operators: usize,
    /// Items of a file (E0405).
    pub items: usize,
    /// Diagnostics of a file; with more of them, the rest is not read to its end (E0405).
    pub diagnostics: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            bytes: 16 << 20,
            line_bytes: 1 << 20,
            nesting: 64,
            operators: 256,
            items: 200_000,
            diagnostics: 1_000,
        }
    }
}
