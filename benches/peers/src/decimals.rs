//! The columns as Arrow's decimals with three places, in either width.

use std::sync::Arc;

use arrow::array::{ArrayRef, PrimitiveArray};
use arrow::datatypes::{Decimal64Type, Decimal128Type, DecimalType};
use arrow::error::ArrowError;

/// How many bits a decimal has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    Decimal64,
    Decimal128,
}

impl Width {
    /// An array of so many thousandths.
    pub(crate) fn thousandths(self, values: &[i64]) -> Result<ArrayRef, ArrowError> {
        self.array(values, 3)
    }

    /// An array with decimal places, of the widest precision: a difference and a small multiple keep their type then,
    /// and nothing has to be cast.
    pub(crate) fn array(self, values: &[i64], places: i8) -> Result<ArrayRef, ArrowError> {
        match self {
            Width::Decimal64 => array::<Decimal64Type>(values, places),
            Width::Decimal128 => array::<Decimal128Type>(values, places),
        }
    }
}

fn array<T: DecimalType>(values: &[i64], places: i8) -> Result<ArrayRef, ArrowError>
where
    T::Native: From<i64>,
{
    let values = PrimitiveArray::<T>::from_iter_values(values.iter().map(|value| (*value).into()));
    Ok(Arc::new(values.with_precision_and_scale(T::MAX_PRECISION, places)?))
}
