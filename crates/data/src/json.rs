//! Objects and arrays of objects: JSON.

use dabiao_model::{Code, Diagnostic, RecordRow, RecordSheet, brief};
use serde_json::value::RawValue;

use crate::file_name::FileName;
use crate::json_rows::Rows;
use crate::json_text::{JsonText, Kind};
use crate::layout::Layout;
use crate::{Column, Limits, Loaded, sheet};

/// Reads a JSON text that is not blank.
pub(crate) fn read(file: &FileName, text: &str, limits: &Limits) -> Loaded {
    let json = JsonText::new(file, text);
    let mut loaded = Loaded::default();
    let read = json.root().and_then(|root| read_root(&json, root, limits, &mut loaded));
    loaded.faults.extend(read.err().map(|fault| *fault));
    loaded
}

fn read_root<'t>(
    json: &'t JsonText<'t>,
    root: &'t RawValue,
    limits: &Limits,
    loaded: &mut Loaded,
) -> Result<(), Box<Diagnostic>> {
    match Kind::of(root) {
        Kind::Array => read_rows(json, root, "", None, limits, loaded),
        Kind::Object => {
            let entries = json.entries(root)?;
            if entries.iter().any(|(key, value)| part(key, value).is_some()) {
                return read_document(json, entries, limits, loaded);
            }
            read_table(json, vec![(String::new(), root)], None, limits, loaded);
            Ok(())
        }
        _ => {
            let fault = Diagnostic::new(Code::BrokenFile, json.file.row(json.line(root)));
            Err(Box::new(fault.variant("no-object").with("text", brief(root.get()))))
        }
    }
}

/// Reads a JSON text that is not blank as records: an array of objects, or one object.
pub(crate) fn sheet(file: &FileName, text: &str, limits: &Limits) -> (RecordSheet, Vec<Diagnostic>) {
    let json = JsonText::new(file, text);
    let mut loaded = Loaded::default();
    let mut rows = Rows::of_records(&json);
    let added = json.root().and_then(|root| add_records(&json, root, limits, &mut rows, &mut loaded));
    loaded.faults.extend(added.err().map(|fault| *fault));
    let width = rows.headings.len();
    let mut sheet = sheet::begun(file, rows.headings, &mut loaded.faults);
    sheet.rows.extend(rows.rows.into_iter().map(|row| {
        let mut cells = vec![String::new(); width];
        for cell in row.cells {
            if let Some(text) = cells.get_mut(cell.heading) {
                *text = cell.text.into_owned();
            }
        }
        RecordRow { line: row.line, cells }
    }));
    (sheet, loaded.faults)
}

fn add_records<'t>(
    json: &'t JsonText<'t>,
    root: &'t RawValue,
    limits: &Limits,
    rows: &mut Rows<'t>,
    loaded: &mut Loaded,
) -> Result<(), Box<Diagnostic>> {
    let objects = match Kind::of(root) {
        Kind::Array => objects(json, root, "", limits, loaded)?,
        Kind::Object => vec![(String::new(), root)],
        _ => {
            let fault = Diagnostic::new(Code::BrokenFile, json.file.row(json.line(root)));
            return Err(Box::new(fault.variant("no-object").with("text", brief(root.get()))));
        }
    };
    for (place, object) in objects {
        if !loaded.may_go_on(rows.cells, limits, || json.file.row(json.line(object))) {
            break;
        }
        rows.add(&place, object, limits, &mut loaded.faults);
    }
    Ok(())
}

/// A part of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Rows,
    Entities,
}

/// The part of a document that an array under a key is.
fn part(key: &str, value: &RawValue) -> Option<Part> {
    let key = key.trim();
    match Kind::of(value) {
        Kind::Array if key == "rows" || key == "数据" => Some(Part::Rows),
        Kind::Array if key == "entities" || Column::of_heading(key) == Some(Column::Entity) => {
            Some(Part::Entities)
        }
        _ => None,
    }
}

fn read_document<'t>(
    json: &'t JsonText<'t>,
    entries: Vec<(String, &'t RawValue)>,
    limits: &Limits,
    loaded: &mut Loaded,
) -> Result<(), Box<Diagnostic>> {
    let mut seen = Vec::new();
    for (key, value) in entries {
        let refused = |code, variant| {
            let place = json.file.cell(json.line(value), &key.as_str().into());
            Diagnostic::new(code, place).variant(variant).with("name", key.trim())
        };
        match part(&key, value) {
            None => loaded.faults.push(refused(Code::MissingColumn, "misplaced-document")),
            Some(part) if seen.contains(&part) => loaded.faults.push(refused(Code::BrokenFile, "key-twice")),
            Some(part) => {
                seen.push(part);
                let layout = (part == Part::Entities).then_some(Layout::Entities);
                read_rows(json, value, &key, layout, limits, loaded)?;
            }
        }
    }
    Ok(())
}

fn read_rows<'t>(
    json: &'t JsonText<'t>,
    array: &'t RawValue,
    place: &str,
    layout: Option<Layout>,
    limits: &Limits,
    loaded: &mut Loaded,
) -> Result<(), Box<Diagnostic>> {
    let objects = objects(json, array, place, limits, loaded)?;
    read_table(json, objects, layout, limits, loaded);
    Ok(())
}

/// The objects of an array, each with its key path; anything else in it is a fault.
fn objects<'t>(
    json: &'t JsonText<'t>,
    array: &'t RawValue,
    place: &str,
    limits: &Limits,
    loaded: &mut Loaded,
) -> Result<Vec<(String, &'t RawValue)>, Box<Diagnostic>> {
    let mut objects = Vec::new();
    for (index, value) in json.elements(array)?.into_iter().enumerate() {
        let place = format!("{place}[{index}]");
        if Kind::of(value) == Kind::Object {
            objects.push((place, value));
        } else if loaded.may_go_on(0, limits, || json.file.row(json.line(value))) {
            let fault = Diagnostic::new(Code::BrokenFile, json.file.cell(json.line(value), &place.into()));
            loaded.faults.push(fault.variant("no-row").with("text", brief(value.get())));
        } else {
            break;
        }
    }
    Ok(objects)
}

/// Reads objects, each with its key path, as the rows of one table; without a `layout` their keys tell it.
fn read_table<'t>(
    json: &'t JsonText<'t>,
    objects: Vec<(String, &'t RawValue)>,
    layout: Option<Layout>,
    limits: &Limits,
    loaded: &mut Loaded,
) {
    let Some(first) = objects.first().map(|(_, object)| json.line(object)) else { return };
    let mut rows = Rows::new(json);
    for (place, object) in objects {
        if !loaded.may_go_on(rows.cells, limits, || json.file.row(json.line(object))) {
            break;
        }
        rows.add(&place, object, limits, &mut loaded.faults);
    }
    let Rows { headings, rows, .. } = rows;
    let layout = layout.unwrap_or_else(|| Layout::of(&headings));
    let mut table = layout.table(json.file, headings, &json.file.row(first), &mut loaded.faults);
    for row in rows {
        if !loaded.may_go_on(0, limits, || json.file.row(row.line)) {
            break;
        }
        table.read(&row, loaded);
    }
}
