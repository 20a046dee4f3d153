//! Where in a text a byte lies, as an editor counts.

/// The beginnings of a text's lines. A line ends in LF, CRLF or a lone CR.
#[derive(Debug)]
pub(crate) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Lines {
        let bytes = text.as_bytes();
        let following = bytes.iter().skip(1).copied().map(Some).chain([None]);
        let ends_line = |byte: u8, next: Option<u8>| byte == b'\n' || byte == b'\r' && next != Some(b'\n');
        let ends =
            bytes.iter().zip(following).enumerate().filter(|(_, (byte, next))| ends_line(**byte, *next));
        let starts = std::iter::once(0).chain(ends.map(|(offset, _)| offset.saturating_add(1)));
        Lines { starts: starts.collect() }
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn line(&self, offset: usize) -> u64 {
        u64::try_from(self.starts.partition_point(|start| *start <= offset)).unwrap_or(u64::MAX)
    }

    /// Where the line of a byte begins.
    pub(crate) fn start(&self, offset: usize) -> usize {
        self.starts
            .iter()
            .copied()
            .take(self.starts.partition_point(|start| *start <= offset))
            .next_back()
            .unwrap_or(0)
    }

    /// Where the line after that of a byte begins; `None` in the last line.
    #[cfg(any(test, feature = "csv"))]
    pub(crate) fn next_start(&self, offset: usize) -> Option<usize> {
        self.starts.get(self.starts.partition_point(|start| *start <= offset)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let lines = Lines::of("a\nb\r\nc\rd\n\ne");
        let counted: Vec<u64> = (0..=11).map(|offset| lines.line(offset)).collect();
        assert_eq!(counted, [1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6, 6]);
        assert_eq!((lines.start(3), lines.next_start(3), lines.next_start(10)), (2, Some(5), None));
    }
}
