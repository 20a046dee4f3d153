//! Arithmetic on columns of numbers.

use dabiao_check::{Arithmetic, TermId};
use dabiao_model::{Mark, Number, Rounding};

use super::column::{Cell, Cells, Column, both};
use super::{Cause, Fault};
use crate::limits;

/// `a + b` and its like, row by row.
pub(super) fn binary(op: Arithmetic, term: TermId, left: &Column, right: &Column) -> Option<Column> {
    let compute = |(left, right): (&Cell<Number>, &Cell<Number>)| {
        let (left, right) = both(left, right)?;
        let result = match op {
            Arithmetic::Add => left + right,
            Arithmetic::Subtract => left - right,
            Arithmetic::Multiply => left * right,
            Arithmetic::Divide => left.checked_div(right).ok_or(Cause::Fault(Fault::DivisionByZero(term)))?,
        };
        sized(result, term)
    };
    Some(Column::Numbers(left.numbers()?.iter().zip(right.numbers()?).map(compute).collect()))
}

/// `-a` and its like: what `compute` makes of each number.
pub(super) fn unary(term: TermId, of: &Column, compute: impl Fn(&Number) -> Number) -> Option<Column> {
    let of_cell = |cell: &Cell<Number>| match cell {
        Ok(number) => sized(compute(number), term),
        Err(cause) => Err(*cause),
    };
    Some(Column::Numbers(of.numbers()?.iter().map(of_cell).collect()))
}

/// `round(a to 0.1%)` for readings, some of which may be marked as rounded before.
pub(super) fn round(
    term: TermId,
    rounding: &Rounding,
    of: &[Cell<Number>],
    marks: impl Iterator<Item = Option<Mark>>,
) -> Column {
    let of_cell = |(cell, mark): (&Cell<Number>, Option<Mark>)| match (cell, mark) {
        (Ok(number), Some(mark)) => sized(rounding.apply_marked(number, mark), term),
        (Ok(number), None) => sized(rounding.apply(number), term),
        (Err(cause), _) => Err(*cause),
    };
    Column::Numbers(of.iter().zip(marks).map(of_cell).collect())
}

/// `min(a, …)` and `max(a, …)`: `prefer` tells whether its first argument goes before its second.
pub(super) fn extreme(of: &[&Column], prefer: impl Fn(&Number, &Number) -> bool) -> Option<Column> {
    let (first, others) = of.split_first()?;
    let mut best: Cells<Number> = first.numbers()?.iter().cloned().collect();
    for column in others {
        for (best, cell) in best.iter_mut().zip(column.numbers()?) {
            match both(best, cell) {
                Ok((kept, number)) if prefer(number, kept) => best.clone_from(cell),
                Ok(_) => {}
                Err(cause) => *best = Err(cause),
            }
        }
    }
    Some(Column::Numbers(best))
}

/// A number within the limit of digits.
pub(super) fn sized(number: Number, term: TermId) -> Cell<Number> {
    if number.bits() > limits::NUMBER_BITS {
        Err(Cause::Fault(Fault::NumberTooLarge(term)))
    } else {
        Ok(number)
    }
}
