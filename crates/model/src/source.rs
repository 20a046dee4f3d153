//! One text with its name, and where in it a byte lies.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::Span;

/// A named text: a rule file, standard input, or the text of a call.
#[derive(Debug, Serialize, Deserialize)]
pub struct Source {
    name: String,
    text: String,
    is_shipped: bool,
    /// Where each line begins, found when a position is first asked for.
    #[serde(skip)]
    lines: OnceLock<Vec<usize>>,
}

/// A place as people count it: lines and columns from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in Unicode scalar values.
    pub column: u32,
}

impl Source {
    /// Names a text. The name is shown to people and never opened.
    ///
    /// ```
    /// use dabiao_model::{Source, Span};
    /// let source = Source::new("a.dabiao", "目标 x\n  期限：2011");
    /// let position = source.position(10);
    /// assert_eq!((position.line, position.column), (2, 2));
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Source> {
        Arc::new(Source { name: name.into(), text: text.into(), is_shipped: false, lines: OnceLock::new() })
    }

    /// Names a text that comes with the program and not from the plan's authors: what it declares gives way to
    /// declarations of theirs, and need not be used.
    #[must_use]
    pub fn shipped(name: impl Into<String>, text: impl Into<String>) -> Arc<Source> {
        Arc::new(Source { name: name.into(), text: text.into(), is_shipped: true, lines: OnceLock::new() })
    }

    /// Whether the text comes with the program.
    #[must_use]
    pub fn is_shipped(&self) -> bool {
        self.is_shipped
    }

    /// The name under which diagnostics show this text.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text under a span; empty where the span does not fit.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text).unwrap_or_default()
    }

    /// Line and column of a byte offset; offsets beyond the text give its end.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let end = usize::try_from(offset).unwrap_or(usize::MAX).min(self.text.len());
        let lines = self.lines.get_or_init(|| line_starts(&self.text));
        let line = lines.partition_point(|start| *start <= end).saturating_sub(1);
        let start = lines.get(line).copied().unwrap_or_default();
        let line_bytes = self.text.as_bytes().get(start..end).unwrap_or_default();
        // Every byte but a continuation byte (10xxxxxx) begins a character.
        let column = line_bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).saturating_add(1);
        Position { line: count(line), column: count(column) }
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Source) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl Eq for Source {}

impl Hash for Source {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
        self.text.hash(state);
    }
}

/// The byte at which each line begins, the first at 0.
fn line_starts(text: &str) -> Vec<usize> {
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    std::iter::once(0).chain(breaks.map(|(at, _)| at.saturating_add(1))).collect()
}
