//! Numbers from text.

use std::num::NonZero;
use std::str::FromStr;

use num_bigint::BigInt;

use super::decimal::Way;
use super::small::Small;
use super::{Form, Number, NumberError};

/// The most significant digits that a number may be written with.
const MOST_DIGITS: usize = 400;

/// The greatest exponent, up or down.
const MOST_EXPONENT: i64 = 400;

/// How far from the point a digit other than zero may stand once the exponent is applied.
const REACH: i64 = 800;

/// The significant digits that always fit a `u128`.
const NARROW_DIGITS: usize = 38;

impl Number {
    /// Reads a decimal such as `-1_234.5`, `.5` or `1.2e-3`, or a plain fraction such as `9/10`.
    ///
    /// A sign is `+`, `-` or `−` (U+2212). A single `_` may stand between two digits. A point needs a digit behind
    /// it. An exponent follows JSON and lies between −400 and 400. Both sides of a fraction are decimals without an
    /// exponent, the lower one without a sign. Neither spaces nor full-width digits are read here.
    ///
    /// # Errors
    /// Where the text is none of these, has more than 400 significant digits, or divides by zero.
    ///
    /// ```
    /// use dabiao_model::{Number, NumberError};
    /// assert_eq!(Number::parse("90.0"), Number::parse("90"));
    /// assert_eq!(Number::parse("9/10"), Number::parse("0.9"));
    /// assert_eq!(Number::parse("12,5"), Err(NumberError::NotANumber { at: 2 }));
    /// ```
    pub fn parse(text: &str) -> Result<Number, NumberError> {
        if text.is_empty() {
            return Err(NumberError::Empty);
        }
        let mut cursor = Cursor { bytes: text.as_bytes(), at: 0 };
        let negative = cursor.sign();
        let digits = cursor.digits()?;
        let number = match cursor.peek() {
            None => digits.value(0)?,
            Some(b'e' | b'E') => {
                cursor.advance();
                let exponent = cursor.exponent()?;
                cursor.end()?;
                digits.value(exponent)?
            }
            Some(b'/') => {
                cursor.advance();
                let denominator = cursor.digits()?;
                cursor.end()?;
                let (numerator, denominator) = (digits.value(0)?, denominator.value(0)?);
                Number::fraction(numerator, denominator).ok_or(NumberError::ZeroDenominator)?
            }
            Some(_) => return Err(cursor.fault()),
        };
        Ok(if negative { -number } else { number })
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Number, NumberError> {
        Number::parse(text)
    }
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    fn advance(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn fault(&self) -> NumberError {
        NumberError::NotANumber { at: self.at }
    }

    fn end(&self) -> Result<(), NumberError> {
        if self.at == self.bytes.len() { Ok(()) } else { Err(self.fault()) }
    }

    /// Whether a sign was read and it was a minus.
    fn sign(&mut self) -> bool {
        const MINUS_SIGN: &[u8] = "−".as_bytes();
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let (length, negative) = match rest.first() {
            Some(b'-') => (1, true),
            Some(b'+') => (1, false),
            _ if rest.starts_with(MINUS_SIGN) => (MINUS_SIGN.len(), true),
            _ => (0, false),
        };
        self.at = self.at.saturating_add(length);
        negative
    }

    /// Digits with at most one point and with separators between digits.
    fn digits(&mut self) -> Result<Digits<'a>, NumberError> {
        let start = self.at;
        let mut digits = Digits::default();
        let mut after_digit = false;
        loop {
            match self.peek() {
                Some(byte) if byte.is_ascii_digit() => {
                    digits.push(byte);
                    after_digit = true;
                }
                Some(b'_') if after_digit && self.digit_follows() => after_digit = false,
                Some(b'.')
                    if !digits.pointed && self.digit_follows() && (after_digit || self.at == start) =>
                {
                    digits.pointed = true;
                    after_digit = false;
                }
                _ => break,
            }
            self.advance();
        }
        if !after_digit {
            return Err(self.fault());
        }
        digits.text = self.bytes.get(start..self.at).unwrap_or_default();
        Ok(digits)
    }

    fn digit_follows(&self) -> bool {
        self.bytes.get(self.at.saturating_add(1)).is_some_and(u8::is_ascii_digit)
    }

    fn exponent(&mut self) -> Result<i64, NumberError> {
        let negative = self.sign();
        let start = self.at;
        let mut exponent = 0_i64;
        while let Some(byte) = self.peek().filter(u8::is_ascii_digit) {
            exponent = exponent.saturating_mul(10).saturating_add(value_of(byte).into());
            self.advance();
        }
        if self.at == start {
            return Err(self.fault());
        }
        if exponent > MOST_EXPONENT {
            return Err(NumberError::ExponentOutOfRange);
        }
        Ok(if negative { exponent.saturating_neg() } else { exponent })
    }
}

/// The digits of one decimal. Zeros before the first other digit are not counted among them.
#[derive(Default)]
struct Digits<'a> {
    /// The digits as written, with the point and the separators.
    text: &'a [u8],
    /// The digits as an integer, as long as there are no more than fit.
    narrow: u128,
    /// How many there are.
    length: usize,
    /// How many of them are zeros at the end.
    zeros: usize,
    /// Whether the point was read.
    pointed: bool,
    /// How many digits, of whatever kind, stand behind the point.
    places: usize,
}

impl Digits<'_> {
    #[inline]
    fn push(&mut self, byte: u8) {
        if self.pointed {
            self.places = self.places.saturating_add(1);
        }
        if self.length == 0 && byte == b'0' {
            return;
        }
        self.length = self.length.saturating_add(1);
        self.zeros = if byte == b'0' { self.zeros.saturating_add(1) } else { 0 };
        self.narrow = self.narrow.wrapping_mul(10).wrapping_add(value_of(byte).into());
    }

    /// The digits times ten to the exponent.
    fn value(&self, exponent: i64) -> Result<Number, NumberError> {
        if self.length == 0 {
            return Ok(Number::ZERO);
        }
        let length = signed(self.length);
        let zeros = signed(self.zeros);
        let power = exponent.saturating_sub(signed(self.places));
        let significant = self.length.saturating_sub(self.zeros);
        let (lowest, highest) = (power.saturating_add(zeros), power.saturating_add(length));
        if significant > MOST_DIGITS || lowest < -REACH || highest > REACH {
            return Err(NumberError::TooLong);
        }
        if let Some(small) = self.small(power) {
            return Ok(Number(Form::Small(small)));
        }
        let digits = self.text.iter().copied().filter(u8::is_ascii_digit).skip_while(|byte| *byte == b'0');
        let digits: Vec<u8> = digits.take(significant).collect();
        let integer = BigInt::parse_bytes(&digits, 10).ok_or(NumberError::Empty)?;
        let way = if lowest < 0 { Way::Down } else { Way::Up };
        let power = u32::try_from(lowest.unsigned_abs()).map_err(|_| NumberError::TooLong)?;
        Ok(Number::from_integer(integer) * Number::power_of_ten(power, way))
    }

    /// The value where it fits the fast path.
    fn small(&self, power: i64) -> Option<Small> {
        if self.length > NARROW_DIGITS {
            return None;
        }
        let digits = i128::try_from(self.narrow).ok()?;
        let size = u32::try_from(power.unsigned_abs()).ok()?;
        // Most powers fit 64 bits, where they are quick to form.
        let ten = match 10_i64.checked_pow(size) {
            Some(ten) => i128::from(ten),
            None => 10_i128.checked_pow(size)?,
        };
        if power < 0 {
            Small::fraction(digits, NonZero::new(ten)?)
        } else {
            Small::integer(digits.checked_mul(ten)?)
        }
    }
}

/// A length as a signed number; no text is longer than `i64::MAX` bytes.
fn signed(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

#[inline]
fn value_of(digit: u8) -> u8 {
    digit.wrapping_sub(b'0')
}

#[cfg(test)]
mod tests {
    use super::*;
    use NumberError::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: Result<&str, NumberError>) {
        let shown = Number::parse(text).map(|number| number.to_string());
        assert_eq!(shown, expected.map(str::to_string), "{text}");
    }

    #[test]
    fn texts_that_are_numbers() {
        for (text, shown) in [
            ("0", "0"),
            ("-0", "0"),
            ("007", "7"),
            ("+5", "5"),
            ("−5", "-5"),
            ("-5", "-5"),
            ("92.4", "92.4"),
            ("90.0", "90"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("1_000", "1000"),
            ("1_0.0_1", "10.01"),
            ("1e3", "1000"),
            ("1E+3", "1000"),
            ("1.25e-2", "0.0125"),
            ("5e−1", "0.5"),
            ("0e400", "0"),
            ("9/10", "0.9"),
            ("-9/10", "-0.9"),
            ("462/500", "0.924"),
            ("1.5/4.5", "1/3"),
            ("1_000/3_000", "1/3"),
            ("57/62.5", "0.912"),
            ("00000000000000000000000000000000000000000000000000000000000001.5", "1.5"),
            ("0.10000000000000000000000000000000000000000000000000000000000000", "0.1"),
            ("340282366920938463463374607431768211455.5", "340282366920938463463374607431768211455.5"),
        ] {
            check(text, Ok(shown));
        }
    }

    #[test]
    fn texts_that_are_not() {
        for (text, error) in [
            ("", Empty),
            (" ", NotANumber { at: 0 }),
            (" 1", NotANumber { at: 0 }),
            ("1 ", NotANumber { at: 1 }),
            ("-", NotANumber { at: 1 }),
            ("−", NotANumber { at: 3 }),
            ("--1", NotANumber { at: 1 }),
            (".", NotANumber { at: 0 }),
            ("1.", NotANumber { at: 1 }),
            ("1..2", NotANumber { at: 1 }),
            ("1.2.3", NotANumber { at: 3 }),
            ("_1", NotANumber { at: 0 }),
            ("1_", NotANumber { at: 1 }),
            ("1__0", NotANumber { at: 1 }),
            ("1_.5", NotANumber { at: 1 }),
            ("1._5", NotANumber { at: 1 }),
            ("1,000", NotANumber { at: 1 }),
            ("90%", NotANumber { at: 2 }),
            ("九", NotANumber { at: 0 }),
            ("９", NotANumber { at: 0 }),
            ("5²", NotANumber { at: 1 }),
            ("0x10", NotANumber { at: 1 }),
            ("NaN", NotANumber { at: 0 }),
            ("inf", NotANumber { at: 0 }),
            ("1e", NotANumber { at: 2 }),
            ("1e+", NotANumber { at: 3 }),
            ("1e5.", NotANumber { at: 3 }),
            ("1e1_0", NotANumber { at: 3 }),
            ("1e401", ExponentOutOfRange),
            ("1e-401", ExponentOutOfRange),
            ("0e99999999999999999999999", ExponentOutOfRange),
            ("1/", NotANumber { at: 2 }),
            ("/2", NotANumber { at: 0 }),
            ("1/-2", NotANumber { at: 2 }),
            ("1/2/3", NotANumber { at: 3 }),
            ("1/2e3", NotANumber { at: 3 }),
            ("1e3/2", NotANumber { at: 3 }),
            ("1 / 2", NotANumber { at: 1 }),
            ("1/0", ZeroDenominator),
            ("0/0.00", ZeroDenominator),
        ] {
            check(text, Err(error));
        }
    }

    #[test]
    fn the_length_is_limited() {
        let nines = |count: usize| "9".repeat(count);
        let zeros = |count: usize| "0".repeat(count);
        for (text, error) in [
            (nines(400), None),
            (format!("{}e400", nines(400)), None),
            (format!("0.{}e-400", nines(400)), None),
            (nines(401), Some(TooLong)),
            (format!("{}/{}", nines(400), nines(399)), None),
            (format!("1/{}", nines(401)), Some(TooLong)),
            (format!("{}1", zeros(100_000)), None),
            (format!("1.{}", zeros(100_000)), None),
            (format!("0.{}", zeros(100_000)), None),
            (format!("1{}", zeros(799)), None),
            (format!("1{}", zeros(800)), Some(TooLong)),
            (format!("0.{}1", zeros(799)), None),
            (format!("0.{}1", zeros(800)), Some(TooLong)),
            (format!("0.{}1e-400", zeros(500)), Some(TooLong)),
            (format!("1{}e400", zeros(500)), Some(TooLong)),
        ] {
            let number = Number::parse(&text);
            assert_eq!(number.as_ref().err(), error.as_ref(), "{text}");
            if let Ok(number) = number {
                assert_eq!(Number::parse(&number.to_string()), Ok(number), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_text_stops_the_reader(text in "\\PC*|[-+−0-9._eE/]{0,60}") {
            if let Ok(number) = Number::parse(&text) {
                prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
            }
        }

        #[test]
        fn a_decimal_is_its_digits_over_a_power_of_ten(whole in "[0-9]{1,60}", fraction in "[0-9]{1,60}") {
            let digits = Number::parse(&format!("{whole}{fraction}")).unwrap();
            let power = Number::parse(&format!("1e{}", fraction.len())).unwrap();
            prop_assert_eq!(Number::parse(&format!("{whole}.{fraction}")).ok(), digits.checked_div(&power));
        }
    }
}
