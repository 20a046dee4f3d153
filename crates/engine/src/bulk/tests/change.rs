//! `x falls by at least 20% since 2005`

use dabiao_check::{Bound, ChangeTest, Comparison, Direction};
use dabiao_model::{Number, Period};

use super::super::limits::{Limits, interval};
use super::super::reading::{Found, Reading};
use super::super::registers::Constant;
use super::super::test::{Pair, Test};
use super::{Tests, common};

impl Tests<'_> {
    pub(super) fn change(&self, test: &ChangeTest, period: Option<Period>) -> Option<Test> {
        let amount = self.number(test.amount)?;
        let now = Reading::find(test.now, period, self.context)?;
        let base = Reading::find(test.base, period, self.context)?;
        // A base that is not before the period judged can never be one, whatever the data say.
        let is_before = period.is_some_and(|period| test.since.end() < period.start());
        let (Found::Reading(now), Found::Reading(base), true) = (now, base, is_before) else {
            return Some(Test::Always(Constant::Gap));
        };
        let (exponent, of_base) = (now.exponent()?, base.exponent()?);
        if test.relative {
            return relative(test, &amount, [now, base], common([exponent, of_base])?);
        }
        if exponent != of_base {
            return None;
        }
        let op = match test.bound {
            Bound::AtLeast => Comparison::AtLeast,
            Bound::AtMost => Comparison::AtMost,
            Bound::MoreThan => Comparison::Above,
            Bound::LessThan => Comparison::Below,
        };
        let exact = interval(op, &amount, exponent)?;
        let sides = match test.direction {
            Direction::Falls => [base, now],
            Direction::Rises => [now, base],
        };
        Some(Test::Difference { sides, limits: Limits::of(exact), exact })
    }
}

/// A change relative to its base, without a division: where the base is above zero, `(base - now) / base >= amount` says
/// the same as `now <= (1 - amount) * base`.
fn relative(test: &ChangeTest, amount: &Number, sides: [Reading; 2], factors: [i64; 2]) -> Option<Test> {
    let left = match test.direction {
        Direction::Falls => &Number::ONE - amount,
        Direction::Rises => &Number::ONE + amount,
    };
    let op = match (test.direction, test.bound) {
        (Direction::Falls, Bound::AtLeast) | (Direction::Rises, Bound::AtMost) => Comparison::AtMost,
        (Direction::Falls, Bound::MoreThan) | (Direction::Rises, Bound::LessThan) => Comparison::Below,
        (Direction::Falls, Bound::AtMost) | (Direction::Rises, Bound::AtLeast) => Comparison::AtLeast,
        (Direction::Falls, Bound::LessThan) | (Direction::Rises, Bound::MoreThan) => Comparison::Above,
    };
    let [of_now, of_base] = factors;
    let (numerator, denominator) = left.to_fraction()?;
    let of_now = i64::try_from(i128::from(of_now).checked_mul(denominator)?).ok()?;
    let of_base = i64::try_from(i128::from(of_base).checked_mul(numerator)?).ok()?;
    Some(Test::Relative(Pair { op, sides, factors: [of_now, of_base] }))
}
