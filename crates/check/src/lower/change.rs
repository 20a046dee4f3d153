//! `x falls by at least 20% since 2005`.

use dabiao_model::{Code, Language, Number, Type, Value};
use dabiao_syntax::{Expr, ExprKind};

use super::{Context, compare, constant, number, push, rests_on_metric, typed};
use crate::checker::Checker;
use crate::plan::{ChangeTest, TermId, TermKind, Time};
use crate::surface;

/// Lowers a change since a base. An amount in percent is relative to the base; one in the metric's own unit, or
/// in points for a percent metric, is absolute.
pub(super) fn change(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let ExprKind::Change { value, direction, bound, amount, since } = &expr.kind else { return None };
    let now = number(checker, cx, value);
    let held = typed(checker, cx, amount);
    let ((now, ty), (held, held_type)) = (now?, held?);
    if !rests_on_metric(checker, cx, value, now) {
        return None;
    }
    let relative = match (&ty, &held_type) {
        (Type::Percent | Type::Points, Type::Percent) => {
            percent_of_percent(checker, cx, expr);
            return None;
        }
        (_, Type::Percent | Type::Ratio) => true,
        (Type::Percent, Type::Points) => false,
        _ if compare::is_zero(amount) => false,
        _ => {
            if !compare::fit_constant(checker, cx.source, &ty.difference(), amount, &held_type) {
                return None;
            }
            false
        }
    };
    let is_negative = |value: &Value| matches!(value, Value::Number(number) if *number < Number::ZERO);
    if constant::fold(checker, held).as_ref().is_some_and(is_negative) {
        let fault = checker.fault(Code::TypeMismatch, cx.source, amount.span).variant("negative-change");
        checker.report(fault);
        return None;
    }
    let base_time = Time { anchor: Some(since.period), ..Time::NOW };
    let (base, _) = number(checker, &cx.at(base_time), value)?;
    let test = ChangeTest {
        now,
        base,
        since: since.period,
        amount: held,
        relative,
        direction: *direction,
        bound: *bound,
    };
    Some(push(checker, cx, expr.span, TermKind::Change(test), Type::YesNo))
}

/// A `%` change of a percent has two readings; both are offered.
fn percent_of_percent(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) {
    let ExprKind::Change { value, direction, amount, since, .. } = &expr.kind else { return };
    let text = |span: dabiao_model::Span| {
        checker.plan.sources.get(cx.source.index()).map_or("", |source| source.slice(span)).to_string()
    };
    let (metric, held) = (text(value.span), text(amount.span));
    let written_in = checker.plan.sources.get(cx.source.index());
    let written_in = written_in.map_or(Language::English, |source| surface::surface(source, expr.span));
    let points = surface::points(held.trim_end_matches(['%', '％']).trim_end(), written_in);
    let base = surface::during(&metric, since.period, written_in);
    let change = match direction {
        dabiao_syntax::Direction::Falls => format!("{base} - {metric}"),
        dabiao_syntax::Direction::Rises => format!("{metric} - {base}"),
    };
    let relative = format!("({change}) / ({base}) {} {held}", surface::at_least(written_in));
    let fault = checker.fault(Code::PercentOfPercent, cx.source, amount.span);
    let fault = fault.with("metric", metric).with("points", &points).with("relative", &relative);
    checker.report(fault.fix(amount.span, points).fix(expr.span, relative));
}
