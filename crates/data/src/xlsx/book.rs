//! A workbook and its sheets.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use dabiao_model::{Code, Diagnostic, Wording};

use super::tables::{self, Area, Cells};
use super::{size, value};
use crate::Limits;
use crate::file_name::FileName;
use crate::grid::Grid;

/// An open workbook.
pub(super) struct Book<'b> {
    file: &'b FileName,
    xlsx: Xlsx<Cursor<&'b [u8]>>,
}

impl<'b> Book<'b> {
    pub(super) fn open(
        file: &'b FileName,
        bytes: &'b [u8],
        limits: &Limits,
    ) -> Result<Book<'b>, Box<Diagnostic>> {
        let too_large = || {
            let fault = Diagnostic::new(Code::TooMuchData, file.place());
            Box::new(fault.with("limit", limits.bytes))
        };
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.bytes {
            return Err(too_large());
        }
        match size::fits(bytes, limits.bytes) {
            Ok(true) => {}
            Ok(false) => return Err(too_large()),
            Err(error) => return Err(broken(file, &error.to_string())),
        }
        let xlsx = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(file, &error.to_string()))?;
        Ok(Book { file, xlsx })
    }

    /// The names of the sheets that people see, or the one that is picked.
    pub(super) fn sheets(&self, picked: Option<&str>) -> Result<Vec<String>, Box<Diagnostic>> {
        let all = self.xlsx.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let Some(picked) = picked else {
            let seen = all.filter(|sheet| sheet.visible == SheetVisible::Visible);
            return Ok(seen.map(|sheet| sheet.name.clone()).collect());
        };
        let names: Vec<String> = all.map(|sheet| sheet.name.clone()).collect();
        if let Some(name) = names.iter().find(|name| name.as_str() == picked) {
            return Ok(vec![name.clone()]);
        }
        let sheets = Wording::list(names.iter().map(|name| Wording::quoted(name.as_str())));
        let fault = Diagnostic::new(Code::BrokenFile, self.file.place()).variant("no-sheet");
        Err(Box::new(fault.with("name", picked).with("sheets", sheets)))
    }

    /// The table of a sheet, where it has one.
    pub(super) fn table(&mut self, sheet: &str, limits: &Limits) -> Result<Option<Grid>, Box<Diagnostic>> {
        let file = self.file;
        let told = |error: XlsxError| broken(file, &error.to_string());
        let merged = self.xlsx.merge_cells_by_sheet_name(sheet).map_err(told)?;
        let areas: Vec<Area> = merged.iter().map(|area| Area { from: area.start, to: area.end }).collect();
        let mut reader = self.xlsx.worksheet_cells_reader(sheet).map_err(told)?;
        let mut rows: Cells = BTreeMap::new();
        let mut count = 0_usize;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(told)? {
            let (row, column) = cell.get_position();
            let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
            let format = format.map_or("General", |format| format.format_code.as_str());
            let cell = value::cell(cell.get_value(), format);
            if cell.is_blank() {
                continue;
            }
            count = count.saturating_add(1);
            if count > limits.values {
                let place = file.row(u64::from(row).saturating_add(1));
                let fault = Diagnostic::new(Code::TooMuchData, place).variant("values");
                return Err(Box::new(fault.with("limit", limits.values)));
            }
            rows.entry(row).or_default().insert(column, cell);
        }
        Ok(tables::of(rows, &areas))
    }
}

fn broken(file: &FileName, reason: &str) -> Box<Diagnostic> {
    let fault = Diagnostic::new(Code::BrokenFile, file.place()).variant("workbook");
    Box::new(fault.with("reason", reason))
}
