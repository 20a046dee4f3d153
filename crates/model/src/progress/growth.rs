//! The yearly change between two values.

use std::cmp::Ordering;

use num_integer::Integer;

use super::ProgressFault;
use super::powers::{Rounded, compare, root};
use crate::{Number, Rounding, RoundingMode};

/// The decimals to which rates are computed before one is divided by the other. The quotient that is shown is right
/// to its sixth decimal as long as the rates are above 10⁻¹³, a ten-thousandth of a millionth of a percent.
const PLACES_OF_RATE: u32 = 20;

/// The compound change from one value to another, as a rate per year: the r in (1 + r)^years = value / base.
///
/// ```
/// use dabiao_model::Number;
/// use dabiao_model::progress::Growth;
/// use std::cmp::Ordering;
/// let number = |text| Number::parse(text).unwrap();
/// let fall = Growth::new(&number("1"), &number("0.8"), 5, 1).unwrap();
/// assert_eq!(fall.yearly(6).unwrap().value, number("-0.043648"));
/// assert_eq!(fall.compare(&number("-0.04")), Ok(Ordering::Less));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Growth {
    factor: Number,
    /// The factor of a year is `factor` to the power of `power / degree`, in lowest terms.
    power: u32,
    degree: u32,
}

impl Growth {
    /// The change from `base` to `value` over so many periods, of which so many make a year.
    ///
    /// # Errors
    /// [`NotPositive`](ProgressFault::NotPositive) where the base is not above zero or the value is below it, and
    /// [`NoTime`](ProgressFault::NoTime) for a span or a year of no periods.
    pub fn new(base: &Number, value: &Number, periods: u32, per_year: u32) -> Result<Growth, ProgressFault> {
        if !base.is_positive() || value.is_negative() {
            return Err(ProgressFault::NotPositive);
        }
        let factor = value.checked_div(base).ok_or(ProgressFault::NotPositive)?;
        let shared = periods.gcd(&per_year);
        match (per_year.checked_div(shared), periods.checked_div(shared)) {
            (Some(power @ 1..), Some(degree @ 1..)) => Ok(Growth { factor, power, degree }),
            _ => Err(ProgressFault::NoTime),
        }
    }

    /// The rate per year as a share, −0.0339 for a fall by 3.39 %, rounded half to even to so many decimals for
    /// display.
    ///
    /// # Errors
    /// [`TooLarge`](ProgressFault::TooLarge) where the powers are.
    pub fn yearly(&self, places: u32) -> Result<Rounded, ProgressFault> {
        let factor =
            root(&[(&self.factor, self.power)], self.degree, places).ok_or(ProgressFault::TooLarge)?;
        Ok(Rounded { value: factor.value - Number::ONE, is_exact: factor.is_exact })
    }

    /// Compares the rate per year with another, exactly: (1 + rate)^years with value / base, in whole powers.
    ///
    /// # Errors
    /// [`TooLarge`](ProgressFault::TooLarge) where the powers are.
    pub fn compare(&self, rate: &Number) -> Result<Ordering, ProgressFault> {
        let factor = Number::ONE + rate;
        if factor.is_negative() {
            // Nothing falls by more than all of it.
            return Ok(Ordering::Greater);
        }
        compare(&[(&self.factor, self.power)], &[(&factor, self.degree)]).ok_or(ProgressFault::TooLarge)
    }

    /// The rate per year over that of another change, for display.
    ///
    /// Both are taken to 20 decimals, and the quotient is rounded half to even.
    ///
    /// # Errors
    /// [`NoChange`](ProgressFault::NoChange) where the other rate is zero,
    /// [`TooLarge`](ProgressFault::TooLarge) where the powers are.
    pub fn over(&self, other: &Growth, places: u32) -> Result<Rounded, ProgressFault> {
        let (one, other) = (self.yearly(PLACES_OF_RATE)?, other.yearly(PLACES_OF_RATE)?);
        let ratio = one.value.checked_div(&other.value).ok_or(ProgressFault::NoChange)?;
        let rounded = rounding(places).ok_or(ProgressFault::TooLarge)?.apply(&ratio);
        let is_exact = one.is_exact && other.is_exact && rounded == ratio;
        Ok(Rounded { value: rounded, is_exact })
    }
}

fn rounding(places: u32) -> Option<Rounding> {
    let interval = Number::fraction(Number::ONE, 10_i128.checked_pow(places)?.into())?;
    Rounding::new(interval, RoundingMode::HalfEven)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn growth(base: &str, value: &str, periods: u32, per_year: u32) -> Result<Growth, ProgressFault> {
        Growth::new(&n(base), &n(value), periods, per_year)
    }

    #[test]
    fn rates_per_year() {
        for (base, value, periods, per_year, places, rate, is_exact) in [
            ("1.20", "1.12", 2, 1, 7, "-0.0339082", false),
            ("1.20", "0.96", 5, 1, 7, "-0.0436475", false),
            ("100", "80", 5, 1, 6, "-0.043648", false),
            ("100", "121", 2, 1, 6, "0.1", true),
            ("100", "110", 4, 4, 6, "0.1", true),
            ("100", "105", 2, 4, 6, "0.1025", true),
            ("100", "105", 2, 4, 2, "0.1", false),
            ("100", "102", 3, 12, 6, "0.082432", false),
            ("100", "100", 3, 1, 6, "0", true),
            ("100", "0", 3, 1, 6, "-1", true),
            ("1", "1.02", 365, 365, 2, "0.02", true),
        ] {
            let found = growth(base, value, periods, per_year).unwrap().yearly(places).unwrap();
            assert_eq!((found.value, found.is_exact), (n(rate), is_exact), "{base} to {value} in {periods}");
        }
    }

    #[test]
    fn rates_are_compared_exactly() {
        use Ordering::{Equal, Greater, Less};
        for (base, value, periods, per_year, rate, order) in [
            ("100", "80", 5, 1, "-0.04", Less),
            ("100", "81.53726976", 5, 1, "-0.04", Equal),
            ("100", "81.537269760000000000001", 5, 1, "-0.04", Greater),
            ("100", "81.537269759999999999999", 5, 1, "-0.04", Less),
            ("100", "80", 5, 1, "-0.05", Greater),
            ("100", "121", 8, 4, "0.1", Equal),
            ("100", "105", 2, 4, "0.1025", Equal),
            ("100", "0", 3, 1, "-1", Equal),
            ("100", "1", 3, 1, "-1", Greater),
            ("100", "0", 3, 1, "-1.5", Greater),
            ("100", "100", 3, 1, "0", Equal),
        ] {
            let found = growth(base, value, periods, per_year).unwrap().compare(&n(rate));
            assert_eq!(found, Ok(order), "{base} to {value} in {periods} against {rate}");
        }
    }

    #[test]
    fn one_rate_over_another() {
        let required = growth("1.20", "0.96", 5, 1).unwrap();
        for (value, places, ratio, is_exact) in [
            ("1.12", 6, "0.776865", false),
            ("1.12", 12, "0.776865038263", false),
            ("1.20", 6, "0", false),
            ("1.30", 6, "-0.935517", false),
        ] {
            let found = growth("1.20", value, 2, 1).unwrap().over(&required, places).unwrap();
            assert_eq!((found.value, found.is_exact), (n(ratio), is_exact), "{value}");
        }
        let (ten, twenty) = (growth("1", "1.1", 1, 1).unwrap(), growth("1", "1.2", 1, 1).unwrap());
        assert_eq!(ten.over(&twenty, 3), Ok(Rounded { value: n("0.5"), is_exact: true }));
        assert_eq!(ten.over(&growth("1", "1", 1, 1).unwrap(), 3), Err(ProgressFault::NoChange));
        assert_eq!(ten.over(&twenty, 60), Err(ProgressFault::TooLarge));
    }

    #[test]
    fn what_has_no_rate() {
        for (base, value, periods, per_year, fault) in [
            ("0", "1", 1, 1, ProgressFault::NotPositive),
            ("-1", "1", 1, 1, ProgressFault::NotPositive),
            ("1", "-1", 1, 1, ProgressFault::NotPositive),
            ("1", "2", 0, 1, ProgressFault::NoTime),
            ("1", "2", 1, 0, ProgressFault::NoTime),
            ("1", "2", 0, 0, ProgressFault::NoTime),
        ] {
            assert_eq!(growth(base, value, periods, per_year), Err(fault), "{base} to {value}");
        }
        let long = growth("1", "2", u32::MAX, 1).unwrap();
        assert_eq!(long.yearly(6), Err(ProgressFault::TooLarge));
        assert_eq!(long.compare(&n("0.1")), Err(ProgressFault::TooLarge));
    }

    proptest! {
        #[test]
        fn the_shown_rate_and_the_comparison_agree(
            base in 1_u32..1000, value in 0_u32..1000, periods in 1_u32..30, rate in -1200_i32..2000,
        ) {
            let growth = Growth::new(&base.into(), &value.into(), periods, 1).unwrap();
            let rate = Number::fraction(rate.into(), 1000.into()).unwrap();
            let shown = growth.yearly(12).unwrap();
            if shown.is_exact || shown.value != rate {
                prop_assert_eq!(growth.compare(&rate), Ok(shown.value.cmp(&rate)));
            }
        }
    }
}
