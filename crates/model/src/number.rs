//! The exact number.

mod arithmetic;
mod big;
mod convert;
mod decimal;
mod error;
mod order;
mod parse;
mod plain;
mod scaled;
mod short;
mod small;
mod stored;
#[cfg(test)]
mod testing;
mod whole;

pub use error::NumberError;
pub use plain::PlainDecimal;

use big::Big;
use small::Small;

/// An exact rational number.
///
/// Every operation is exact and total: nothing overflows, nothing is rounded, and a division by zero is a `None`.
/// Two numbers are equal, and hash alike, exactly when their values are: `0.50`, `0.5` and `1/2` are one number.
///
/// A number whose numerator and denominator fit `i128` is held in place, without an allocation; any other lives
/// behind a pointer. Nobody outside sees the difference, other than in speed.
///
/// ```
/// use dabiao_model::Number;
/// let number = |text| Number::parse(text).unwrap();
/// assert_eq!(number("0.1") + number("0.2"), number("0.3"));
/// let fall = (number("1.22") - number("0.976")).checked_div(&number("1.22")).unwrap();
/// assert_eq!(fall.to_string(), "0.2");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number(Form);

/// The two ways to hold a number. A value that fits `Small` is never held as `Big`.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    Small(Small),
    Big(Box<Big>),
}

impl Number {
    /// Nothing.
    pub const ZERO: Number = Number(Form::Small(Small::ZERO));
    /// The unit; as a share, 100 %.
    pub const ONE: Number = Number(Form::Small(Small::ONE));
    /// What a percent is divided by.
    pub const HUNDRED: Number = Number(Form::Small(Small::HUNDRED));

    /// The quotient of two numbers; `None` where the denominator is zero.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// let share = Number::fraction(462.into(), 500.into()).unwrap();
    /// assert_eq!(share.to_string(), "0.924");
    /// assert_eq!(Number::fraction(462.into(), Number::ZERO), None);
    /// ```
    #[must_use]
    pub fn fraction(numerator: Number, denominator: Number) -> Option<Number> {
        numerator.checked_div(&denominator)
    }

    /// Whether the number is zero.
    #[must_use]
    #[inline]
    pub fn is_zero(&self) -> bool {
        *self == Number::ZERO
    }

    /// Whether the number is below zero.
    #[must_use]
    #[inline]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Form::Small(small) => small.numer() < 0,
            Form::Big(big) => big.is_negative(),
        }
    }

    /// Whether the number is above zero.
    #[must_use]
    #[inline]
    pub fn is_positive(&self) -> bool {
        !self.is_negative() && !self.is_zero()
    }

    /// The number without its sign.
    #[must_use]
    pub fn abs(&self) -> Number {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// The size of the number in binary digits, numerator and denominator together: what a limit on the work that
    /// one number may cause should look at.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// assert_eq!(Number::from(255).bits(), 8 + 1);
    /// assert_eq!(Number::parse("-3/8").unwrap().bits(), 2 + 4);
    /// ```
    #[must_use]
    pub fn bits(&self) -> u64 {
        match &self.0 {
            Form::Small(small) => small.bits(),
            Form::Big(big) => big.bits(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_takes_no_more_room_than_its_two_integers() {
        assert_eq!(size_of::<Number>(), 2 * size_of::<i128>());
    }

    #[test]
    fn the_sign_is_one_of_three() {
        for (text, negative, zero, positive, abs) in [
            ("-0.1", true, false, false, "0.1"),
            ("0", false, true, false, "0"),
            ("1/3", false, false, true, "1/3"),
            ("-1e300", true, false, false, "1e300"),
            ("1e-300", false, false, true, "1e-300"),
        ] {
            let number = Number::parse(text).unwrap();
            assert_eq!(
                (number.is_negative(), number.is_zero(), number.is_positive()),
                (negative, zero, positive),
                "{text}"
            );
            assert_eq!(number.abs(), Number::parse(abs).unwrap(), "{text}");
        }
    }

    #[test]
    fn bits_count_both_sides() {
        assert_eq!(Number::ZERO.bits(), 1);
        assert_eq!(Number::from(i128::MAX).bits(), 127 + 1);
        assert_eq!(Number::from(i128::MIN).bits(), 128 + 1);
        assert_eq!(Number::parse("1e-100").unwrap().bits(), 1 + 333);
    }
}
