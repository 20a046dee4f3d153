//! Where a large text file can be parted, so that its pieces are read beside each other.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// A stretch of a file that begins and ends with whole lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) start: u64,
    pub(super) end: u64,
    /// The number of its first line.
    pub(super) line: u64,
}

/// Files below this size are read in one piece.
const SMALL: u64 = 8 * 1024 * 1024;

/// Parts a file into at most so many pieces. A file with quotes stays whole, since a quoted text can hold line ends.
pub(super) fn pieces(path: &Path, wanted: u64, has_quotes: bool) -> io::Result<Vec<Piece>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let whole = vec![Piece { start: 0, end: length, line: 1 }];
    let size = length.checked_div(wanted.max(1)).unwrap_or(length).saturating_add(1);
    if wanted <= 1 || length < SMALL {
        return Ok(whole);
    }
    let mut pieces = Vec::new();
    let mut piece = Piece { start: 0, end: length, line: 1 };
    let (mut offset, mut line) = (0_u64, 1_u64);
    let mut buffer = vec![0; 256 * 1024];
    file.seek(SeekFrom::Start(0))?;
    loop {
        let read = file.read(&mut buffer)?;
        let bytes = buffer.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        if has_quotes && bytes.contains(&b'"') {
            return Ok(whole);
        }
        for byte in bytes {
            offset = offset.saturating_add(1);
            if *byte == b'\n' {
                line = line.saturating_add(1);
                if offset.saturating_sub(piece.start) >= size {
                    pieces.push(Piece { end: offset, ..piece });
                    piece = Piece { start: offset, end: length, line };
                }
            }
        }
    }
    if piece.start < length {
        pieces.push(piece);
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn large_files_are_parted_at_line_ends() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        let line = format!("{}\n", "x".repeat(1023));
        for _ in 0..9 * 1024 {
            file.write_all(line.as_bytes()).unwrap();
        }
        let pieces = pieces(file.path(), 2, true).unwrap();
        assert_eq!(pieces.len(), 2);
        assert_eq!(pieces[0].end, pieces[1].start);
        assert_eq!(pieces[1].line, pieces[1].start / 1024 + 1);
        file.write_all(b"\"a\nb\"\n").unwrap();
        assert_eq!(super::pieces(file.path(), 2, true).unwrap().len(), 1);
        assert_eq!(super::pieces(file.path(), 2, false).unwrap().len(), 2);
    }
}
