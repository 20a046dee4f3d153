//! Rows of cells.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Take};
use std::path::Path;
use std::sync::Arc;

use csv::{ByteRecord, Reader, ReaderBuilder};
use dabiao_model::{Code, Diagnostic, Place, nfc};

use super::file::{Source, TextFile, beginning};
use super::survey::Piece;

/// What parts the cells of a file, and its headings.
pub(super) fn headings(path: &Path, shown: &Arc<str>) -> Result<(u8, Vec<Arc<str>>), Vec<Diagnostic>> {
    let bytes = beginning(path, shown)?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let place = Place::Cell { file: Arc::clone(shown), row: 1, column: None };
    let fault = |variant| vec![Diagnostic::new(Code::BrokenFile, place.clone()).variant(variant)];
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = delimiter(first);
    let mut reader = ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes);
    let mut record = ByteRecord::new();
    let is_there = reader.read_byte_record(&mut record).is_ok_and(|is_there| is_there);
    if !is_there {
        return Err(fault("empty"));
    }
    let mut headings: Vec<Arc<str>> = Vec::new();
    for cell in &record {
        let heading = std::str::from_utf8(cell).map_err(|_| fault("not-utf8"))?;
        let heading = nfc(heading.trim());
        if !heading.is_empty() && headings.iter().any(|known| **known == *heading) {
            let repeated = Diagnostic::new(Code::MissingColumn, place).variant("repeated");
            return Err(vec![repeated.with("name", &*heading).with("first", &*heading)]);
        }
        headings.push(heading.into());
    }
    Ok((delimiter, headings))
}

/// A comma; where the headings have none outside quotes, whichever of semicolons and tabs they have more of.
fn delimiter(headings: &[u8]) -> u8 {
    let count = |wanted: u8| {
        let mut is_quoted = false;
        let outside = headings.iter().filter(|byte| {
            is_quoted ^= **byte == b'"';
            !is_quoted && **byte == wanted
        });
        outside.count()
    };
    match (count(b','), count(b';'), count(b'\t')) {
        (0, semicolons, tabs) if tabs > semicolons => b'\t',
        (0, semicolons, _) if semicolons > 0 => b';',
        _ => b',',
    }
}

/// The rows of a piece of a file.
pub(super) struct Rows {
    file: Arc<TextFile>,
    reader: Reader<Take<BufReader<File>>>,
    record: ByteRecord,
    /// The line before the piece.
    before: u64,
}

impl Rows {
    pub(super) fn open(file: Arc<TextFile>, piece: Piece) -> std::io::Result<Rows> {
        let mut opened = BufReader::with_capacity(256 * 1024, File::open(&file.path)?);
        opened.seek(SeekFrom::Start(piece.start))?;
        let text = opened.take(piece.end.saturating_sub(piece.start));
        let mut builder = ReaderBuilder::new();
        builder.has_headers(piece.start == 0).flexible(true).delimiter(file.delimiter);
        let before = piece.line.saturating_sub(1);
        Ok(Rows { reader: builder.from_reader(text), record: ByteRecord::new(), before, file })
    }

    /// The next row: its line, and what is wrong with its form; its texts are then in [`Rows::text`].
    pub(super) fn next(&mut self) -> Option<(u64, Result<(), Box<Diagnostic>>)> {
        loop {
            let position = self.reader.position().line();
            let read = self.reader.read_byte_record(&mut self.record);
            let line = self.record.position().map_or(position, csv::Position::line);
            let line = self.before.saturating_add(line);
            match read {
                Ok(false) => return None,
                Err(error) => {
                    let fault = Diagnostic::new(Code::BrokenFile, self.file.row(line)).variant("unreadable");
                    let fault = fault.with("name", &*self.file.shown).with("reason", error.to_string());
                    return Some((line, Err(Box::new(fault))));
                }
                // A row of empty cells is no record.
                Ok(true) if self.record.iter().all(<[u8]>::is_empty) => {}
                Ok(true) => return Some((line, self.sound(line))),
            }
        }
    }

    /// The text of a column that is read.
    pub(super) fn text<'a>(&'a self, source: &'a Source) -> &'a str {
        match source {
            Source::Folder(text) => text,
            Source::Heading(at) => {
                self.record.get(*at).and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or("")
            }
        }
    }

    fn sound(&self, line: u64) -> Result<(), Box<Diagnostic>> {
        let (found, expected) = (self.record.len(), self.file.headings.len());
        let fault = || Diagnostic::new(Code::BrokenFile, self.file.row(line));
        if found != expected {
            let fault = fault().variant("ragged");
            return Err(Box::new(fault.with("found", found).with("expected", expected)));
        }
        if std::str::from_utf8(self.record.as_slice()).is_err() {
            return Err(Box::new(fault().variant("not-utf8")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::delimiter;

    #[test]
    fn cells_are_parted_as_the_headings_are() {
        for (headings, parted) in
            [("a,b;c", b','), ("a;b;c\td", b';'), ("a\tb\tc;d", b'\t'), ("a", b','), ("\"a,b\";c", b';')]
        {
            assert_eq!(delimiter(headings.as_bytes()), parted, "{headings}");
        }
    }
}
