//! Plans and tables made of expressions.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use dabiao_check::{
    At, ChangeTest, Metric, MetricId, Plan, SourceId, Target, Term, TermId, TermKind, Time, TrendTest,
};
use dabiao_model::{Number, Period, Place, Report, Span, Step, Type, Value, Verdict, parse_date};

use super::expression::{Cond, Expr};
use crate::metrics::Provenance;
use crate::{Metrics, Program, Question};

/// How many metrics a fixture's plan has.
pub(super) const METRICS: usize = 3;

/// The year that is judged.
pub(super) const JUDGED: i16 = 2011;

/// Values by entity, metric and year; a value without a year holds in every year.
pub(super) type Data = BTreeMap<(usize, usize, Option<i16>), (i64, i64)>;

pub(super) fn number((numerator, denominator): (i64, i64)) -> Number {
    Number::fraction(numerator.into(), denominator.into()).unwrap()
}

pub(super) fn entity(index: usize) -> String {
    format!("entity {index}")
}

/// A program with one target for each condition.
pub(super) fn program(conditions: &[Cond]) -> Program {
    let mut builder = Builder::default();
    for (index, condition) in conditions.iter().enumerate() {
        let condition = builder.cond(condition);
        builder.target(index, condition);
    }
    // One more metric gives every entity a value in the year judged, whatever else is missing.
    for index in 0..=METRICS {
        builder.metric(index);
    }
    Program::compile(Arc::new(builder.0))
}

/// A table of data of three entities for a fixture's program.
pub(super) fn table(program: &Program, data: &Data) -> Metrics {
    table_of(program, data, 0..3)
}

/// A table of what data have of some entities, in their order.
pub(super) fn table_of(program: &Program, data: &Data, entities: Range<usize>) -> Metrics {
    let mut metrics = Metrics::new(program);
    let mut put = |index: usize, metric, year: Option<i16>, value| {
        let (name, value) = (entity(index), Value::Number(value));
        let period = year.map(year_of);
        metrics.put(MetricId::new(metric), Some(&name), period, value, provenance()).unwrap();
    };
    for index in entities.clone() {
        put(index, METRICS, Some(JUDGED), Number::ONE);
    }
    for ((entity, metric, year), value) in data.iter().filter(|((entity, ..), _)| entities.contains(entity)) {
        put(*entity, *metric, *year, number(*value));
    }
    metrics
}

pub(super) fn provenance() -> Provenance {
    Provenance {
        source: String::new(),
        mark: None,
        counts: None,
        provisional: false,
        place: Place::Call("test".into()),
    }
}

pub(super) fn question(entity_index: Option<usize>) -> Question {
    Question {
        as_of: parse_date("2011-12-31").unwrap(),
        period: Some(year_of(JUDGED)),
        entity: entity_index.map(entity),
        assume: Vec::new(),
        target: None,
        history: false,
    }
}

pub(super) fn report(conditions: &[Cond], data: &Data, entity: Option<usize>) -> Report {
    let program = program(conditions);
    program.evaluate(&table(&program, data), &question(entity)).unwrap()
}

/// The verdict on each condition for one entity.
pub(super) fn verdicts(conditions: &[Cond], data: &Data, entity: usize) -> Vec<Verdict> {
    let program = program(conditions);
    let judged = program.judge(&table(&program, data), &question(Some(entity))).unwrap();
    judged.into_iter().map(|judgement| judgement.verdict).collect()
}

pub(super) fn year_of(year: i16) -> Period {
    Period::year(year).unwrap()
}

fn nowhere() -> At {
    At { source: SourceId::new(0), span: Span::new(0, 0) }
}

#[derive(Default)]
struct Builder(Plan);

impl Builder {
    fn metric(&mut self, index: usize) {
        self.0.metrics.push(Metric {
            path: format!("m{index}"),
            titles: Vec::new(),
            ty: Type::Number,
            range: None,
            value: None,
            query: None,
            cite: Vec::new(),
            source: None,
            declared: true,
            at: nowhere(),
        });
    }

    fn target(&mut self, index: usize, condition: TermId) {
        self.0.targets.push(Target {
            id: format!("t{index}"),
            titles: Vec::new(),
            section: None,
            cite: Vec::new(),
            owner: Vec::new(),
            with: Vec::new(),
            condition,
            text: String::new(),
            when: None,
            warn: None,
            by: None,
            rounding: Vec::new(),
            sampling: None,
            milestones: Vec::new(),
            if_none: None,
            track: None,
            worth: None,
            adjustments: Vec::new(),
            veto: None,
            each: None,
            metrics: Vec::new(),
            assumptions: Vec::new(),
            at: nowhere(),
        });
    }

    fn push(&mut self, kind: TermKind, ty: Type) -> TermId {
        self.0.terms.push(Term { kind, ty, at: nowhere() })
    }

    fn constant(&mut self, value: (i64, i64)) -> TermId {
        self.push(TermKind::Constant(Value::Number(number(value))), Type::Number)
    }

    fn read(&mut self, metric: usize, time: Time) -> TermId {
        self.push(TermKind::Metric { metric: MetricId::new(metric), places: Vec::new(), time }, Type::Number)
    }

    fn exprs(&mut self, of: &[Expr]) -> Vec<TermId> {
        of.iter().map(|expr| self.expr(expr)).collect()
    }

    fn conds(&mut self, of: &[Cond]) -> Vec<TermId> {
        of.iter().map(|cond| self.cond(cond)).collect()
    }

    fn expr(&mut self, expr: &Expr) -> TermId {
        let kind = match expr {
            Expr::Constant(numerator, denominator) => return self.constant((*numerator, *denominator)),
            Expr::Read(metric, back) => {
                return self.read(*metric, Time { anchor: None, months: back.saturating_mul(12), days: 0 });
            }
            Expr::Negate(of) => TermKind::Negate(self.expr(of)),
            Expr::Absolute(of) => TermKind::Absolute(self.expr(of)),
            Expr::Arithmetic(op, left, right) => {
                let (left, right) = (self.expr(left), self.expr(right));
                TermKind::Arithmetic { op: *op, left, right }
            }
            Expr::Least(of) => TermKind::Least(self.exprs(of)),
            Expr::Greatest(of) => TermKind::Greatest(self.exprs(of)),
            Expr::If(condition, then, otherwise) => {
                let (condition, then, otherwise) =
                    (self.cond(condition), self.expr(then), self.expr(otherwise));
                TermKind::If { condition, then, otherwise }
            }
        };
        self.push(kind, Type::Number)
    }

    fn cond(&mut self, cond: &Cond) -> TermId {
        let kind = match cond {
            Cond::Compare(op, left, right) => {
                let (left, right) = (self.expr(left), self.expr(right));
                TermKind::Compare { op: *op, left, right }
            }
            Cond::InRange(value, first, last) => {
                let (value, first, last) = (self.expr(value), self.expr(first), self.expr(last));
                TermKind::InRange { value, first, last }
            }
            Cond::Not(of) => TermKind::Not(self.cond(of)),
            Cond::All(of) => TermKind::All(self.conds(of)),
            Cond::Any(of) => TermKind::Any(self.conds(of)),
            Cond::AtLeast(count, of) => TermKind::AtLeast { count: *count, of: self.conds(of) },
            Cond::Change { metric, since, amount, relative, direction, bound } => {
                let since = year_of(*since);
                let now = self.read(*metric, Time::NOW);
                let base = self.read(*metric, Time { anchor: Some(since), ..Time::NOW });
                let amount = self.constant(*amount);
                let (relative, direction, bound) = (*relative, *direction, *bound);
                TermKind::Change(ChangeTest { now, base, since, amount, relative, direction, bound })
            }
            Cond::Trend { value, since, direction, negated } => TermKind::Trend(TrendTest {
                value: self.expr(value),
                direction: *direction,
                negated: *negated,
                step: Step::Year,
                first: Some(year_of(*since)),
                last: None,
            }),
        };
        self.push(kind, Type::YesNo)
    }
}
