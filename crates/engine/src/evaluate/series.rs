//! The periods of a trend.

use dabiao_check::TermId;
use dabiao_model::Period;
use indexmap::IndexSet;

use super::column::Cell;
use super::{Cause, Context, Fault, Gap, leaf};
use crate::limits;
use crate::program::{Block, TrendRule};
use crate::row::Row;

/// For each row that a trend is judged for, the rows of its series, from the earliest to the latest, as positions
/// among the rows of the trend's own block.
#[derive(Debug)]
pub(crate) struct Series(Vec<Cell<Vec<usize>>>);

impl Series {
    /// Lays out the series of each row, and adds the rows that they need to those of the trend's block.
    pub(super) fn lay(
        rule: &TrendRule,
        term: TermId,
        block: &Block,
        rows: &[Row],
        needed: &mut IndexSet<Row>,
        context: &Context<'_>,
    ) -> Series {
        let of_row = |row: &Row| {
            let periods = periods(rule, term, block, *row, context)?;
            let add = |period| needed.insert_full(Row { period: Some(period), ..*row }).0;
            Ok(periods.into_iter().map(add).collect())
        };
        Series(rows.iter().map(of_row).collect())
    }

    /// The series, one for each row.
    pub(super) fn of_rows(&self) -> &[Cell<Vec<usize>>] {
        &self.0
    }

    /// The series of one row; empty where it has none.
    pub(crate) fn of_row(&self, row: usize) -> &[usize] {
        match self.0.get(row) {
            Some(Ok(points)) => points,
            _ => &[],
        }
    }
}

/// The periods of a row's series: up to the period of the trend's step in which the judged period ends.
fn periods(
    rule: &TrendRule,
    term: TermId,
    block: &Block,
    row: Row,
    context: &Context<'_>,
) -> Cell<Vec<Period>> {
    let last = rule.last.or(row.period).ok_or(Cause::Unknown(Gap::NoPeriod(term)))?;
    let no_such_time = Cause::Unknown(Gap::NoSuchTime(term, last));
    let last = Period::containing(last.end(), rule.step).ok_or(no_such_time)?;
    let first = match rule.first {
        Some(first) => Period::containing(first.start(), rule.step).ok_or(no_such_time)?,
        // Without any data the series is the last period alone, which then shows as missing.
        None => first_with_data(rule, block, row, context).unwrap_or(last),
    };
    let mut periods = Vec::new();
    let mut next = Some(first);
    while let Some(period) = next.filter(|period| *period <= last) {
        if periods.len() == limits::SERIES {
            return Err(Cause::Fault(Fault::SeriesTooLong(term)));
        }
        periods.push(period);
        next = period.next();
    }
    Ok(periods)
}

/// The first period for which a metric of the trend's value has data.
fn first_with_data(rule: &TrendRule, block: &Block, row: Row, context: &Context<'_>) -> Option<Period> {
    // A metric at a fixed time is the same in every period and begins in none.
    let moving = block.leaves().filter(|leaf| leaf.time.anchor.is_none());
    moving.filter_map(|leaf| leaf::first_period(leaf, row.entity, rule.step, context)).min()
}
