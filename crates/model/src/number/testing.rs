//! What the tests of numbers share.

#![expect(clippy::arithmetic_side_effects, reason = "big integers do not overflow")]

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::{Form, Number};

/// Numbers of every size: everyday decimals, plain fractions, and both sides of the borders of `i64` and `i128`.
pub(super) fn any_number() -> impl Strategy<Value = Number> {
    let decimal = (-100_000_i64..100_000, 0_u32..6)
        .prop_map(|(digits, places)| Number::fraction(digits.into(), 10_i64.pow(places).into()).unwrap());
    let fraction = (integer(), integer()).prop_map(|(numer, denom)| {
        Number::fraction(from_big(numer.clone()), from_big(denom)).unwrap_or(from_big(numer))
    });
    let whole = integer().prop_map(from_big);
    prop_oneof![decimal, fraction, whole]
}

/// The same number as the plain big rational that the laws are checked against.
pub(super) fn rational(number: &Number) -> BigRational {
    let (numer, denom) = match &number.0 {
        Form::Small(small) => (small.numer().into(), small.denom().into()),
        Form::Big(big) => (big.rational().numer().clone(), big.rational().denom().clone()),
    };
    BigRational::new(numer, denom)
}

/// Whether a number is held in the one form that its value has.
pub(super) fn is_canonical(number: &Number) -> bool {
    let exact = rational(number);
    let fits = i128::try_from(exact.numer()).is_ok_and(|numer| numer != i128::MIN)
        && i128::try_from(exact.denom()).is_ok();
    match &number.0 {
        Form::Small(small) => {
            fits && *exact.numer() == small.numer().into() && *exact.denom() == small.denom().into()
        }
        Form::Big(big) => {
            !fits && exact.numer() == big.rational().numer() && exact.denom() == big.rational().denom()
        }
    }
}

fn integer() -> impl Strategy<Value = BigInt> {
    let borders = prop::sample::select(vec![
        0,
        1,
        i128::from(i64::MIN),
        i128::from(i64::MAX),
        i128::from(u64::MAX),
        i128::MIN,
        i128::MAX,
    ]);
    let near_border = (borders, -3_i32..=3).prop_map(|(border, off)| BigInt::from(border) + off);
    let beyond = any::<[i128; 2]>().prop_map(|[left, right]| BigInt::from(left) * right);
    prop_oneof![
        (-1000_i32..1000).prop_map(BigInt::from),
        any::<i64>().prop_map(BigInt::from),
        any::<i128>().prop_map(BigInt::from),
        near_border,
        beyond,
    ]
}

fn from_big(integer: BigInt) -> Number {
    Number::from_integer(integer)
}
