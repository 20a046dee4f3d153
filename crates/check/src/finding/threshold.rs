//! E0308 and W0607: a threshold that no value of the metric reaches, or that every value does.

use dabiao_model::{Code, Diagnostic, Number, Value, Wording};
use dabiao_syntax::Comparison;

use crate::checker::Checker;
use crate::lower;
use crate::plan::{Target, TermId, TermKind};

/// Holds a target's single comparison of a metric with a constant against the metric's range.
pub(super) fn against_range(checker: &Checker<'_>, target: &Target) -> Option<Diagnostic> {
    let (outcome, metric, range) = outcome(checker, target.condition)?;
    let at = checker.plan.terms.get(target.condition).map_or(target.at, |term| term.at);
    let code = match outcome {
        Outcome::Never => Code::ThresholdOutOfRange,
        Outcome::Always => Code::AlwaysMet,
    };
    let finding = checker.fault(code, at.source, at.span).with("target", &target.id);
    Some(finding.with("metric", metric).with("range", range))
}

#[derive(Clone, Copy)]
enum Outcome {
    Never,
    Always,
}

fn outcome(checker: &Checker<'_>, condition: TermId) -> Option<(Outcome, String, Wording)> {
    let TermKind::Compare { op, left, right } = &checker.plan.terms.get(condition)?.kind else { return None };
    let (op, metric, constant) = match (observed(checker, *left), observed(checker, *right)) {
        (Some(metric), None) => (*op, metric, *right),
        (None, Some(metric)) => (op.mirrored(), metric, *left),
        _ => return None,
    };
    let (Value::Number(least), Value::Number(greatest)) = metric.range.as_ref()? else { return None };
    let Value::Number(limit) = lower::fold(checker, constant)? else { return None };
    let outcome = decide(op, least, greatest, &limit)?;
    let show = |number: &Number| metric.ty.wording(&Value::Number(number.clone()));
    let range = Wording::about("value-range", "first", show(least)).with("last", show(greatest));
    Some((outcome, metric.path.clone(), range))
}

/// What `x op limit` comes to for every `x` from `least` to `greatest`, where that is one answer.
fn decide(op: Comparison, least: &Number, greatest: &Number, limit: &Number) -> Option<Outcome> {
    let (never, always) = match op {
        Comparison::AtLeast => (greatest < limit, least >= limit),
        Comparison::Above => (greatest <= limit, least > limit),
        Comparison::AtMost => (least > limit, greatest <= limit),
        Comparison::Below => (least >= limit, greatest < limit),
        Comparison::Equal => (limit < least || limit > greatest, least == greatest && least == limit),
        Comparison::NotEqual => (least == greatest && least == limit, limit < least || limit > greatest),
    };
    match (never, always) {
        (true, _) => Some(Outcome::Never),
        (_, true) => Some(Outcome::Always),
        _ => None,
    }
}

fn observed<'c>(checker: &'c Checker<'_>, id: TermId) -> Option<&'c crate::plan::Metric> {
    match &checker.plan.terms.get(id)?.kind {
        TermKind::Metric { metric, .. } => checker.plan.metric(*metric),
        _ => None,
    }
}
