//! A place where a name stands.

use std::sync::Arc;

use dabiao_model::{Source, Span};

use crate::Symbol;

/// A name in a text, with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it means.
    pub symbol: Symbol,
    /// The text.
    pub source: Arc<Source>,
    /// Where it stands, quotes included.
    pub span: Span,
    /// Whether the name is declared or used there.
    pub role: Role,
}

/// What a name does at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It is declared.
    Declares,
    /// It is a title of what is declared, and another name of it.
    Titles,
    /// It is used.
    Uses,
}

impl Mention {
    /// The name as it is written, quotes included.
    #[must_use]
    pub fn written(&self) -> &str {
        self.source.slice(self.span)
    }

    /// The name without its quotes.
    #[must_use]
    pub fn name(&self) -> &str {
        unquoted(self.written())
    }
}

/// A name without the quotes around it.
pub(crate) fn unquoted(written: &str) -> &str {
    const QUOTES: [(char, char); 3] = [('"', '"'), ('「', '」'), ('“', '”')];
    let inner = |(open, close)| written.strip_prefix(open)?.strip_suffix(close);
    QUOTES.into_iter().find_map(inner).unwrap_or(written)
}
