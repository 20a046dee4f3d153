//! From input sets to the engine's table of metrics.

use std::fmt::Write;
use std::ops::Range;

use dabiao::{Error, Metrics, Number, Period, Plan};
use dabiao_data::{Format, Limits, fill_bytes};

use crate::batch::Columns;
use crate::row::{Row, SLOTS};
use crate::target::{decimal, metric, year};

/// The day the workload is judged for.
pub(crate) const AS_OF: &str = "2011-12-31";

/// Rows of one CSV text: a text of all rows would be larger than a text may be.
const CHUNK: usize = 16_384;

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
    row: &Row,
    places: &[(String, Option<Period>)],
) -> Result<(), Error> {
    row.0
        .iter()
        .zip(places)
        .try_for_each(|(value, (path, period))| metrics.set_at(None, *period, path, number(*value)))
}

/// A table with an entity for each of the rows, `r0` for the first, filled from CSV texts.
pub(crate) fn table_of(plan: &Plan, columns: &Columns, rows: Range<usize>) -> Result<Metrics, Error> {
    let mut metrics = plan.metrics();
    for from in rows.clone().step_by(CHUNK) {
        for year in 2007..=2011 {
            let text = csv(columns, from..(from + CHUNK).min(rows.end), year);
            metrics.fill(|intake| {
                fill_bytes("rows.csv", text.as_bytes(), Format::Csv, &Limits::default(), intake)
            })?;
        }
    }
    Ok(metrics)
}

/// The values that some rows have in a year.
fn csv(columns: &Columns, rows: Range<usize>, of: i16) -> String {
    let slots: Vec<usize> = (0..SLOTS).filter(|slot| year(*slot) == of).collect();
    let mut text = "entity,period".to_string();
    slots.iter().for_each(|slot| text.push_str(&format!(",b0.{}", metric(*slot))));
    text.push('\n');
    for row in rows {
        let _infallible = write!(text, "r{row},{of}");
        for slot in &slots {
            text.push(',');
            text.push_str(&decimal(columns.slots[*slot][row]));
        }
        text.push('\n');
    }
    text
}
