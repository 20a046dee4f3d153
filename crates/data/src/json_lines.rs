//! One object a line: JSON lines.

use dabiao_model::{Code, Diagnostic, RecordSheet, brief};
use serde_json::value::RawValue;

use crate::file_name::FileName;
use crate::json_text::{JsonText, Kind};
use crate::output::Output;
use crate::{Limits, json};

/// Reads a text of one object a line that is not blank.
pub(crate) fn read(file: &FileName, text: &str, limits: &Limits, output: &mut Output<'_>) {
    let json = JsonText::new(file, text);
    let objects = objects(&json, text, limits, &mut output.faults);
    json::read_table(&json, objects, None, limits, output);
}

/// Reads a text of one object a line as records.
pub(crate) fn sheet(file: &FileName, text: &str, limits: &Limits) -> (RecordSheet, Vec<Diagnostic>) {
    let json = JsonText::new(file, text);
    let mut faults = Vec::new();
    let objects = objects(&json, text, limits, &mut faults);
    let (sheet, more) = json::records(&json, objects, limits);
    faults.extend(more);
    (sheet, faults)
}

/// The objects, and what is wrong with the lines that hold none. A line that is faulty spoils no other.
fn objects<'t>(
    json: &'t JsonText<'t>,
    text: &'t str,
    limits: &Limits,
    faults: &mut Vec<Diagnostic>,
) -> Vec<(String, &'t RawValue)> {
    let mut objects = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if faults.len() > limits.faults {
            break;
        }
        match json.value(line) {
            Err(fault) => faults.push(*fault),
            Ok(value) if Kind::of(value) == Kind::Object => objects.push((String::new(), value)),
            Ok(value) => {
                let fault = Diagnostic::new(Code::BrokenFile, json.file.row(json.line(value)));
                faults.push(fault.variant("no-row").with("text", brief(value.get())));
            }
        }
    }
    objects
}
