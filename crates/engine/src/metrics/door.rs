//! What a plain decimal has to pass on its way to a metric.

use dabiao_check::Metric;
use dabiao_model::{PlainDecimal, Type, Value};

/// How the plain decimals of a metric become integers of its numbers, over which power of ten they are held at the
/// moment, and within which bounds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Door {
    /// How many places a number in the metric's own unit moves on its way to base units: two for percents.
    places: u32,
    /// How many base units the metric's own unit is.
    factor: i64,
    /// The power of ten that the bounds below are over.
    exponent: u32,
    least: i64,
    greatest: i64,
}

impl Door {
    /// The door of a metric for integers over a power of ten. `None` where nothing plain can be said: the metric is no
    /// number, is counted in a unit of a broken number of base units, or has a range that is not whole over that power.
    pub(super) fn new(metric: &Metric, exponent: u32) -> Option<Door> {
        let (places, factor) = match &metric.ty {
            Type::Percent | Type::Points => (2, 1),
            Type::Number | Type::Ratio => (0, 1),
            Type::Quantity(unit) => (0, unit.factor().scaled(0)?),
            _ => return None,
        };
        let (least, greatest) = match &metric.range {
            None => (i64::MIN, i64::MAX),
            Some((Value::Number(least), Value::Number(greatest))) => {
                (least.scaled(exponent)?, greatest.scaled(exponent)?)
            }
            Some(_) => return None,
        };
        Some(Door { places, factor, exponent, least, greatest })
    }

    /// The power of ten that integers come over.
    #[inline]
    pub(super) fn exponent(&self) -> u32 {
        self.exponent
    }

    /// The integer of a decimal in the metric's own unit; `None` where it does not fit or lies out of range.
    #[inline]
    pub(super) fn pass(&self, decimal: PlainDecimal) -> Option<i64> {
        let places = decimal.places.wrapping_add(self.places);
        let integer = PlainDecimal { places, ..decimal }.over(self.exponent)?.checked_mul(self.factor)?;
        (self.least <= integer && integer <= self.greatest).then_some(integer)
    }
}
