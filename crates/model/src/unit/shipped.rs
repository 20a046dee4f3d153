//! The units that every plan knows.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Dimension, Unit};
use crate::Number;

/// The shipped units by spelling. They are ordinary units of money, time, length, area, volume, mass, energy and
/// sound. Months and years are not among them, because they have no fixed length, nor is anything that is counted.
pub(super) static SHIPPED: LazyLock<BTreeMap<&'static str, Unit>> = LazyLock::new(|| {
    let mut units = BTreeMap::new();
    for row in ROWS {
        // A test shows that every row makes a unit.
        let Some(unit) = row.unit() else { continue };
        for spelling in row.spellings() {
            units.insert(spelling, unit.clone());
        }
    }
    units
});

struct Row {
    name: &'static str,
    symbol: &'static str,
    also: &'static [&'static str],
    /// The factor's numerator and denominator.
    factor: (i64, i64),
    /// The base unit that the factor counts, and its power.
    base: (&'static str, i8),
}

const fn row(
    name: &'static str,
    symbol: &'static str,
    also: &'static [&'static str],
    factor: (i64, i64),
    base: (&'static str, i8),
) -> Row {
    Row { name, symbol, also, factor, base }
}

const MONEY: (&str, i8) = ("yuan", 1);
const DURATION: (&str, i8) = ("day", 1);
const LENGTH: (&str, i8) = ("m", 1);
const AREA: (&str, i8) = ("m", 2);
const VOLUME: (&str, i8) = ("m", 3);
const MASS: (&str, i8) = ("kg", 1);
const ENERGY: (&str, i8) = ("tce", 1);
const SOUND: (&str, i8) = ("dB", 1);

const ROWS: &[Row] = &[
    row("yuan", "元", &["CNY", "RMB"], (1, 1), MONEY),
    row("千元", "千元", &[], (1_000, 1), MONEY),
    row("万元", "万元", &[], (10_000, 1), MONEY),
    row("百万元", "百万元", &[], (1_000_000, 1), MONEY),
    row("亿元", "亿元", &[], (100_000_000, 1), MONEY),
    row("second", "秒", &["seconds", "s"], (1, 86_400), DURATION),
    row("minute", "分钟", &["minutes", "min"], (1, 1_440), DURATION),
    row("hour", "小时", &["hours", "h"], (1, 24), DURATION),
    row("day", "天", &["days", "d", "日"], (1, 1), DURATION),
    row("week", "周", &["weeks"], (7, 1), DURATION),
    row("mm", "毫米", &["millimetre", "millimetres"], (1, 1_000), LENGTH),
    row("cm", "厘米", &["centimetre", "centimetres"], (1, 100), LENGTH),
    row("m", "米", &["metre", "metres"], (1, 1), LENGTH),
    row("km", "公里", &["千米", "kilometre", "kilometres"], (1_000, 1), LENGTH),
    row("m²", "平方米", &["m2"], (1, 1), AREA),
    row("mu", "亩", &[], (2_000, 3), AREA),
    row("ha", "公顷", &["hectare", "hectares"], (10_000, 1), AREA),
    row("km²", "平方公里", &["km2", "平方千米"], (1_000_000, 1), AREA),
    row("mL", "毫升", &["ml", "millilitre", "millilitres"], (1, 1_000_000), VOLUME),
    row("L", "升", &["l", "litre", "litres"], (1, 1_000), VOLUME),
    row("m³", "立方米", &["m3"], (1, 1), VOLUME),
    row("万m³", "万立方米", &["万m3"], (10_000, 1), VOLUME),
    row("µg", "微克", &["\u{3bc}g", "ug"], (1, 1_000_000_000), MASS),
    row("mg", "毫克", &["milligram", "milligrams"], (1, 1_000_000), MASS),
    row("g", "克", &["gram", "grams"], (1, 1_000), MASS),
    row("kg", "千克", &["公斤", "kilogram", "kilograms"], (1, 1), MASS),
    row("t", "吨", &["tonne", "tonnes"], (1_000, 1), MASS),
    row("万t", "万吨", &[], (10_000_000, 1), MASS),
    row("kgce", "千克标准煤", &[], (1, 1_000), ENERGY),
    row("tce", "吨标准煤", &[], (1, 1), ENERGY),
    row("万tce", "万吨标准煤", &[], (10_000, 1), ENERGY),
    row("dB", "分贝", &["decibel", "decibels", "dB(A)"], (1, 1), SOUND),
];

impl Row {
    fn unit(&self) -> Option<Unit> {
        let factor = Number::fraction(self.factor.0.into(), self.factor.1.into())?;
        let dimension = Dimension::base(self.base.0).power(self.base.1)?;
        Unit::named(self.name, self.symbol, dimension, factor)
    }

    fn spellings(&self) -> impl Iterator<Item = &'static str> {
        [self.name, self.symbol].into_iter().chain(self.also.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_makes_a_unit() {
        for row in ROWS {
            for spelling in row.spellings() {
                let unit = SHIPPED.get(spelling).unwrap_or_else(|| panic!("`{spelling}` is shipped"));
                assert_eq!((unit.label(), unit.symbol()), (row.name, row.symbol), "{spelling}");
            }
        }
    }

    #[test]
    fn no_spelling_stands_for_two_units() {
        for row in ROWS {
            for other in ROWS.iter().filter(|other| other.name != row.name) {
                let own: BTreeSet<_> = row.spellings().collect();
                assert!(
                    other.spellings().all(|spelling| !own.contains(spelling)),
                    "{} and {}",
                    row.name,
                    other.name
                );
            }
        }
    }

    #[test]
    fn every_dimension_has_its_base_unit() {
        for row in ROWS {
            let base = SHIPPED.get(row.base.0).unwrap();
            assert_eq!(base.factor(), &Number::ONE, "{}", row.name);
            assert_eq!(base.dimension(), &Dimension::base(row.base.0), "{}", row.name);
        }
    }
}
