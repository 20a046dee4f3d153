//! Units of measure.

mod dimension;
mod error;
mod expression;
mod powers;
mod shipped;
mod units;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::Number;

pub use dimension::Dimension;
pub use error::UnitError;
pub use units::Units;

use powers::Powers;

/// The most binary digits that a unit's factor may have. It bounds what a chain of declarations can grow to.
const MOST_FACTOR_BITS: u64 = 8192;

/// A unit: what it measures, how much of it, and how it is written.
///
/// A unit comes from a table, by [`Units::resolve`] or [`Units::parse`], or from other units by [`Unit::mul`] and
/// [`Unit::div`]. Units of one dimension convert into each other exactly. Two units are equal when they are written
/// alike and mean the same: `m^2` and `square_metre` convert, yet are not equal.
///
/// ```
/// use dabiao_model::{Number, Units};
/// let units = Units::shipped();
/// let intensity = units.parse("tce/万元").unwrap();
/// assert_eq!(intensity.label(), "tce/万元");
/// assert_eq!(intensity.dimension().to_string(), "tce/yuan");
/// assert_eq!(intensity.factor().to_string(), "0.0001");
///
/// let hours = units.resolve("hours").unwrap();
/// let days = units.resolve("天").unwrap();
/// assert_eq!(hours.ratio_to(&days), Number::fraction(1.into(), 24.into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Unit {
    label: String,
    symbol: String,
    parts: Powers<Part>,
    dimension: Dimension,
    factor: Number,
}

/// A unit that stands in the table, as a part of a product.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Part {
    name: Arc<str>,
    symbol: Arc<str>,
}

impl Unit {
    /// How the unit is written with its parts' names: `day`, `tce/万元`. [`Units::parse`] reads it.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The names of the units that it is a product of: `tce` and `万元` for `tce/万元`.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.parts.bases().map(|part| part.name.as_ref())
    }

    /// How the unit is written with its parts' symbols: `天`, `tce/万元`. [`Units::parse`] reads it.
    #[must_use]
    pub fn symbol(&self) -> &str {
        &self.symbol
    }

    /// What the unit measures.
    #[must_use]
    pub fn dimension(&self) -> &Dimension {
        &self.dimension
    }

    /// How many of the dimension's base units it is: 10 000 for 万元, whose base unit is the yuan. Always above zero.
    #[must_use]
    pub fn factor(&self) -> &Number {
        &self.factor
    }

    /// How many of `other` one of this unit is; `None` where they measure different things.
    #[must_use]
    pub fn ratio_to(&self, other: &Unit) -> Option<Number> {
        if self.dimension == other.dimension { self.factor.checked_div(&other.factor) } else { None }
    }

    /// The product of two units; `None` where a power leaves −128 to 127 or the factor grows beyond reason.
    #[must_use]
    pub fn mul(&self, other: &Unit) -> Option<Unit> {
        Unit::assemble(
            self.parts.times(&other.parts)?,
            self.dimension.mul(&other.dimension)?,
            &self.factor * &other.factor,
        )
    }

    /// The quotient of two units; `None` where a power leaves −128 to 127 or the factor grows beyond reason.
    #[must_use]
    pub fn div(&self, other: &Unit) -> Option<Unit> {
        self.mul(&other.power(-1)?)
    }

    /// The unit of a plain number.
    #[must_use]
    pub fn one() -> Unit {
        let parts = Powers::none();
        let text = parts.to_string(|part: &Part| &part.name);
        Unit { label: text.clone(), symbol: text, parts, dimension: Dimension::none(), factor: Number::ONE }
    }

    /// A unit for the table; `None` unless the factor is above zero and of a reasonable size.
    fn named(name: &str, symbol: &str, dimension: Dimension, factor: Number) -> Option<Unit> {
        let part = Part { name: name.into(), symbol: symbol.into() };
        Unit::assemble(Powers::of(part), dimension, factor)
    }

    /// The unit to a power.
    fn power(&self, power: i8) -> Option<Unit> {
        let once = if power < 0 { self.factor.recip()? } else { self.factor.clone() };
        let mut factor = Number::ONE;
        for _ in 0..power.unsigned_abs() {
            factor = factor * &once;
            if factor.bits() > MOST_FACTOR_BITS {
                return None;
            }
        }
        Unit::assemble(self.parts.power(power)?, self.dimension.power(power)?, factor)
    }

    fn assemble(parts: Powers<Part>, dimension: Dimension, factor: Number) -> Option<Unit> {
        if !factor.is_positive() || factor.bits() > MOST_FACTOR_BITS {
            return None;
        }
        let parts = parts.in_writing_order();
        let label = parts.to_string(|part| &part.name);
        let symbol = parts.to_string(|part| &part.symbol);
        Some(Unit { label, symbol, parts, dimension, factor })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn u(text: &str) -> Unit {
        Units::shipped().parse(text).unwrap_or_else(|| panic!("`{text}` is a unit"))
    }

    #[test]
    fn products_and_quotients() {
        for (left, operator, right, label, dimension, factor) in [
            ("tce", '/', "万元", "tce/万元", "tce/yuan", "0.0001"),
            ("tce/万元", '*', "万元", "tce", "tce", "1"),
            ("tce/万元", '*', "元", "tce·yuan/万元", "tce", "0.0001"),
            ("mg", '/', "L", "mg/L", "kg/m^3", "0.001"),
            ("m", '*', "m", "m^2", "m^2", "1"),
            ("m^2", '/', "m", "m", "m", "1"),
            ("km", '/', "km", "1", "1", "1"),
            ("kgce", '/', "tce", "kgce/tce", "1", "0.001"),
            ("1", '/', "day", "1/day", "1/day", "1"),
            ("1", '/', "day^2", "1/day^2", "1/day^2", "1"),
            ("day", '*', "1", "day", "day", "1"),
            ("t/day", '/', "亿元", "t/day/亿元", "kg/day/yuan", "1/100000"),
        ] {
            let unit = if operator == '*' { u(left).mul(&u(right)) } else { u(left).div(&u(right)) }.unwrap();
            assert_eq!(
                (unit.label(), unit.dimension().to_string().as_str(), unit.factor()),
                (label, dimension, &Number::parse(factor).unwrap()),
                "{left} {operator} {right}"
            );
            assert_eq!(u(label), unit, "a label reads back");
        }
    }

    #[test]
    fn conversions_are_exact() {
        for (from, to, ratio) in [
            ("万元", "元", Some("10000")),
            ("元", "亿元", Some("1e-8")),
            ("week", "hour", Some("168")),
            ("second", "day", Some("1/86400")),
            ("mg/L", "g/m^3", Some("1")),
            ("kgce/万元", "tce/亿元", Some("10")),
            ("亩", "m^2", Some("2000/3")),
            ("ha", "亩", Some("15")),
            ("km/h", "m/s", Some("5/18")),
            ("tce", "t", None),
            ("元", "day", None),
            ("m", "m^2", None),
        ] {
            let expected = ratio.map(|text| Number::parse(text).unwrap());
            assert_eq!(u(from).ratio_to(&u(to)), expected, "{from} to {to}");
        }
    }

    #[test]
    fn names_and_symbols() {
        for (text, label, symbol) in [
            ("days", "day", "天"),
            ("CNY", "yuan", "元"),
            ("吨标准煤/万元", "tce/万元", "吨标准煤/万元"),
            ("yuan/hour", "yuan/hour", "元/小时"),
        ] {
            assert_eq!((u(text).label(), u(text).symbol()), (label, symbol), "{text}");
        }
    }

    #[test]
    fn powers_are_bounded() {
        let mut unit = u("m");
        for _ in 0..6 {
            unit = unit.mul(&unit).unwrap();
        }
        assert_eq!(unit.label(), "m^64");
        assert_eq!(unit.mul(&unit), None);
        assert_eq!(u("1/m^64").div(&u("m^64")).unwrap().label(), "1/m^128");
        assert_eq!(u("1/m^64").div(&u("m^65")), None);
    }
}
