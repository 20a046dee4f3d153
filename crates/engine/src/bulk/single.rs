//! Tests of a table that has one row only, over its values side by side.
//!
//! A single evaluation spends more on finding its values than on comparing them, so the tests that read any are held
//! here once more, with the places of their values and nothing else. All other tests run as for many rows.

use std::collections::BTreeSet;

use dabiao_check::Comparison;

use super::answer::Answer;
use super::hearing::Hearing;
use super::limits::{Interval, Limits};
use super::reading::Reading;
use super::registers::Constant;
use super::test::{Pair, Step, Test, TestId};
use crate::metrics::{Head, Heads};

/// The tests of one row.
#[derive(Debug)]
pub(super) struct Single {
    /// Those that others need, and those that are no leaves, in order.
    pub(super) parts: Vec<(TestId, Option<Leaf>)>,
    /// For each answer the test that decides alone, where that is a leaf.
    pub(super) answers: Vec<Option<Leaf>>,
}

/// A test that reads values, by their places.
#[derive(Debug, Clone)]
pub(super) enum Leaf {
    Within {
        at: u32,
        negated: bool,
        limits: [i64; 2],
    },
    /// Two values as they are.
    Plain {
        op: Comparison,
        at: [u32; 2],
    },
    Pair {
        op: Comparison,
        at: [u32; 2],
        factors: [i64; 2],
        needs_base: bool,
    },
    Difference {
        at: [u32; 2],
        exact: Box<Interval>,
    },
    Trend {
        op: Comparison,
        values: Box<[(Option<u32>, i64)]>,
    },
    Says(u32),
}

impl Single {
    /// The tests of a prepared program, where it judges the only row of its table.
    pub(super) fn of(
        tests: &[Test],
        answers: &[Answer],
        hearings: &[Hearing],
        rows: usize,
    ) -> Option<Single> {
        if rows != 1 {
            return None;
        }
        let leaf = |test: TestId| tests.get(test).and_then(Leaf::of);
        let decides = |answer: &Answer| match answer {
            Answer::Plain(_, test) => leaf(*test),
            _ => None,
        };
        let by_leaf: Vec<Option<Leaf>> = answers.iter().map(decides).collect();
        let others = answers.iter().zip(&by_leaf).filter(|(_, leaf)| leaf.is_none());
        let heard = others.flat_map(|(answer, _)| answer.hearings()).filter_map(|id| hearings.get(id));
        let mut needed: BTreeSet<TestId> = heard.flat_map(Hearing::tests).collect();
        // Every test stands behind those that it needs.
        for test in (0..tests.len()).rev() {
            if needed.contains(&test) {
                needed.extend(tests.get(test).map(Test::parts).unwrap_or_default());
            }
        }
        Some(Single { parts: needed.into_iter().map(|test| (test, leaf(test))).collect(), answers: by_leaf })
    }
}

impl Leaf {
    /// `None` for a test that reads no values, or reads some that do not stand with the others.
    fn of(test: &Test) -> Option<Leaf> {
        Some(match test {
            Test::Within { reading, limits: Limits { long, .. }, negated } => {
                Leaf::Within { at: reading.head()?, negated: *negated, limits: *long }
            }
            Test::Pair(pair) => Leaf::pair(pair, false)?,
            Test::Relative(pair) => Leaf::pair(pair, true)?,
            Test::Difference { sides, exact, .. } => {
                Leaf::Difference { at: heads(sides)?, exact: Box::new(*exact) }
            }
            Test::Trend { values, op } => {
                let value = |step: &Option<Step>| match step {
                    Some(step) => Some((Some(step.reading.head()?), step.factor)),
                    None => Some((None, 1)),
                };
                Leaf::Trend { op: *op, values: values.iter().map(value).collect::<Option<_>>()? }
            }
            Test::Says(reading) => Leaf::Says(reading.head()?),
            _ => return None,
        })
    }

    fn pair(pair: &Pair, needs_base: bool) -> Option<Leaf> {
        if pair.factors == [1, 1] && !needs_base {
            return Some(Leaf::Plain { op: pair.op, at: heads(&pair.sides)? });
        }
        Some(Leaf::Pair { op: pair.op, at: heads(&pair.sides)?, factors: pair.factors, needs_base })
    }

    /// The answer for the values of the row.
    #[inline]
    pub(super) fn answer(&self, heads: &Heads) -> Constant {
        match self {
            Leaf::Within { at, negated, limits: [low, high] } => {
                let Some(head) = heads.get(*at) else { return Constant::Gap };
                answer(((*low <= head.value) & (head.value <= *high)) != *negated, head.is_known)
            }
            other => other.answer_of_many(heads),
        }
    }

    #[inline(never)]
    fn answer_of_many(&self, heads: &Heads) -> Constant {
        match self {
            Leaf::Within { .. } => self.answer(heads),
            Leaf::Plain { op, at } => {
                let Some([left, right]) = both(*at, heads) else { return Constant::Gap };
                answer(compare(*op, left.value, right.value), left.is_known & right.is_known)
            }
            Leaf::Pair { op, at, factors, needs_base } => {
                let Some([left, right]) = both(*at, heads) else { return Constant::Gap };
                let is_known = left.is_known & right.is_known;
                if *needs_base & is_known & (right.value <= 0) {
                    return Constant::Fault;
                }
                answer(compare_times(*op, [left.value, right.value], *factors), is_known)
            }
            Leaf::Difference { at, exact } => {
                let Some([first, second]) = both(*at, heads) else { return Constant::Gap };
                let left = i128::from(first.value).wrapping_sub(second.value.into());
                let [low, high] = **exact;
                answer((low <= left) & (left <= high), first.is_known & second.is_known)
            }
            Leaf::Trend { op, values } => trend(*op, values, heads),
            Leaf::Says(at) => {
                let Some(head) = heads.get(*at) else { return Constant::Gap };
                answer(head.value == 1, head.is_known)
            }
        }
    }
}

#[inline]
fn answer(holds: bool, is_known: bool) -> Constant {
    match (is_known, holds) {
        (true, true) => Constant::Held,
        (true, false) => Constant::Failed,
        (false, _) => Constant::Gap,
    }
}

#[inline]
fn both([first, second]: [u32; 2], heads: &Heads) -> Option<[&Head; 2]> {
    Some([heads.get(first)?, heads.get(second)?])
}

#[inline]
fn compare<T: Ord>(op: Comparison, left: T, right: T) -> bool {
    match op {
        Comparison::AtLeast => left >= right,
        Comparison::Above => left > right,
        Comparison::AtMost => left <= right,
        Comparison::Below => left < right,
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
    }
}

/// The same for products; one of two integers of eight bytes always fits sixteen.
#[inline]
fn compare_times(op: Comparison, values: [i64; 2], factors: [i64; 2]) -> bool {
    if factors == [1, 1] {
        let [left, right] = values;
        return compare(op, left, right);
    }
    let ([left, right], [first, second]) = (values.map(i128::from), factors.map(i128::from));
    compare(op, left.wrapping_mul(first), right.wrapping_mul(second))
}

fn trend(op: Comparison, values: &[(Option<u32>, i64)], heads: &Heads) -> Constant {
    let known = |(at, factor): (Option<u32>, i64)| {
        heads.get(at?).filter(|head| head.is_known).map(|head| (head.value, factor))
    };
    let (mut earlier, mut is_open) = (None, false);
    for (index, value) in values.iter().enumerate() {
        let later = known(*value);
        match (earlier, later) {
            (Some((before, first)), Some((after, second))) => {
                if !compare_times(op, [after, before], [second, first]) {
                    return Constant::Failed;
                }
            }
            _ => is_open |= index > 0,
        }
        earlier = later;
    }
    answer(true, !is_open)
}

fn heads([first, second]: &[Reading; 2]) -> Option<[u32; 2]> {
    Some([first.head()?, second.head()?])
}
