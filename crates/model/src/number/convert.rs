//! Numbers from and to other types.

use num_bigint::BigInt;
use rust_decimal::Decimal;

use super::decimal::Way;
use super::small::Small;
use super::{Form, Number, NumberError};

macro_rules! from_narrow {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Number {
            #[inline]
            fn from(integer: $integer) -> Number {
                Number::from(i128::from(integer))
            }
        }
    )*};
}

from_narrow!(i32, u32, i64, u64);

impl From<i128> for Number {
    #[inline]
    fn from(integer: i128) -> Number {
        Small::integer(integer)
            .map_or_else(|| Number::from_integer(BigInt::from(integer)), |small| Number(Form::Small(small)))
    }
}

impl From<u128> for Number {
    fn from(integer: u128) -> Number {
        i128::try_from(integer).map_or_else(|_| Number::from_integer(BigInt::from(integer)), Number::from)
    }
}

impl From<usize> for Number {
    fn from(integer: usize) -> Number {
        i128::try_from(integer).map_or_else(|_| Number::from_integer(BigInt::from(integer)), Number::from)
    }
}

impl From<Decimal> for Number {
    fn from(decimal: Decimal) -> Number {
        Number::from(decimal.mantissa()) * Number::power_of_ten(decimal.scale(), Way::Down)
    }
}

/// The exact decimal of a number that has at most 28 fraction digits and fits 96 bits.
///
/// ```
/// use dabiao_model::Number;
/// use rust_decimal::Decimal;
/// assert_eq!(Decimal::try_from(&Number::parse("92.4").unwrap()), Ok(Decimal::new(924, 1)));
/// assert!(Decimal::try_from(&Number::parse("1/3").unwrap()).is_err());
/// ```
impl TryFrom<&Number> for Decimal {
    type Error = NumberError;

    fn try_from(number: &Number) -> Result<Decimal, NumberError> {
        let places = number.decimal_places().ok_or(NumberError::NotADecimal)?;
        let scaled = number * &Number::power_of_ten(places, Way::Up);
        let mantissa = scaled.to_i128().ok_or(NumberError::NotADecimal)?;
        Decimal::try_from_i128_with_scale(mantissa, places).map_err(|_| NumberError::NotADecimal)
    }
}

/// The number that the float's shortest decimal text names: `0.1`, not the binary fraction next to it.
///
/// To be used with care, where nothing better than a float is at hand: a float that was computed carries the
/// computation's error, as in `1.0 - 0.976 / 1.22`, which is 0.19999999999999996 and not 0.2.
///
/// ```
/// use dabiao_model::{Number, NumberError};
/// assert_eq!(Number::try_from(0.1), Number::parse("0.1"));
/// assert_eq!(Number::try_from(f64::NAN), Err(NumberError::NotFinite));
/// ```
impl TryFrom<f64> for Number {
    type Error = NumberError;

    fn try_from(float: f64) -> Result<Number, NumberError> {
        if !float.is_finite() {
            return Err(NumberError::NotFinite);
        }
        Number::parse(&format!("{float:e}"))
    }
}

impl Number {
    /// A float near the number, for charts and spreadsheets. Nothing is ever decided by it.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// assert_eq!(Number::parse("0.912").unwrap().to_f64(), 0.912);
    /// assert_eq!(Number::parse("1/3").unwrap().to_f64(), 1.0 / 3.0);
    /// ```
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        const PLACES: u32 = 40;
        let text = self.display(PLACES);
        // Every decimal text is a float, a huge one an infinite one.
        text.trim_start_matches('≈').parse().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn integers_of_every_width() {
        for (number, text) in [
            (Number::from(i32::MIN), "-2147483648"),
            (Number::from(u32::MAX), "4294967295"),
            (Number::from(i64::MIN), "-9223372036854775808"),
            (Number::from(u64::MAX), "18446744073709551615"),
            (Number::from(i128::MIN), "-170141183460469231731687303715884105728"),
            (Number::from(u128::MAX), "340282366920938463463374607431768211455"),
            (Number::from(7_usize), "7"),
        ] {
            assert_eq!(number.to_string(), text);
            assert_eq!(Ok(number), Number::parse(text));
        }
    }

    #[test]
    fn floats_are_read_as_their_shortest_text() {
        for (float, text) in [
            (0.1, "0.1"),
            (-0.0, "0"),
            (92.4, "92.4"),
            (1.0 - 0.976 / 1.22, "0.19999999999999996"),
            (1e22, "10000000000000000000000"),
        ] {
            assert_eq!(Number::try_from(float).unwrap().to_string(), text);
        }
        for float in [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324] {
            assert_eq!(Number::try_from(float), Number::parse(&float.to_string()));
        }
        for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Number::try_from(float), Err(NumberError::NotFinite));
        }
    }

    #[test]
    fn decimals_that_exist() {
        for (text, decimal) in [
            ("0", Some(Decimal::ZERO)),
            ("-3.25", Some(Decimal::new(-325, 2))),
            ("1e-28", Some(Decimal::new(1, 28))),
            ("1e-29", None),
            ("79228162514264337593543950335", Some(Decimal::MAX)),
            ("79228162514264337593543950336", None),
            ("1/3", None),
            ("1e300", None),
            ("1e-300", None),
        ] {
            let number = Number::parse(text).unwrap();
            assert_eq!(Decimal::try_from(&number).ok(), decimal, "{text}");
        }
    }

    #[test]
    fn a_number_is_serialised_as_text() {
        insta::assert_json_snapshot!(Number::parse("92.40").unwrap(), @r#""92.4""#);
    }

    proptest! {
        #[test]
        fn decimals_come_back(mantissa in -(1_i128 << 96) + 1..1_i128 << 96, scale in 0_u32..=28) {
            let decimal = Decimal::from_i128_with_scale(mantissa, scale);
            prop_assert_eq!(Decimal::try_from(&Number::from(decimal)), Ok(decimal));
            prop_assert_eq!(Number::parse(&decimal.to_string()), Ok(Number::from(decimal)));
        }
    }
}
