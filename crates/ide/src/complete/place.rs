//! What is due at a place of a text that is being written.

use dabiao_grammar::{Role, keywords};

use crate::words::field;

/// What is due at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DueHere {
    Nothing,
    Item,
    FieldKey,
    Organisation,
    Type,
    Clause,
    File,
    Word,
    Outcome,
    Value,
}

/// Where something is written.
pub(super) struct Place {
    pub(super) due: DueHere,
    /// Where the text of an open quote begins in the line.
    pub(super) quote: Option<usize>,
}

impl Place {
    pub(super) fn of(before: &str, line: &str) -> Place {
        let (quote, is_comment) = open_quote(line);
        let due = if is_comment { DueHere::Nothing } else { due(before, line, quote) };
        Place { due, quote }
    }
}

fn due(before: &str, line: &str, quote: Option<usize>) -> DueHere {
    let is_use = |line: &str| {
        let word = line.split([' ', '"', '「']).next().unwrap_or_default();
        keywords()
            .iter()
            .any(|one| one.role == Role::Item && one.meaning == "use" && one.spellings().any(|s| s == word))
    };
    if quote.is_some() && is_use(line) {
        return DueHere::File;
    }
    let begins_line = |line: &str| line.trim_start() == word_at_end(line);
    let is_indented = line.starts_with([' ', '\t', '\u{3000}']);
    let goes_on = before
        .lines()
        .rev()
        .skip(1)
        .find(|line| !line.trim().is_empty())
        .is_some_and(|line| line.trim_end().ends_with([',', '，', '(', '（']));
    let key = match key_of(line) {
        Some(key) => Some(key),
        None if is_indented && goes_on => before.lines().rev().skip(1).find_map(key_of),
        None => None,
    };
    match key {
        Some("owner" | "with") => DueHere::Organisation,
        Some("type" | "columns") => DueHere::Type,
        Some("cite") => DueHere::Clause,
        Some("expect") => DueHere::Outcome,
        Some("title" | "source" | "because" | "reason" | "also" | "allow" | "grade") => DueHere::Nothing,
        Some(
            "by" | "each" | "period" | "judge" | "confidence" | "track" | "language" | "veto" | "if_none"
            | "weight",
        ) => DueHere::Word,
        Some(_) => DueHere::Value,
        None if quote.is_some() => DueHere::Nothing,
        None if begins_line(line) && is_indented && !goes_on => DueHere::FieldKey,
        None if begins_line(line) && !is_indented => DueHere::Item,
        None => declared(line),
    }
}

/// What is due behind the keyword of an item.
fn declared(line: &str) -> DueHere {
    let word = line.split_whitespace().next().unwrap_or_default();
    let keyword = keywords().iter().find(|one| one.role == Role::Item && one.spellings().any(|s| s == word));
    match keyword.map(|keyword| keyword.meaning) {
        None | Some("target" | "assume") => DueHere::Value,
        Some(_) => DueHere::Nothing,
    }
}

/// The field that a line begins.
fn key_of(line: &str) -> Option<&'static str> {
    let (word, _) = line.split_once([':', '：'])?;
    if !line.starts_with([' ', '\t', '\u{3000}']) {
        return None;
    }
    field(word.trim())
}

/// Where the text of a quote that is open at the end of a line begins, and whether the end lies in a comment.
fn open_quote(line: &str) -> (Option<usize>, bool) {
    let mut open = None;
    for (at, c) in line.char_indices() {
        match (open, c) {
            (None, '#') => return (None, true),
            (None, '"') => open = Some((at.saturating_add(1), '"')),
            (None, '「') => open = Some((at.saturating_add(c.len_utf8()), '」')),
            (Some((_, close)), c) if c == close => open = None,
            _ => {}
        }
    }
    (open.map(|(at, _)| at), false)
}

/// The name that a line ends with, perhaps an empty one.
pub(super) fn word_at_end(line: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let start = line.char_indices().rev().take_while(|(_, c)| is_part(*c)).last().map(|(at, _)| at);
    start.and_then(|start| line.get(start..)).unwrap_or_default()
}
