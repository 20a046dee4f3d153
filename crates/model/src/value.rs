//! A metric's value.

use serde::{Deserialize, Serialize};

use crate::{Date, Number, Period};

/// A value whose meaning its [`Type`](crate::Type) tells.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Value {
    /// A quantity in its base unit: a share for a percent (90 % is 0.9), the base unit of a dimension otherwise.
    Number(Number),
    /// Yes or no.
    YesNo(bool),
    /// A scale's level, counted from the worst as 0.
    Level(usize),
    /// A day.
    Date(Date),
    /// A period.
    Period(Period),
    /// A text; only in records and tables.
    Text(String),
}
