//! What single characters are to the scan.

/// The classes of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Character {
    /// Nothing special.
    Plain,
    /// `\n`
    LineEnd,
    /// `#`
    Comment,
    /// An opening quote, with the quote that closes it.
    Quote(char),
    /// An opening bracket, with the bracket that closes it.
    Open(char),
    /// A closing bracket.
    Close,
    /// A character that shows nothing, or changes the direction of what follows.
    Hidden,
    /// A raised or circled digit.
    Mark,
}

/// Whether a byte may begin a character that is not plain.
pub(super) fn matters(byte: u8) -> bool {
    MATTERS.get(usize::from(byte)).copied().unwrap_or(true)
}

/// The first bytes of all characters that [`class`] tells apart.
static MATTERS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte: usize = 0;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "the index is below 256")]
        {
            table[byte] = match byte {
                0x09 => false,
                0x00..=0x1F | 0x7F => true,
                0x22 | 0x23 | 0x28 | 0x29 | 0x7B | 0x7D => true,
                0xC2 | 0xCD | 0xD8 | 0xE1 | 0xE2 | 0xE3 | 0xEF | 0xF0 | 0xF3 => true,
                _ => false,
            };
            byte += 1;
        }
    }
    table
};

/// The class of a character.
pub(super) fn class(c: char) -> Character {
    match c {
        '\n' => Character::LineEnd,
        '#' => Character::Comment,
        '"' => Character::Quote('"'),
        '“' => Character::Quote('”'),
        '「' => Character::Quote('」'),
        '(' => Character::Open(')'),
        '（' => Character::Open('）'),
        '﹙' => Character::Open('﹚'),
        '﹛' => Character::Open('﹜'),
        '{' => Character::Open('}'),
        '｛' => Character::Open('｝'),
        ')' | '）' | '﹚' | '}' | '｝' | '﹜' => Character::Close,
        _ if is_hidden(c) => Character::Hidden,
        _ if is_mark(c) => Character::Mark,
        _ => Character::Plain,
    }
}

/// Controls other than the tab, and the default-ignorable characters of Unicode: direction marks, joiners, variation
/// selectors, fillers and tags; the blank of Braille. The line and paragraph separators are no line ends here.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{00}'..='\u{08}' | '\u{0B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}' | '\u{34F}' | '\u{61C}'
        | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// What even a quoted text or a comment must not hold: controls, and the controls that turn the direction of what
/// follows, with which a text looks as if it ended where it does not. Joiners and variation selectors belong to the
/// writing of some languages and to emoji, and stay.
pub(super) fn is_refused_in_text(c: char) -> bool {
    let is_control = c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    is_control || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// Superscript digits, and digits in circles or brackets.
fn is_mark(c: char) -> bool {
    matches!(c,
        '²' | '³' | '¹' | '⁰' | '⁴'..='⁹' | '①'..='⒛' | '⓪'..='⓿' | '❶'..='➓' | '㉑'..='㉟' | '㊱'..='㊿')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_found_by_its_first_byte() {
        for c in '\u{0}'..=char::MAX {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(class(c) == Character::Plain || matters(first), "{c:?}");
        }
    }
}
