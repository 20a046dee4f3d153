//! Conditions, fitted to a table.

mod change;
mod trend;

use std::collections::HashMap;

use dabiao_check::{Comparison, TermId, TermKind, Window};
use dabiao_model::{Number, Period, Value};

use smallvec::smallvec;

use super::formula::Formula;
use super::kernel::MOST;
use super::limits::{Limits, interval};
use super::reading::{Found, Reading};
use super::registers::Constant;
use super::test::{Pair, Test, TestId};
use crate::evaluate::{Context, Sheet, window_periods};
use crate::program::Routine;
use crate::row::Row;

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

    pub(super) fn context(&self) -> &'c Context<'c> {
        self.context
    }

    /// A term of the plan.
    pub(super) fn term(&self, id: TermId) -> Option<&'c TermKind> {
        self.context.program.plan().terms.get(id).map(|term| &term.kind)
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
        let test = self.test(term, period).map(|test| self.push(test));
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
            TermKind::Compare { op, left, right } => self
                .comparison(*op, *left, *right, period)
                .or_else(|| self.formula(*op, [*left, *right].map(|side| (side, period)))),
            TermKind::InRange { value, first, last } => match self.range(*value, [*first, *last], period) {
                Some(test) => Some(test),
                None => {
                    let value = (*value, period);
                    let above = self.formula(Comparison::AtLeast, [value, (*first, period)])?;
                    let below = self.formula(Comparison::AtMost, [value, (*last, period)])?;
                    Some(Test::All([above, below].into_iter().map(|part| self.push(part)).collect()))
                }
            },
            TermKind::Not(of) => Some(Test::Not(self.compile(*of, period)?)),
            TermKind::All(of) => Some(Test::All(self.parts(of, period)?)),
            TermKind::Any(of) => Some(Test::Any(self.parts(of, period)?)),
            TermKind::AtLeast { count, of } => {
                let count = usize::try_from(*count).ok().filter(|count| *count <= MOST)?;
                Some(Test::AtLeast(count, self.parts(of, period)?))
            }
            TermKind::Change(test) => self.change(test, period),
            TermKind::Trend(test) => {
                self.trend(id, test, period).or_else(|| self.trend_of_formulas(id, test, period))
            }
            _ => None,
        }
    }

    pub(super) fn formula(&self, op: Comparison, sides: [(TermId, Option<Period>); 2]) -> Option<Test> {
        Some(Test::Formula(Box::new(Formula::of(op, sides, self)?)))
    }

    pub(super) fn push(&mut self, test: Test) -> TestId {
        self.tests.push(test);
        self.tests.len().saturating_sub(1)
    }

    fn range(&self, value: TermId, [first, last]: [TermId; 2], period: Option<Period>) -> Option<Test> {
        let found = Reading::find(value, period, self.context)?;
        // Ends that are no constants may be at fault, which goes before a gap.
        let (first, last) = (self.number(first)?, self.number(last)?);
        let Found::Reading(reading) = found else { return Some(Test::Always(Constant::Gap)) };
        let exponent = reading.exponent()?;
        let [first, _] = interval(Comparison::AtLeast, &first, exponent)?;
        let [_, last] = interval(Comparison::AtMost, &last, exponent)?;
        Some(Test::Within { reading, limits: Limits::of([first, last]), negated: false })
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

    /// The periods of a window; `None` where it has none.
    pub(super) fn window(&self, id: TermId, window: &Window, period: Option<Period>) -> Option<Vec<Period>> {
        let rule = (window.time, window.step, window.count);
        window_periods(rule, id, period).ok()
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
        let sheet = Sheet::run(&routine, smallvec![Row { entity: None, period: None }], self.context);
        let root = sheet.root(0);
        let rests_on_data = sheet.op(root).is_none_or(|op| op.depends_on_data);
        sheet.value(root).filter(|_| !rests_on_data)?.ok()
    }

    /// The same as a number; a level by its place on its scale.
    pub(super) fn number(&self, term: TermId) -> Option<Number> {
        match self.constant(term)? {
            Value::Number(number) => Some(number),
            Value::Level(place) => Some(Number::from(u64::try_from(place).ok()?)),
            _ => None,
        }
    }
}

/// The factors that bring integers over two powers of ten over one.
pub(super) fn common(exponents: [u32; 2]) -> Option<[i64; 2]> {
    let most = exponents.into_iter().max()?;
    let [first, second] = exponents.map(|exponent| 10_i64.checked_pow(most.checked_sub(exponent)?));
    Some([first?, second?])
}
