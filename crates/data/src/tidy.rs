//! Tables with one value per row.

use dabiao_model::{Code, Diagnostic, RawCell};

use crate::Column;
use crate::context::Context;
use crate::output::Output;
use crate::table::{Cell, Row, Table};

/// Adds the value of a row. A missing value's text is kept, so that evidence can say where it was looked for.
pub(crate) fn read(table: &Table<'_>, row: &Row<'_>, output: &mut Output<'_>) {
    let metric = required(table, row, Column::Metric, output);
    let value = required(table, row, Column::Value, output);
    let names = || metric.iter().map(|cell| &*cell.text).filter(|name| !name.is_empty()).collect();
    let context = Context::read(table, row, names, output);
    if let Some(cell) = metric.filter(|cell| cell.text.is_empty()) {
        let fault = Diagnostic::new(Code::BrokenFile, table.place(cell)).variant("no-metric");
        output.faults.push(fault);
        return;
    }
    if let (Some(metric), Some(value), Some(context)) = (metric, value, context) {
        let unit = table.cell(row, Column::Unit);
        output.values = output.values.saturating_add(1);
        output.intake.row(&context.head());
        output.intake.cell(&RawCell {
            unit: unit.map(|cell| &*cell.text).filter(|text| !text.is_empty()),
            named_at: Some((metric.line, &metric.column)),
            unit_at: unit.map(|cell| (cell.line, &*cell.column)),
            ..table.raw(&metric.text, value)
        });
    }
}

/// A cell that every row has; JSON rows may lack it. A table without the column has been refused as a whole.
fn required<'r, 't>(
    table: &Table<'_>,
    row: &'r Row<'t>,
    column: Column,
    output: &mut Output<'_>,
) -> Option<&'r Cell<'t>> {
    let cell = table.cell(row, column);
    if cell.is_none() && table.has(column) {
        let fault = Diagnostic::new(Code::BrokenFile, table.file.row(row.line)).variant("no-key");
        output.faults.push(fault.with("name", column.name()));
    }
    cell
}
