//! The verdicts in big rational numbers, from the decimal texts of the values: slow, obvious and exact.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use crate::engine::Mask;
use crate::row::{Row, YEARS};
use crate::target::{Condition, conditions, decimal};

/// The forty verdicts of an input set.
#[must_use]
pub fn verdicts(row: &Row) -> Mask {
    let values: Vec<BigRational> = row.0.iter().map(|value| rational(&decimal(*value))).collect();
    let met = conditions().into_iter().enumerate().filter(|(_, condition)| is_met(*condition, &values));
    met.fold(0, |mask, (target, _)| mask | 1 << target)
}

fn is_met(condition: Condition, values: &[BigRational]) -> bool {
    let line = |thousandths: i64| rational(&decimal(thousandths));
    match condition {
        Condition::AtLeast(slot, least) => values[slot] >= line(least),
        Condition::Below(left, right) => values[left] < values[right],
        Condition::FallsByAFifth(base, now) => {
            (&values[base] - &values[now]) / &values[base] >= rational("0.2")
        }
        Condition::FallsEveryYear(first) => {
            (first + 1..first + YEARS).all(|slot| values[slot] < values[slot - 1])
        }
        Condition::Both(parts) => parts.into_iter().all(|(slot, least)| values[slot] >= line(least)),
    }
}

/// A decimal text as a fraction; zero where it is no number, which the texts of [`decimal`] always are.
pub(crate) fn rational(text: &str) -> BigRational {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{part}").parse().unwrap_or_else(|_| BigInt::zero());
    BigRational::new(digits, BigInt::from(10).pow(part.len() as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(off: i64, wanted: &[bool]) {
        let row = Row::around_the_lines(|_| off);
        let mask = verdicts(&row);
        let kinds = [0, 30, 34, 37, 39];
        let met: Vec<bool> = kinds.iter().map(|target| mask >> target & 1 == 1).collect();
        assert_eq!(met, wanted, "{off}");
    }

    #[test]
    fn the_lines_themselves() {
        // A threshold, two metrics, a change, a trend, a conjunction.
        check(0, &[true, false, true, true, true]);
        check(-1, &[false, true, true, true, false]);
        check(1, &[true, false, false, true, true]);
    }

    #[test]
    fn texts_are_read_exactly() {
        assert_eq!(rational("0.20"), BigRational::new(1.into(), 5.into()));
        assert_eq!(rational("-1.5"), BigRational::new((-3).into(), 2.into()));
    }
}
