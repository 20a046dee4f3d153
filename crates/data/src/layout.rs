//! What a table's headings make of it.

use dabiao_model::{Code, Diagnostic, Place};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
        let mut table = Table { file, layout: self, headings: Vec::new(), roles: Vec::new() };
        for heading in headings {
            let role = self.role(&heading, &table).unwrap_or_else(|fault| {
                faults.push(*fault);
                Role::Unused
            });
            table.headings.push(heading);
            table.roles.push(role);
        }
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

    /// What a heading stands for behind those that the table has already.
    fn role(self, heading: &Heading, before: &Table<'_>) -> Result<Role, Box<Diagnostic>> {
        let column = Column::of_heading(&heading.name);
        let role = match column {
            _ if heading.name.is_empty() => return Ok(Role::Nameless),
            Some(column) if self.columns().contains(&column) => Role::Is(column),
            None if self == Layout::Wide => Role::Metric,
            _ => return Err(Box::new(self.misplaced(heading))),
        };
        let is_same = |(first, known): &(&Heading, &Role)| match role {
            Role::Metric => first.name == heading.name,
            _ => **known == role,
        };
        let Some((first, _)) = before.headings.iter().zip(&before.roles).find(is_same) else {
            return Ok(role);
        };
        let variant = if first.name == heading.name { "repeated" } else { "twice" };
        let fault = Diagnostic::new(Code::MissingColumn, heading.place.clone()).variant(variant);
        let fault = fault.with("name", &heading.name).with("first", &first.name);
        Err(Box::new(fault.note(first.place.clone(), "note-also-here")))
    }

    fn misplaced(self, heading: &Heading) -> Diagnostic {
        let variant = match self {
            Layout::Tidy => "misplaced-tidy",
            Layout::Wide => "misplaced-wide",
            Layout::Entities => "misplaced-entities",
        };
        let columns: Vec<String> = self.columns().iter().filter_map(|column| quoted(*column)).collect();
        Diagnostic::new(Code::MissingColumn, heading.place.clone())
            .variant(variant)
            .with("name", &heading.name)
            .with("columns", columns.join(", "))
    }

    fn refuse_incomplete(self, table: &Table<'_>, at: &Place, faults: &mut Vec<Diagnostic>) {
        for column in self.needs().iter().filter(|column| !table.has(**column)) {
            let fault = Diagnostic::new(Code::MissingColumn, at.clone());
            let name = column.names().first().copied().unwrap_or_default();
            faults.push(
                fault.with("name", name).with("chinese", column.names().get(1).copied().unwrap_or(name)),
            );
        }
        let is_row = !table.headings.is_empty();
        if self == Layout::Wide && is_row && !table.roles.contains(&Role::Metric) {
            faults.push(Diagnostic::new(Code::MissingColumn, at.clone()).variant("no-metrics"));
        }
    }
}

fn quoted(column: Column) -> Option<String> {
    column.names().first().map(|name| format!("`{name}`"))
}
