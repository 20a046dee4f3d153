//! Lines and columns as editors count them.

use dabiao_model::Span;

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16: a Chinese character counts one, one beyond the basic plane two.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

/// A place in a text; both counts begin at 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// How much of the line lies before the place.
    pub column: u32,
}

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines. `\n`, `\r\n` and a lone `\r` end one, as in the protocol of language servers.
    #[must_use]
    pub fn of(text: &str) -> Lines {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at.saturating_add(1)) != Some(&b'\n'),
            _ => false,
        });
        Lines { starts: std::iter::once(0).chain(ends.map(|(at, _)| at.saturating_add(1))).collect() }
    }

    /// The place of a byte; one beyond the text is its end.
    ///
    /// ```
    /// use dabiao_ide::{Encoding, Lines, Position};
    /// let text = "目标 x\n𠀀 y";
    /// let lines = Lines::of(text);
    /// let at = text.find('y').unwrap();
    /// let column = |encoding| lines.position(text, at, encoding);
    /// assert_eq!(column(Encoding::Utf16), Position { line: 1, column: 3 });
    /// assert_eq!(column(Encoding::Utf8), Position { line: 1, column: 5 });
    /// assert_eq!(lines.offset(text, Position { line: 1, column: 3 }, Encoding::Utf16), at);
    /// ```
    #[must_use]
    pub fn position(&self, text: &str, offset: usize, encoding: Encoding) -> Position {
        let offset =
            (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let before = text.get(start..offset).unwrap_or_default();
        let column = match encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.encode_utf16().count(),
            Encoding::Utf32 => before.chars().count(),
        };
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Position { line: count(line), column: count(column) }
    }

    /// The byte of a place. A column behind the end of its line is that end, one inside a character its beginning, and
    /// a line behind the last the end of the text.
    #[must_use]
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX);
        let Some(start) = self.starts.get(line).copied() else { return text.len() };
        let end = self.starts.get(line.saturating_add(1)).copied().unwrap_or(text.len());
        let content = text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        let wanted = usize::try_from(position.column).unwrap_or(usize::MAX);
        let mut column = 0_usize;
        for (at, c) in content.char_indices() {
            let width = match encoding {
                Encoding::Utf8 => c.len_utf8(),
                Encoding::Utf16 => c.len_utf16(),
                Encoding::Utf32 => 1,
            };
            column = column.saturating_add(width);
            if column > wanted {
                return start.saturating_add(at);
            }
        }
        start.saturating_add(content.len())
    }

    /// Both ends of a span.
    #[must_use]
    pub fn range(&self, text: &str, span: Span, encoding: Encoding) -> (Position, Position) {
        let range = span.range();
        (self.position(text, range.start, encoding), self.position(text, range.end, encoding))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every place of a text comes back from each way of counting.
    #[test]
    fn places_come_back() {
        let text = "目标 a ≥ 90％\r\n\r\n  标题：「𠀀乙」 # é\rlast\n";
        let lines = Lines::of(text);
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let position = lines.position(text, at, encoding);
                let back = lines.offset(text, position, encoding);
                let is_line_end = c == '\n' || c == '\r';
                assert!(back == at || is_line_end && back < at, "{at} {encoding:?} {position:?} {back}");
            }
        }
    }

    #[test]
    fn places_outside_are_held_at_the_edge() {
        let text = "目\nab";
        let lines = Lines::of(text);
        for (line, column, encoding, offset) in [
            (0, 9, Encoding::Utf16, 3),
            (0, 2, Encoding::Utf8, 0),
            (1, 1, Encoding::Utf16, 5),
            (7, 0, Encoding::Utf16, 6),
        ] {
            assert_eq!(lines.offset(text, Position { line, column }, encoding), offset);
        }
    }
}
