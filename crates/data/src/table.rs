//! Headings and rows, whatever file they come from.

use std::borrow::Cow;
use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, Observation, Place};

use crate::context::Context;
use crate::file_name::FileName;
use crate::layout::{Layout, Role};
use crate::{Column, Loaded, entities, tidy, wide};

/// A heading, or the key path that a JSON row has in its place.
#[derive(Debug)]
pub(crate) struct Heading {
    /// Trimmed.
    pub(crate) name: Arc<str>,
    pub(crate) place: Place,
}

/// A table whose layout is known.
#[derive(Debug)]
pub(crate) struct Table<'f> {
    pub(crate) file: &'f FileName,
    pub(crate) layout: Layout,
    pub(crate) headings: Vec<Heading>,
    /// What each heading stands for, in the order of `headings`.
    pub(crate) roles: Vec<Role>,
}

/// One row; cells that a JSON row does not have are absent.
#[derive(Debug)]
pub(crate) struct Row<'t> {
    pub(crate) line: u64,
    pub(crate) cells: Vec<Cell<'t>>,
    /// Whether all its values could be read; an unsound row is searched for further faults and gives no values.
    pub(crate) is_sound: bool,
}

/// One cell.
#[derive(Debug)]
pub(crate) struct Cell<'t> {
    /// The index of its heading.
    pub(crate) heading: usize,
    /// Trimmed.
    pub(crate) text: Cow<'t, str>,
    pub(crate) line: u64,
    /// How its place names the column.
    pub(crate) column: Arc<str>,
}

impl<'f> Table<'f> {
    /// Adds what a row holds, and its faults.
    pub(crate) fn read(&mut self, row: &Row<'_>, loaded: &mut Loaded) {
        self.refuse_nameless(row, loaded);
        let is_sound = row.is_sound && !self.refuse_repeated(row, loaded);
        let (observations, entities) = (loaded.observations.len(), loaded.entities.len());
        match self.layout {
            Layout::Tidy => tidy::read(self, row, loaded),
            Layout::Wide => wide::read(self, row, loaded),
            Layout::Entities => entities::read(self, row, loaded),
        }
        if !is_sound {
            loaded.observations.truncate(observations);
            loaded.entities.truncate(entities);
        }
    }

    /// Whether the table has a column at all.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.roles.contains(&Role::Is(column))
    }

    /// The row's cell of a column.
    pub(crate) fn cell<'r, 't>(&self, row: &'r Row<'t>, column: Column) -> Option<&'r Cell<'t>> {
        row.cells.iter().find(|cell| self.role(cell) == Role::Is(column))
    }

    /// The text of the row's cell of a column; `None` where it is empty.
    pub(crate) fn text(&self, row: &Row<'_>, column: Column) -> Option<String> {
        self.cell(row, column).filter(|cell| !cell.text.is_empty()).map(|cell| cell.text.to_string())
    }

    /// The metrics of a wide row with their cells.
    pub(crate) fn metrics<'r, 't>(&self, row: &'r Row<'t>) -> impl Iterator<Item = (&str, &'r Cell<'t>)> {
        let name = |cell: &Cell<'_>| self.headings.get(cell.heading).map_or("", |heading| &*heading.name);
        row.cells.iter().filter(|cell| self.role(cell) == Role::Metric).map(move |cell| (name(cell), cell))
    }

    pub(crate) fn place(&self, cell: &Cell<'_>) -> Place {
        self.file.cell(cell.line, &cell.column)
    }

    /// The observation of a metric in a cell.
    pub(crate) fn observation(&self, metric: &str, cell: &Cell<'_>, context: &Context) -> Observation {
        Observation {
            entity: context.entity.clone(),
            period: context.period,
            provisional: context.is_provisional,
            source: match &context.source {
                Some(named) => format!("{} ({named})", self.file.source(cell.line)),
                None => self.file.source(cell.line),
            },
            ..Observation::new(metric, &cell.text, self.place(cell))
        }
    }

    fn role(&self, cell: &Cell<'_>) -> Role {
        self.roles.get(cell.heading).copied().unwrap_or(Role::Unused)
    }

    /// A JSON row may have one column under two names; whether it does.
    fn refuse_repeated(&self, row: &Row<'_>, loaded: &mut Loaded) -> bool {
        let mut seen: Vec<&Cell<'_>> = Vec::new();
        let known_faults = loaded.faults.len();
        for cell in row.cells.iter().filter(|cell| matches!(self.role(cell), Role::Is(_))) {
            match seen.iter().find(|first| first.heading == cell.heading) {
                None => seen.push(cell),
                Some(first) => {
                    let fault = Diagnostic::new(Code::MissingColumn, self.place(cell)).variant("twice");
                    let fault = fault.with("name", &cell.column).with("first", &first.column);
                    loaded.faults.push(fault.note(self.place(first), "note-also-here"));
                }
            }
        }
        loaded.faults.len() > known_faults
    }

    /// Spreadsheets write empty columns at the right of a table; one that holds something needs a heading. The
    /// column is named once, at its first text.
    fn refuse_nameless(&mut self, row: &Row<'_>, loaded: &mut Loaded) {
        for cell in row.cells.iter().filter(|cell| !cell.text.is_empty()) {
            if let Some(role) = self.roles.get_mut(cell.heading).filter(|role| **role == Role::Nameless) {
                *role = Role::Unused;
                let place = self.file.cell(cell.line, &cell.column);
                let fault = Diagnostic::new(Code::MissingColumn, place).variant("no-heading");
                loaded.faults.push(fault.with("number", &cell.column));
            }
        }
    }
}
