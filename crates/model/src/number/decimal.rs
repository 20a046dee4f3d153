//! Numbers as text.

use std::fmt;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::short::Short;
use super::small::Small;
use super::{Form, Number};

/// The most fraction digits that [`Number::display`] writes of a number that it has to abbreviate.
const MOST_PLACES: u32 = 400;

/// Whether a power of ten makes a number larger or smaller.
#[derive(Clone, Copy)]
pub(super) enum Way {
    Up,
    Down,
}

impl Number {
    /// The number for people: exact where it needs at most `places` fraction digits, otherwise rounded half to even
    /// to so many (and never more than 400), with `≈` before it.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// let shown = |text: &str| Number::parse(text).unwrap().display(2);
    /// assert_eq!(shown("12.50"), "12.5");
    /// assert_eq!(shown("12.345"), "≈12.34");
    /// assert_eq!(shown("-2/3"), "≈-0.67");
    /// ```
    #[must_use]
    pub fn display(&self, places: u32) -> String {
        let places = places.min(MOST_PLACES);
        if let Some(short) = self.short().filter(|short| short.places() <= places) {
            return short.text().to_string();
        }
        if self.decimal_places().is_some_and(|needed| needed <= places) {
            return self.to_string();
        }
        let sign = if self.is_negative() { "-" } else { "" };
        let scaled = (self.abs() * Number::power_of_ten(places, Way::Up)).round_half_even();
        format!("≈{sign}{}", with_point(&scaled.numer_text(), places))
    }

    /// The fraction digits that the number's decimal has, or `None` where it never ends.
    pub(super) fn decimal_places(&self) -> Option<u32> {
        match &self.0 {
            Form::Small(small) => places_over(small.denom()),
            Form::Big(big) => places_over_big(big.rational().denom()),
        }
    }

    /// The number as a decimal of few digits, as nearly all are.
    fn short(&self) -> Option<Short> {
        let Form::Small(small) = &self.0 else { return None };
        Short::new(small.numer(), small.denom())
    }

    /// Ten to a power, or one over it; the caller bounds the power.
    pub(super) fn power_of_ten(power: u32, way: Way) -> Number {
        let small = 10_i128.checked_pow(power).and_then(|ten| match way {
            Way::Up => Small::raw(ten, 1),
            Way::Down => Small::raw(1, ten),
        });
        small.map(|small| Number(Form::Small(small))).unwrap_or_else(|| {
            let ten = BigInt::from(10).pow(power);
            Number::from_rational(match way {
                Way::Up => BigRational::from_integer(ten),
                Way::Down => BigRational::new_raw(BigInt::one(), ten),
            })
        })
    }

    /// The digits of the numerator, without a sign.
    fn numer_text(&self) -> String {
        match &self.0 {
            Form::Small(small) => small.numer().unsigned_abs().to_string(),
            Form::Big(big) => BigRational::numer(big.rational()).magnitude().to_string(),
        }
    }

    fn denom_text(&self) -> String {
        match &self.0 {
            Form::Small(small) => small.denom().to_string(),
            Form::Big(big) => big.rational().denom().to_string(),
        }
    }
}

/// A finite decimal where the number has one, otherwise a fraction in lowest terms: `0.1`, `-3.25`, `1000`, `1/3`.
/// It is never rounded, and [`Number::parse`] reads it back as the same number as long as it has no more digits than
/// `parse` accepts.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_plain = f.width().is_none() && !f.sign_plus();
        if let Some(short) = self.short().filter(|_| is_plain) {
            return f.write_str(short.text());
        }
        let text = match self.decimal_places() {
            Some(0) => self.numer_text(),
            Some(places) => with_point(&(self * &Number::power_of_ten(places, Way::Up)).numer_text(), places),
            None => format!("{}/{}", self.numer_text(), self.denom_text()),
        };
        f.pad_integral(!self.is_negative(), "", &text)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Writes the last `places` digits behind a point, with as many zeros before them as it takes.
fn with_point(digits: &str, places: u32) -> String {
    let Ok(places) = usize::try_from(places) else { return digits.to_string() };
    if places == 0 {
        return digits.to_string();
    }
    let padded = format!("{digits:0>width$}", width = places.saturating_add(1));
    let (whole, fraction) =
        padded.split_at_checked(padded.len().saturating_sub(places)).unwrap_or((&padded, ""));
    format!("{whole}.{fraction}")
}

/// The fraction digits of a decimal over a denominator: the higher of its powers of two and of five, as long as it
/// has no other factor.
fn places_over(denom: i128) -> Option<u32> {
    let twos = denom.trailing_zeros();
    let mut rest = denom.checked_shr(twos)?;
    let mut fives = 0_u32;
    while let Some(0) = rest.checked_rem(5) {
        rest = rest.checked_div(5)?;
        fives = fives.saturating_add(1);
    }
    (rest == 1).then_some(twos.max(fives))
}

#[expect(clippy::arithmetic_side_effects, reason = "shifting a big integer to the right does not overflow")]
fn places_over_big(denom: &BigInt) -> Option<u32> {
    let twos = denom.trailing_zeros()?;
    let mut rest = denom >> twos;
    let mut fives = 0_u32;
    let five = BigInt::from(5);
    while !rest.is_one() {
        let (quotient, remainder) = rest.div_rem(&five);
        if !remainder.is_zero() {
            return None;
        }
        rest = quotient;
        fives = fives.saturating_add(1);
    }
    u32::try_from(twos).ok().map(|twos| twos.max(fives))
}

#[cfg(test)]
mod tests {
    use super::super::testing::any_number;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_of_numbers() {
        for (text, shown) in [
            ("0", "0"),
            ("-0.0", "0"),
            ("1e3", "1000"),
            ("-3.250", "-3.25"),
            ("1/10", "0.1"),
            ("1/8", "0.125"),
            ("-1/16", "-0.0625"),
            ("2/6", "1/3"),
            ("-22/7", "-22/7"),
            ("1e-30", "0.000000000000000000000000000001"),
            ("123456789012345678901234567890123456789012.5", "123456789012345678901234567890123456789012.5"),
            ("1e50/3", "error"),
            (
                "100000000000000000000000000000000000000000000000000/3",
                "100000000000000000000000000000000000000000000000000/3",
            ),
        ] {
            let number = Number::parse(text);
            assert_eq!(
                number.map_or_else(|_| "error".to_string(), |number| number.to_string()),
                shown,
                "{text}"
            );
        }
    }

    #[test]
    fn abbreviations_for_people() {
        for (text, places, shown) in [
            ("0", 0, "0"),
            ("92.40", 2, "92.4"),
            ("0.005", 3, "0.005"),
            ("0.005", 2, "≈0.00"),
            ("0.015", 2, "≈0.02"),
            ("2.5", 0, "≈2"),
            ("1/3", 6, "≈0.333333"),
            ("-1/3", 1, "≈-0.3"),
            ("2/3", 0, "≈1"),
            ("0.999", 2, "≈1.00"),
            ("1/7", 3, "≈0.143"),
            (
                "300000000000000000000000000000000000000000000000001/3",
                1,
                "≈100000000000000000000000000000000000000000000000000.3",
            ),
        ] {
            assert_eq!(Number::parse(text).unwrap().display(places), shown, "{text} to {places}");
        }
        let third = Number::parse("1/3").unwrap();
        assert_eq!(third.display(u32::MAX), third.display(MOST_PLACES));
    }

    #[test]
    fn columns_can_be_aligned() {
        let number = Number::parse("-1.5").unwrap();
        assert_eq!(
            format!("[{number:>7}] [{number:<7}] [{number:07}] [{:+}]", Number::ONE),
            "[   -1.5] [-1.5   ] [-0001.5] [+1]"
        );
    }

    proptest! {
        #[test]
        fn every_text_reads_back(number in any_number()) {
            prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
        }

        #[test]
        fn an_abbreviation_is_near(number in any_number(), places in 0_u32..12) {
            let shown = number.display(places);
            match shown.strip_prefix('≈') {
                None => prop_assert_eq!(Number::parse(&shown), Ok(number)),
                Some(near) => {
                    let near = Number::parse(near).unwrap();
                    let off = (&near - &number).abs() * Number::power_of_ten(places, Way::Up);
                    prop_assert!(near != number && off * Number::from(2) <= Number::ONE);
                }
            }
        }
    }
}
