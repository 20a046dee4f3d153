//! Objects as rows: nested keys become paths, and every leaf a cell.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, Place};
use serde_json::value::RawValue;

use crate::json_text::{JsonText, Kind};
use crate::table::{Cell, Heading, Row};
use crate::{Column, Limits};

/// The rows of one table, whose headings are known when the last row has been added.
pub(crate) struct Rows<'t> {
    json: &'t JsonText<'t>,
    pub(crate) headings: Vec<Heading>,
    /// The heading of each path.
    indices: HashMap<String, usize>,
    pub(crate) rows: Vec<Row<'t>>,
    /// Whether the columns of data files are told by any of their names.
    knows_columns: bool,
    /// How many cells the rows have.
    pub(crate) cells: usize,
}

/// A value on its way into cells.
struct Branch<'t> {
    path: String,
    value: &'t RawValue,
    depth: usize,
}

impl<'t> Rows<'t> {
    pub(crate) fn new(json: &'t JsonText<'t>) -> Rows<'t> {
        Rows {
            json,
            headings: Vec::new(),
            indices: HashMap::new(),
            rows: Vec::new(),
            knows_columns: true,
            cells: 0,
        }
    }

    /// As [`Rows::new`], for records, whose columns have the names that the rules give them.
    pub(crate) fn of_records(json: &'t JsonText<'t>) -> Rows<'t> {
        Rows { knows_columns: false, ..Rows::new(json) }
    }

    /// Adds an object as a row; `place` is its key path, `[2]` for the third row. A value that has a fault makes
    /// the row unsound, and the rest of the row is read all the same.
    pub(crate) fn add(
        &mut self,
        place: &str,
        object: &'t RawValue,
        limits: &Limits,
        faults: &mut Vec<Diagnostic>,
    ) {
        let known_faults = faults.len();
        let mut cells = Vec::new();
        // The last of the branches is the next to be read.
        let mut branches = vec![Branch { path: String::new(), value: object, depth: 0 }];
        while let Some(branch) = branches.pop() {
            if Kind::of(branch.value) != Kind::Object {
                cells.push(self.cell(place, branch, faults));
            } else if branch.depth >= limits.depth {
                let fault = Diagnostic::new(Code::TooMuchData, self.place(place, &branch.path, branch.value));
                faults.push(fault.variant("depth").with("limit", limits.depth));
            } else {
                match self.json.entries(branch.value) {
                    Ok(entries) => {
                        branches.extend(self.children(place, &branch, entries, faults).into_iter().rev())
                    }
                    Err(fault) => faults.push(*fault),
                }
            }
        }
        self.cells = self.cells.saturating_add(cells.len());
        let is_sound = faults.len() == known_faults;
        self.rows.push(Row { line: self.json.line(object), cells, is_sound });
    }

    /// The entries of an object under their paths, without those that have no key of their own.
    fn children(
        &self,
        place: &str,
        parent: &Branch<'t>,
        entries: Vec<(String, &'t RawValue)>,
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<Branch<'t>> {
        let mut seen = HashSet::new();
        let mut children = Vec::new();
        for (key, value) in &entries {
            let key = key.trim();
            let path = joined(&parent.path, key);
            let variant = if key.is_empty() {
                "empty-key"
            } else if seen.insert(key) {
                children.push(Branch { path, value, depth: parent.depth.saturating_add(1) });
                continue;
            } else {
                "key-twice"
            };
            let fault = Diagnostic::new(Code::BrokenFile, self.place(place, &path, value)).variant(variant);
            faults.push(fault.with("name", key));
        }
        children
    }

    fn cell(&mut self, place: &str, leaf: Branch<'t>, faults: &mut Vec<Diagnostic>) -> Cell<'t> {
        let text = match Kind::of(leaf.value) {
            Kind::Null => Cow::Borrowed(""),
            Kind::Text => match self.json.decoded(leaf.value) {
                Ok(text) => Cow::Owned(text.trim().to_string()),
                Err(fault) => {
                    faults.push(*fault);
                    Cow::Borrowed("")
                }
            },
            Kind::Array => {
                let fault = Diagnostic::new(Code::BrokenFile, self.place(place, &leaf.path, leaf.value));
                faults.push(fault.variant("array").with("name", &leaf.path));
                Cow::Borrowed(leaf.value.get())
            }
            Kind::Plain | Kind::Object => Cow::Borrowed(leaf.value.get()),
        };
        let line = self.json.line(leaf.value);
        let column: Arc<str> = joined(place, &leaf.path).into();
        Cell { heading: self.heading(leaf.path, line, &column), text, line, column: Cow::Owned(column) }
    }

    fn heading(&mut self, path: String, line: u64, column: &Arc<str>) -> usize {
        if let Some(index) = self.indices.get(&path) {
            return *index;
        }
        // Rows may name a column differently: 地区 in one is `entity` in another.
        let known = Column::of_heading(&path).filter(|_| self.knows_columns);
        let known = known.map(|known| known.name().to_string());
        let canonical = known.unwrap_or_else(|| path.clone());
        let next = self.headings.len();
        let index = *self.indices.entry(canonical).or_insert(next);
        if index == next {
            let place = self.json.file.cell(line, column);
            self.headings.push(Heading { name: path.as_str().into(), place });
        }
        self.indices.insert(path, index);
        index
    }

    fn place(&self, place: &str, path: &str, value: &RawValue) -> Place {
        self.json.file.cell(self.json.line(value), &joined(place, path).into())
    }
}

/// Two parts of a key path, either of which may be empty.
pub(crate) fn joined(path: &str, key: &str) -> String {
    match (path, key) {
        ("", key) => key.to_string(),
        (path, "") => path.to_string(),
        (path, key) => format!("{path}.{key}"),
    }
}
