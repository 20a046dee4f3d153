//! `x falls every year`.

use dabiao_model::{Code, Period, Type};
use dabiao_syntax::{Expr, ExprKind, TrendRange};

use super::{Context, push, rests_on_metric, typed};
use crate::checker::Checker;
use crate::plan::{TermId, TermKind, TrendTest};

/// Lowers a trend. Without a range it runs over the plan's period, each step against the one before; without a
/// plan's period, over all that the data have.
pub(super) fn trend(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let ExprKind::Trend { value, direction, negated, step, range } = &expr.kind else { return None };
    let (lowered, ty) = typed(checker, cx, value)?;
    if !rests_on_metric(checker, cx, value, lowered) {
        return None;
    }
    if !ty.is_numeric() && !matches!(ty, Type::Level(_)) {
        let fault = checker.fault(Code::NotANumber, cx.source, value.span).with("type", ty);
        checker.report(fault);
        return None;
    }
    let (first, last) = match range {
        Some(TrendRange::Since(since)) => (Period::containing(since.period.start(), *step), None),
        Some(TrendRange::In(first, last)) => {
            let first_period = Period::containing(first.period.start(), *step)?;
            let last_period = Period::containing(last.period.end(), *step)?;
            if first_period >= last_period {
                let fault = checker.fault(Code::RangeReversed, cx.source, first.span.to(last.span));
                checker.report(fault.variant("trend"));
                return None;
            }
            (Some(first_period), Some(last_period))
        }
        None => {
            let begin =
                checker.plan.period.and_then(|range| Period::containing(range.first().start(), *step));
            (begin.and_then(Period::previous), None)
        }
    };
    let test =
        TrendTest { value: lowered, direction: *direction, negated: *negated, step: *step, first, last };
    Some(push(checker, cx, expr.span, TermKind::Trend(test), Type::YesNo))
}
