//! Tables with one column per metric.

use crate::Loaded;
use crate::context::Context;
use crate::table::{Row, Table};

/// Adds the values of a row, the empty ones too, so that evidence can say where they were looked for.
pub(crate) fn read(table: &Table<'_>, row: &Row<'_>, loaded: &mut Loaded) {
    let metrics: Vec<_> = table.metrics(row).collect();
    let names: Vec<&str> = metrics.iter().map(|(name, _)| *name).collect();
    let Some(context) = Context::read(table, row, &names, loaded) else { return };
    loaded.observations.extend(metrics.iter().map(|(name, cell)| table.observation(name, cell, &context)));
}
