//! Comparisons.

use dabiao_check::Comparison;
use std::cmp::Ordering;

use super::column::{Cell, Column, both};
use super::{Cause, Fault, logic};
use crate::order::order;

/// `a >= b` and its like, row by row.
pub(super) fn compare(op: Comparison, left: &Column, right: &Column) -> Option<Column> {
    match (left, right) {
        (Column::Numbers(left), Column::Numbers(right)) => {
            Some(ordered(op, left, right, |a, b| Some(a.cmp(b))))
        }
        (Column::Truths(left), Column::Truths(right)) => {
            Some(ordered(op, left, right, |a, b| Some(a.cmp(b))))
        }
        (Column::Values(left), Column::Values(right)) => Some(ordered(op, left, right, order)),
        _ => None,
    }
}

/// `a in first..last`, row by row: both comparisons must hold, and one that fails decides.
pub(super) fn in_range(value: &Column, first: &Column, last: &Column, rows: usize) -> Option<Column> {
    let above = compare(Comparison::AtLeast, value, first)?;
    let below = compare(Comparison::AtMost, value, last)?;
    logic::all(&[&above, &below], rows)
}

/// Whether a comparison holds between two values that stand so to each other.
pub(super) fn holds(op: Comparison, ordering: Ordering) -> bool {
    match op {
        Comparison::AtLeast => ordering.is_ge(),
        Comparison::Above => ordering.is_gt(),
        Comparison::AtMost => ordering.is_le(),
        Comparison::Below => ordering.is_lt(),
        Comparison::Equal => ordering.is_eq(),
        Comparison::NotEqual => ordering.is_ne(),
    }
}

fn ordered<T>(
    op: Comparison,
    left: &[Cell<T>],
    right: &[Cell<T>],
    order: impl Fn(&T, &T) -> Option<Ordering>,
) -> Column {
    let compare = |(left, right): (&Cell<T>, &Cell<T>)| {
        let (left, right) = both(left, right)?;
        let ordering = order(left, right).ok_or(Cause::Fault(Fault::Mistyped))?;
        Ok(holds(op, ordering))
    };
    Column::Truths(left.iter().zip(right).map(compare).collect())
}
