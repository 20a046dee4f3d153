//! Texts measured, cut, padded and broken by the columns that they take on a screen.

use annotate_snippets::normalize_untrusted_str;
use unicode_width::UnicodeWidthChar;

/// Punctuation that does not begin a line.
const CLOSING: &str = "，。、；：？！）］｝」』》〉”’％";

/// Punctuation that does not end a line.
const OPENING: &str = "（［｛「『《〈“‘";

/// The columns that a text takes: two for a wide character, none for a combining one.
///
/// Terminals add up single characters, so this does too, although a few sequences are then counted wider than
/// a font would draw them.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// The text on one line, without characters that would steer the terminal.
pub(crate) fn clean(text: &str) -> String {
    let one_line: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
            '\u{80}'..='\u{9F}' | '\u{61C}' | '\u{200E}' | '\u{200F}' => char::REPLACEMENT_CHARACTER,
            // No character at all, and forbidden in XML.
            '\u{FFFE}' | '\u{FFFF}' => char::REPLACEMENT_CHARACTER,
            other => other,
        })
        .collect();
    normalize_untrusted_str(&one_line)
}

/// The text, cut to a width and marked with `…` where something was cut.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    if width(text) <= limit {
        return text.to_string();
    }
    let room = limit.saturating_sub(1);
    let mut taken: usize = 0;
    let mut short: String = text
        .chars()
        .take_while(|c| {
            taken = taken.saturating_add(char_width(*c));
            taken <= room
        })
        .collect();
    if limit > 0 {
        short.push('…');
    }
    short
}

/// The text with blanks behind it, up to a width.
pub(crate) fn pad_right(text: &str, columns: usize) -> String {
    format!("{text}{}", blanks(columns.saturating_sub(width(text))))
}

/// The text with blanks before it, up to a width.
pub(crate) fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", blanks(columns.saturating_sub(width(text))))
}

/// So many blanks.
pub(crate) fn blanks(columns: usize) -> String {
    " ".repeat(columns)
}

/// The text in lines no wider than `limit`, broken at blanks and beside wide characters where that is possible.
pub(crate) fn wrap(text: &str, limit: usize) -> Vec<String> {
    fill(pieces(text), limit)
}

/// The items in lines no wider than `limit`, broken between items where that is possible.
pub(crate) fn flow(items: &[String], separator: &str, limit: usize) -> Vec<String> {
    let last = items.len().saturating_sub(1);
    let separated = items
        .iter()
        .enumerate()
        .map(|(nth, item)| if nth == last { item.clone() } else { format!("{item}{separator}") });
    let pieces =
        separated.flat_map(|item| if width(item.trim_end()) > limit { pieces(&item) } else { vec![item] });
    fill(pieces, limit)
}

fn fill(pieces: impl IntoIterator<Item = String>, limit: usize) -> Vec<String> {
    let limit = limit.max(2);
    let mut lines = vec![String::new()];
    let mut column: usize = 0;
    for piece in pieces {
        if column > 0 && column.saturating_add(width(piece.trim_end())) > limit {
            lines.push(String::new());
            column = 0;
        }
        for c in piece.chars() {
            // A piece that fills more than a line is broken anywhere; blanks may stand out, for they are cut.
            if c != ' ' && column.saturating_add(char_width(c)) > limit {
                lines.push(String::new());
                column = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
            column = column.saturating_add(char_width(c));
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// The text in pieces between which a line may end: words with the blanks behind them, and wide characters
/// with the opening punctuation before them and the closing punctuation behind them.
pub(crate) fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for c in text.chars() {
        let breaks = before.is_none_or(|before| {
            let wide = char_width(c) > 1 || char_width(before) > 1;
            (before == ' ' || wide) && c != ' ' && !CLOSING.contains(c) && !OPENING.contains(before)
        });
        match pieces.last_mut() {
            Some(last) if !breaks => last.push(c),
            _ => pieces.push(c.to_string()),
        }
        before = Some(c);
    }
    pieces
}

fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cuts_beside_wide_characters() {
        let cases = [
            ("合格率", 6, "合格率"),
            ("合格率", 5, "合格…"),
            ("合格率", 4, "合…"),
            ("abc", 2, "a…"),
            ("abc", 0, ""),
        ];
        for (text, limit, short) in cases {
            assert_eq!(shorten(text, limit), short, "{text} in {limit}");
        }
    }

    #[test]
    fn breaks_between_words_and_wide_characters() {
        assert_eq!(wrap("no data for energy", 10), ["no data", "for energy"]);
        assert_eq!(wrap("市场商品，抽检", 8), ["市场商", "品，抽检"]);
        assert_eq!(wrap("没有的「抽检」", 8), ["没有的", "「抽检」"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn breaks_between_items() {
        let items = ["clause: 二(一)4".to_string(), "owner: 工商分局".to_string(), "late".to_string()];
        assert_eq!(flow(&items, " · ", 24), ["clause: 二(一)4 ·", "owner: 工商分局 · late"]);
        assert_eq!(flow(&items, " · ", 9), ["clause:", "二(一)4 ·", "owner: 工", "商分局 ·", "late"]);
    }

    #[test]
    fn steering_characters_are_shown() {
        assert_eq!(clean(" a\u{1b}[31m\r\nb\u{9b} "), "a␛[31m  b\u{FFFD}");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in "[a-z 合率，。]{0,60}", limit in 2usize..30) {
            prop_assert!(width(&shorten(&text, limit)) <= limit);
            let lines = wrap(&text, limit);
            for line in &lines {
                prop_assert!(width(line) <= limit, "{line:?}");
            }
            let glyphs = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(glyphs(&lines.concat()), glyphs(&text));
        }
    }
}
