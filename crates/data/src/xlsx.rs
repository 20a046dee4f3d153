//! Workbooks: XLSX.

mod book;
mod decimal;
mod number_format;
mod size;
mod tables;
mod value;

use dabiao_model::{Code, Diagnostic, Intake, RecordSheet, Wording};

use crate::file_name::FileName;
use crate::grid::Grid;
use crate::output::{Output, in_order};
use crate::{Limits, sheet};
use book::Book;

/// The path of a workbook's file, and the sheet that a name behind it picks: `metrics.xlsx#2011`.
pub(crate) fn split(name: &str) -> (&str, Option<&str>) {
    let is_book = |path: &str| {
        let path = path.to_ascii_lowercase();
        path.ends_with(".xlsx") || path.ends_with(".xlsm")
    };
    match name.rsplit_once('#') {
        Some((path, sheet)) if is_book(path) => (path, Some(sheet)),
        _ => (name, None),
    }
}

/// Reads every table of a workbook, or that of the sheet that the name picks.
pub(crate) fn read(name: &str, bytes: &[u8], limits: &Limits, intake: &mut dyn Intake) -> Vec<Diagnostic> {
    let tables = match tables(name, bytes, limits) {
        Ok(tables) => tables,
        Err(fault) => return vec![*fault],
    };
    let mut faults = Vec::new();
    let mut values = 0;
    for (file, grid) in tables {
        intake.file(file.full());
        let mut output = Output::new(intake);
        output.values = values;
        grid.read(&file, limits, &mut output);
        values = output.values;
        faults.extend(in_order(output.faults, limits));
    }
    faults
}

/// Reads the one table of a workbook, or that of the sheet that the name picks, as records.
pub(crate) fn records(name: &str, bytes: &[u8], limits: &Limits) -> (RecordSheet, Vec<Diagnostic>) {
    let file = FileName::new(name);
    let refused = |fault| (sheet::begun(&file, Vec::new(), &mut Vec::new()), vec![fault]);
    let mut tables = match tables(name, bytes, limits) {
        Ok(tables) => tables,
        Err(fault) => return refused(*fault),
    };
    if tables.len() > 1 {
        let sheets = tables.iter().map(|(file, _)| Wording::quoted(file.base()));
        let fault = Diagnostic::new(Code::BrokenFile, file.place()).variant("sheets");
        return refused(fault.with("sheets", Wording::list(sheets)));
    }
    match tables.pop() {
        Some((file, grid)) => grid.sheet(&file, limits),
        None => refused(Diagnostic::new(Code::BrokenFile, file.place()).variant("no-table")),
    }
}

/// The tables of a workbook, each with the name that its places have.
fn tables(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<(FileName, Grid)>, Box<Diagnostic>> {
    let (path, picked) = split(name);
    let file = FileName::new(path);
    let mut book = Book::open(&file, bytes, limits)?;
    let mut found = Vec::new();
    for sheet in book.sheets(picked)? {
        if let Some(grid) = book.table(&sheet, limits)? {
            found.push((sheet, grid));
        }
    }
    if found.is_empty() {
        let fault = Diagnostic::new(Code::BrokenFile, FileName::new(name).place());
        return Err(Box::new(fault.variant("no-table")));
    }
    // One table is at home in its file; of several, each is told by its sheet.
    let is_one = found.len() == 1 && picked.is_none();
    let named = |sheet: String| if is_one { path.to_string() } else { format!("{path}#{sheet}") };
    Ok(found.into_iter().map(|(sheet, grid)| (FileName::new(&named(sheet)), grid)).collect())
}
