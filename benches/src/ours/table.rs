//! From input sets to the engine's table of metrics.

use std::ops::Range;

use dabiao::{Error, Metrics, Number, Period, Plan};

use crate::batch::Columns;
use crate::row::{Row, SLOTS};
use crate::target::{metric, year};

/// The day the workload is judged for.
pub(crate) const AS_OF: &str = "2011-12-31";

/// A number of thousandths.
fn number(thousandths: i64) -> Number {
    Number::fraction(thousandths.into(), 1_000.into()).unwrap_or(Number::ZERO)
}

/// The path of each slot's metric and the year of its value.
pub(super) fn places() -> Vec<(String, Option<Period>)> {
    (0..SLOTS).map(|slot| (format!("b0.{}", metric(slot)), Period::year(year(slot)))).collect()
}

/// Sets the values of an input set.
pub(super) fn set(
    metrics: &mut Metrics,
    entity: Option<&str>,
    row: &Row,
    places: &[(String, Option<Period>)],
) -> Result<(), Error> {
    row.0
        .iter()
        .zip(places)
        .try_for_each(|(value, (path, period))| metrics.set_at(entity, *period, path, number(*value)))
}

/// A table with an entity for each of the rows, `r0` for the first.
pub(crate) fn table_of(plan: &Plan, columns: &Columns, rows: Range<usize>) -> Result<Metrics, Error> {
    let places = places();
    let mut metrics = plan.metrics();
    for row in rows {
        set(&mut metrics, Some(&format!("r{row}")), &columns.row(row), &places)?;
    }
    Ok(metrics)
}
