//! Words and what they are, as the protocol counts them.

use dabiao_ide::{Encoding, Highlight, HighlightKind, Lines};
use lsp_types::SemanticToken;

/// The kinds of words, by the numbers that tokens have; names that editors have colours for.
pub(crate) const TYPES: [&str; 11] = [
    "keyword",
    "property",
    "function",
    "parameter",
    "class",
    "type",
    "enumMember",
    "struct",
    "number",
    "string",
    "comment",
];

/// What can be said beside the kind.
pub(crate) const MODIFIERS: [&str; 1] = ["declaration"];

/// Tokens, each with its distance from the one before. A word never goes over the end of a line.
pub(crate) fn tokens(
    text: &str,
    lines: &Lines,
    words: &[Highlight],
    encoding: Encoding,
) -> Vec<SemanticToken> {
    let (mut line, mut column) = (0_u32, 0_u32);
    let mut tokens = Vec::new();
    for word in words {
        let (start, end) = lines.range(text, word.span, encoding);
        if start.line != end.line || start == end {
            continue;
        }
        let delta_line = start.line.saturating_sub(line);
        let before = if delta_line == 0 { column } else { 0 };
        tokens.push(SemanticToken {
            delta_line,
            delta_start: start.column.saturating_sub(before),
            length: end.column.saturating_sub(start.column),
            token_type: number(word.kind),
            token_modifiers_bitset: u32::from(word.declares),
        });
        (line, column) = (start.line, start.column);
    }
    tokens
}

fn number(kind: HighlightKind) -> u32 {
    match kind {
        HighlightKind::Keyword => 0,
        HighlightKind::Metric | HighlightKind::Column => 1,
        HighlightKind::Target => 2,
        HighlightKind::Assumption => 3,
        HighlightKind::Organisation => 4,
        HighlightKind::Unit | HighlightKind::Scale => 5,
        HighlightKind::Level => 6,
        HighlightKind::Table | HighlightKind::Plan => 7,
        HighlightKind::Number => 8,
        HighlightKind::Text => 9,
        HighlightKind::Comment => 10,
    }
}
