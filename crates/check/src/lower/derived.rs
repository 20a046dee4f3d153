//! Metrics that are computed from others.

use dabiao_model::{Code, Span, Type};

use super::{Context, compare, type_of, value};
use crate::checker::Checker;
use crate::declare;
use crate::plan::{MetricId, TermId};

/// How many derived metrics may rest on one another in a chain.
const CHAIN_LIMIT: usize = 64;

/// Lowers every derived metric once, here and now, so that its faults show even where no target uses it.
pub(crate) fn derived_metrics(checker: &mut Checker<'_>) {
    let mut ids: Vec<MetricId> = checker.derived.keys().copied().collect();
    ids.sort();
    for id in ids {
        let Some((source, expr)) = checker.derived.get(&id).copied() else { continue };
        let term = term(checker, &Context::here(source), expr.span, id);
        if let Some(metric) = checker.plan.metrics.get_mut(id.index()) {
            metric.value = term;
        }
    }
}

/// The term of a derived metric, seen from a place and time; each is lowered once.
pub(super) fn term(checker: &mut Checker<'_>, cx: &Context, span: Span, id: MetricId) -> Option<TermId> {
    let key = (id, cx.places.clone(), cx.time);
    if let Some(term) = checker.derived_terms.get(&key) {
        return *term;
    }
    let path = checker.plan.metric(id).map(|metric| metric.path.clone())?;
    if checker.lowering.contains(&id) {
        let fault = checker.fault(Code::CyclicMetric, cx.source, span).with("metric", path);
        checker.report(fault);
        return None;
    }
    if checker.lowering.len() >= CHAIN_LIMIT {
        let fault = checker.fault(Code::TooDeep, cx.source, span).variant("chain");
        checker.report(fault.with("limit", CHAIN_LIMIT));
        return None;
    }
    let (source, expr) = checker.derived.get(&id).copied()?;
    checker.lowering.push(id);
    let lowered = value(checker, &Context { source, judge: None, subject: None, ..cx.clone() }, expr);
    checker.lowering.pop();
    let lowered = lowered.filter(|term| agree(checker, source, expr, id, *term));
    checker.derived_terms.insert(key, lowered);
    lowered
}

/// Holds what a derived metric computes against the type it declares; without one, the metric takes its type.
fn agree(
    checker: &mut Checker<'_>,
    source: crate::plan::SourceId,
    expr: &dabiao_syntax::Expr,
    id: MetricId,
    term: TermId,
) -> bool {
    let found = type_of(checker, term);
    match checker.metric_types.get(id.index()).cloned().flatten() {
        Some(declared) => compare::fit_constant(checker, source, &declared, expr, &found),
        None => {
            let plain = if found == Type::Ratio { Type::Number } else { found };
            declare::set_type(checker, id, plain);
            true
        }
    }
}
