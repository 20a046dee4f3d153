//! Literals and fixed values.

use std::sync::Arc;

use dabiao_model::{Code, Number, Type, Value};
use dabiao_syntax::{Arithmetic, Expr, ExprKind, Quantity, Suffix};

use super::{Context, compare, lookalike, push, type_of, value};
use crate::checker::Checker;
use crate::plan::{SourceId, TermId, TermKind};
use crate::{declare, parts};

/// A fixed value with its type, as assumptions and ranges need it.
pub(crate) fn constant(checker: &mut Checker<'_>, source: SourceId, expr: &Expr) -> Option<(Value, Type)> {
    if let ExprKind::Name(name) = &expr.kind
        && checker.plan.metric_id(&name.text).is_none()
        && lookalike::is_lookalike(&name.text)
    {
        super::unknown(checker, source, name);
        return None;
    }
    let is_open = names_a_value(checker, expr);
    let lowered = if is_open { None } else { Some(value(checker, &Context::here(source), expr)?) };
    let ty = lowered.map_or(Type::Number, |id| type_of(checker, id));
    let Some(found) = lowered.and_then(|id| fold(checker, id)) else {
        let fault = checker.fault(Code::NotConstant, source, expr.span);
        checker.report(fault);
        return None;
    };
    Some((found, ty))
}

/// A fixed value that fits a type.
pub(crate) fn constant_of(
    checker: &mut Checker<'_>,
    source: SourceId,
    expr: &Expr,
    ty: &Type,
) -> Option<Value> {
    if let (Type::Level(scale), ExprKind::Name(name)) = (ty, &expr.kind) {
        let level = compare::level(checker, source, name, scale)?;
        return Some(Value::Level(level));
    }
    let (value, own) = constant(checker, source, expr)?;
    let fits = compare::is_zero(expr) || compare::fit_constant(checker, source, ty, expr, &own);
    fits.then_some(value)
}

/// Whether an expression rests on a name that is no level of a scale, so that it cannot be fixed.
fn names_a_value(checker: &Checker<'_>, expr: &Expr) -> bool {
    let is_level = |name: &str| checker.plan.scales.iter().any(|scale| scale.index(name).is_some());
    match &expr.kind {
        ExprKind::Name(name) => !is_level(&name.text),
        _ => parts::of(expr).into_iter().any(|part| names_a_value(checker, part)),
    }
}

/// A literal as a term.
pub(super) fn literal(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let (value, ty) = match &expr.kind {
        ExprKind::Quantity(quantity) => {
            let (number, ty) = quantity_of(checker, cx.source, quantity)?;
            (Value::Number(number), ty)
        }
        ExprKind::YesNo(yes) => (Value::YesNo(*yes), Type::YesNo),
        ExprKind::Text(text) => (Value::Text(text.text.to_string()), Type::Text),
        ExprKind::Moment(moment) => match moment.period.step() {
            dabiao_model::Step::Day => (Value::Date(moment.period.end()), Type::Date),
            _ => (Value::Period(moment.period), Type::Period),
        },
        _ => return None,
    };
    Some(push(checker, cx, expr.span, TermKind::Constant(value), ty))
}

/// A written quantity in base units, with its type.
pub(super) fn quantity_of(
    checker: &mut Checker<'_>,
    source: SourceId,
    quantity: &Quantity,
) -> Option<(Number, Type)> {
    let hundredth = || quantity.number.checked_div(&Number::HUNDRED);
    match &quantity.suffix {
        Suffix::None => Some((quantity.number.clone(), Type::Number)),
        Suffix::Percent => Some((hundredth()?, Type::Percent)),
        Suffix::Points => Some((hundredth()?, Type::Points)),
        Suffix::Unit(name) => {
            let unit = declare::unit(checker, source, name)?;
            Some((&quantity.number * unit.factor(), Type::Quantity(Arc::new(unit))))
        }
    }
}

/// The value of a term that rests on nothing observed or assumed.
pub(crate) fn fold(checker: &Checker<'_>, id: TermId) -> Option<Value> {
    let number = |id: TermId| match fold(checker, id)? {
        Value::Number(number) => Some(number),
        _ => None,
    };
    match &checker.plan.terms.get(id)?.kind {
        TermKind::Constant(value) => Some(value.clone()),
        TermKind::Negate(inner) => Some(Value::Number(-number(*inner)?)),
        TermKind::Arithmetic { op, left, right } => {
            let (left, right) = (number(*left)?, number(*right)?);
            let folded = match op {
                Arithmetic::Add => left + right,
                Arithmetic::Subtract => left - right,
                Arithmetic::Multiply => left * right,
                Arithmetic::Divide => left.checked_div(&right)?,
            };
            Some(Value::Number(folded))
        }
        _ => None,
    }
}
