//! Rows of cells that are in memory under their headings.

use std::borrow::Cow;
use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, RecordRow, RecordSheet};

use crate::file_name::FileName;
use crate::layout::Layout;
use crate::output::Output;
use crate::table::{Cell, Row, headings};
use crate::{Limits, sheet};

/// A table as a sheet has it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    /// The row of the headings, counted from 1.
    pub(crate) line: u64,
    pub(crate) headings: Vec<String>,
    /// The rows below that are not blank.
    pub(crate) rows: Vec<GridRow>,
}

/// A row with a cell under each heading.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct GridRow {
    pub(crate) line: u64,
    pub(crate) cells: Vec<GridCell>,
}

/// What a cell says, or why it says nothing that could be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum GridCell {
    /// Trimmed.
    Text(String),
    /// It shows an error, `#DIV/0!`.
    Error(String),
    /// It lies under several headings at once.
    Wide,
}

impl Grid {
    /// Reads the table in whatever layout its headings tell.
    pub(crate) fn read(&self, file: &FileName, limits: &Limits, output: &mut Output<'_>) {
        let (headings, columns) = headings(file, self.line, self.headings.iter().map(String::as_str));
        let layout = Layout::of(&headings);
        let mut table = layout.table(file, headings, &file.row(self.line), &mut output.faults);
        for row in &self.rows {
            if !output.may_go_on(output.values, limits, || file.row(row.line)) {
                break;
            }
            let known_faults = output.faults.len();
            output.faults.extend(row.faults(file, &columns));
            let is_sound = output.faults.len() == known_faults;
            table.read(&Row { line: row.line, cells: row.cells(&columns), is_sound }, output);
        }
    }

    /// Reads the table as records.
    pub(crate) fn sheet(&self, file: &FileName, limits: &Limits) -> (RecordSheet, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        let (headings, columns) = headings(file, self.line, self.headings.iter().map(String::as_str));
        let mut sheet = sheet::begun(file, headings, &mut faults);
        let mut values = 0_usize;
        for row in &self.rows {
            values = values.saturating_add(row.cells.len());
            if values > limits.values {
                let fault = Diagnostic::new(Code::TooMuchData, file.row(row.line)).variant("values");
                faults.push(fault.with("limit", limits.values));
                break;
            }
            faults.extend(row.faults(file, &columns));
            let cells = row.cells.iter().map(|cell| cell.text().to_string()).collect();
            sheet.rows.push(RecordRow { line: row.line, cells });
        }
        (sheet, faults)
    }
}

impl GridRow {
    fn cells<'r>(&'r self, columns: &'r [Arc<str>]) -> Vec<Cell<'r>> {
        let cells = self.cells.iter().zip(columns).enumerate().map(|(heading, (cell, column))| Cell {
            heading,
            text: Cow::Borrowed(cell.text()),
            line: self.line,
            column: Cow::Borrowed(column),
        });
        cells.collect()
    }

    fn faults(&self, file: &FileName, columns: &[Arc<str>]) -> Vec<Diagnostic> {
        let fault = |column: &Arc<str>| Diagnostic::new(Code::BrokenFile, file.cell(self.line, column));
        let cells = self.cells.iter().zip(columns);
        let faults = cells.filter_map(|(cell, column)| match cell {
            GridCell::Text(_) => None,
            GridCell::Error(text) => Some(fault(column).variant("cell-error").with("text", text)),
            GridCell::Wide => Some(fault(column).variant("wide-cell")),
        });
        faults.collect()
    }
}

impl GridCell {
    /// What is read of the cell; nothing where it has a fault.
    pub(crate) fn text(&self) -> &str {
        match self {
            GridCell::Text(text) => text,
            GridCell::Error(_) | GridCell::Wide => "",
        }
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self, GridCell::Text(text) if text.is_empty())
    }
}
