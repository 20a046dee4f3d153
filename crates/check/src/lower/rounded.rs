//! `judge: rounded`: the sides of a comparison, rounded before they are compared.

use dabiao_model::{Code, Number, Rounding, RoundingMode, Type};
use dabiao_syntax::{Expr, ExprKind, Quantity, Suffix};

use super::{Context, compare, constant, push, uses};
use crate::checker::Checker;
use crate::plan::{SourceId, TermId, TermKind};

/// How the sides of a target's comparisons that rest on data are rounded: the rounded-value comparison of GB/T 8170.
#[derive(Debug, Clone)]
pub(crate) struct Rounded {
    /// The text that says so.
    pub(crate) source: SourceId,
    /// The interval; without one, the last place that the limit is written with.
    pub(crate) to: Option<Quantity>,
    /// The mode.
    pub(crate) mode: RoundingMode,
}

/// The sides of a comparison of a type; those that rest on data are rounded where the target asks for it, once.
pub(super) fn sides(
    checker: &mut Checker<'_>,
    cx: &Context,
    ty: &Type,
    left: (&Expr, TermId),
    right: (&Expr, TermId),
) -> Option<(TermId, TermId)> {
    let Some(judge) = cx.judge.as_ref().filter(|_| ty.is_numeric()) else { return Some((left.1, right.1)) };
    let rests = |checker: &Checker<'_>, id| !uses(checker, id).metrics.is_empty();
    let (left_rests, right_rests) = (rests(checker, left.1), rests(checker, right.1));
    if !left_rests && !right_rests {
        return Some((left.1, right.1));
    }
    let limit = if left_rests { right.0 } else { left.0 };
    let interval = match &judge.to {
        Some(to) => named(checker, judge.source, ty, to)?,
        None => written(checker, cx, ty, limit)?,
    };
    let Some(rounding) = Rounding::new(interval, judge.mode) else {
        let span = judge.to.as_ref().map_or(limit.span, |to| to.span);
        let fault = checker.fault(Code::DivisionByZero, judge.source, span).variant("interval");
        checker.report(fault);
        return None;
    };
    let used = (rounding.clone(), ty.clone());
    if !checker.roundings.contains(&used) {
        checker.roundings.push(used);
    }
    let mut round = |rests: bool, (expr, id): (&Expr, TermId)| {
        if !rests {
            return id;
        }
        let kind = TermKind::Round { value: id, rounding: rounding.clone() };
        let own = super::type_of(checker, id);
        push(checker, cx, expr.span, kind, own)
    };
    Some((round(left_rests, left), round(right_rests, right)))
}

/// Whether two terms are the same value, rounded alike.
pub(super) fn are_one(checker: &Checker<'_>, one: TermId, other: TermId) -> bool {
    let kind = |id| checker.plan.terms.get(id).map(|term| &term.kind);
    match (kind(one), kind(other)) {
        (
            Some(TermKind::Round { value: one, rounding: first }),
            Some(TermKind::Round { value: other, rounding: second }),
        ) => one == other && first == second,
        _ => one == other,
    }
}

/// The interval that the rules name, in base units.
fn named(checker: &mut Checker<'_>, source: SourceId, ty: &Type, to: &Quantity) -> Option<Number> {
    let (interval, interval_type) = constant::quantity_of(checker, source, to)?;
    let expr = Expr { kind: ExprKind::Quantity(to.clone()), span: to.span };
    let fits = interval_type == *ty
        || compare::fit_constant(checker, source, &ty.difference(), &expr, &interval_type);
    fits.then_some(interval)
}

/// One step of the last place that a limit is written with, in base units: 0.1 % for `96.0%`.
fn written(checker: &mut Checker<'_>, cx: &Context, ty: &Type, limit: &Expr) -> Option<Number> {
    match &limit.kind {
        ExprKind::Negate(inner) => written(checker, cx, ty, inner),
        ExprKind::Quantity(quantity) => {
            let number = Number::parse(&format!("1e-{}", quantity.places)).ok()?;
            let step = Quantity { number, ..quantity.clone() };
            // A bare zero stands for any unit, so it is one of the value's own.
            let is_bare_zero = quantity.suffix == Suffix::None && quantity.number.is_zero();
            match ty {
                Type::Percent | Type::Points if is_bare_zero => step.number.checked_div(&Number::HUNDRED),
                Type::Quantity(unit) if is_bare_zero => Some(&step.number * unit.factor()),
                _ => constant::quantity_of(checker, cx.source, &step).map(|(interval, _)| interval),
            }
        }
        _ => {
            let fault = checker.fault(Code::NotConstant, cx.source, limit.span).variant("place");
            checker.report(fault);
            None
        }
    }
}
