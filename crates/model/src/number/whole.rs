//! Whole numbers near a number.

use std::cmp::Ordering;

use num_integer::Integer;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::{Form, Number};

impl Number {
    /// Whether the number is a whole number.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Form::Small(small) => small.is_integer(),
            Form::Big(big) => big.rational().is_integer(),
        }
    }

    /// The number as an integer, where it is one that fits.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// assert_eq!(Number::parse("12.0").unwrap().to_i128(), Some(12));
    /// assert_eq!(Number::parse("12.5").unwrap().to_i128(), None);
    /// ```
    #[must_use]
    pub fn to_i128(&self) -> Option<i128> {
        match &self.0 {
            Form::Small(small) => small.is_integer().then(|| small.numer()),
            Form::Big(big) if big.rational().is_integer() => big.rational().numer().to_i128(),
            Form::Big(_) => None,
        }
    }

    /// The greatest whole number that is not above this one: −2 for −1.5.
    #[must_use]
    pub fn floor(&self) -> Number {
        match &self.0 {
            Form::Small(small) => Number(Form::Small(small.floor())),
            Form::Big(big) => {
                let rational = big.rational();
                Number::from_integer(rational.numer().div_floor(rational.denom()))
            }
        }
    }

    /// The least whole number that is not below this one: −1 for −1.5.
    #[must_use]
    pub fn ceil(&self) -> Number {
        -(-self).floor()
    }

    /// The whole number next to this one towards zero: −1 for −1.5.
    #[must_use]
    pub fn trunc(&self) -> Number {
        if self.is_negative() { self.ceil() } else { self.floor() }
    }

    /// The nearest whole number; of two equally near ones, the even one.
    pub(crate) fn round_half_even(&self) -> Number {
        let below = self.floor();
        let twice_above_below = (self - &below) * Number::from(2);
        match twice_above_below.cmp(&Number::ONE) {
            Ordering::Less => below,
            Ordering::Equal if below.is_even() => below,
            _ => below + Number::ONE,
        }
    }

    /// The nearest whole number; of two equally near ones, the greater one.
    pub(crate) fn round_half_up(&self) -> Number {
        let below = self.floor();
        let twice_above_below = (self - &below) * Number::from(2);
        if twice_above_below < Number::ONE { below } else { below + Number::ONE }
    }

    /// Whether a whole number is a multiple of two.
    fn is_even(&self) -> bool {
        match &self.0 {
            Form::Small(small) => small.numer().is_even(),
            Form::Big(big) => BigRational::numer(big.rational()).is_even(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{any_number, rational};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whole_numbers_nearby() {
        for (text, floor, ceil, trunc, half_even) in [
            ("0", "0", "0", "0", "0"),
            ("7", "7", "7", "7", "7"),
            ("1.5", "1", "2", "1", "2"),
            ("2.5", "2", "3", "2", "2"),
            ("-1.5", "-2", "-1", "-1", "-2"),
            ("-2.5", "-3", "-2", "-2", "-2"),
            ("2/3", "0", "1", "0", "1"),
            ("-1/3", "-1", "0", "0", "0"),
            (
                "-170141183460469231731687303715884105727.5",
                "-170141183460469231731687303715884105728",
                "-170141183460469231731687303715884105727",
                "-170141183460469231731687303715884105727",
                "-170141183460469231731687303715884105728",
            ),
            ("1e-300", "0", "1", "0", "0"),
        ] {
            let number = Number::parse(text).unwrap();
            let answers = [number.floor(), number.ceil(), number.trunc(), number.round_half_even()];
            assert_eq!(answers.map(|answer| answer.to_string()), [floor, ceil, trunc, half_even], "{text}");
        }
    }

    #[test]
    fn integers_that_fit() {
        for (text, integer) in [
            ("-0", Some(0)),
            ("1e3", Some(1000)),
            ("0.5", None),
            ("-170141183460469231731687303715884105728", Some(i128::MIN)),
            ("170141183460469231731687303715884105728", None),
        ] {
            assert_eq!(Number::parse(text).unwrap().to_i128(), integer, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whole_numbers_agree_with_big_rationals(number in any_number()) {
            let exact = rational(&number);
            prop_assert_eq!(rational(&number.floor()), exact.floor());
            prop_assert_eq!(rational(&number.ceil()), exact.ceil());
            prop_assert_eq!(rational(&number.trunc()), exact.trunc());
            prop_assert_eq!(number.is_integer(), exact.is_integer());
            prop_assert_eq!((-&number).round_half_even(), -number.round_half_even());
        }
    }
}
