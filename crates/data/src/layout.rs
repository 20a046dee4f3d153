//! What a table's headings make of it.

use std::collections::HashMap;
use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, Place, Wording};

use crate::Column;
use crate::file_name::FileName;
use crate::table::{Heading, Table};

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One value per row.
    Tidy,
    /// One column per metric.
    Wide,
    /// One entity per row.
    Entities,
}

/// What a heading stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// One of the columns that the layout takes.
    Is(Column),
    /// A metric of a wide table.
    Metric,
    /// Nothing is written above the column.
    Nameless,
    /// The heading was refused, and its cells are not read.
    Unused,
}

impl Layout {
    /// The layout that the headings tell.
    pub(crate) fn of(headings: &[Heading]) -> Layout {
        let has = |column| headings.iter().any(|heading| Column::of_heading(&heading.name) == Some(column));
        if has(Column::Metric) || has(Column::Value) {
            Layout::Tidy
        } else if has(Column::Entity) && (has(Column::Parent) || has(Column::Level)) {
            Layout::Entities
        } else {
            Layout::Wide
        }
    }

    /// The table under these headings; `at` is the place of the whole heading row.
    pub(crate) fn table<'f>(
        self,
        file: &'f FileName,
        headings: Vec<Heading>,
        at: &Place,
        faults: &mut Vec<Diagnostic>,
    ) -> Table<'f> {
        let mut first_of: HashMap<(Role, Option<Arc<str>>), usize> = HashMap::new();
        let mut roles = Vec::new();
        for (index, heading) in headings.iter().enumerate() {
            let role = self.role(heading).unwrap_or_else(|fault| {
                faults.push(*fault);
                Role::Unused
            });
            // Two metrics differ in their names, two columns of their own meaning in nothing.
            let key = (role, (role == Role::Metric).then(|| Arc::clone(&heading.name)));
            let is_single = matches!(role, Role::Is(_) | Role::Metric);
            let first = *first_of.entry(key).or_insert(index);
            match headings.get(first).filter(|_| is_single && first != index) {
                None => roles.push(role),
                Some(first) => {
                    faults.push(repeated(first, heading));
                    roles.push(Role::Unused);
                }
            }
        }
        let table = Table { file, layout: self, headings, roles };
        self.refuse_incomplete(&table, at, faults);
        table
    }

    /// The columns that the layout takes.
    fn columns(self) -> &'static [Column] {
        match self {
            Layout::Tidy => &[
                Column::Metric,
                Column::Value,
                Column::Entity,
                Column::Period,
                Column::Unit,
                Column::Flag,
                Column::Source,
                Column::Title,
                Column::Note,
            ],
            Layout::Wide => &[Column::Entity, Column::Period, Column::Flag, Column::Source, Column::Note],
            Layout::Entities => &[Column::Entity, Column::Parent, Column::Level, Column::Title, Column::Note],
        }
    }

    fn needs(self) -> &'static [Column] {
        match self {
            Layout::Tidy => &[Column::Metric, Column::Value],
            Layout::Wide => &[],
            Layout::Entities => &[Column::Entity],
        }
    }

    fn role(self, heading: &Heading) -> Result<Role, Box<Diagnostic>> {
        match Column::of_heading(&heading.name) {
            _ if heading.name.is_empty() => Ok(Role::Nameless),
            Some(column) if self.columns().contains(&column) => Ok(Role::Is(column)),
            None if self == Layout::Wide => Ok(Role::Metric),
            _ => Err(Box::new(self.misplaced(heading))),
        }
    }

    fn misplaced(self, heading: &Heading) -> Diagnostic {
        let variant = match self {
            Layout::Tidy => "misplaced-tidy",
            Layout::Wide => "misplaced-wide",
            Layout::Entities => "misplaced-entities",
        };
        let columns = self.columns().iter().map(|column| Wording::quoted(column.wording()));
        Diagnostic::new(Code::MissingColumn, heading.place.clone())
            .variant(variant)
            .with("name", &heading.name)
            .with("columns", Wording::list(columns))
    }

    fn refuse_incomplete(self, table: &Table<'_>, at: &Place, faults: &mut Vec<Diagnostic>) {
        for column in self.needs().iter().filter(|column| !table.has(**column)) {
            let fault = Diagnostic::new(Code::MissingColumn, at.clone());
            faults.push(fault.with("name", column.name()).with("chinese", column.chinese()));
        }
        let is_row = !table.headings.is_empty();
        if self == Layout::Wide && is_row && !table.roles.contains(&Role::Metric) {
            faults.push(Diagnostic::new(Code::MissingColumn, at.clone()).variant("no-metrics"));
        }
    }
}

fn repeated(first: &Heading, heading: &Heading) -> Diagnostic {
    let variant = if first.name == heading.name { "repeated" } else { "twice" };
    let fault = Diagnostic::new(Code::MissingColumn, heading.place.clone()).variant(variant);
    let fault = fault.with("name", &heading.name).with("first", &first.name);
    fault.note(first.place.clone(), "note-also-here")
}
