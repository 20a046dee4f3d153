//! What every word of a text is.

use std::collections::HashSet;
use std::path::Path;
use std::sync::LazyLock;

use dabiao_grammar::keywords;
use dabiao_model::Span;

use crate::{Role, Symbol, View};

/// A word of a text with what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Highlight {
    /// The word.
    pub span: Span,
    /// What it is.
    pub kind: HighlightKind,
    /// Whether it is declared there.
    pub declares: bool,
}

/// What a word can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum HighlightKind {
    Keyword,
    Metric,
    Target,
    Assumption,
    Organisation,
    Unit,
    Scale,
    Level,
    Table,
    Column,
    Plan,
    Number,
    Text,
    Comment,
}

/// Spellings of keywords that are words, the longest first.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let spellings = keywords().iter().flat_map(|keyword| keyword.spellings());
    let words = spellings.filter(|spelling| spelling.starts_with(char::is_alphabetic));
    let mut words: Vec<&str> = words.collect::<HashSet<_>>().into_iter().collect();
    words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
    words
});

/// The words of a text that are more than signs, in its order.
///
/// Names are what the plan knows them as. Where a line is broken, its keywords, numbers, texts and comments are still seen.
#[must_use]
pub fn highlights(view: &View, path: &Path) -> Vec<Highlight> {
    let Some(source) = view.source(path) else { return Vec::new() };
    let text = source.text();
    let mut found = Vec::new();
    let mut at = 0;
    for mention in view.mentions().of_text(source.name()) {
        let range = mention.span.range();
        if range.start < at {
            continue;
        }
        words(text, at, range.start, &mut found);
        let kind = match mention.symbol {
            _ if mention.role == Role::Titles => HighlightKind::Text,
            Symbol::Metric(_) => HighlightKind::Metric,
            Symbol::Target(_) => HighlightKind::Target,
            Symbol::Assumption(_) => HighlightKind::Assumption,
            Symbol::Organisation(_) => HighlightKind::Organisation,
            Symbol::Unit(_) => HighlightKind::Unit,
            Symbol::Scale(_) => HighlightKind::Scale,
            Symbol::Level(..) => HighlightKind::Level,
            Symbol::Table(_) => HighlightKind::Table,
            Symbol::Column(..) => HighlightKind::Column,
            Symbol::Plan(_) => HighlightKind::Plan,
        };
        found.push(Highlight { span: mention.span, kind, declares: mention.role == Role::Declares });
        at = range.end;
    }
    words(text, at, text.len(), &mut found);
    found
}

/// The words of a stretch without names.
fn words(text: &str, from: usize, to: usize, found: &mut Vec<Highlight>) {
    let mut at = from;
    while let Some(rest) = text.get(at..to).filter(|rest| !rest.is_empty()) {
        let (length, kind) = word(rest);
        let end = at.saturating_add(length);
        if let Some(kind) = kind {
            found.push(Highlight { span: Span::new(at, end), kind, declares: false });
        }
        at = end;
    }
}

/// The first word or sign of a text: how long it is and what it is.
fn word(rest: &str) -> (usize, Option<HighlightKind>) {
    let Some(first) = rest.chars().next() else { return (1, None) };
    let run = |is_part: &dyn Fn(char) -> bool| rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    match first {
        '#' => (run(&|c| c != '\n' && c != '\r'), Some(HighlightKind::Comment)),
        '"' => (quoted(rest, '"'), Some(HighlightKind::Text)),
        '「' => (quoted(rest, '」'), Some(HighlightKind::Text)),
        c if c.is_numeric() => {
            let length = run(&|c| c.is_numeric() || matches!(c, '_' | '.' | '-'));
            let number = rest.get(..length).unwrap_or_default().trim_end_matches(['.', '-', '_']);
            (number.len().max(c.len_utf8()), Some(HighlightKind::Number))
        }
        c if c.is_alphabetic() => {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            let is_whole = |spelling: &&&str| {
                let behind = rest.strip_prefix(**spelling).and_then(|behind| behind.chars().next());
                rest.starts_with(**spelling) && !(c.is_ascii() && behind.is_some_and(is_part))
            };
            match WORDS.iter().find(is_whole) {
                Some(spelling) => (spelling.len(), Some(HighlightKind::Keyword)),
                None if c.is_ascii() => (run(&|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.')), None),
                None => (c.len_utf8(), None),
            }
        }
        c => (c.len_utf8(), None),
    }
}

/// How long a text in quotes is; one that is not closed ends with its line.
fn quoted(rest: &str, close: char) -> usize {
    let line = rest.lines().next().unwrap_or_default();
    let inside = line.char_indices().skip(1).find(|(_, c)| *c == close);
    inside.map_or(line.len(), |(at, c)| at.saturating_add(c.len_utf8()))
}
