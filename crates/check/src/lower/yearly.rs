//! `yearly change of x since 2015 >= 2%`.

use dabiao_model::{Code, Type};
use dabiao_syntax::{Comparison, Expr, ExprKind};

use super::{Context, compare, number, push, rests_on_metric, typed};
use crate::checker::Checker;
use crate::plan::{TermId, TermKind, Time, YearlyTest};

/// Reports a yearly change that is not compared at once. It is irrational, so nothing but a comparison is exact.
pub(super) fn misplaced(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let fault = checker.fault(Code::TypeMismatch, cx.source, expr.span).variant("yearly");
    checker.report(fault);
    None
}

/// Whether an expression is a yearly change itself.
pub(super) fn is_yearly(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::YearlyChange { .. })
}

/// Lowers a comparison of a yearly change, on the left, with a rate, as it stands in `whole`.
pub(super) fn comparison(
    checker: &mut Checker<'_>,
    cx: &Context,
    whole: &Expr,
    op: Comparison,
    [change, rate]: [&Expr; 2],
) -> Option<TermId> {
    let ExprKind::YearlyChange { value, since } = &change.kind else { return None };
    let now = number(checker, cx, value);
    let held = typed(checker, cx, rate);
    let ((now, ty), (held, held_type)) = (now?, held?);
    if !rests_on_metric(checker, cx, value, now) {
        return None;
    }
    if matches!(ty, Type::Percent | Type::Points) {
        let fault = checker.fault(Code::PercentOfPercent, cx.source, change.span).variant("yearly");
        checker.report(fault);
        return None;
    }
    let is_rate = compare::is_zero(rate)
        || held_type == Type::Ratio
        || compare::fit_constant(checker, cx.source, &Type::Percent, rate, &held_type);
    if !is_rate {
        return None;
    }
    let base_time = Time { anchor: Some(since.period), ..Time::NOW };
    let (base, _) = number(checker, &cx.at(base_time), value)?;
    let test = YearlyTest { now, base, since: since.period, time: cx.time, op, rate: held };
    Some(push(checker, cx, whole.span, TermKind::Yearly(test), Type::YesNo))
}
