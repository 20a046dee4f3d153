//! Objects and arrays of objects: JSON.

use dabiao_model::{Code, Diagnostic, RecordRow, RecordSheet, brief};
use serde_json::value::RawValue;

use crate::file_name::FileName;
use crate::json_rows::Rows;
use crate::json_text::{JsonText, Kind};
use crate::layout::Layout;
use crate::output::{Nothing, Output};
use crate::{Column, Limits, json_scan, sheet};

/// Reads a JSON text that is not blank.
pub(crate) fn read(file: &FileName, text: &str, limits: &Limits, output: &mut Output<'_>) {
    // The usual text is read in one go, once it has shown to be one.
    if json_scan::read(text, limits, &mut Nothing) {
        json_scan::read(text, limits, output.intake);
        return;
    }
    read_any(file, text, limits, output);
}

/// Reads a JSON text of any kind.
pub(crate) fn read_any(file: &FileName, text: &str, limits: &Limits, output: &mut Output<'_>) {
    let json = JsonText::new(file, text);
    let read = json.root().and_then(|root| read_root(&json, root, limits, output));
    output.faults.extend(read.err().map(|fault| *fault));
}

fn read_root<'t>(
    json: &'t JsonText<'t>,
    root: &'t RawValue,
    limits: &Limits,
    output: &mut Output<'_>,
) -> Result<(), Box<Diagnostic>> {
    match Kind::of(root) {
        Kind::Array => read_rows(json, root, "", None, limits, output),
        Kind::Object => {
            let entries = json.entries(root)?;
            if entries.iter().any(|(key, value)| part(key, value).is_some()) {
                return read_document(json, entries, limits, output);
            }
            read_table(json, vec![(String::new(), root)], None, limits, output);
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
    let mut nothing = Nothing;
    let mut output = Output::new(&mut nothing);
    let objects = json.root().and_then(|root| match Kind::of(root) {
        Kind::Array => objects(&json, root, "", limits, &mut output),
        Kind::Object => Ok(vec![(String::new(), root)]),
        _ => {
            let fault = Diagnostic::new(Code::BrokenFile, json.file.row(json.line(root)));
            Err(Box::new(fault.variant("no-object").with("text", brief(root.get()))))
        }
    });
    let mut faults = output.faults;
    let objects = objects.unwrap_or_else(|fault| {
        faults.push(*fault);
        Vec::new()
    });
    let (sheet, more) = records(&json, objects, limits);
    faults.extend(more);
    (sheet, faults)
}

/// Objects, each with its key path, as records.
pub(crate) fn records<'t>(
    json: &'t JsonText<'t>,
    objects: Vec<(String, &'t RawValue)>,
    limits: &Limits,
) -> (RecordSheet, Vec<Diagnostic>) {
    let mut nothing = Nothing;
    let mut output = Output::new(&mut nothing);
    let mut rows = Rows::of_records(json);
    for (place, object) in objects {
        if !output.may_go_on(rows.cells, limits, || json.file.row(json.line(object))) {
            break;
        }
        rows.add(&place, object, limits, &mut output.faults);
    }
    let width = rows.headings.len();
    let mut sheet = sheet::begun(json.file, rows.headings, &mut output.faults);
    sheet.rows.extend(rows.rows.into_iter().map(|row| {
        let mut cells = vec![String::new(); width];
        for cell in row.cells {
            if let Some(text) = cells.get_mut(cell.heading) {
                *text = cell.text.into_owned();
            }
        }
        RecordRow { line: row.line, cells }
    }));
    (sheet, output.faults)
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
    output: &mut Output<'_>,
) -> Result<(), Box<Diagnostic>> {
    let mut parts: Vec<(Part, String, &'t RawValue)> = Vec::new();
    for (key, value) in entries {
        let refused = |code, variant| {
            let place = json.file.cell(json.line(value), &key.as_str().into());
            Diagnostic::new(code, place).variant(variant).with("name", key.trim())
        };
        match part(&key, value) {
            None => output.faults.push(refused(Code::MissingColumn, "misplaced-document")),
            Some(part) if parts.iter().any(|(known, ..)| *known == part) => {
                output.faults.push(refused(Code::BrokenFile, "key-twice"));
            }
            Some(part) => parts.push((part, key, value)),
        }
    }
    // Which entities there are is known before anything is said of them.
    parts.sort_by_key(|(part, ..)| *part == Part::Rows);
    for (part, key, value) in parts {
        let layout = (part == Part::Entities).then_some(Layout::Entities);
        read_rows(json, value, &key, layout, limits, output)?;
    }
    Ok(())
}

fn read_rows<'t>(
    json: &'t JsonText<'t>,
    array: &'t RawValue,
    place: &str,
    layout: Option<Layout>,
    limits: &Limits,
    output: &mut Output<'_>,
) -> Result<(), Box<Diagnostic>> {
    let objects = objects(json, array, place, limits, output)?;
    read_table(json, objects, layout, limits, output);
    Ok(())
}

/// The objects of an array, each with its key path; anything else in it is a fault.
fn objects<'t>(
    json: &'t JsonText<'t>,
    array: &'t RawValue,
    place: &str,
    limits: &Limits,
    output: &mut Output<'_>,
) -> Result<Vec<(String, &'t RawValue)>, Box<Diagnostic>> {
    let mut objects = Vec::new();
    for (index, value) in json.elements(array)?.into_iter().enumerate() {
        let place = format!("{place}[{index}]");
        if Kind::of(value) == Kind::Object {
            objects.push((place, value));
        } else if output.may_go_on(0, limits, || json.file.row(json.line(value))) {
            let fault = Diagnostic::new(Code::BrokenFile, json.file.cell(json.line(value), &place.into()));
            output.faults.push(fault.variant("no-row").with("text", brief(value.get())));
        } else {
            break;
        }
    }
    Ok(objects)
}

/// Reads objects, each with its key path, as the rows of one table; without a `layout` their keys tell it.
pub(crate) fn read_table<'t>(
    json: &'t JsonText<'t>,
    objects: Vec<(String, &'t RawValue)>,
    layout: Option<Layout>,
    limits: &Limits,
    output: &mut Output<'_>,
) {
    let Some(first) = objects.first().map(|(_, object)| json.line(object)) else { return };
    let mut rows = Rows::new(json);
    for (place, object) in objects {
        if !output.may_go_on(rows.cells, limits, || json.file.row(json.line(object))) {
            break;
        }
        rows.add(&place, object, limits, &mut output.faults);
    }
    let Rows { headings, rows, .. } = rows;
    let layout = layout.unwrap_or_else(|| Layout::of(&headings));
    let mut table = layout.table(json.file, headings, &json.file.row(first), &mut output.faults);
    for row in rows {
        if !output.may_go_on(0, limits, || json.file.row(row.line)) {
            break;
        }
        table.read(&row, output);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::Loaded;
    use crate::output::{Collector, in_order};

    fn loaded(text: &str, read: impl FnOnce(&FileName, &str, &Limits, &mut Output<'_>)) -> Loaded {
        let (file, limits) =
            (FileName::new("d/m.json"), Limits { values: 12, depth: 3, ..Limits::default() });
        let mut collector = Collector::default();
        dabiao_model::Intake::file(&mut collector, file.full());
        let mut output = Output::new(&mut collector);
        read(&file, text, &limits, &mut output);
        let faults = in_order(std::mem::take(&mut output.faults), &limits);
        collector.loaded(faults)
    }

    /// A piece of JSON, mostly sound, with the odd things that people write.
    fn value(depth: u32) -> BoxedStrategy<String> {
        let leaf = select(vec![
            "1",
            "92.40",
            "-0.5",
            "1e3",
            "01",
            "1.",
            "-",
            "null",
            "true",
            "nul",
            "\"92.4%\"",
            "\"462/500\"",
            "\" ９ \"",
            "\"\\u6cb3\\n\"",
            "\"a\tb\"",
            "\"\"",
            "[1]",
            "\"2011\"",
            "2011",
            "\"open",
        ])
        .prop_map(str::to_string);
        if depth == 0 {
            return leaf.boxed();
        }
        prop_oneof![4 => leaf, 1 => object(depth.saturating_sub(1))].boxed()
    }

    fn object(depth: u32) -> BoxedStrategy<String> {
        let keys = vec![
            "a", "b", "a.b", "c d", "entity", "地区", "period", "Period", "metric", "value", "source",
            "rows", " a", "", "\\u0061", "x", "y", "z",
        ];
        let blank = || select(vec!["", "", " ", "\n", "\r\n", "\r"]);
        let entry = (select(keys), blank(), value(depth))
            .prop_map(|(key, blank, value)| format!("{blank}\"{key}\":{blank}{value}"));
        (prop::collection::vec(entry, 0..5), blank())
            .prop_map(|(entries, blank)| format!("{{{}{blank}}}", entries.join(",")))
            .boxed()
    }

    fn text() -> impl Strategy<Value = String> {
        let rows = prop::collection::vec(object(3), 0..5).prop_map(|rows| format!("[{}]", rows.join(",\n")));
        prop_oneof![2 => rows, 1 => object(3), 1 => value(1)]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn what_is_read_in_one_go_is_what_the_reader_of_all_kinds_reads(text in text()) {
            prop_assert_eq!(loaded(&text, read), loaded(&text, read_any));
        }
    }

    #[test]
    fn the_usual_text_is_read_in_one_go() {
        for text in [
            r#"{"a": 1, "b": {"c": "92.4%", "d": null}}"#,
            "[{\"entity\": \"河畔区\", \"period\": 2011, \"a\": -1.50},\r\n{\"a\": \"\\u6cb3\", \"地区\": \"x\"}]",
        ] {
            assert!(json_scan::read(text, &Limits::default(), &mut Nothing), "{text}");
            assert_eq!(loaded(text, read), loaded(text, read_any));
        }
        for text in [
            "{}",
            "[]",
            "[{}]",
            "{\"metric\": \"a\", \"value\": 1}",
            "{\"rows\": [{\"a\": 1}]}",
            "{\"a\": [1, 2]}",
        ] {
            assert!(!json_scan::read(text, &Limits::default(), &mut Nothing), "{text}");
        }
    }
}
