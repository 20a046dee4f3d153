//! A fraction of two big integers: the slow path of the exact number.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;

use super::small::Small;
use super::{Form, Number};

/// A fraction in lowest terms over a positive denominator.
///
/// The comparisons are written out because those of `num_rational` recurse once for each step of Euclid's
/// algorithm, which is too deep for numbers of many thousand digits.
#[derive(Clone)]
pub(super) struct Big(BigRational);

impl Big {
    pub(super) fn is_negative(&self) -> bool {
        self.0.numer().sign() == Sign::Minus
    }

    pub(super) fn bits(&self) -> u64 {
        self.0.numer().bits().saturating_add(self.0.denom().bits())
    }

    pub(super) fn rational(&self) -> &BigRational {
        &self.0
    }

    #[expect(clippy::arithmetic_side_effects, reason = "products of big integers do not overflow")]
    pub(super) fn compare(left: &BigRational, right: &BigRational) -> Ordering {
        (left.numer() * right.denom()).cmp(&(right.numer() * left.denom()))
    }
}

impl PartialEq for Big {
    fn eq(&self, other: &Self) -> bool {
        self.0.numer() == other.0.numer() && self.0.denom() == other.0.denom()
    }
}

impl Eq for Big {}

impl Hash for Big {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.numer().hash(state);
        self.0.denom().hash(state);
    }
}

impl Number {
    /// The canonical form of a fraction in lowest terms.
    pub(super) fn from_rational(rational: BigRational) -> Number {
        let small = match (i128::try_from(rational.numer()), i128::try_from(rational.denom())) {
            (Ok(numer), Ok(denom)) => Small::raw(numer, denom),
            _ => None,
        };
        small.map_or_else(|| Number(Form::Big(Box::new(Big(rational)))), |small| Number(Form::Small(small)))
    }

    pub(super) fn from_integer(integer: BigInt) -> Number {
        Number::from_rational(BigRational::from_integer(integer))
    }

    pub(super) fn to_rational(&self) -> BigRational {
        match &self.0 {
            Form::Small(small) => BigRational::new_raw(small.numer().into(), small.denom().into()),
            Form::Big(big) => big.rational().clone(),
        }
    }
}
