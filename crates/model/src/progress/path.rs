//! The way from a base to a target.

use serde::{Deserialize, Serialize};

use crate::Number;

/// The shape of the way from a base to a target: `track: linear`, `track: compound`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Path {
    /// The same amount each period.
    #[default]
    Linear,
    /// The same share each period. A fall by 20 % in five years is one by 4.3648 % a year, and not by 4 %.
    Compound,
}

/// A value at a time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Point {
    /// The period, counted in whole ones from anywhere: a year, or a running number of quarters.
    pub at: i64,
    /// The value, in the metric's unit.
    pub value: Number,
}
