//! What may be asked of the formatter.

use dabiao_model::Language;

/// How a text is formatted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// The surface to write; `None` keeps the one that the file's plan declares with `language:`, or else the one
    /// that most of its keywords are in.
    pub to: Option<Language>,
}
