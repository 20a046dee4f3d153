//! Products of whole powers, and their roots.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_integer::Integer;

use crate::Number;
use crate::fraction::{Fraction, whole};

/// The most binary digits of a product of powers that is compared, which takes 25 ms at this size.
const MOST_BITS: u64 = 1 << 20;

/// The most binary digits of a number that a root is taken of, which is slower: 1 ms at this size where the degree
/// is that of 30 years of months, and 30 ms where there are few decimals and a thousand periods.
const MOST_BITS_OF_ROOT: u64 = 1 << 15;

/// The most decimals of a root.
const MOST_PLACES: u32 = 400;

/// The binary digits that one decimal digit takes, rounded up.
const BITS_OF_DIGIT: u64 = 4;

/// A number that may have been rounded, half to even and once, so that it can be shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Rounded {
    /// The number.
    pub value: Number,
    /// Whether nothing was rounded away.
    pub is_exact: bool,
}

/// Compares two products of powers of numbers that are not negative; `None` where they are too large.
pub(super) fn compare(left: &[(&Number, u32)], right: &[(&Number, u32)]) -> Option<Ordering> {
    let (left, right) = (product(left, MOST_BITS)?, product(right, MOST_BITS)?);
    Some(multiply(left.numer, &right.denom).cmp(&multiply(right.numer, &left.denom)))
}

/// A root of a product of powers of numbers that are not negative, to so many decimals; `None` where the product is
/// too large or the root is the zeroth.
///
/// With the product p / q and the scale s = 10^places, the whole part of the root of p · sⁿ / q is found in integers,
/// and one more power tells to which side of it the root rounds.
#[expect(clippy::arithmetic_side_effects, reason = "big integers, and a denominator is not zero")]
pub(super) fn root(factors: &[(&Number, u32)], degree: u32, places: u32) -> Option<Rounded> {
    let size = u64::from(places).checked_mul(BITS_OF_DIGIT)?.checked_mul(degree.into())?;
    let most = MOST_BITS_OF_ROOT.checked_sub(size)?;
    if degree == 0 || places > MOST_PLACES {
        return None;
    }
    let product = product(factors, most)?;
    let scale = BigUint::from(10_u32).pow(places);
    let scaled = product.numer * scale.pow(degree);
    let (quotient, rest) = scaled.div_rem(&product.denom);
    let below = quotient.nth_root(degree);
    let is_exact = rest == BigUint::ZERO && below.pow(degree) == quotient;
    // The root against below + 1/2, both doubled and raised.
    let doubled = scaled << degree;
    let half = (&below * 2_u32 + 1_u32).pow(degree) * product.denom;
    let rounded = match doubled.cmp(&half) {
        Ordering::Less => below,
        Ordering::Equal if below.is_even() => below,
        _ => below + 1_u32,
    };
    Some(Rounded { value: Number::fraction(whole(&rounded), whole(&scale))?, is_exact })
}

/// The product of the powers, of at most so many binary digits.
fn product(factors: &[(&Number, u32)], most: u64) -> Option<Fraction> {
    let mut size = 0_u64;
    let mut product = Fraction { numer: 1_u32.into(), denom: 1_u32.into() };
    for (number, power) in factors {
        let fraction = Fraction::of(number)?;
        size = fraction.bits().checked_mul((*power).into())?.checked_add(size)?;
        if size > most {
            return None;
        }
        product.numer = multiply(product.numer, &fraction.numer.pow(*power));
        product.denom = multiply(product.denom, &fraction.denom.pow(*power));
    }
    Some(product)
}

#[expect(clippy::arithmetic_side_effects, reason = "a product of big integers does not overflow")]
fn multiply(left: BigUint, right: &BigUint) -> BigUint {
    left * right
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn roots() {
        for (number, power, degree, places, value, is_exact) in [
            ("4", 1, 2, 0, "2", true),
            ("2", 1, 2, 6, "1.414214", false),
            ("2", 1, 2, 0, "1", false),
            ("3", 1, 2, 0, "2", false),
            ("0.04", 1, 2, 1, "0.2", true),
            ("0.04", 1, 2, 0, "0", false),
            ("6.25", 1, 2, 0, "2", false),
            ("12.25", 1, 2, 0, "4", false),
            ("0.8", 1, 5, 9, "0.956352500", false),
            ("1/3", 1, 1, 4, "0.3333", false),
            ("2", 2, 1, 3, "4", true),
            ("8", 2, 3, 0, "4", true),
            ("0", 1, 7, 3, "0", true),
            ("5", 0, 3, 2, "1", true),
            ("1e300", 1, 3, 0, "1e100", true),
        ] {
            let found = root(&[(&n(number), power)], degree, places).unwrap();
            assert_eq!((found.value, found.is_exact), (n(value), is_exact), "{number}^({power}/{degree})");
        }
        assert_eq!(root(&[(&n("2"), 1)], 0, 3), None);
    }

    #[test]
    fn the_size_is_limited() {
        let (long, short) = (n("1e-300"), n("1.04"));
        assert!(compare(&[(&long, 1000)], &[(&short, 10_000)]).is_some());
        assert_eq!(compare(&[(&long, 2000)], &[(&short, 1)]), None);
        assert_eq!(compare(&[(&short, u32::MAX)], &[(&short, 1)]), None);
        assert_eq!(root(&[(&short, 1)], u32::MAX, 1), None);
        for (power, degree, places, is_found) in [
            (1, 1, 400, true),
            (1, 1, 401, false),
            (1, 1, u32::MAX, false),
            (120, 120, 20, true),
            (360, 360, 10, true),
            (1826, 1826, 10, false),
        ] {
            assert_eq!(
                root(&[(&short, power)], degree, places).is_some(),
                is_found,
                "{power}/{degree} {places}"
            );
        }
    }

    proptest! {
        /// The rounded root is the multiple of the last place that is nearest: half a place to either side of it is
        /// on either side of the root.
        #[test]
        fn a_root_is_rounded_once(numer in 0_u32..100_000, denom in 1_u32..1000, degree in 1_u32..9, places in 0_u32..9) {
            let number = Number::fraction(numer.into(), denom.into()).unwrap();
            let found = root(&[(&number, 1)], degree, places).unwrap();
            let half = Number::fraction(5.into(), 10_i64.pow(places.saturating_add(1)).into()).unwrap();
            let (low, high) = ((&found.value - &half).max(Number::ZERO), &found.value + &half);
            prop_assert!(compare(&[(&low, degree)], &[(&number, 1)]).unwrap().is_le());
            prop_assert!(compare(&[(&high, degree)], &[(&number, 1)]).unwrap().is_ge());
            let order = compare(&[(&found.value, degree)], &[(&number, 1)]).unwrap();
            prop_assert_eq!(found.is_exact, order.is_eq());
        }
    }
}
