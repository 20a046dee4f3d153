//! `confidence: 95%`.

use dabiao_model::sampling::{Confidence, Direction, Interval};
use dabiao_model::{Code, Type};
use dabiao_syntax::{Comparison, Expr, ExprKind, SamplingMethod};

use super::{compare, constant, type_of, uses};
use crate::checker::Checker;
use crate::plan::{At, Sampling, SourceId, TermId, TermKind};

/// How a sample decides about a lowered condition, which must compare one share with a fixed threshold.
pub(crate) fn sampling(
    checker: &mut Checker<'_>,
    at: At,
    written: &dabiao_syntax::Confidence,
    condition: TermId,
) -> Option<Sampling> {
    let confidence = confidence(checker, at.source, written);
    let Some((direction, share, threshold)) = sides(checker, condition) else {
        let fault = checker.fault(Code::TypeMismatch, at.source, at.span).variant("no-sample");
        checker.report(fault);
        return None;
    };
    Some(Sampling { confidence: confidence?, direction, share, threshold, at })
}

fn confidence(
    checker: &mut Checker<'_>,
    source: SourceId,
    written: &dabiao_syntax::Confidence,
) -> Option<Confidence> {
    let (level, ty) = constant::quantity_of(checker, source, &written.level)?;
    let expr = Expr { kind: ExprKind::Quantity(written.level.clone()), span: written.level.span };
    if !compare::fit_constant(checker, source, &Type::Percent, &expr, &ty) {
        return None;
    }
    let interval = match written.method {
        SamplingMethod::ClopperPearson => Interval::ClopperPearson,
        SamplingMethod::Wilson => Interval::Wilson,
    };
    let confidence = Confidence::new(level, interval);
    if confidence.is_none() {
        let fault = checker.fault(Code::ThresholdOutOfRange, source, expr.span).variant("confidence");
        checker.report(fault);
    }
    confidence
}

/// The share and the threshold, with the way in which the share is to meet it.
fn sides(checker: &Checker<'_>, condition: TermId) -> Option<(Direction, TermId, TermId)> {
    let TermKind::Compare { op, left, right } = checker.plan.terms.get(condition)?.kind else { return None };
    let is_share = |id| {
        let kind = checker.plan.terms.get(id).map(|term| &term.kind);
        matches!(kind, Some(TermKind::Metric { .. })) && type_of(checker, id) == Type::Percent
    };
    let is_fixed = |id| uses(checker, id).metrics.is_empty();
    let (op, share, threshold) = if is_share(left) && is_fixed(right) {
        (op, left, right)
    } else if is_share(right) && is_fixed(left) {
        (op.mirrored(), right, left)
    } else {
        return None;
    };
    let direction = match op {
        Comparison::AtLeast => Direction::AtLeast,
        Comparison::Above => Direction::MoreThan,
        Comparison::AtMost => Direction::AtMost,
        Comparison::Below => Direction::LessThan,
        Comparison::Equal | Comparison::NotEqual => return None,
    };
    Some((direction, share, threshold))
}
