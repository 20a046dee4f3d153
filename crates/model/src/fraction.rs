//! A number as two big integers, for sums and powers that would waste time on lowest terms.

use num_bigint::BigUint;
use num_integer::Integer;
use num_rational::Ratio;
use num_traits::{One, ToPrimitive};

use crate::Number;

/// The size of a number, without its sign, in lowest terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fraction {
    pub(crate) numer: BigUint,
    pub(crate) denom: BigUint,
}

impl Fraction {
    /// The number without its sign.
    ///
    /// The way leads over the number's text, which is never rounded. It is always a decimal or a fraction of two
    /// integers, so a `None` does not come about.
    pub(crate) fn of(number: &Number) -> Option<Fraction> {
        let text = number.abs().to_string();
        if let Some((numer, denom)) = text.split_once('/') {
            return Some(Fraction { numer: numer.parse().ok()?, denom: denom.parse().ok()? });
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let numer: BigUint = format!("{whole}{decimals}").parse().ok()?;
        let denom = BigUint::from(10_u32).pow(u32::try_from(decimals.len()).ok()?);
        Some(Fraction::reduced(numer, denom))
    }

    /// The nearest float; zero or infinity where the size is out of a float's range.
    pub(crate) fn to_f64(&self) -> Option<f64> {
        Ratio::new_raw(self.numer.clone(), self.denom.clone()).to_f64()
    }

    /// The binary digits of both sides together.
    pub(crate) fn bits(&self) -> u64 {
        self.numer.bits().saturating_add(self.denom.bits())
    }

    #[expect(clippy::arithmetic_side_effects, reason = "the divisor of a positive denominator is above zero")]
    fn reduced(numer: BigUint, denom: BigUint) -> Fraction {
        let shared = numer.gcd(&denom);
        if shared.is_one() {
            return Fraction { numer, denom };
        }
        Fraction { numer: numer / &shared, denom: denom / &shared }
    }
}

/// A whole number of any size.
pub(crate) fn whole(integer: &BigUint) -> Number {
    let limb = Number::from(u64::MAX) + Number::ONE;
    integer.iter_u64_digits().rev().fold(Number::ZERO, |number, digit| number * &limb + Number::from(digit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_sides_in_lowest_terms() {
        for (text, numer, denom) in [
            ("0", 0_u32, 1_u32),
            ("12", 12, 1),
            ("-0.25", 1, 4),
            ("0.90", 9, 10),
            ("2/6", 1, 3),
            ("1234.5", 2469, 2),
        ] {
            let fraction = Fraction::of(&Number::parse(text).unwrap()).unwrap();
            assert_eq!((fraction.numer, fraction.denom), (numer.into(), denom.into()), "{text}");
        }
    }

    #[test]
    fn the_nearest_float() {
        for (text, float) in
            [("0", 0.0), ("0.1", 0.1), ("1/3", 1.0 / 3.0), ("1e400", f64::INFINITY), ("1e-400", 0.0)]
        {
            let fraction = Fraction::of(&Number::parse(text).unwrap()).unwrap();
            assert_eq!(fraction.to_f64(), Some(float), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_comes_back(numer in "[0-9]{1,60}", denom in "[1-9][0-9]{0,50}") {
            let number = Number::parse(&format!("{numer}/{denom}")).unwrap();
            let fraction = Fraction::of(&number).unwrap();
            prop_assert_eq!(Number::fraction(whole(&fraction.numer), whole(&fraction.denom)), Some(number.clone()));
            prop_assert!(fraction.numer.gcd(&fraction.denom).is_one());
            prop_assert_eq!(fraction.bits(), number.bits());
        }
    }
}
