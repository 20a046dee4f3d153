//! Names: metrics, assumptions and levels.

use std::sync::Arc;

use dabiao_model::{Code, Span, Type, Value};
use dabiao_syntax::{Expr, ExprKind, Name};

use super::{Context, derived, lookalike, push};
use crate::checker::Checker;
use crate::parts;
use crate::plan::{At, DerivedUse, MetricId, SourceId, TermId, TermKind};

/// The metric with a path or title.
pub(crate) fn metric_of(checker: &Checker<'_>, name: &str) -> Option<MetricId> {
    checker.plan.metric_id(name)
}

/// The path of the metric that stands first in an expression; a question about records has that of its text.
pub(crate) fn first_metric(checker: &Checker<'_>, source: SourceId, expr: &Expr) -> Option<String> {
    if let Some(asked) = checker.asked.get(&At { source, span: expr.span }) {
        return asked.and_then(|id| checker.plan.metric(id)).map(|metric| metric.path.clone());
    }
    let name = match &expr.kind {
        ExprKind::Name(name) => Some(name.text.as_ref()),
        ExprKind::Text(text) => Some(text.text.as_ref()),
        _ => None,
    };
    let own = name.and_then(|name| metric_of(checker, name)).and_then(|id| checker.plan.metric(id));
    match own {
        Some(metric) => Some(metric.path.clone()),
        None => parts::of(expr).into_iter().find_map(|part| first_metric(checker, source, part)),
    }
}

/// Lowers a name.
pub(super) fn name(checker: &mut Checker<'_>, cx: &Context, name: &Name) -> Option<TermId> {
    if let Some(id) = metric_of(checker, &name.text) {
        return metric(checker, cx, name.span, id);
    }
    if let Some(id) = checker.assumption_names.get(name.text.as_ref()).copied() {
        let ty = checker.plan.assumption(id).map(|assumption| assumption.ty.clone())?;
        return Some(push(checker, cx, name.span, TermKind::Assumption(id), ty));
    }
    let level =
        checker.plan.scales.iter().find_map(|scale| Some((Arc::clone(scale), scale.index(&name.text)?)));
    if let Some((scale, index)) = level {
        let kind = TermKind::Constant(Value::Level(index));
        return Some(push(checker, cx, name.span, kind, Type::Level(scale)));
    }
    if !checker.is_lost(&name.text) {
        unknown(checker, cx.source, name);
    }
    None
}

/// Lowers the reading of a metric.
pub(super) fn metric(checker: &mut Checker<'_>, cx: &Context, span: Span, id: MetricId) -> Option<TermId> {
    checker.note_use(id);
    if checker.derived.contains_key(&id) {
        let term = derived::term(checker, cx, span, id)?;
        let at = At { source: cx.source, span };
        checker.plan.derived_uses.push(DerivedUse { at, metric: id, term });
        return Some(term);
    }
    let ty = checker.plan.metric(id).map(|metric| metric.ty.clone())?;
    let kind = TermKind::Metric { metric: id, places: cx.places.clone(), time: cx.time };
    Some(push(checker, cx, span, kind, ty))
}

/// Reports a name that is neither a metric nor an assumption.
pub(crate) fn unknown(checker: &mut Checker<'_>, source: SourceId, name: &Name) {
    if let Some(fault) = lookalike::fault(checker, source, name) {
        checker.report(fault);
        return;
    }
    let metrics = checker.plan.metrics.iter().map(|metric| metric.path.as_str());
    let titles = checker.plan.metrics.iter().flat_map(|metric| metric.titles.iter().map(String::as_str));
    let assumptions = checker.plan.assumptions.iter().map(|assumption| assumption.name.as_str());
    let similar =
        dabiao_model::similar(&name.text, metrics.chain(titles).chain(assumptions)).map(str::to_string);
    let fault = checker.fault(Code::UnknownName, source, name.span).with("name", &name.text);
    let fault = match similar {
        Some(similar) => fault.variant("similar").with("similar", &similar).fix(name.span, similar),
        None => fault,
    };
    checker.report(fault);
}
