//! `x falls every year`

use dabiao_check::Direction;
use std::cmp::Ordering;

use super::column::{Cell, Column, both};
use super::series::Series;
use super::{Cause, Fault, Gap};
use crate::order::order;
use crate::program::TrendRule;

/// Judges the series of each row by the values of the trend's own block. A tie is neither a fall nor a rise.
pub(super) fn trend(rule: &TrendRule, series: &Series, values: &Column) -> Option<Column> {
    match values {
        Column::Numbers(cells) => Some(judge(rule, series, cells, |a, b| Some(a.cmp(b)))),
        Column::Values(cells) => Some(judge(rule, series, cells, order)),
        Column::Truths(_) => None,
    }
}

fn judge<T>(
    rule: &TrendRule,
    series: &Series,
    cells: &[Cell<T>],
    order: impl Fn(&T, &T) -> Option<Ordering>,
) -> Column {
    let step = |earlier: &Cell<T>, later: &Cell<T>| {
        let (earlier, later) = both(earlier, later)?;
        let ordering = order(later, earlier).ok_or(Cause::Fault(Fault::Mistyped))?;
        Ok(goes_right(rule, ordering))
    };
    let of_row = |points: &Cell<Vec<usize>>| {
        let points = points.as_ref().map_err(|cause| *cause)?;
        let values: Vec<&Cell<T>> = points.iter().filter_map(|point| cells.get(*point)).collect();
        if values.len() < 2 {
            return Err(too_short(&values));
        }
        let mut open: Option<Cause> = None;
        for pair in values.windows(2) {
            let [earlier, later] = pair else { continue };
            match step(earlier, later) {
                Ok(true) => {}
                // One wrong step decides, whatever is missing elsewhere.
                Ok(false) => return Ok(false),
                Err(cause) => open = Some(open.map_or(cause, |first| first.and(cause))),
            }
        }
        open.map_or(Ok(true), Err)
    };
    Column::Truths(series.of_rows().iter().map(of_row).collect())
}

/// Whether a step goes the way that the rule asks for; `ordering` is the later value against the earlier one.
fn goes_right(rule: &TrendRule, ordering: Ordering) -> bool {
    match (rule.direction, rule.negated) {
        (Direction::Falls, false) => ordering.is_lt(),
        (Direction::Rises, false) => ordering.is_gt(),
        (Direction::Falls, true) => ordering.is_ge(),
        (Direction::Rises, true) => ordering.is_le(),
    }
}

/// Why a series of fewer than two values cannot be judged: the value itself is missing, or it stands alone.
fn too_short<T>(values: &[&Cell<T>]) -> Cause {
    match values {
        [Err(cause)] => *cause,
        values => Cause::Unknown(Gap::ShortSeries(values.len())),
    }
}
