//! Numbers as integers over a power of ten.

use super::small::Small;
use super::{Form, Number};

impl Number {
    /// The integer that is the number times ten to the power of `exponent`; `None` where that is not whole or does not
    /// fit.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// let share = Number::parse("0.912").unwrap();
    /// assert_eq!(share.scaled(4), Some(9_120));
    /// assert_eq!(share.scaled(2), None, "a digit would be lost");
    /// ```
    #[must_use]
    pub fn scaled(&self, exponent: u32) -> Option<i64> {
        let Form::Small(small) = &self.0 else { return None };
        let power = 10_i128.checked_pow(exponent)?;
        if power.checked_rem(small.denom())? != 0 {
            return None;
        }
        let factor = power.checked_div(small.denom())?;
        i64::try_from(small.numer().checked_mul(factor)?).ok()
    }

    /// The numerator and the denominator, in lowest terms and the latter above zero; `None` where they do not fit.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// assert_eq!(Number::parse("-0.4").unwrap().to_fraction(), Some((-2, 5)));
    /// assert_eq!(Number::parse("1e40").unwrap().to_fraction(), None);
    /// ```
    #[must_use]
    pub fn to_fraction(&self) -> Option<(i128, i128)> {
        match &self.0 {
            Form::Small(small) => Some((small.numer(), small.denom())),
            Form::Big(_) => None,
        }
    }

    /// The number that is an integer over ten to the power of `exponent`, which is at most 38.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// assert_eq!(Number::of_scaled(9_120, 4), Number::parse("0.912").unwrap());
    /// ```
    #[must_use]
    pub fn of_scaled(value: i64, exponent: u32) -> Number {
        let power = 10_i128.checked_pow(exponent.min(38)).and_then(std::num::NonZero::new);
        let small = power.and_then(|power| Small::fraction(value.into(), power));
        // An `i64` over at most 10^38 always fits.
        small.map_or(Number::ZERO, |small| Number(Form::Small(small)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn scaling_is_exact(value in any::<i64>(), exponent in 0_u32..=18) {
            let number = Number::of_scaled(value, exponent);
            prop_assert_eq!(number.scaled(exponent), Some(value));
            let power = (0..exponent).fold(Number::ONE, |power, _| power * Number::from(10));
            prop_assert_eq!(number * power, Number::from(value));
        }
    }

    #[test]
    fn what_does_not_fit() {
        for (text, exponent) in
            [("1/3", 18), ("1e19", 0), ("9223372036854775808", 0), ("1e-5", 4), ("1e60", 0)]
        {
            assert_eq!(Number::parse(text).unwrap().scaled(exponent), None, "{text}");
        }
        assert_eq!(Number::parse("-9223372036854775808").unwrap().scaled(0), Some(i64::MIN));
    }
}
