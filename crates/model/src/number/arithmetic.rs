//! Sums, differences, products and quotients.

use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

use num_rational::BigRational;
use num_traits::Zero;

use super::small::Small;
use super::{Form, Number};

impl Number {
    /// The quotient; `None` where the divisor is zero.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// let third = Number::ONE.checked_div(&Number::from(3)).unwrap();
    /// assert_eq!(third * Number::from(3), Number::ONE);
    /// ```
    #[must_use]
    pub fn checked_div(&self, divisor: &Number) -> Option<Number> {
        divisor.recip().map(|inverse| self * &inverse)
    }

    /// One divided by the number; `None` for zero.
    #[must_use]
    pub fn recip(&self) -> Option<Number> {
        match &self.0 {
            // A fraction other than zero turned upside down fits wherever the fraction did.
            Form::Small(small) => small.recip().map(|inverse| Number(Form::Small(inverse))),
            Form::Big(_) => {
                let rational = self.to_rational();
                (!rational.is_zero()).then(|| Number::from_rational(rational.recip()))
            }
        }
    }
}

#[inline]
fn combine(
    left: &Number,
    right: &Number,
    small: impl Fn(Small, Small) -> Option<Small>,
    big: fn(BigRational, BigRational) -> BigRational,
) -> Number {
    if let (Form::Small(one), Form::Small(other)) = (&left.0, &right.0)
        && let Some(result) = small(*one, *other)
    {
        return Number(Form::Small(result));
    }
    combine_big(left, right, big)
}

#[cold]
fn combine_big(left: &Number, right: &Number, big: fn(BigRational, BigRational) -> BigRational) -> Number {
    Number::from_rational(big(left.to_rational(), right.to_rational()))
}

/// Implements an operator for each mixture of owned and borrowed numbers.
macro_rules! operator {
    ($trait:ident, $method:ident, $small:expr) => {
        impl $trait<&Number> for &Number {
            type Output = Number;

            #[inline]
            fn $method(self, other: &Number) -> Number {
                combine(self, other, $small, $trait::$method)
            }
        }

        impl $trait<Number> for &Number {
            type Output = Number;

            #[inline]
            fn $method(self, other: Number) -> Number {
                self.$method(&other)
            }
        }

        impl $trait<&Number> for Number {
            type Output = Number;

            #[inline]
            fn $method(self, other: &Number) -> Number {
                (&self).$method(other)
            }
        }

        impl $trait<Number> for Number {
            type Output = Number;

            #[inline]
            fn $method(self, other: Number) -> Number {
                (&self).$method(&other)
            }
        }
    };
}

operator!(Add, add, Small::add);
operator!(Sub, sub, |left: Small, right: Small| left.add(right.neg()));
operator!(Mul, mul, Small::mul);

impl Neg for &Number {
    type Output = Number;

    #[inline]
    fn neg(self) -> Number {
        match &self.0 {
            Form::Small(small) => Number(Form::Small(small.neg())),
            Form::Big(_) => Number::from_rational(self.to_rational().neg()),
        }
    }
}

impl Neg for Number {
    type Output = Number;

    #[inline]
    fn neg(self) -> Number {
        (&self).neg()
    }
}

impl Sum for Number {
    fn sum<I: Iterator<Item = Number>>(numbers: I) -> Number {
        numbers.fold(Number::ZERO, |sum, number| sum.add(&number))
    }
}

impl<'a> Sum<&'a Number> for Number {
    fn sum<I: Iterator<Item = &'a Number>>(numbers: I) -> Number {
        numbers.fold(Number::ZERO, |sum, number| sum.add(number))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "big rationals do not overflow")]

    use super::super::testing::{any_number, is_canonical, rational};
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn known_results() {
        for (left, operator, right, result) in [
            ("0.1", '+', "0.2", "0.3"),
            ("1/3", '+', "1/6", "1/2"),
            ("1/3", '-', "1/3", "0"),
            ("2/3", '*', "9/4", "1.5"),
            ("1", '/', "3", "1/3"),
            ("-1", '/', "-4", "0.25"),
            ("1", '/', "0", "none"),
            // The borders of the fast path: −2¹²⁷ is the one i128 that is never held small.
            ("170141183460469231731687303715884105727", '+', "1", "170141183460469231731687303715884105728"),
            (
                "-170141183460469231731687303715884105727",
                '-',
                "1",
                "-170141183460469231731687303715884105728",
            ),
            ("170141183460469231731687303715884105728", '-', "1", "170141183460469231731687303715884105727"),
            (
                "1234567890123456789012345678",
                '*',
                "9876543210987654321098765432",
                "12193263113702179522618503264349946654322511812221002896",
            ),
        ] {
            let (left, right) = (n(left), n(right));
            let answer = match operator {
                '+' => Some(&left + &right),
                '-' => Some(&left - &right),
                '*' => Some(&left * &right),
                _ => left.checked_div(&right),
            };
            let expected = (result != "none").then(|| n(result));
            assert_eq!(answer, expected, "{left} {operator} {right}");
        }
    }

    #[test]
    fn sums_of_many() {
        let tenths: Vec<Number> = std::iter::repeat_n(n("0.1"), 10).collect();
        assert_eq!(tenths.iter().sum::<Number>(), Number::ONE);
        assert_eq!(tenths.into_iter().sum::<Number>(), Number::ONE);
    }

    proptest! {
        #[test]
        fn operations_agree_with_big_rationals(left in any_number(), right in any_number()) {
            let (a, b) = (rational(&left), rational(&right));
            let quotient = (!b.is_zero()).then(|| Number::from_rational(&a / &b));
            let answers = [&left + &right, &left - &right, &left * &right, -&left];
            let expected = [&a + &b, &a - &b, &a * &b, -&a];
            for (answer, expected) in answers.into_iter().zip(expected) {
                prop_assert!(is_canonical(&answer));
                prop_assert_eq!(rational(&answer), expected);
            }
            prop_assert_eq!(left.checked_div(&right), quotient);
        }

        #[test]
        fn what_is_added_can_be_taken_away(left in any_number(), right in any_number()) {
            prop_assert_eq!(&left + &right - &right, left.clone());
            if let Some(quotient) = left.checked_div(&right) {
                prop_assert_eq!(quotient * right, left);
            }
        }
    }
}
