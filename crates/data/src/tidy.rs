//! Tables with one value per row.

use dabiao_model::{Code, Diagnostic};

use crate::context::Context;
use crate::table::{Cell, Row, Table};
use crate::{Column, Loaded};

/// Adds the value of a row. A missing value's text is kept, so that evidence can say where it was looked for.
pub(crate) fn read(table: &Table<'_>, row: &Row<'_>, loaded: &mut Loaded) {
    let metric = required(table, row, Column::Metric, loaded);
    let value = required(table, row, Column::Value, loaded);
    let names: Vec<&str> = metric.iter().map(|cell| &*cell.text).filter(|name| !name.is_empty()).collect();
    let context = Context::read(table, row, &names, loaded);
    if let Some(cell) = metric.filter(|cell| cell.text.is_empty()) {
        let fault = Diagnostic::new(Code::BrokenFile, table.place(cell)).variant("no-metric");
        loaded.faults.push(fault);
        return;
    }
    if let (Some(metric), Some(value), Some(context)) = (metric, value, context) {
        let mut observation = table.observation(&metric.text, value, &context);
        observation.unit = table.text(row, Column::Unit);
        observation.named_at = Some(table.place(metric));
        observation.unit_at = table.cell(row, Column::Unit).map(|cell| table.place(cell));
        loaded.observations.push(observation);
    }
}

/// A cell that every row has; JSON rows may lack it. A table without the column has been refused as a whole.
fn required<'r, 't>(
    table: &Table<'_>,
    row: &'r Row<'t>,
    column: Column,
    loaded: &mut Loaded,
) -> Option<&'r Cell<'t>> {
    let cell = table.cell(row, column);
    if cell.is_none() && table.has(column) {
        let fault = Diagnostic::new(Code::BrokenFile, table.file.row(row.line)).variant("no-key");
        loaded.faults.push(fault.with("name", column.name()));
    }
    cell
}
