//! The conditions that are run in bulk.

use std::collections::HashMap;

use dabiao_check::{Bound, ChangeTest, Comparison, Direction, TermId, TermKind, TrendTest};
use dabiao_model::{Number, Period, Value};

use super::reading::{Found, Reading};
use super::registers::Constant;
use crate::evaluate::{Cause, Context, Sheet, periods};
use crate::program::{Leaf, Routine};
use crate::row::Row;

/// A position among the tests of a prepared program.
pub(super) type TestId = usize;

/// One condition, fitted to a table. Operands stand before the test that needs them.
#[derive(Debug)]
pub(super) enum Test {
    /// The same for every row.
    Always(Constant),
    /// `x >= 90%` and its like: an integer from `low` to `high`, both included, or outside of them.
    Within { reading: Reading, low: i64, high: i64, negated: bool },
    /// `a >= b`
    Pair { op: Comparison, sides: [Reading; 2], factors: [i64; 2] },
    /// `x falls by at least 20% since 2005`
    Change(Change),
    /// `x falls every year`
    Trend { readings: Box<[Option<Reading>]>, direction: Direction, negated: bool },
    /// A yes/no metric.
    Says(Reading),
    /// `not a`
    Not(TestId),
    /// `a and …`
    All(Box<[TestId]>),
    /// `a or …`
    Any(Box<[TestId]>),
    /// `at least 2 of (a, …)`
    AtLeast(usize, Box<[TestId]>),
}

/// A change, held against `amount / unit` of the base or as it is.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) now: Reading,
    pub(super) base: Reading,
    pub(super) direction: Direction,
    pub(super) bound: Bound,
    /// The amount as an integer over `unit`, a power of ten.
    pub(super) amount: i128,
    pub(super) unit: i128,
    /// What the amount is a share of where it is no share of the base: one, in the readings' own scale.
    pub(super) one: Option<i128>,
}

/// The tests so far, each condition once for each period that it is judged in.
#[derive(Debug)]
pub(super) struct Tests<'c> {
    context: &'c Context<'c>,
    pub(super) tests: Vec<Test>,
    known: HashMap<(TermId, Option<Period>), Option<TestId>>,
    /// How deep the condition being compiled is nested.
    depth: usize,
}

/// Integers whose products with each other and with an `i64` fit an `i128`.
const FACTOR_LIMIT: i128 = 1 << 60;

/// How deep a condition may be nested to be run in bulk.
const DEPTH: usize = 32;

impl<'c> Tests<'c> {
    pub(super) fn new(context: &'c Context<'c>) -> Tests<'c> {
        Tests { context, tests: Vec::new(), known: HashMap::new(), depth: 0 }
    }

    /// The test of a condition for a period; `None` where the condition or the data have a form without one.
    pub(super) fn compile(&mut self, term: TermId, period: Option<Period>) -> Option<TestId> {
        if let Some(known) = self.known.get(&(term, period)) {
            return *known;
        }
        if self.depth == DEPTH {
            return None;
        }
        self.depth = self.depth.saturating_add(1);
        let test = self.test(term, period).map(|test| {
            self.tests.push(test);
            self.tests.len().saturating_sub(1)
        });
        self.depth = self.depth.saturating_sub(1);
        self.known.insert((term, period), test);
        test
    }

    fn test(&mut self, id: TermId, period: Option<Period>) -> Option<Test> {
        let context = self.context;
        match &context.program.plan().terms.get(id)?.kind {
            TermKind::Metric { .. } => match Reading::find(id, period, context)? {
                Found::Nothing => Some(Test::Always(Constant::Gap)),
                Found::Reading(reading) => reading.is_truth().then_some(Test::Says(reading)),
            },
            TermKind::Constant(_) | TermKind::Assumption(_) => match self.constant(id)? {
                Value::YesNo(true) => Some(Test::Always(Constant::Held)),
                Value::YesNo(false) => Some(Test::Always(Constant::Failed)),
                _ => None,
            },
            TermKind::Compare { op, left, right } => self.comparison(*op, *left, *right, period),
            TermKind::InRange { value, first, last } => {
                let Found::Reading(reading) = Reading::find(*value, period, context)? else {
                    return Some(Test::Always(Constant::Gap));
                };
                let exponent = reading.exponent()?;
                let low = limits(Comparison::AtLeast, &self.number(*first)?, exponent)?.0;
                let high = limits(Comparison::AtMost, &self.number(*last)?, exponent)?.1;
                Some(Test::Within { reading, low, high, negated: false })
            }
            TermKind::Not(of) => Some(Test::Not(self.compile(*of, period)?)),
            TermKind::All(of) => Some(Test::All(self.parts(of, period)?)),
            TermKind::Any(of) => Some(Test::Any(self.parts(of, period)?)),
            TermKind::AtLeast { count, of } => {
                Some(Test::AtLeast(usize::try_from(*count).ok()?, self.parts(of, period)?))
            }
            TermKind::Change(test) => self.change(test, period),
            TermKind::Trend(test) => self.trend(id, test, period),
            _ => None,
        }
    }

    fn parts(&mut self, of: &[TermId], period: Option<Period>) -> Option<Box<[TestId]>> {
        of.iter().map(|part| self.compile(*part, period)).collect()
    }

    fn comparison(
        &self,
        op: Comparison,
        left: TermId,
        right: TermId,
        period: Option<Period>,
    ) -> Option<Test> {
        let find = |term| Reading::find(term, period, self.context);
        match (find(left), find(right)) {
            (Some(Found::Reading(left)), Some(Found::Reading(right))) => {
                let exponents = [left.exponent()?, right.exponent()?];
                let most = exponents.into_iter().max()?;
                let [Some(first), Some(second)] =
                    exponents.map(|exponent| 10_i64.checked_pow(most.checked_sub(exponent)?))
                else {
                    return None;
                };
                Some(Test::Pair { op, sides: [left, right], factors: [first, second] })
            }
            (Some(Found::Nothing), Some(_)) | (Some(_), Some(Found::Nothing)) => {
                Some(Test::Always(Constant::Gap))
            }
            (Some(found), None) => self.held_against(found, op, right),
            (None, Some(found)) => self.held_against(found, op.mirrored(), left),
            (None, None) => None,
        }
    }

    fn held_against(&self, found: Found, op: Comparison, limit: TermId) -> Option<Test> {
        let limit = self.number(limit)?;
        let Found::Reading(reading) = found else { return Some(Test::Always(Constant::Gap)) };
        let (low, high) = limits(op, &limit, reading.exponent()?)?;
        Some(Test::Within { reading, low, high, negated: op == Comparison::NotEqual })
    }

    fn change(&self, test: &ChangeTest, period: Option<Period>) -> Option<Test> {
        let amount = self.number(test.amount)?;
        let now = Reading::find(test.now, period, self.context)?;
        let base = Reading::find(test.base, period, self.context)?;
        // A base that is not before the period judged can never be one, whatever the data say.
        let is_before = period.is_some_and(|period| test.since.end() < period.start());
        let (Found::Reading(now), Found::Reading(base), true) = (now, base, is_before) else {
            return Some(Test::Always(Constant::Gap));
        };
        let exponent = now.exponent().filter(|exponent| base.exponent() == Some(*exponent))?;
        let places = [0, 1, 2, 3, 4, 6, 9, 12, 17];
        let (places, amount) =
            places.into_iter().find_map(|places| Some((places, i128::from(amount.scaled(places)?))))?;
        let (unit, one) = (10_i128.checked_pow(places)?, 10_i128.checked_pow(exponent)?);
        if [amount, unit, one].into_iter().any(|factor| factor.abs() > FACTOR_LIMIT) {
            return None;
        }
        let one = (!test.relative).then_some(one);
        Some(Test::Change(Change {
            now,
            base,
            direction: test.direction,
            bound: test.bound,
            amount,
            unit,
            one,
        }))
    }

    fn trend(&self, id: TermId, test: &TrendTest, period: Option<Period>) -> Option<Test> {
        let TermKind::Metric { metric, places, time } =
            &self.context.program.plan().terms.get(test.value)?.kind
        else {
            return None;
        };
        // Without a first period the series begins with each entity's own data.
        let ends = [Some(test.first?), test.last.or(period)];
        let series = match periods(test.step, ends, id, |last| last) {
            Ok(series) => series,
            Err(Cause::Unknown(_)) => return Some(Test::Always(Constant::Gap)),
            Err(Cause::Fault(_)) => return Some(Test::Always(Constant::Fault)),
        };
        if series.len() < 2 {
            return Some(Test::Always(Constant::Gap));
        }
        let leaf = Leaf { metric: *metric, places: places.clone().into(), time: *time };
        let found = series.into_iter().map(|period| Reading::at(&leaf, Some(period), self.context));
        // A period without any value is a hole for every entity, which leaves some series decided all the same.
        let readings: Box<[Option<Reading>]> = found
            .map(|found| match found? {
                Found::Reading(reading) => Some(Some(reading)),
                Found::Nothing => Some(None),
            })
            .collect::<Option<_>>()?;
        let mut exponents = readings.iter().flatten().map(Reading::exponent);
        let Some(first) = exponents.next() else { return Some(Test::Always(Constant::Gap)) };
        let is_alike = first.is_some() && exponents.all(|exponent| exponent == first);
        is_alike.then_some(Test::Trend { readings, direction: test.direction, negated: test.negated })
    }

    /// The value of a term that rests on no data.
    fn constant(&self, term: TermId) -> Option<Value> {
        let routine = Routine::compile(&self.context.program.plan().terms, term);
        let sheet = Sheet::run(&routine, vec![Row { entity: None, period: None }], self.context);
        let root = sheet.root(0);
        let rests_on_data = sheet.op(root).is_none_or(|op| op.depends_on_data);
        sheet.value(root).filter(|_| !rests_on_data)?.ok()
    }

    fn number(&self, term: TermId) -> Option<Number> {
        match self.constant(term)? {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// The integers over a power of ten that stand so to a limit; for an inequality those that equal it. An interval whose
/// low end is above its high one has none.
fn limits(op: Comparison, limit: &Number, exponent: u32) -> Option<(i64, i64)> {
    let limit = limit * &Number::from(10_i128.checked_pow(exponent)?);
    let (floor, ceil) = (limit.floor().to_i128()?, limit.ceil().to_i128()?);
    let (low, high) = match op {
        Comparison::AtLeast => (ceil, i128::MAX),
        Comparison::Above => (floor.checked_add(1)?, i128::MAX),
        Comparison::AtMost => (i128::MIN, floor),
        Comparison::Below => (i128::MIN, ceil.checked_sub(1)?),
        // Where the limit is no such integer its ceiling lies above its floor, and the interval has none.
        Comparison::Equal | Comparison::NotEqual => (ceil, floor),
    };
    let (least, most) = (i128::from(i64::MIN), i128::from(i64::MAX));
    if low > most || high < least || low > high {
        return Some((1, 0));
    }
    Some((i64::try_from(low.max(least)).ok()?, i64::try_from(high.min(most)).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_the_very_integers() {
        for (op, limit, exponent, wanted) in [
            (Comparison::AtLeast, "0.9", 4, (9_000, i64::MAX)),
            (Comparison::Above, "0.9", 4, (9_001, i64::MAX)),
            (Comparison::AtMost, "0.9", 4, (i64::MIN, 9_000)),
            (Comparison::Below, "0.9", 4, (i64::MIN, 8_999)),
            (Comparison::AtLeast, "1/3", 4, (3_334, i64::MAX)),
            (Comparison::Above, "1/3", 4, (3_334, i64::MAX)),
            (Comparison::AtMost, "1/3", 4, (i64::MIN, 3_333)),
            (Comparison::Below, "-1/3", 4, (i64::MIN, -3_334)),
            (Comparison::Equal, "0.9", 4, (9_000, 9_000)),
            (Comparison::NotEqual, "0.9", 4, (9_000, 9_000)),
            (Comparison::Equal, "1/3", 4, (1, 0)),
            (Comparison::AtLeast, "1e30", 0, (1, 0)),
            (Comparison::AtMost, "1e30", 0, (i64::MIN, i64::MAX)),
            (Comparison::AtLeast, "-1e30", 0, (i64::MIN, i64::MAX)),
        ] {
            let limit = Number::parse(limit).unwrap();
            assert_eq!(limits(op, &limit, exponent), Some(wanted), "{op:?} {limit}");
        }
    }
}
