//! Headings and rows, whatever file they come from.

use std::borrow::Cow;
use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, Place, RawCell};

use crate::file_name::FileName;
use crate::layout::{Layout, Role};
use crate::output::{Nothing, Output};
use crate::{Column, entities, tidy, wide};

/// A heading, or the key path that a JSON row has in its place.
#[derive(Debug)]
pub(crate) struct Heading {
    /// Trimmed.
    pub(crate) name: Arc<str>,
    pub(crate) place: Place,
}

/// The headings of a row, and how places name their columns.
#[cfg(any(feature = "csv", feature = "xlsx"))]
pub(crate) fn headings<'n>(
    file: &FileName,
    line: u64,
    names: impl Iterator<Item = &'n str> + Clone,
) -> (Vec<Heading>, Vec<Arc<str>>) {
    let columns: Vec<Arc<str>> =
        names.clone().zip(1_u64..).map(|(name, number)| column(name, number)).collect();
    let headings = names.zip(&columns);
    let headings =
        headings.map(|(name, column)| Heading { name: name.trim().into(), place: file.cell(line, column) });
    (headings.collect(), columns)
}

/// How places name a column: by its heading, or its number where it has none.
#[cfg(any(feature = "csv", feature = "xlsx"))]
fn column(heading: &str, number: u64) -> Arc<str> {
    match heading.trim() {
        "" => number.to_string().into(),
        name => name.into(),
    }
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
    pub(crate) column: Cow<'t, Arc<str>>,
}

impl<'f> Table<'f> {
    /// Gives away what a row holds, and notes its faults.
    pub(crate) fn read(&mut self, row: &Row<'_>, output: &mut Output<'_>) {
        self.refuse_nameless(row, output);
        let is_sound = row.is_sound && !self.refuse_repeated(row, output);
        if is_sound {
            return self.read_into(row, output);
        }
        // The rest of the row is searched for faults.
        let mut nothing = Nothing;
        let mut faults = Output::new(&mut nothing);
        self.read_into(row, &mut faults);
        output.faults.append(&mut faults.faults);
    }

    fn read_into(&self, row: &Row<'_>, output: &mut Output<'_>) {
        match self.layout {
            Layout::Tidy => tidy::read(self, row, output),
            Layout::Wide => wide::read(self, row, output),
            Layout::Entities => entities::read(self, row, output),
        }
    }

    /// Whether the table has a column at all.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.roles.contains(&Role::Is(column))
    }

    /// The row's cell of a column.
    pub(crate) fn cell<'r, 't>(&self, row: &'r Row<'t>, column: Column) -> Option<&'r Cell<'t>> {
        let heading = self.roles.iter().position(|role| *role == Role::Is(column))?;
        // The rows of CSV have a cell under each heading, those of JSON only what they have keys for.
        let under = row.cells.get(heading).filter(|cell| cell.heading == heading);
        under.or_else(|| row.cells.iter().find(|cell| cell.heading == heading))
    }

    /// The text of the row's cell of a column; `None` where it is empty.
    pub(crate) fn text<'r>(&self, row: &'r Row<'_>, column: Column) -> Option<&'r str> {
        self.cell(row, column).map(|cell| &*cell.text).filter(|text| !text.is_empty())
    }

    /// The metrics of a wide row with their cells.
    pub(crate) fn metrics<'r, 't>(&self, row: &'r Row<'t>) -> impl Iterator<Item = (&str, &'r Cell<'t>)> {
        let name = |cell: &Cell<'_>| self.headings.get(cell.heading).map_or("", |heading| &*heading.name);
        row.cells.iter().filter(|cell| self.role(cell) == Role::Metric).map(move |cell| (name(cell), cell))
    }

    pub(crate) fn place(&self, cell: &Cell<'_>) -> Place {
        self.file.cell(cell.line, &cell.column)
    }

    /// The value of a metric in a cell.
    pub(crate) fn raw<'c>(&self, metric: &'c str, cell: &'c Cell<'_>) -> RawCell<'c> {
        RawCell {
            metric,
            heading: None,
            text: &cell.text,
            offset: None,
            line: cell.line,
            column: &cell.column,
            element: None,
            unit: None,
            named_at: None,
            unit_at: None,
        }
    }

    fn role(&self, cell: &Cell<'_>) -> Role {
        self.roles.get(cell.heading).copied().unwrap_or(Role::Unused)
    }

    /// A JSON row may have one column under two names; whether it does.
    fn refuse_repeated(&self, row: &Row<'_>, output: &mut Output<'_>) -> bool {
        let mut seen: Vec<&Cell<'_>> = Vec::new();
        let known_faults = output.faults.len();
        for cell in row.cells.iter().filter(|cell| matches!(self.role(cell), Role::Is(_))) {
            match seen.iter().find(|first| first.heading == cell.heading) {
                None => seen.push(cell),
                Some(first) => {
                    let fault = Diagnostic::new(Code::MissingColumn, self.place(cell)).variant("twice");
                    let fault = fault.with("name", &**cell.column).with("first", &**first.column);
                    output.faults.push(fault.note(self.place(first), "note-also-here"));
                }
            }
        }
        output.faults.len() > known_faults
    }

    /// Spreadsheets write empty columns at the right of a table; one that holds something needs a heading. The
    /// column is named once, at its first text.
    fn refuse_nameless(&mut self, row: &Row<'_>, output: &mut Output<'_>) {
        for cell in row.cells.iter().filter(|cell| !cell.text.is_empty()) {
            if let Some(role) = self.roles.get_mut(cell.heading).filter(|role| **role == Role::Nameless) {
                *role = Role::Unused;
                let place = self.file.cell(cell.line, &cell.column);
                let fault = Diagnostic::new(Code::MissingColumn, place).variant("no-heading");
                output.faults.push(fault.with("number", &**cell.column));
            }
        }
    }
}
