//! Points, shares and steps as they are written.

use dabiao_model::{Code, Number, Type, Value};
use dabiao_syntax::{Expr, ExprKind, Quantity};

use crate::checker::Checker;
use crate::lower;
use crate::plan::SourceId;

/// A quantity of a type; one of another type is reported.
pub(super) fn of_type(
    checker: &mut Checker<'_>,
    source: SourceId,
    written: &Quantity,
    ty: &Type,
) -> Option<Number> {
    let expr = Expr { kind: ExprKind::Quantity(written.clone()), span: written.span };
    match lower::constant_of(checker, source, &expr, ty)? {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// Points, which are plain numbers; the language has no sign for one below zero.
pub(super) fn points(checker: &mut Checker<'_>, source: SourceId, written: &Quantity) -> Option<Number> {
    of_type(checker, source, written, &Type::Number)
}

/// A weight, which is a plain number above zero.
pub(super) fn above_zero(checker: &mut Checker<'_>, source: SourceId, written: &Quantity) -> Option<Number> {
    let number = of_type(checker, source, written, &Type::Number)?;
    if !number.is_positive() {
        let fault = checker.fault(Code::ImpossiblePoints, source, written.span);
        checker.report(fault);
        return None;
    }
    Some(number)
}

/// The size of a step, above zero, in the unit of what is counted.
pub(super) fn step(
    checker: &mut Checker<'_>,
    source: SourceId,
    written: &Quantity,
    ty: &Type,
) -> Option<Number> {
    let number = of_type(checker, source, written, ty)?;
    if !number.is_positive() {
        let fault = checker.fault(Code::ImpossiblePoints, source, written.span).variant("step");
        checker.report(fault);
        return None;
    }
    Some(number)
}
