//! The rows that trends, windows and levels take their values from.

use dabiao_check::{TermId, Time};
use dabiao_model::{Period, Step};
use indexmap::IndexSet;

use super::column::Cell;
use super::siblings::Siblings;
use super::{Cause, Context, Fault, Gap, leaf};
use crate::limits;
use crate::program::{Routine, Spread, TrendRule, WindowRule};
use crate::row::Row;

/// For each row, the rows that its values come from, as positions among the rows of the block that computes them;
/// periods stand from the earliest to the latest.
#[derive(Debug)]
pub(crate) struct Series(Vec<Cell<Vec<usize>>>);

impl Series {
    /// Lays out what each row needs, and adds it to the rows of the block that computes the values.
    pub(super) fn lay(
        spread: Spread<'_>,
        term: TermId,
        routine: &Routine,
        rows: &[Row],
        needed: &mut IndexSet<Row>,
        context: &Context<'_>,
    ) -> Series {
        let mut over = |row: &Row, periods: Vec<Period>| -> Vec<usize> {
            let add = |period| needed.insert_full(Row { period: Some(period), ..*row }).0;
            periods.into_iter().map(add).collect()
        };
        Series(match spread {
            Spread::Trend(rule) => {
                let of_row = |row: &Row| Ok(over(row, of_trend(rule, term, routine, *row, context)?));
                rows.iter().map(of_row).collect()
            }
            Spread::OverTime(rule) => {
                let of_row = |row: &Row| Ok(over(row, of_window(rule, term, *row)?));
                rows.iter().map(of_row).collect()
            }
            Spread::OverPlaces(rule) => {
                let siblings = Siblings::find(rule, context);
                let of_row = |row: &Row| {
                    let entities = siblings.around(rule, term, *row, context)?;
                    let add = |entity| needed.insert_full(Row { entity: Some(entity), ..*row }).0;
                    Ok(entities.into_iter().map(add).collect())
                };
                rows.iter().map(of_row).collect()
            }
        })
    }

    /// The rows' places, one list for each row.
    pub(super) fn of_rows(&self) -> &[Cell<Vec<usize>>] {
        &self.0
    }

    /// The places of one row; empty where it has none.
    pub(crate) fn of_row(&self, row: usize) -> &[usize] {
        match self.0.get(row) {
            Some(Ok(points)) => points,
            _ => &[],
        }
    }
}

fn of_window(rule: &WindowRule, term: TermId, row: Row) -> Cell<Vec<Period>> {
    window_periods((rule.time, rule.step, rule.count), term, row.period)
}

/// The periods of a window: so many, the last of them the one in which the judged period ends.
pub(crate) fn window_periods(
    (time, step, count): (Time, Step, u32),
    term: TermId,
    judged: Option<Period>,
) -> Cell<Vec<Period>> {
    let judged = time.anchor.or(judged).ok_or(Cause::Unknown(Gap::NoPeriod(term)))?;
    let no_such_time = Cause::Unknown(Gap::NoSuchTime(term, judged));
    let judged = time.resolve(judged).ok_or(no_such_time)?;
    let last = Period::containing(judged.end(), step).ok_or(no_such_time)?;
    let steps = usize::try_from(count).ok().filter(|count| *count <= limits::SERIES);
    let steps = steps.ok_or(Cause::Fault(Fault::SeriesTooLong(term)))?;
    let mut periods = Vec::with_capacity(steps);
    let mut next = Some(last);
    while periods.len() < steps {
        let period = next.ok_or(no_such_time)?;
        periods.push(period);
        next = period.previous();
    }
    periods.reverse();
    Ok(periods)
}

/// The periods of a row's series: up to the period of the trend's step in which the judged period ends.
fn of_trend(
    rule: &TrendRule,
    term: TermId,
    routine: &Routine,
    row: Row,
    context: &Context<'_>,
) -> Cell<Vec<Period>> {
    // Without any data the series is the last period alone, which then shows as missing.
    let first = |last| first_with_data(rule, routine, row, context).unwrap_or(last);
    periods(rule.step, [rule.first, rule.last.or(row.period)], term, first)
}

/// The periods of one kind from the first one that is named to the last one; `begin` tells the first where none is
/// named.
pub(crate) fn periods(
    step: Step,
    [first, last]: [Option<Period>; 2],
    term: TermId,
    begin: impl FnOnce(Period) -> Period,
) -> Cell<Vec<Period>> {
    let last = last.ok_or(Cause::Unknown(Gap::NoPeriod(term)))?;
    let no_such_time = Cause::Unknown(Gap::NoSuchTime(term, last));
    let last = Period::containing(last.end(), step).ok_or(no_such_time)?;
    let first = match first {
        Some(first) => Period::containing(first.start(), step).ok_or(no_such_time)?,
        None => begin(last),
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
fn first_with_data(rule: &TrendRule, routine: &Routine, row: Row, context: &Context<'_>) -> Option<Period> {
    // A metric at a fixed time is the same in every period and begins in none.
    let leaves = routine.leaves_under(rule.block);
    let moving = leaves.into_iter().filter(|leaf| leaf.time.anchor.is_none());
    moving.filter_map(|leaf| leaf::first_period(leaf, row.entity, rule.step, context)).min()
}
