//! Rounding to an interval.

use serde::{Deserialize, Serialize};

use crate::Number;

/// Rounding in one step to a multiple of an interval, as GB/T 8170-2008 defines it.
///
/// The rounded value is the interval times the whole number next to `|x| / interval`, with the sign of `x` put back:
/// so a negative value rounds as its opposite does. Nothing is rounded twice; a value that somebody rounded before
/// may differ from the exact one by a whole interval.
///
/// ```
/// use dabiao_model::{Number, Rounding, RoundingMode};
/// let number = |text| Number::parse(text).unwrap();
/// let tenths = Rounding::new(number("0.1"), RoundingMode::HalfEven).unwrap();
/// assert_eq!(tenths.apply(&number("96.96")), number("97"));
/// assert_eq!(tenths.apply(&number("0.25")), number("0.2"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rounding {
    interval: Number,
    mode: RoundingMode,
}

/// Which of its two neighbours a value rounds to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RoundingMode {
    /// The nearer one; half way between them, the one that is an even multiple of the interval (GB/T 8170-2008).
    HalfEven,
    /// The nearer one; half way between them, the one that is further from zero.
    HalfUp,
    /// The one that is nearer to zero.
    Truncated,
}

/// What a value that was rounded before it was reported tells of the exact one, as GB/T 8170-2008 marks it. Like the
/// rounding itself it speaks of the size, so a negative value has the mark of its opposite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// `15.5(−)`: it was rounded up, and the exact value is smaller.
    RoundedUp,
    /// `16.5(+)`: it was rounded down, and the exact value is greater.
    RoundedDown,
}

impl Rounding {
    /// Rounding to multiples of the interval; `None` unless the interval is above zero.
    #[must_use]
    pub fn new(interval: Number, mode: RoundingMode) -> Option<Rounding> {
        interval.is_positive().then_some(Rounding { interval, mode })
    }

    /// 0.5-unit rounding (GB/T 8170-2008): twice the value is rounded to the unit, half to even, and halved,
    /// which is one rounding to half the unit.
    ///
    /// ```
    /// use dabiao_model::{Number, Rounding};
    /// let number = |text| Number::parse(text).unwrap();
    /// assert_eq!(Rounding::half_unit(Number::ONE).unwrap().apply(&number("60.38")), number("60.5"));
    /// ```
    #[must_use]
    pub fn half_unit(unit: Number) -> Option<Rounding> {
        Rounding::new(unit.checked_div(&Number::from(2))?, RoundingMode::HalfEven)
    }

    /// 0.2-unit rounding (GB/T 8170-2008): five times the value is rounded to the unit, half to even, and
    /// divided by five, which is one rounding to a fifth of the unit.
    ///
    /// ```
    /// use dabiao_model::{Number, Rounding};
    /// assert_eq!(Rounding::fifth_unit(Number::HUNDRED).unwrap().apply(&830.into()), 840.into());
    /// ```
    #[must_use]
    pub fn fifth_unit(unit: Number) -> Option<Rounding> {
        Rounding::new(unit.checked_div(&Number::from(5))?, RoundingMode::HalfEven)
    }

    /// The interval; always above zero.
    #[must_use]
    pub fn interval(&self) -> &Number {
        &self.interval
    }

    /// The mode.
    #[must_use]
    pub fn mode(&self) -> RoundingMode {
        self.mode
    }

    /// The value rounded, in one step.
    #[must_use]
    pub fn apply(&self, value: &Number) -> Number {
        // The interval is above zero, so the quotient exists.
        let Some(size) = value.abs().checked_div(&self.interval) else { return value.clone() };
        let steps = match self.mode {
            RoundingMode::HalfEven => size.round_half_even(),
            RoundingMode::HalfUp => size.round_half_up(),
            RoundingMode::Truncated => size.floor(),
        };
        let rounded = steps * &self.interval;
        if value.is_negative() { -rounded } else { rounded }
    }

    /// The value rounded, where a mark says on which side of it the exact value lies: what would be half way is not,
    /// and a whole multiple that was rounded up is not reached when the rest is cut off.
    ///
    /// ```
    /// use dabiao_model::{Mark, Number, Rounding, RoundingMode};
    /// let ones = Rounding::new(Number::ONE, RoundingMode::HalfEven).unwrap();
    /// let number = |text| Number::parse(text).unwrap();
    /// assert_eq!(ones.apply_marked(&number("15.5"), Mark::RoundedUp), number("15"));
    /// assert_eq!(ones.apply_marked(&number("16.5"), Mark::RoundedDown), number("17"));
    /// ```
    #[must_use]
    pub fn apply_marked(&self, value: &Number, mark: Mark) -> Number {
        let Some(size) = value.abs().checked_div(&self.interval) else { return value.clone() };
        let twice = &size + &size;
        let is_half_way = twice.is_integer() && !size.is_integer();
        let steps = match (self.mode, mark) {
            (RoundingMode::HalfEven | RoundingMode::HalfUp, Mark::RoundedUp) if is_half_way => size.floor(),
            (RoundingMode::HalfEven | RoundingMode::HalfUp, Mark::RoundedDown) if is_half_way => size.ceil(),
            (RoundingMode::Truncated, Mark::RoundedUp) if size.is_integer() && !size.is_zero() => {
                size - Number::ONE
            }
            _ => return self.apply(value),
        };
        let rounded = steps * &self.interval;
        if value.is_negative() { -rounded } else { rounded }
    }
}

#[cfg(test)]
mod tests {
    use super::RoundingMode::*;
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn check(rounding: Option<Rounding>, value: &str, expected: &str) {
        let rounding = rounding.unwrap();
        assert_eq!(rounding.apply(&n(value)), n(expected), "{value} by {rounding:?}");
    }

    #[test]
    fn examples_of_gb_t_8170() {
        for (value, interval, rounded) in [
            ("12.1498", "1", "12"),
            ("12.1498", "0.1", "12.1"),
            ("1268", "100", "1300"),
            ("10.5002", "1", "11"),
            ("1.050", "0.1", "1.0"),
            ("0.35", "0.1", "0.4"),
            ("2500", "1000", "2000"),
            ("3500", "1000", "4000"),
            ("-0.0365", "0.001", "-0.036"),
            ("-355", "10", "-360"),
            ("-325", "10", "-320"),
            ("15.4546", "1", "15"),
            ("0", "0.1", "0"),
        ] {
            check(Rounding::new(n(interval), HalfEven), value, rounded);
        }
    }

    #[test]
    fn half_and_fifth_units() {
        for (value, rounded) in
            [("60.25", "60.0"), ("60.38", "60.5"), ("60.28", "60.5"), ("60.75", "61.0"), ("-60.75", "-61.0")]
        {
            check(Rounding::half_unit(Number::ONE), value, rounded);
        }
        for (value, rounded) in
            [("830", "840"), ("842", "840"), ("832", "840"), ("840", "840"), ("-930", "-920")]
        {
            check(Rounding::fifth_unit(Number::HUNDRED), value, rounded);
            check(Rounding::new(n("20"), HalfEven), value, rounded);
        }
    }

    /// Full-value comparison judges the value itself; rounded-value comparison first rounds to the limit's last place.
    #[test]
    fn limits_judged_both_ways() {
        type Limit = fn(&Number, &Number) -> bool;
        let at_least: Limit = |value, limit| value >= limit;
        let at_most: Limit = |value, limit| value <= limit;
        let within_a_tenth: Limit = |value, limit| (value - limit).abs() <= Number::parse("0.1").unwrap();
        for (holds, limit, place, measured, full, rounded, holds_rounded) in [
            (at_least, "97.0", "0.1", "96.96", false, "97.0", true),
            (at_most, "0.5", "0.1", "0.549", false, "0.5", true),
            (at_most, "0.5", "0.1", "0.551", false, "0.6", false),
            (within_a_tenth, "10.0", "0.1", "9.85", false, "9.8", false),
            (at_least, "96", "1", "95.5", false, "96", true),
            (at_least, "96", "1", "94.5", false, "94", false),
            (at_least, "96.0", "0.1", "95.5", false, "95.5", false),
        ] {
            let value = Rounding::new(n(place), HalfEven).unwrap().apply(&n(measured));
            assert_eq!(holds(&n(measured), &n(limit)), full, "{measured} against {limit}");
            assert_eq!(value, n(rounded), "{measured} against {limit}");
            assert_eq!(holds(&value, &n(limit)), holds_rounded, "{measured} against {limit}");
        }
    }

    /// The table of GB/T 8170-2008, 3.3: rounded to a tenth and reported with a mark, then to a whole number.
    #[test]
    fn marked_values() {
        use Mark::{RoundedDown, RoundedUp};
        for (value, mark, mode, rounded) in [
            ("15.5", RoundedUp, HalfEven, "15"),
            ("-15.5", RoundedUp, HalfEven, "-15"),
            ("16.5", RoundedDown, HalfEven, "17"),
            ("-16.5", RoundedDown, HalfEven, "-17"),
            ("16.5", RoundedUp, HalfUp, "16"),
            ("16.4", RoundedDown, HalfEven, "16"),
            ("16.0", RoundedUp, Truncated, "15"),
            ("16.0", RoundedDown, Truncated, "16"),
            ("0", RoundedUp, Truncated, "0"),
        ] {
            let ones = Rounding::new(Number::ONE, mode).unwrap();
            assert_eq!(ones.apply_marked(&n(value), mark), n(rounded), "{value} {mark:?} {mode:?}");
        }
        check(Rounding::new(Number::ONE, HalfEven), "17.5", "18");
    }

    #[test]
    fn the_mode_is_a_choice() {
        for (value, half_even, half_up, truncated) in [
            ("2.5", "2", "3", "2"),
            ("3.5", "4", "4", "3"),
            ("-2.5", "-2", "-3", "-2"),
            ("2.49", "2", "2", "2"),
            ("2.51", "3", "3", "2"),
            ("-0.9", "-1", "-1", "0"),
            ("8/3", "3", "3", "2"),
        ] {
            for (mode, rounded) in [(HalfEven, half_even), (HalfUp, half_up), (Truncated, truncated)] {
                check(Rounding::new(Number::ONE, mode), value, rounded);
            }
        }
    }

    #[test]
    fn rounding_twice_is_something_else() {
        let (tenths, ones) =
            (Rounding::new(n("0.1"), HalfEven).unwrap(), Rounding::new(n("1"), HalfEven).unwrap());
        assert_eq!(ones.apply(&n("15.4546")), n("15"));
        assert_eq!(ones.apply(&tenths.apply(&n("15.4546"))), n("16"));
    }

    #[test]
    fn an_interval_is_above_zero() {
        for interval in ["0", "-0.1"] {
            assert_eq!(Rounding::new(n(interval), HalfEven), None);
            assert_eq!(Rounding::half_unit(n(interval)), None);
            assert_eq!(Rounding::fifth_unit(n(interval)), None);
        }
    }

    proptest! {
        #[test]
        fn laws(digits in any::<i64>(), places in 0_u32..12, interval in 1_i64..1000, mode in
            prop::sample::select(vec![HalfEven, HalfUp, Truncated]))
        {
            let value = Number::fraction(digits.into(), 10_i64.pow(places).into()).unwrap();
            let interval = Number::fraction(interval.into(), 40.into()).unwrap();
            let rounding = Rounding::new(interval.clone(), mode).unwrap();
            let rounded = rounding.apply(&value);
            prop_assert!(rounded.checked_div(&interval).unwrap().is_integer());
            prop_assert_eq!(rounding.apply(&rounded), rounded.clone());
            prop_assert_eq!(rounding.apply(&-&value), -&rounded);
            let off = (&rounded - &value).abs().checked_div(&interval).unwrap();
            match mode {
                Truncated => prop_assert!(off < Number::ONE && rounded.abs() <= value.abs()),
                _ => prop_assert!(off * Number::from(2) <= Number::ONE),
            }
        }
    }
}
