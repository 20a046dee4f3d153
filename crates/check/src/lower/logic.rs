//! `and`, `or`, `not`, `at least 2 of`, `if`.

use dabiao_model::{Code, Type};
use dabiao_syntax::{Expr, ExprKind};

use super::{Context, compare, push, type_of, value};
use crate::checker::Checker;
use crate::plan::{TermId, TermKind};

/// Lowers an expression that must be a condition.
pub(super) fn condition(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let id = value(checker, cx, expr)?;
    let ty = type_of(checker, id);
    if ty == Type::YesNo {
        return Some(id);
    }
    let fault = checker.fault(Code::NotACondition, cx.source, expr.span).with("type", &ty);
    checker.report(fault);
    None
}

/// Lowers a logical expression.
pub(super) fn logic(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let (kind, ty) = match &expr.kind {
        ExprKind::Not(inner) => (TermKind::Not(condition(checker, cx, inner)?), Type::YesNo),
        ExprKind::All(parts) => (TermKind::All(conditions(checker, cx, parts)?), Type::YesNo),
        ExprKind::Any(parts) => (TermKind::Any(conditions(checker, cx, parts)?), Type::YesNo),
        ExprKind::AtLeast { count, of } => {
            let of_terms = conditions(checker, cx, of);
            let parts = u32::try_from(of.len()).unwrap_or(u32::MAX);
            if *count > parts {
                let fault = checker.fault(Code::ThresholdOutOfRange, cx.source, expr.span).variant("count");
                checker.report(fault.with("count", count).with("parts", parts));
                return None;
            }
            (TermKind::AtLeast { count: *count, of: of_terms? }, Type::YesNo)
        }
        ExprKind::If { condition: test, then, otherwise } => {
            let test = condition(checker, cx, test);
            let branches = compare::operands(checker, cx, then, otherwise);
            let (test, (then_term, otherwise_term)) = (test?, branches?);
            let ty = compare::fit(checker, cx, (then, then_term), (otherwise, otherwise_term))?;
            (TermKind::If { condition: test, then: then_term, otherwise: otherwise_term }, ty)
        }
        _ => return None,
    };
    Some(push(checker, cx, expr.span, kind, ty))
}

/// Lowers every part, even where one of them is faulty.
fn conditions(checker: &mut Checker<'_>, cx: &Context, parts: &[Expr]) -> Option<Vec<TermId>> {
    let lowered: Vec<Option<TermId>> = parts.iter().map(|part| condition(checker, cx, part)).collect();
    lowered.into_iter().collect()
}
