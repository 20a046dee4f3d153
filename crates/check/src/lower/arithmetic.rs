//! `+ - * /`, `min`, `max`, `abs`, `round`.

use std::sync::Arc;

use dabiao_model::{Code, Rounding, Type, Unit, Value};
use dabiao_syntax::{Arithmetic, Expr, ExprKind, Function};

use super::{Context, compare, constant, number, push};
use crate::checker::Checker;
use crate::plan::{SourceId, TermId, TermKind};

/// The type of `left op right`; `None` where such values cannot be combined.
///
/// Percents differ by points; a share of a share is a share; a quotient of like quantities is a
/// [`Type::Ratio`]; products and quotients of units are units.
pub(crate) fn result_type(op: Arithmetic, left: &Type, right: &Type) -> Option<Type> {
    use Type::{Number, Percent, Points, Quantity, Ratio};
    match op {
        Arithmetic::Add | Arithmetic::Subtract => match (left, right) {
            (Percent, Percent) if op == Arithmetic::Subtract => Some(Points),
            (Percent, Percent | Points | Ratio) | (Ratio, Percent) => Some(Percent),
            (Points, Percent) if op == Arithmetic::Add => Some(Percent),
            (Points, Points) => Some(Points),
            (Number, Number) => Some(Number),
            (Ratio | Number, Ratio) | (Ratio, Number) => Some(Ratio),
            (Quantity(a), Quantity(b)) if a.dimension() == b.dimension() => Some(left.clone()),
            _ => None,
        },
        Arithmetic::Multiply => match (left, right) {
            (Number | Ratio, other) | (other, Number | Ratio) if other.is_numeric() => Some(other.clone()),
            (Percent, other) | (other, Percent) if other.is_numeric() => Some(other.clone()),
            (Quantity(a), Quantity(b)) => from_unit(a.mul(b)?),
            _ => None,
        },
        Arithmetic::Divide => match (left, right) {
            (Number | Ratio, Number | Ratio | Percent) => Some(Ratio),
            (Percent | Points, Percent | Points) => Some(Ratio),
            (other, Number | Ratio | Percent) if other.is_numeric() => Some(other.clone()),
            (Quantity(a), Quantity(b)) => from_unit(a.div(b)?),
            (Number | Ratio, Quantity(b)) => from_unit(Unit::one().div(b)?),
            _ => None,
        },
    }
}

/// Lowers an arithmetical expression.
pub(super) fn arithmetic(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let (kind, ty) = match &expr.kind {
        ExprKind::Negate(inner) => {
            let (id, ty) = number(checker, cx, inner)?;
            (TermKind::Negate(id), ty)
        }
        ExprKind::Arithmetic { op, left, right } => binary(checker, cx, expr, *op, left, right)?,
        ExprKind::Call { function: Function::Abs, args } => {
            let [only] = args.as_slice() else {
                let fault = checker.fault(Code::TypeMismatch, cx.source, expr.span).variant("one-argument");
                checker.report(fault);
                return None;
            };
            let (id, ty) = number(checker, cx, only)?;
            (TermKind::Absolute(id), ty)
        }
        ExprKind::Call { function, args } => {
            let (ids, ty) = like_numbers(checker, cx, args)?;
            let kind =
                if *function == Function::Min { TermKind::Least(ids) } else { TermKind::Greatest(ids) };
            (kind, ty)
        }
        ExprKind::Round { value: inner, to, mode } => {
            let rounded = number(checker, cx, inner);
            let interval = constant::quantity_of(checker, cx.source, to);
            let ((id, ty), (interval, interval_type)) = (rounded?, interval?);
            let to_expr = Expr { kind: ExprKind::Quantity(to.clone()), span: to.span };
            // A percent is rounded to `0.1%` as well as to `0.1 points`.
            if interval_type != ty
                && !compare::fit_constant(checker, cx.source, &ty.difference(), &to_expr, &interval_type)
            {
                return None;
            }
            let Some(rounding) = Rounding::new(interval, *mode) else {
                let fault = checker.fault(Code::DivisionByZero, cx.source, to.span).variant("interval");
                checker.report(fault);
                return None;
            };
            (TermKind::Round { value: id, rounding }, ty)
        }
        _ => return None,
    };
    Some(push(checker, cx, expr.span, kind, ty))
}

fn binary(
    checker: &mut Checker<'_>,
    cx: &Context,
    expr: &Expr,
    op: Arithmetic,
    left: &Expr,
    right: &Expr,
) -> Option<(TermKind, Type)> {
    let lowered_left = number(checker, cx, left);
    let lowered_right = number(checker, cx, right);
    let ((left_id, left_type), (right_id, right_type)) = (lowered_left?, lowered_right?);
    let is_zero = constant::fold(checker, right_id)
        .is_some_and(|value| matches!(value, Value::Number(n) if n.is_zero()));
    if op == Arithmetic::Divide && is_zero {
        let fault = checker.fault(Code::DivisionByZero, cx.source, right.span);
        checker.report(fault);
        return None;
    }
    let ty = agreed(checker, cx.source, expr, (op, left_type, right_type))?;
    Some((TermKind::Arithmetic { op, left: left_id, right: right_id }, ty))
}

/// The type of an operation; operands that cannot be combined are reported.
pub(super) fn agreed(
    checker: &mut Checker<'_>,
    source: SourceId,
    expr: &Expr,
    (op, left, right): (Arithmetic, Type, Type),
) -> Option<Type> {
    let ty = result_type(op, &left, &right);
    if ty.is_none() {
        let is_sum = matches!(op, Arithmetic::Add | Arithmetic::Subtract);
        let units = matches!((&left, &right), (Type::Quantity(_), Type::Quantity(_)));
        let code = if units { Code::UnitMismatch } else { Code::TypeMismatch };
        let fault = checker.fault(code, source, expr.span).variant(if is_sum { "sum" } else { "product" });
        checker.report(fault.with("left", left).with("right", right));
    }
    ty
}

/// Numbers that can be compared with one another.
fn like_numbers(checker: &mut Checker<'_>, cx: &Context, args: &[Expr]) -> Option<(Vec<TermId>, Type)> {
    let lowered: Vec<Option<(TermId, Type)>> = args.iter().map(|arg| number(checker, cx, arg)).collect();
    let lowered: Vec<(TermId, Type)> = lowered.into_iter().collect::<Option<_>>()?;
    let (first_expr, (first, ty)) = args.first().zip(lowered.first())?;
    for (arg, (id, _)) in args.iter().zip(&lowered).skip(1) {
        compare::fit(checker, cx, (first_expr, *first), (arg, *id))?;
    }
    Some((lowered.iter().map(|(id, _)| *id).collect(), ty.clone()))
}

fn from_unit(unit: Unit) -> Option<Type> {
    Some(if unit.dimension().is_none() { Type::Ratio } else { Type::Quantity(Arc::new(unit)) })
}
