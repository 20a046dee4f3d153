//! A second evaluator: slow, obvious, recursive, on big rationals.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "big rationals are exact, and the years of a fixture are few"
)]

use std::collections::BTreeMap;

use dabiao_check::{Arithmetic, Bound, Comparison, Direction};
use dabiao_model::Verdict;
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::expression::{Cond, Expr};
use super::fixture::{Data, JUDGED, verdicts};
use super::random;

/// A value, or that it is not known, or that something is wrong.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Answer<T> {
    Known(T),
    Unknown,
    Fault,
}

use Answer::{Fault, Known, Unknown};

/// What is read where a value is missing.
pub(super) type Substitute = fn() -> Answer<BigRational>;

struct Oracle<'a> {
    data: &'a Data,
    entity: usize,
    missing: Substitute,
}

impl Oracle<'_> {
    fn expr(&self, expr: &Expr, year: i16) -> Answer<BigRational> {
        match expr {
            Expr::Constant(numerator, denominator) => Known(rational((*numerator, *denominator))),
            Expr::Read(metric, back) => self.read(*metric, year - i16::try_from(*back).unwrap()),
            Expr::Negate(of) => one(self.expr(of, year), |value| -value),
            Expr::Absolute(of) => {
                one(self.expr(of, year), |value| if value < zero() { -value } else { value })
            }
            Expr::Arithmetic(op, left, right) => {
                two(self.expr(left, year), self.expr(right, year), |left, right| match op {
                    Arithmetic::Add => Known(left + right),
                    Arithmetic::Subtract => Known(left - right),
                    Arithmetic::Multiply => Known(left * right),
                    Arithmetic::Divide if right == zero() => Fault,
                    Arithmetic::Divide => Known(left / right),
                })
            }
            Expr::Least(of) => self.extreme(of, year, |one, other| one.min(other)),
            Expr::Greatest(of) => self.extreme(of, year, |one, other| one.max(other)),
            Expr::If(condition, then, otherwise) => match self.cond(condition, year) {
                Known(true) => self.expr(then, year),
                Known(false) => self.expr(otherwise, year),
                Unknown => Unknown,
                Fault => Fault,
            },
        }
    }

    fn extreme(
        &self,
        of: &[Expr],
        year: i16,
        pick: impl Fn(BigRational, BigRational) -> BigRational,
    ) -> Answer<BigRational> {
        let answers = of.iter().map(|expr| self.expr(expr, year));
        answers.reduce(|left, right| two(left, right, |left, right| Known(pick(left, right)))).unwrap()
    }

    fn read(&self, metric: usize, year: i16) -> Answer<BigRational> {
        let at = |year| self.data.get(&(self.entity, metric, year)).copied();
        at(Some(year)).or_else(|| at(None)).map_or_else(self.missing, |value| Known(rational(value)))
    }

    fn cond(&self, cond: &Cond, year: i16) -> Answer<bool> {
        match cond {
            Cond::Compare(op, left, right) => {
                two(self.expr(left, year), self.expr(right, year), |left, right| {
                    Known(compare(*op, &left, &right))
                })
            }
            Cond::InRange(value, first, last) => {
                let value = self.expr(value, year);
                let above = two(value.clone(), self.expr(first, year), |value, first| Known(value >= first));
                let below = two(value, self.expr(last, year), |value, last| Known(value <= last));
                all(&[above, below])
            }
            Cond::Not(of) => one(self.cond(of, year), |truth| !truth),
            Cond::All(of) => all(&self.conds(of, year)),
            Cond::Any(of) => not(all(&self.conds(of, year).into_iter().map(not).collect::<Vec<_>>())),
            Cond::AtLeast(count, of) => at_least(*count, &self.conds(of, year)),
            Cond::Change { metric, since, amount, relative, direction, bound } => {
                let now = self.read(*metric, year);
                let base = self.read(*metric, *since);
                if *since >= year {
                    return Unknown;
                }
                two(now, base, |now, base| {
                    let change = match direction {
                        Direction::Falls => &base - now,
                        Direction::Rises => now - &base,
                    };
                    let amount = rational(*amount);
                    if !relative {
                        Known(is_within(*bound, &change, &amount))
                    } else if base <= zero() {
                        Fault
                    } else {
                        Known(is_within(*bound, &(change / base), &amount))
                    }
                })
            }
            Cond::Trend { value, since, direction, negated } => {
                let values: Vec<_> = (*since..=year).map(|year| self.expr(value, year)).collect();
                if values.len() < 2 {
                    return if values.contains(&Fault) { Fault } else { Unknown };
                }
                let steps = values.windows(2).map(|pair| {
                    two(pair[0].clone(), pair[1].clone(), |earlier, later| {
                        Known(match (direction, negated) {
                            (Direction::Falls, false) => later < earlier,
                            (Direction::Rises, false) => later > earlier,
                            (Direction::Falls, true) => later >= earlier,
                            (Direction::Rises, true) => later <= earlier,
                        })
                    })
                });
                all(&steps.collect::<Vec<_>>())
            }
        }
    }

    fn conds(&self, of: &[Cond], year: i16) -> Vec<Answer<bool>> {
        of.iter().map(|cond| self.cond(cond, year)).collect()
    }

    fn verdict(&self, cond: &Cond) -> Verdict {
        match self.cond(cond, JUDGED) {
            Known(true) => Verdict::Met,
            Known(false) => Verdict::Missed,
            Unknown => Verdict::Unknown,
            Fault => Verdict::Error,
        }
    }
}

fn rational((numerator, denominator): (i64, i64)) -> BigRational {
    BigRational::new(BigInt::from(numerator), BigInt::from(denominator))
}

fn zero() -> BigRational {
    rational((0, 1))
}

fn one<T>(of: Answer<T>, compute: impl Fn(T) -> T) -> Answer<T> {
    match of {
        Known(value) => Known(compute(value)),
        other => other,
    }
}

fn two<T, U>(left: Answer<T>, right: Answer<T>, compute: impl Fn(T, T) -> Answer<U>) -> Answer<U> {
    match (left, right) {
        (Known(left), Known(right)) => compute(left, right),
        (Fault, _) | (_, Fault) => Fault,
        _ => Unknown,
    }
}

fn not(of: Answer<bool>) -> Answer<bool> {
    one(of, |truth| !truth)
}

fn all(of: &[Answer<bool>]) -> Answer<bool> {
    if of.contains(&Known(false)) {
        Known(false)
    } else if of.contains(&Fault) {
        Fault
    } else if of.contains(&Unknown) {
        Unknown
    } else {
        Known(true)
    }
}

/// Tries every way in which the open parts may come out.
fn at_least(count: u32, of: &[Answer<bool>]) -> Answer<bool> {
    let certain = of.iter().filter(|part| **part == Known(true)).count();
    let possible = of.iter().filter(|part| **part != Known(false)).count();
    let count = usize::try_from(count).unwrap();
    match (certain >= count, possible >= count) {
        (true, _) => Known(true),
        (_, false) => Known(false),
        _ if of.contains(&Fault) => Fault,
        _ => Unknown,
    }
}

fn compare(op: Comparison, left: &BigRational, right: &BigRational) -> bool {
    match op {
        Comparison::AtLeast => left >= right,
        Comparison::Above => left > right,
        Comparison::AtMost => left <= right,
        Comparison::Below => left < right,
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
    }
}

fn is_within(bound: Bound, change: &BigRational, amount: &BigRational) -> bool {
    match bound {
        Bound::AtLeast => change >= amount,
        Bound::AtMost => change <= amount,
        Bound::MoreThan => change > amount,
        Bound::LessThan => change < amount,
    }
}

/// The first condition on which the engine and an oracle that reads missing values so do not agree.
pub(super) fn disagreement(conditions: &[Cond], data: &Data, missing: Substitute) -> Option<String> {
    (0..3).find_map(|entity| {
        let oracle = Oracle { data, entity, missing };
        let answers = conditions.iter().zip(verdicts(conditions, data, entity));
        answers.map(|(cond, verdict)| (cond, verdict, oracle.verdict(cond))).find_map(
            |(cond, verdict, expected)| {
                (verdict != expected)
                    .then(|| format!("{cond:?}\nfor entity {entity}: {verdict:?}, expected {expected:?}"))
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_engine_agrees_with_big_rationals(
        conditions in prop::collection::vec(random::cond(), 1..6),
        data in random::data(),
    ) {
        prop_assert_eq!(disagreement(&conditions, &data, || Unknown), None);
    }

    #[test]
    fn formulas_agree_with_big_rationals(
        conditions in prop::collection::vec(random::cond(), 1..6),
        data in random::decimals(3),
    ) {
        prop_assert_eq!(disagreement(&conditions, &data, || Unknown), None);
    }

    #[test]
    fn the_short_ways_agree_with_big_rationals(
        conditions in prop::collection::vec(random::short(), 1..6),
        data in random::decimals(3),
    ) {
        prop_assert_eq!(disagreement(&conditions, &data, || Unknown), None);
    }
}

#[test]
fn a_wrong_oracle_is_found_out() {
    let rises = Cond::Compare(Comparison::AtLeast, Expr::Read(0, 0), Expr::Constant(0, 1));
    let data = Data::from([((0, 0, Some(2010)), (1, 1))]);
    assert_eq!(disagreement(std::slice::from_ref(&rises), &data, || Unknown), None);
    assert!(
        disagreement(&[rises], &data, || Known(zero())).is_some(),
        "zero for what is missing goes unnoticed"
    );
}

#[test]
fn a_divisor_too_large_for_sixteen_bytes_is_not_zero() {
    let divide = |left, right| Expr::Arithmetic(Arithmetic::Divide, Box::new(left), Box::new(right));
    let large = Expr::Constant(i64::MAX, 1);
    let times = |right| Expr::Arithmetic(Arithmetic::Multiply, Box::new(large.clone()), Box::new(right));
    let divisor = times(times(times(Expr::Read(0, 0))));
    let conditions = [
        Cond::Compare(
            Comparison::AtMost,
            divide(Expr::Constant(1, 1), divisor.clone()),
            Expr::Constant(0, 1),
        ),
        Cond::Compare(Comparison::Above, divide(Expr::Read(1, 0), divisor), Expr::Constant(0, 1)),
    ];
    let data = Data::from([((0, 0, Some(JUDGED)), (5, 1)), ((1, 0, Some(JUDGED)), (0, 1))]);
    assert_eq!(disagreement(&conditions, &data, || Unknown), None);
    assert_eq!(verdicts(&conditions, &data, 0), [Verdict::Missed, Verdict::Unknown]);
}

#[test]
fn an_exact_fall_is_exact_however_it_is_computed() {
    let read = |back| Box::new(Expr::Read(0, back));
    let fall = Expr::Arithmetic(Arithmetic::Subtract, read(1), read(0));
    let share = Expr::Arithmetic(Arithmetic::Divide, Box::new(fall), read(1));
    let change = |bound| Cond::Change {
        metric: 0,
        since: 2010,
        amount: (1, 5),
        relative: true,
        direction: Direction::Falls,
        bound,
    };
    let conditions = [
        Cond::Compare(Comparison::AtLeast, share.clone(), Expr::Constant(1, 5)),
        change(Bound::AtLeast),
        Cond::Compare(Comparison::Above, share, Expr::Constant(1, 5)),
        change(Bound::MoreThan),
    ];
    let data: BTreeMap<_, _> = [((0, 0, Some(2010)), (122, 100)), ((0, 0, Some(2011)), (976, 1000))].into();
    use Verdict::{Met, Missed};
    assert_eq!(verdicts(&conditions, &data, 0), [Met, Met, Missed, Missed]);
}
