//! From expressions to typed terms, one file per family.
//!
//! Every function gives `None` for an expression that has an error, after reporting it; what stands beside a
//! faulty part is looked at all the same, so that one fault never hides another.

mod arithmetic;
mod change;
mod compare;
mod constant;
mod derived;
mod logic;
pub(crate) mod lookalike;
mod name;
mod records;
mod rounded;
mod row;
mod sampled;
mod spread;
mod trend;
mod uses;
mod way;
mod yearly;

use std::sync::Arc;

use dabiao_model::{Code, Span, Type};
use dabiao_syntax::{Expr, ExprKind};

use crate::checker::Checker;
use crate::plan::{At, SourceId, Term, TermId, TermKind, Time};

pub(crate) use constant::{constant, constant_of, fold};
pub(crate) use derived::derived_metrics;
pub(crate) use name::{first_metric, metric_of, unknown};
pub(crate) use records::{answer_type, metrics_of_records, table_of};
pub(crate) use rounded::Rounded;
pub(crate) use row::cell;
pub(crate) use sampled::sampling;
pub(crate) use uses::uses;
pub(crate) use way::{milestone, subject, track};

pub(crate) use arithmetic::result_type;

/// Where an expression is read: in which text, at which place and time seen from what is judged.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    pub(crate) source: SourceId,
    pub(crate) places: Vec<String>,
    pub(crate) time: Time,
    /// How the sides of comparisons are rounded.
    pub(crate) judge: Option<Rounded>,
    /// What stands before an operator that nothing is written before, as in milestones.
    pub(crate) subject: Option<Arc<Expr>>,
}

impl Context {
    fn here(source: SourceId) -> Context {
        Context { source, places: Vec::new(), time: Time::NOW, judge: None, subject: None }
    }

    fn at(&self, time: Time) -> Context {
        Context { time: time.within(self.time), ..self.clone() }
    }

    fn of(&self, place: &str) -> Context {
        let mut places = self.places.clone();
        places.push(place.to_string());
        Context { places, ..self.clone() }
    }
}

/// Lowers an expression that must be a condition.
pub(crate) fn condition(checker: &mut Checker<'_>, source: SourceId, expr: &Expr) -> Option<TermId> {
    logic::condition(checker, &Context::here(source), expr)
}

/// Lowers the condition of a target, whose comparisons may be of rounded values.
pub(crate) fn judged_condition(
    checker: &mut Checker<'_>,
    source: SourceId,
    expr: &Expr,
    judge: Option<Rounded>,
) -> Option<TermId> {
    logic::condition(checker, &Context { judge, ..Context::here(source) }, expr)
}

/// Lowers an expression of any type.
fn value(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    match &expr.kind {
        ExprKind::Quantity(_) | ExprKind::YesNo(_) | ExprKind::Moment(_) => {
            constant::literal(checker, cx, expr)
        }
        ExprKind::Text(text) => match metric_of(checker, &text.text) {
            Some(metric) => name::metric(checker, cx, expr.span, metric),
            None => constant::literal(checker, cx, expr),
        },
        ExprKind::Name(written) => name::name(checker, cx, written),
        ExprKind::Negate(_)
        | ExprKind::Arithmetic { .. }
        | ExprKind::Call { .. }
        | ExprKind::Round { .. } => arithmetic::arithmetic(checker, cx, expr),
        ExprKind::Compare { .. } | ExprKind::InRange { .. } | ExprKind::InSet { .. } => {
            compare::comparison(checker, cx, expr)
        }
        ExprKind::Not(_)
        | ExprKind::All(_)
        | ExprKind::Any(_)
        | ExprKind::AtLeast { .. }
        | ExprKind::If { .. } => logic::logic(checker, cx, expr),
        ExprKind::Change { .. } => change::change(checker, cx, expr),
        ExprKind::Trend { .. } => trend::trend(checker, cx, expr),
        ExprKind::Of { value: inner, place } => observed(checker, &cx.of(&place.text), inner),
        ExprKind::In { value: inner, period } => {
            let time = Time { anchor: Some(period.period), ..Time::NOW };
            observed(checker, &cx.at(time), inner)
        }
        ExprKind::Last { value: inner, step } => observed(checker, &cx.at(Time::back(*step)), inner),
        ExprKind::Subject => {
            let subject = cx.subject.clone()?;
            value(checker, &Context { subject: None, ..cx.clone() }, &subject)
        }
        ExprKind::YearlyChange { .. } => yearly::misplaced(checker, cx, expr),
        ExprKind::OverPlaces { .. } => spread::over_places(checker, cx, expr),
        ExprKind::OverTime { .. } => spread::over_time(checker, cx, expr),
        ExprKind::Records { .. } | ExprKind::Every { .. } => records::records(checker, cx, expr),
    }
}

fn push(checker: &mut Checker<'_>, cx: &Context, span: Span, kind: TermKind, ty: Type) -> TermId {
    checker.plan.terms.push(Term { kind, ty, at: At { source: cx.source, span } })
}

/// The type of a lowered term.
fn type_of(checker: &Checker<'_>, id: TermId) -> Type {
    checker.plan.terms.get(id).map_or(Type::Number, |term| term.ty.clone())
}

/// Lowers an expression of any type, with its type.
fn typed(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<(TermId, Type)> {
    let id = value(checker, cx, expr)?;
    Some((id, type_of(checker, id)))
}

/// Lowers what is looked up at another time or place, which must rest on a metric.
fn observed(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let id = value(checker, cx, expr)?;
    rests_on_metric(checker, cx, expr, id).then_some(id)
}

/// Whether a term rests on a metric; otherwise it is the same at all times and places, which is reported.
fn rests_on_metric(checker: &mut Checker<'_>, cx: &Context, expr: &Expr, id: TermId) -> bool {
    let rests = !uses(checker, id).metrics.is_empty();
    if !rests {
        let fault = checker.fault(Code::NotAMetric, cx.source, expr.span);
        checker.report(fault);
    }
    rests
}

/// Lowers an expression that must be a number.
fn number(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<(TermId, Type)> {
    let id = value(checker, cx, expr)?;
    let ty = type_of(checker, id);
    if ty.is_numeric() {
        return Some((id, ty));
    }
    let fault = checker.fault(Code::NotANumber, cx.source, expr.span).with("type", &ty);
    checker.report(fault);
    None
}
