//! Tables with one column per metric.

use dabiao_model::RawCell;

use crate::context::Context;
use crate::output::Output;
use crate::table::{Row, Table};

/// Adds the values of a row, the empty ones too, so that evidence can say where they were looked for.
pub(crate) fn read(table: &Table<'_>, row: &Row<'_>, output: &mut Output<'_>) {
    let names = || table.metrics(row).map(|(name, _)| name).collect();
    let Some(context) = Context::read(table, row, names, output) else { return };
    output.intake.row(&context.head());
    for (name, cell) in table.metrics(row) {
        output.values = output.values.saturating_add(1);
        output.intake.cell(&RawCell { heading: Some(cell.heading), ..table.raw(name, cell) });
    }
}
