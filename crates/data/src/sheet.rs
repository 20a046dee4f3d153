//! Files of records: one record a row, one column a heading.

use std::path::Path;

use dabiao_model::{Code, Diagnostic, RecordSheet};

#[cfg(feature = "csv")]
use crate::csv;
use crate::file_name::FileName;
use crate::read::{bytes_within, text_of};
use crate::table::Heading;
#[cfg(feature = "xlsx")]
use crate::xlsx;
use crate::{Format, Limits, json, json_lines};

/// Reads a file of records within the default [`Limits`]; its name's ending tells the format.
///
/// # Errors
/// Everything that keeps the file or a row of it from being read.
///
/// ```
/// let faults = dabiao_data::read_sheet("no/such/samples.csv").unwrap_err();
/// assert_eq!(faults[0].code.as_str(), "E0708");
/// ```
pub fn read_sheet(path: impl AsRef<Path>) -> Result<RecordSheet, Vec<Diagnostic>> {
    let limits = Limits::default();
    let name = path.as_ref().to_string_lossy();
    let (bytes, format) = bytes_within(path.as_ref(), &limits).map_err(|fault| vec![*fault])?;
    read_sheet_bytes(&name, &bytes, format, &limits)
}

/// Reads records from bytes; `file_name` is shown and never opened. But for a workbook, they must be UTF-8 text.
///
/// # Errors
/// As for [`read_sheet`].
///
/// ```
/// use dabiao_data::{Format, Limits, read_sheet_bytes};
/// let text = "entity,outcome\nnorth,pass\n";
/// let sheet = read_sheet_bytes("samples.csv", text.as_bytes(), Format::Csv, &Limits::default()).unwrap();
/// assert_eq!((sheet.source.as_str(), sheet.rows[0].line), ("samples.csv", 2));
/// assert_eq!(sheet.rows[0].cells, ["north", "pass"]);
/// ```
pub fn read_sheet_bytes(
    file_name: &str,
    bytes: &[u8],
    format: Format,
    limits: &Limits,
) -> Result<RecordSheet, Vec<Diagnostic>> {
    let file = FileName::new(file_name);
    let text = || text_of(&file, bytes, limits).map_err(|fault| vec![*fault]);
    let (sheet, mut faults) = match format {
        #[cfg(feature = "csv")]
        Format::Csv => csv::sheet(&file, &text()?, limits),
        Format::Json => json::sheet(&file, &text()?, limits),
        Format::JsonLines => json_lines::sheet(&file, &text()?, limits),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => xlsx::records(file_name, bytes, limits),
    };
    if faults.is_empty() {
        return Ok(sheet);
    }
    if faults.len() > limits.faults {
        let fault = Diagnostic::new(Code::TooMuchData, file.place()).variant("faults");
        faults.truncate(limits.faults);
        faults.push(fault.with("limit", limits.faults));
    }
    Err(faults)
}

/// An empty sheet under its headings. A heading that stands twice is a fault.
pub(crate) fn begun(file: &FileName, headings: Vec<Heading>, faults: &mut Vec<Diagnostic>) -> RecordSheet {
    let mut named: Vec<(String, dabiao_model::Place)> = Vec::new();
    for heading in headings {
        if let Some((name, first)) =
            named.iter().find(|(name, _)| !name.is_empty() && **name == *heading.name)
        {
            let fault = Diagnostic::new(Code::MissingColumn, heading.place.clone()).variant("repeated");
            let fault = fault.with("name", name).with("first", name);
            faults.push(fault.note(first.clone(), "note-also-here"));
        }
        named.push((heading.name.to_string(), heading.place));
    }
    RecordSheet { source: file.base().to_string(), place: file.place(), headings: named, rows: Vec::new() }
}
