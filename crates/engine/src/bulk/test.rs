//! The conditions that are run in bulk.

use std::collections::HashMap;

use dabiao_check::{Bound, ChangeTest, Comparison, Direction, TermId, TermKind, TrendTest};
use dabiao_model::{Number, Period, Value};

use super::kernel::MOST;
use super::limits::{Interval, Limits, interval};
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
    /// `x >= 90%` and its like: an integer within limits, or outside of them.
    Within { reading: Reading, limits: Limits, negated: bool },
    /// `a >= b`
    Pair(Pair),
    /// `x falls by at least 20% since 2005`, as the value now against the base, which has to be above zero.
    Relative(Pair),
    /// `x falls by at least 3 points since 2005`: the first value without the second lies in an interval.
    Difference { sides: [Reading; 2], limits: Limits, exact: Interval },
    /// `x falls every year`: how each value stands to the one before it.
    Trend { values: Box<[Option<Step>]>, op: Comparison },
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

impl Test {
    /// The tests that it is made of.
    pub(super) fn parts(&self) -> &[TestId] {
        match self {
            Test::Not(of) => std::slice::from_ref(of),
            Test::All(of) | Test::Any(of) | Test::AtLeast(_, of) => of,
            _ => &[],
        }
    }
}

/// Two readings, each times its factor, and how the first has to stand to the second.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) op: Comparison,
    pub(super) sides: [Reading; 2],
    pub(super) factors: [i64; 2],
}

/// One value of a series, with the factor that brings it over the power of ten of the others.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) reading: Reading,
    pub(super) factor: i64,
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
                let [first, _] = interval(Comparison::AtLeast, &self.number(*first)?, exponent)?;
                let [_, last] = interval(Comparison::AtMost, &self.number(*last)?, exponent)?;
                Some(Test::Within { reading, limits: Limits::of([first, last]), negated: false })
            }
            TermKind::Not(of) => Some(Test::Not(self.compile(*of, period)?)),
            TermKind::All(of) => Some(Test::All(self.parts(of, period)?)),
            TermKind::Any(of) => Some(Test::Any(self.parts(of, period)?)),
            TermKind::AtLeast { count, of } => {
                let count = usize::try_from(*count).ok().filter(|count| *count <= MOST)?;
                Some(Test::AtLeast(count, self.parts(of, period)?))
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
                let factors = common([left.exponent()?, right.exponent()?])?;
                (left.is_level() == right.is_level()).then_some(Test::Pair(Pair {
                    op,
                    sides: [left, right],
                    factors,
                }))
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
        let limits = Limits::of(interval(op, &limit, reading.exponent()?)?);
        Some(Test::Within { reading, limits, negated: op == Comparison::NotEqual })
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
        let readings: Vec<Option<Reading>> = found
            .map(|found| match found? {
                Found::Reading(reading) => Some(Some(reading)),
                Found::Nothing => Some(None),
            })
            .collect::<Option<_>>()?;
        let exponents: Option<Vec<u32>> = readings.iter().flatten().map(Reading::exponent).collect();
        let Some(most) = exponents?.into_iter().max() else { return Some(Test::Always(Constant::Gap)) };
        let step = |reading: Option<Reading>| match reading {
            None => Some(None),
            Some(reading) => {
                let factor = 10_i64.checked_pow(most.checked_sub(reading.exponent()?)?)?;
                Some(Some(Step { reading, factor }))
            }
        };
        let values = readings.into_iter().map(step).collect::<Option<_>>()?;
        let op = match (test.direction, test.negated) {
            (Direction::Falls, false) => Comparison::Below,
            (Direction::Rises, false) => Comparison::Above,
            (Direction::Falls, true) => Comparison::AtLeast,
            (Direction::Rises, true) => Comparison::AtMost,
        };
        Some(Test::Trend { values, op })
    }

    /// The value of a term that rests on no data.
    fn constant(&self, term: TermId) -> Option<Value> {
        match &self.context.program.plan().terms.get(term)?.kind {
            TermKind::Constant(value) => return Some(value.clone()),
            TermKind::Assumption(id) => return self.context.assumption(*id).cloned(),
            TermKind::Metric { .. } => return None,
            _ => {}
        }
        let routine = Routine::compile(&self.context.program.plan().terms, term);
        let sheet = Sheet::run(&routine, vec![Row { entity: None, period: None }], self.context);
        let root = sheet.root(0);
        let rests_on_data = sheet.op(root).is_none_or(|op| op.depends_on_data);
        sheet.value(root).filter(|_| !rests_on_data)?.ok()
    }

    /// The same as a number; a level by its place on its scale.
    fn number(&self, term: TermId) -> Option<Number> {
        match self.constant(term)? {
            Value::Number(number) => Some(number),
            Value::Level(place) => Some(Number::from(u64::try_from(place).ok()?)),
            _ => None,
        }
    }
}

/// The factors that bring integers over two powers of ten over one.
fn common(exponents: [u32; 2]) -> Option<[i64; 2]> {
    let most = exponents.into_iter().max()?;
    let [first, second] = exponents.map(|exponent| 10_i64.checked_pow(most.checked_sub(exponent)?));
    Some([first?, second?])
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
