//! The values of one operation, one for each row.

use dabiao_model::{Number, Type, Value};
use smallvec::{SmallVec, smallvec};

use super::{Cause, Fault};

/// A value, or why there is none.
pub(crate) type Cell<T> = Result<T, Cause>;

/// Cells of one kind. One stands in place, since evidence is asked for one row at a time.
pub(crate) type Cells<T> = SmallVec<[Cell<T>; 1]>;

/// Cells of one kind, one for each row of a frame.
#[derive(Debug)]
pub(crate) enum Column {
    /// Numbers in base units.
    Numbers(Cells<Number>),
    /// Conditions and yes/no values.
    Truths(Cells<bool>),
    /// Levels, dates, periods and texts.
    Values(Cells<Value>),
}

impl Column {
    /// The same value in every row.
    pub(super) fn constant(value: &Value, rows: usize) -> Column {
        match value {
            Value::Number(number) => Column::Numbers(smallvec![Ok(number.clone()); rows]),
            Value::YesNo(truth) => Column::Truths(smallvec![Ok(*truth); rows]),
            other => Column::Values(smallvec![Ok(other.clone()); rows]),
        }
    }

    /// Values of one type.
    pub(super) fn of_type(ty: &Type, cells: impl Iterator<Item = Cell<Value>>) -> Column {
        let mistyped = Err(Cause::Fault(Fault::Mistyped));
        match ty {
            Type::YesNo => Column::Truths(
                cells
                    .map(|cell| match cell? {
                        Value::YesNo(truth) => Ok(truth),
                        _ => mistyped,
                    })
                    .collect(),
            ),
            ty if ty.is_numeric() => Column::Numbers(
                cells
                    .map(|cell| match cell? {
                        Value::Number(number) => Ok(number),
                        _ => Err(Cause::Fault(Fault::Mistyped)),
                    })
                    .collect(),
            ),
            _ => Column::Values(cells.collect()),
        }
    }

    /// The same fault in every row.
    pub(super) fn faulty(fault: Fault, rows: usize) -> Column {
        Column::Truths(smallvec![Err(Cause::Fault(fault)); rows])
    }

    /// The cells, where they are numbers.
    pub(super) fn numbers(&self) -> Option<&[Cell<Number>]> {
        match self {
            Column::Numbers(cells) => Some(cells),
            _ => None,
        }
    }

    /// The cells, where they are conditions or yes/no values.
    pub(super) fn truths(&self) -> Option<&[Cell<bool>]> {
        match self {
            Column::Truths(cells) => Some(cells),
            _ => None,
        }
    }

    /// One cell as a value of any type; `None` beyond the last row.
    pub(crate) fn value(&self, row: usize) -> Option<Cell<Value>> {
        match self {
            Column::Numbers(cells) => Some(cells.get(row)?.clone().map(Value::Number)),
            Column::Truths(cells) => Some((*cells.get(row)?).map(Value::YesNo)),
            Column::Values(cells) => cells.get(row).cloned(),
        }
    }

    /// Why a cell has no value; `None` where it has one.
    pub(crate) fn cause(&self, row: usize) -> Option<Cause> {
        match self {
            Column::Numbers(cells) => cells.get(row)?.as_ref().err().copied(),
            Column::Truths(cells) => cells.get(row)?.as_ref().err().copied(),
            Column::Values(cells) => cells.get(row)?.as_ref().err().copied(),
        }
    }
}

/// Two cells' values, or the cause that there are not both.
pub(super) fn both<'a, A, B>(left: &'a Cell<A>, right: &'a Cell<B>) -> Result<(&'a A, &'a B), Cause> {
    match (left, right) {
        (Ok(left), Ok(right)) => Ok((left, right)),
        (Err(left), Err(right)) => Err(left.and(*right)),
        (Err(cause), Ok(_)) | (Ok(_), Err(cause)) => Err(*cause),
    }
}
