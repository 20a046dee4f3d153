//! A fraction of two `i128`s: the fast path of the exact number.
//!
//! Every operation answers `None` where its result does not fit, and the caller goes on with big integers.

use std::cmp::Ordering;
use std::num::NonZero;

use num_integer::Integer;

/// A fraction in lowest terms. The denominator is positive, and the numerator is never `i128::MIN`, so that a sign
/// can always be turned. The denominator is a `NonZero` to leave room for the tag of the enclosing enum.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Small {
    numer: i128,
    denom: NonZero<i128>,
}

const UNIT: NonZero<i128> = NonZero::new(1).unwrap();

impl Small {
    pub(super) const ZERO: Small = Small { numer: 0, denom: UNIT };
    pub(super) const ONE: Small = Small { numer: 1, denom: UNIT };
    pub(super) const HUNDRED: Small = Small { numer: 100, denom: UNIT };

    #[inline]
    pub(super) const fn integer(numer: i128) -> Option<Small> {
        if numer == i128::MIN { None } else { Some(Small { numer, denom: UNIT }) }
    }

    /// A fraction over a positive denominator, brought to lowest terms.
    #[inline]
    pub(super) fn fraction(numer: i128, denom: NonZero<i128>) -> Option<Small> {
        let shared = gcd(numer, denom);
        Small::raw(quotient(numer, shared)?, quotient(denom.get(), shared)?)
    }

    /// A fraction that is known to be in lowest terms over a positive denominator.
    #[inline]
    pub(super) fn raw(numer: i128, denom: i128) -> Option<Small> {
        if numer == i128::MIN {
            return None;
        }
        Some(Small { numer, denom: NonZero::new(denom)? })
    }

    #[inline]
    pub(super) const fn numer(self) -> i128 {
        self.numer
    }

    #[inline]
    pub(super) const fn denom(self) -> i128 {
        self.denom.get()
    }

    pub(super) fn bits(self) -> u64 {
        let leading = |value: i128| u64::from(value.unsigned_abs().leading_zeros());
        256_u64.saturating_sub(leading(self.numer())).saturating_sub(leading(self.denom()))
    }

    #[inline]
    pub(super) fn neg(self) -> Small {
        // The numerator is not `i128::MIN`, so nothing wraps.
        Small { numer: self.numer.wrapping_neg(), denom: self.denom }
    }

    #[inline]
    pub(super) fn recip(self) -> Option<Small> {
        let signed = if self.numer < 0 { self.denom.get().checked_neg()? } else { self.denom.get() };
        Some(Small { numer: signed, denom: NonZero::new(self.numer.checked_abs()?)? })
    }

    #[inline]
    pub(super) fn add(self, other: Small) -> Option<Small> {
        if self.denom == other.denom {
            let numer = self.numer.checked_add(other.numer)?;
            return if self.denom == UNIT {
                Small::integer(numer)
            } else {
                Small::fraction(numer, self.denom)
            };
        }
        self.add_unlike(other)
    }

    #[inline]
    pub(super) fn mul(self, other: Small) -> Option<Small> {
        if self.denom == UNIT && other.denom == UNIT {
            return Small::integer(product(self.numer, other.numer)?);
        }
        self.mul_fractions(other)
    }

    /// The order of two fractions, or `None` where the cross products do not fit.
    #[inline]
    pub(super) fn compare(self, other: Small) -> Option<Ordering> {
        if self.denom == other.denom {
            return Some(self.numer.cmp(&other.numer));
        }
        let left = product(self.numer, other.denom.get())?;
        let right = product(other.numer, self.denom.get())?;
        Some(left.cmp(&right))
    }

    #[inline]
    pub(super) fn is_integer(self) -> bool {
        self.denom == UNIT
    }

    /// The greatest whole number that is not above the fraction.
    pub(super) fn floor(self) -> Small {
        // A positive divisor can neither be zero nor bring the smallest dividend out of range.
        Small { numer: self.numer.div_euclid(self.denom.get()), denom: UNIT }
    }

    /// A sum over two denominators: Knuth, The Art of Computer Programming, 4.5.1. It keeps intermediate products
    /// small and needs no second reduction where the denominators share no factor.
    fn add_unlike(self, other: Small) -> Option<Small> {
        let shared = gcd(self.denom.get(), other.denom);
        let own = quotient(self.denom.get(), shared)?;
        let others = quotient(other.denom.get(), shared)?;
        let numer = product(self.numer, others)?.checked_add(product(other.numer, own)?)?;
        let rest = gcd(numer, NonZero::new(shared)?);
        Small::raw(quotient(numer, rest)?, product(own, quotient(other.denom.get(), rest)?)?)
    }

    /// A product that is reduced crosswise before it is formed.
    fn mul_fractions(self, other: Small) -> Option<Small> {
        let left = gcd(self.numer, other.denom);
        let right = gcd(other.numer, self.denom);
        Small::raw(
            product(quotient(self.numer, left)?, quotient(other.numer, right)?)?,
            product(quotient(self.denom.get(), right)?, quotient(other.denom.get(), left)?)?,
        )
    }
}

/// A checked product with a short way for factors that fit 64 bits.
#[inline]
fn product(left: i128, right: i128) -> Option<i128> {
    match (i64::try_from(left), i64::try_from(right)) {
        (Ok(left), Ok(right)) => Some(i128::from(left).wrapping_mul(i128::from(right))),
        _ => left.checked_mul(right),
    }
}

/// A quotient of two numbers, of which the first is a multiple of the second.
#[inline]
fn quotient(left: i128, right: i128) -> Option<i128> {
    if right == 1 {
        return Some(left);
    }
    match (i64::try_from(left), i64::try_from(right)) {
        (Ok(left), Ok(right)) => left.checked_div(right).map(i128::from),
        _ => left.checked_div(right),
    }
}

/// The greatest common divisor with a positive number.
fn gcd(left: i128, right: NonZero<i128>) -> i128 {
    let right = right.get();
    if right == 1 {
        return 1;
    }
    if let Ok(short) = u64::try_from(right) {
        // One Euclidean step brings both under 64 bits, where the binary algorithm is quick.
        let left = left.unsigned_abs();
        let rest = match u64::try_from(left) {
            Ok(left) => left.checked_rem(short),
            Err(_) => left.checked_rem(u128::from(short)).and_then(|rest| u64::try_from(rest).ok()),
        };
        if let Some(rest) = rest {
            return i128::from(rest.gcd(&short));
        }
    }
    left.gcd(&right)
}
