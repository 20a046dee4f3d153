//! Tables with one entity per row.

use dabiao_model::{Code, Diagnostic, EntityRow};

use crate::Column;
use crate::output::Output;
use crate::table::{Row, Table};

/// Adds the entity of a row. Whether the entities form a tree is told when all files are known.
pub(crate) fn read(table: &Table<'_>, row: &Row<'_>, output: &mut Output<'_>) {
    if !table.has(Column::Entity) {
        return;
    }
    let place =
        table.cell(row, Column::Entity).map_or_else(|| table.file.row(row.line), |cell| table.place(cell));
    match table.text(row, Column::Entity) {
        None => output.faults.push(Diagnostic::new(Code::BrokenFile, place).variant("no-entity")),
        Some(entity) => output.intake.entity(EntityRow {
            entity: entity.to_string(),
            parent: table.text(row, Column::Parent).map(str::to_string),
            level: table.text(row, Column::Level).map(str::to_string),
            title: table.text(row, Column::Title).map(str::to_string),
            place,
        }),
    }
}
