//! Rows of cells: CSV, and its kin with semicolons or tabs.

use std::borrow::Cow;
use std::sync::Arc;

use csv::{Reader, ReaderBuilder, StringRecord};
use dabiao_model::{Code, Diagnostic, RecordRow, RecordSheet};

use crate::file_name::FileName;
use crate::layout::Layout;
use crate::lines::Lines;
use crate::output::Output;
use crate::quotes::{self, QuoteFault};
use crate::table::{Cell, Heading, Row, headings};
use crate::{Limits, sheet};

/// Reads a CSV text that is not blank.
pub(crate) fn read(file: &FileName, text: &str, limits: &Limits, output: &mut Output<'_>) {
    let lines = Lines::of(text);
    let mut opened = match Opened::new(file, text, &lines) {
        Ok(opened) => opened,
        Err(fault) => return output.faults.push(*fault),
    };
    let headings = std::mem::take(&mut opened.headings);
    let layout = Layout::of(&headings);
    let mut table = layout.table(file, headings, &file.row(opened.line), &mut output.faults);
    for record in opened.records {
        let line = record.as_ref().map_or_else(|fault| fault.line, |record| record.line);
        if !output.may_go_on(output.values, limits, || file.row(line)) {
            break;
        }
        match whole(file, record, &opened.columns) {
            Err(fault) => output.faults.push(*fault),
            Ok(record) => table.read(&record.row(&opened.columns), output),
        }
    }
}

/// Reads a CSV text that is not blank as records.
pub(crate) fn sheet(file: &FileName, text: &str, limits: &Limits) -> (RecordSheet, Vec<Diagnostic>) {
    let lines = Lines::of(text);
    let mut faults = Vec::new();
    let opened = match Opened::new(file, text, &lines) {
        Ok(opened) => opened,
        Err(fault) => return (sheet::begun(file, Vec::new(), &mut faults), vec![*fault]),
    };
    let mut sheet = sheet::begun(file, opened.headings, &mut faults);
    let mut values = 0_usize;
    for record in opened.records {
        let line = record.as_ref().map_or_else(|fault| fault.line, |record| record.line);
        values = values.saturating_add(opened.columns.len());
        if values > limits.values {
            let fault = Diagnostic::new(Code::TooMuchData, file.row(line)).variant("values");
            faults.push(fault.with("limit", limits.values));
            break;
        }
        match whole(file, record, &opened.columns) {
            Err(fault) => faults.push(*fault),
            Ok(record) => {
                let cells = record.cells.iter().map(|cell| cell.trim().to_string()).collect();
                sheet.rows.push(RecordRow { line: record.line, cells });
            }
        }
    }
    (sheet, faults)
}

/// A CSV text whose headings have been read.
struct Opened<'t> {
    /// The line of the headings.
    line: u64,
    headings: Vec<Heading>,
    /// How places name the columns.
    columns: Vec<Arc<str>>,
    records: Records<'t>,
}

impl<'t> Opened<'t> {
    fn new(file: &FileName, text: &'t str, lines: &'t Lines) -> Result<Opened<'t>, Box<Diagnostic>> {
        let delimiter = delimiter(text).map_err(|offset| {
            let fault = Diagnostic::new(Code::BrokenFile, file.row(lines.line(offset)));
            Box::new(fault.variant("full-width"))
        })?;
        let mut records = Records { text, lines, delimiter, base: 0, reader: reader(text, delimiter) };
        let heading = match records.next() {
            Some(Ok(heading)) => heading,
            Some(Err(fault)) => return Err(Box::new(fault.diagnostic(file, &[]))),
            None => return Err(Box::new(Diagnostic::new(Code::BrokenFile, file.place()).variant("empty"))),
        };
        let (headings, columns) = headings(file, heading.line, heading.cells.iter());
        Ok(Opened { line: heading.line, headings, columns, records })
    }
}

/// A record with a cell under each heading.
fn whole(
    file: &FileName,
    record: Result<Record, Fault>,
    columns: &[Arc<str>],
) -> Result<Record, Box<Diagnostic>> {
    let record = record.map_err(|fault| Box::new(fault.diagnostic(file, columns)))?;
    if record.cells.len() == columns.len() {
        return Ok(record);
    }
    let fault = Diagnostic::new(Code::BrokenFile, file.row(record.line)).variant("ragged");
    Err(Box::new(fault.with("found", record.cells.len()).with("expected", columns.len())))
}

/// What parts the cells: a comma, or where the heading row has none outside quotes, the more frequent of
/// semicolons and tabs. An error gives the place of a full-width one that seems to be
/// meant.
fn delimiter(text: &str) -> Result<u8, usize> {
    let blank = text.len().saturating_sub(text.trim_start_matches(['\n', '\r', ' ']).len());
    let heading = text.get(blank..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    // Every other stretch between quotes lies outside them.
    let outside = || heading.split('"').step_by(2);
    let count = |wanted: char| outside().map(|part| part.matches(wanted).count()).sum::<usize>();
    match (count(','), count(';'), count('\t')) {
        (0, 0, 0) => match heading.find(['，', '；']) {
            Some(offset) => Err(blank.saturating_add(offset)),
            None => Ok(b','),
        },
        (0, semicolons, tabs) if semicolons >= tabs => Ok(b';'),
        (0, ..) => Ok(b'\t'),
        _ => Ok(b','),
    }
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// The records of a text that are not blank. Behind a faulty quote, reading goes on in the next line.
struct Records<'t> {
    text: &'t str,
    lines: &'t Lines,
    delimiter: u8,
    /// Where the text of `reader` begins.
    base: usize,
    reader: Reader<&'t [u8]>,
}

struct Record {
    line: u64,
    cells: StringRecord,
}

/// A faulty quote and its line.
struct Fault {
    line: u64,
    quote: QuoteFault,
}

impl Iterator for Records<'_> {
    type Item = Result<Record, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut cells = StringRecord::new();
        loop {
            let from = self.offset();
            // The bytes come from a text in memory, so that no reading can fail.
            if !self.reader.read_record(&mut cells).unwrap_or(false) {
                return None;
            }
            let raw = self.text.get(from..self.offset()).unwrap_or_default();
            let record = raw.trim_start_matches(['\n', '\r']);
            let start = from.saturating_add(raw.len().saturating_sub(record.len()));
            if let Some(quote) = quotes::check(record, self.delimiter) {
                let opened = start.saturating_add(quote.offset);
                self.restart(self.lines.next_start(opened).unwrap_or(self.text.len()));
                return Some(Err(Fault { line: self.lines.line(opened), quote }));
            }
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(Ok(Record { line: self.lines.line(start), cells }));
            }
        }
    }
}

impl Records<'_> {
    /// How far the text has been read.
    fn offset(&self) -> usize {
        let read = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        self.base.saturating_add(read).min(self.text.len())
    }

    fn restart(&mut self, base: usize) {
        self.base = base;
        self.reader = reader(self.text.get(base..).unwrap_or_default(), self.delimiter);
    }
}

impl Record {
    fn row<'r>(&'r self, columns: &'r [Arc<str>]) -> Row<'r> {
        let cells = self.cells.iter().zip(columns).enumerate().map(|(heading, (text, column))| Cell {
            heading,
            text: Cow::Borrowed(text.trim()),
            line: self.line,
            column: Cow::Borrowed(column),
        });
        Row { line: self.line, cells: cells.collect(), is_sound: true }
    }
}

impl Fault {
    fn diagnostic(&self, file: &FileName, columns: &[Arc<str>]) -> Diagnostic {
        let row = || file.row(self.line);
        let place = columns.get(self.quote.cell).map_or_else(row, |column| file.cell(self.line, column));
        let variant = if self.quote.is_open { "open-quote" } else { "text-behind-quote" };
        Diagnostic::new(Code::BrokenFile, place).variant(variant)
    }
}
