//! The table of units.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::expression;
use super::shipped::SHIPPED;
use super::{Dimension, Unit, UnitError};
use crate::Number;

/// The units that a plan can use: those shipped with the language, and those it declares.
///
/// A plan's own unit takes precedence over a shipped one that is written alike, so that shipping another unit never
/// breaks a plan; two of its own may not be written alike. A base unit that bears a shipped base unit's name
/// measures the same thing: a plan that declares `tce` itself can still use the shipped `kgce`.
///
/// ```
/// use dabiao_model::{Number, Units};
/// let mut units = Units::shipped();
/// let enterprise = units.declare_base("enterprise", Some("家"), &["enterprises"]).unwrap();
/// units.declare_derived("dozen", None, &[], Number::from(12), &enterprise).unwrap();
/// assert_eq!(units.resolve("家"), Some(enterprise));
/// assert_eq!(units.parse("dozen/day").unwrap().factor(), &Number::from(12));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Units {
    declared: BTreeMap<String, Unit>,
    /// Units of shipped rule files, which a plan's own may replace.
    lent: BTreeMap<String, Unit>,
}

impl Units {
    /// The units shipped with the language and no others: money, durations, and common measures.
    #[must_use]
    pub fn shipped() -> Units {
        Units::default()
    }

    /// Declares a unit of its own dimension, such as a thing that is counted, and the spellings it is known by.
    ///
    /// # Errors
    /// Where a spelling already stands for another unit of the plan, or could not be read behind a number. Nothing
    /// is declared then.
    pub fn declare_base(
        &mut self,
        name: &str,
        symbol: Option<&str>,
        also: &[&str],
    ) -> Result<Unit, UnitError> {
        let unit = Unit::named(name, symbol.unwrap_or(name), Dimension::base(name), Number::ONE);
        self.declare(name, symbol, also, unit, &Number::ONE)
    }

    /// Declares a unit that is so many of another, and the spellings it is known by.
    ///
    /// # Errors
    /// As for [`Units::declare_base`]; also where the factor is not above zero or is too long.
    pub fn declare_derived(
        &mut self,
        name: &str,
        symbol: Option<&str>,
        also: &[&str],
        factor: Number,
        of: &Unit,
    ) -> Result<Unit, UnitError> {
        let unit = Unit::named(name, symbol.unwrap_or(name), of.dimension().clone(), &factor * of.factor());
        self.declare(name, symbol, also, unit, &factor)
    }

    /// Makes what was declared so far give way to what is declared from here on, as the language's own units do.
    ///
    /// ```
    /// use dabiao_model::Units;
    /// let mut units = Units::shipped();
    /// units.declare_base("case", Some("件"), &[]).unwrap();
    /// units.lend();
    /// let complaint = units.declare_base("complaint", Some("件"), &[]).unwrap();
    /// assert_eq!(units.resolve("件"), Some(complaint));
    /// ```
    pub fn lend(&mut self) {
        self.lent.append(&mut self.declared);
    }

    /// The unit of one spelling.
    ///
    /// ```
    /// use dabiao_model::Units;
    /// let units = Units::shipped();
    /// assert_eq!(units.resolve("days"), units.resolve("天"));
    /// assert_eq!(units.resolve("tce/万元"), None);
    /// ```
    #[must_use]
    pub fn resolve(&self, spelling: &str) -> Option<Unit> {
        let declared = self.declared.get(spelling).or_else(|| self.lent.get(spelling));
        declared.or_else(|| SHIPPED.get(spelling)).cloned()
    }

    /// The unit of an expression: a spelling, or a product of powers such as `tce/万元`, `家·day`, `m^2`, `1/day` or
    /// `元/(人·day)`.
    ///
    /// Products are written with `·`, `⋅`, `*` or `×` and taken from left to right, powers with `^`, `²` or `³`.
    /// Spaces may stand around each part. `None` where a part is not known, a power is zero or out of range, or the
    /// text is longer than 256 bytes or nested deeper than eight brackets.
    #[must_use]
    pub fn parse(&self, text: &str) -> Option<Unit> {
        expression::parse(text, &|spelling| self.resolve(spelling))
    }

    /// Every spelling, the plan's own first, in alphabetical order: what a misspelt name may have meant.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let lent = self.lent.keys().map(String::as_str).filter(|name| !self.declared.contains_key(*name));
        let is_known = |name: &str| self.declared.contains_key(name) || self.lent.contains_key(name);
        let shipped = SHIPPED.keys().copied().filter(move |name| !is_known(name));
        self.declared.keys().map(String::as_str).chain(lent).chain(shipped)
    }

    fn declare(
        &mut self,
        name: &str,
        symbol: Option<&str>,
        also: &[&str],
        unit: Option<Unit>,
        factor: &Number,
    ) -> Result<Unit, UnitError> {
        let spellings = || std::iter::once(name).chain(symbol).chain(also.iter().copied());
        for spelling in spellings() {
            let begins_well = spelling.starts_with(|c: char| !c.is_whitespace() && !c.is_ascii_digit());
            if !begins_well || spelling.ends_with(char::is_whitespace) {
                return Err(UnitError::Spelling { spelling: spelling.to_string() });
            }
            if let Some(taken) = self.declared.get(spelling) {
                let unit = taken.label().to_string();
                return Err(UnitError::Duplicate { spelling: spelling.to_string(), unit });
            }
        }
        let unit = unit.ok_or_else(|| UnitError::Factor { factor: factor.display(SHOWN_PLACES) })?;
        for spelling in spellings() {
            self.declared.insert(spelling.to_string(), unit.clone());
        }
        Ok(unit)
    }
}

/// Fraction digits of a factor in an error.
const SHOWN_PLACES: u32 = 6;

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn shipped_spellings() {
        let units = Units::shipped();
        for (spellings, dimension, factor) in [
            (&["元", "yuan", "CNY"][..], "yuan", "1"),
            (&["万元"], "yuan", "10000"),
            (&["亿元"], "yuan", "100000000"),
            (&["day", "days", "天", "日"], "day", "1"),
            (&["week", "weeks", "周"], "day", "7"),
            (&["hour", "hours", "小时", "h"], "day", "1/24"),
            (&["minute", "minutes", "分钟", "min"], "day", "1/1440"),
            (&["second", "seconds", "秒", "s"], "day", "1/86400"),
            (&["tce", "吨标准煤"], "tce", "1"),
            (&["kgce", "千克标准煤"], "tce", "0.001"),
            (&["t", "吨"], "kg", "1000"),
            (&["L", "升"], "m^3", "0.001"),
            (&["dB", "分贝"], "dB", "1"),
        ] {
            for spelling in spellings {
                let unit = units.resolve(spelling).unwrap();
                let found = (unit.dimension().to_string(), unit.factor().clone());
                assert_eq!(found, (dimension.to_string(), n(factor)), "{spelling}");
            }
        }
    }

    #[test]
    fn a_plan_comes_before_the_language() {
        let mut units = Units::shipped();
        let tce = units.declare_base("tce", Some("吨煤"), &[]).unwrap();
        let kgce = units.declare_derived("kgce", None, &[], n("0.001"), &tce).unwrap();
        assert_eq!(units.resolve("吨标准煤").unwrap().ratio_to(&kgce), Some(n("1000")));
        let t = units.declare_base("t", Some("台"), &[]).unwrap();
        assert_eq!(t.ratio_to(&units.resolve("吨").unwrap()), None);
        assert_eq!(units.resolve("t").unwrap().symbol(), "台");
    }

    #[test]
    fn declarations_that_are_refused() {
        let mut units = Units::shipped();
        let piece = units.declare_base("piece", Some("件"), &["pieces"]).unwrap();
        let before = units.clone();
        let duplicate = |spelling: &str| UnitError::Duplicate {
            spelling: spelling.to_string(),
            unit: "piece".to_string(),
        };
        for (name, symbol, also, error) in [
            ("piece", None, &[][..], duplicate("piece")),
            ("item", Some("件"), &[], duplicate("件")),
            ("item", None, &["items", "pieces"], duplicate("pieces")),
            ("", None, &[], UnitError::Spelling { spelling: String::new() }),
            ("item", Some(" "), &[], UnitError::Spelling { spelling: " ".to_string() }),
            ("item", None, &["item "], UnitError::Spelling { spelling: "item ".to_string() }),
            ("10k", None, &[], UnitError::Spelling { spelling: "10k".to_string() }),
        ] {
            assert_eq!(units.declare_base(name, symbol, also), Err(error), "{name}");
            assert_eq!(units, before, "nothing is declared by halves");
        }
        for factor in ["0", "-1", "1/3e1"].into_iter().filter_map(|text| Number::parse(text).ok()) {
            let error = UnitError::Factor { factor: factor.to_string() };
            assert_eq!(units.declare_derived("item", None, &[], factor, &piece), Err(error));
        }
    }

    #[test]
    fn one_declaration_may_repeat_itself() {
        let mut units = Units::shipped();
        assert!(units.declare_base("家", Some("家"), &["家"]).is_ok());
    }

    #[test]
    fn factors_do_not_grow_without_end() {
        let mut units = Units::shipped();
        let mut unit = units.resolve("kg").unwrap().div(&units.resolve("kg").unwrap()).unwrap();
        let refused = (0..100).find(|index| {
            let name = format!("u{index}");
            units.declare_derived(&name, None, &[], n("1e400"), &unit).map(|next| unit = next).is_err()
        });
        assert_eq!(refused, Some(6));
        assert_eq!(units.parse("u0^127"), None);
    }

    #[test]
    fn a_symbol_may_hold_an_operator() {
        let mut units = Units::shipped();
        let speed = units.parse("km/h").unwrap();
        let speed = units.declare_derived("speed", Some("km/h"), &[], Number::ONE, &speed).unwrap();
        assert_eq!(units.parse("km/h"), Some(speed));
        let product = units.parse("km/h·day").unwrap();
        assert_eq!(product.symbol(), "公里·天/小时");
        let product = units.parse("(km/h)·day").unwrap();
        assert_eq!((product.label(), product.symbol()), ("speed·day", "(km/h)·天"));
        assert_eq!(units.parse(product.symbol()), Some(product));
    }

    #[test]
    fn names_are_listed_once() {
        let mut units = Units::shipped();
        units.declare_base("day", Some("工作日"), &[]).unwrap();
        let names: Vec<&str> = units.names().collect();
        assert_eq!(names.first(), Some(&"day"));
        assert_eq!(names.iter().filter(|name| **name == "day").count(), 1);
        assert!(names.contains(&"万元") && names.contains(&"工作日"));
    }
}
