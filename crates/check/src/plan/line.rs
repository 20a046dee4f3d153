//! A text of the rules on one line.

/// A text without its comments and line breaks, and where its words stood before.
///
/// ```
/// use dabiao_check::Line;
/// let line = Line::new("a >= 1   # why\n    and b >= 2", 100);
/// assert_eq!(line.text(), "a >= 1 and b >= 2");
/// assert_eq!(line.place(119), Some(7), "where `and` stands");
/// assert_eq!(line.place(99), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// For each word where it stood and where it stands, in bytes, and how long it is.
    words: Vec<(usize, usize, usize)>,
}

impl Line {
    /// The text of a stretch that begins at `start`.
    #[must_use]
    pub fn new(text: &str, start: u32) -> Line {
        let start = byte(start);
        let mut line = Line { text: String::new(), words: Vec::new() };
        for word in words(text) {
            let stood = start.saturating_add(offset(text, word));
            line.text = join(line.text, word);
            line.words.push((stood, line.text.len().saturating_sub(word.len()), word.len()));
        }
        line
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where on the line stands what stood at a byte of its source; its end where that is the end of a word. `None`
    /// where no word stood there.
    #[must_use]
    pub fn place(&self, at: u32) -> Option<usize> {
        let at = byte(at);
        let holds = |(stood, _, length): &&(usize, usize, usize)| {
            (*stood..=stood.saturating_add(*length)).contains(&at)
        };
        let (stood, stands, _) = self.words.iter().find(holds)?;
        Some(at.saturating_sub(*stood).saturating_add(*stands).min(self.text.len()))
    }
}

/// A place of a span as one of a text.
fn byte(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// How far into a text one of its slices begins.
fn offset(text: &str, slice: &str) -> usize {
    slice.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

/// A text without its comments and line breaks.
pub(super) fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_string();
    }
    words(text).into_iter().fold(String::new(), join)
}

/// The words of a text that stand in no comment.
fn words(text: &str) -> Vec<&str> {
    fn without_comment(line: &str) -> &str {
        let mut quoted = None;
        let cut = line.char_indices().find(|(_, c)| match (quoted, *c) {
            (None, '#') => true,
            (None, '"') => {
                quoted = Some('"');
                false
            }
            (None, '「') => {
                quoted = Some('」');
                false
            }
            (Some(end), c) if c == end => {
                quoted = None;
                false
            }
            _ => false,
        });
        cut.and_then(|(at, _)| line.get(..at)).unwrap_or(line)
    }
    text.lines().map(without_comment).flat_map(str::split_whitespace).collect()
}

/// Whether a text is as it should be already: words with single spaces between them, and nothing that calls for a closer
/// look.
fn is_one_line(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'#' | b'"' | b'(' | b')' | b',');
    let mut before = b' ';
    let are_words = text.bytes().all(|byte| {
        let fits = is_plain(byte) || byte == b' ' && before != b' ';
        before = byte;
        fits
    });
    are_words && before != b' '
}

/// A word behind others. Brackets have no space and no last comma inside; Chinese punctuation has its space in itself.
fn join(mut text: String, word: &str) -> String {
    let closes = word.starts_with([')', '）']);
    if closes {
        text.truncate(text.trim_end_matches([',', '，']).len());
    }
    if !closes && !text.is_empty() && !text.ends_with(['(', '（', '，', '；', '：']) {
        text.push(' ');
    }
    text.push_str(word);
    text
}

#[cfg(test)]
mod tests {
    use super::{Line, one_line};

    #[test]
    fn texts_of_several_lines_stand_on_one() {
        for (written, shown) in [
            ("a >= 1   # why\n    and b >= 2", "a >= 1 and b >= 2"),
            ("at least 2 of (\n    a,\n    b,\n  )", "at least 2 of (a, b)"),
            ("阶梯 100％ → 40，\n  其余 → 0", "阶梯 100％ → 40，其余 → 0"),
            ("里程碑：  2008年 ≥ 85％", "里程碑：2008年 ≥ 85％"),
            ("全部（a，b）  且 c", "全部（a，b） 且 c"),
            ("「a # b」 ≥ 1", "「a # b」 ≥ 1"),
            ("a >= 1", "a >= 1"),
            ("a  >= 1 ", "a >= 1"),
            (" a", "a"),
            ("", ""),
        ] {
            assert_eq!(one_line(written), shown);
            assert_eq!(Line::new(written, 7).text(), shown);
        }
    }
}
