//! Tables with one entity per row.

use dabiao_model::{Code, Diagnostic, EntityRow};

use crate::table::{Row, Table};
use crate::{Column, Loaded};

/// Adds the entity of a row. Whether the entities form a tree is told when all files are known.
pub(crate) fn read(table: &Table<'_>, row: &Row<'_>, loaded: &mut Loaded) {
    if !table.has(Column::Entity) {
        return;
    }
    let place =
        table.cell(row, Column::Entity).map_or_else(|| table.file.row(row.line), |cell| table.place(cell));
    match table.text(row, Column::Entity) {
        None => loaded.faults.push(Diagnostic::new(Code::BrokenFile, place).variant("no-entity")),
        Some(entity) => loaded.entities.push(EntityRow {
            entity,
            parent: table.text(row, Column::Parent),
            level: table.text(row, Column::Level),
            title: table.text(row, Column::Title),
            place,
        }),
    }
}
