//! Milestones and tracks: the way to a target.

use std::sync::Arc;

use dabiao_model::{Code, Date, Number, Type, Value, progress};
use dabiao_syntax::{Arithmetic, Bound, Comparison, Direction, Expr, ExprKind, Path};

use super::{Context, Rounded, logic, number, push, type_of, uses, value, yearly};
use crate::checker::Checker;
use crate::plan::{At, Milestone, TermId, TermKind, Time, Track};

/// What a target's condition speaks of: the value that a milestone's operator stands behind.
pub(crate) fn subject(condition: &Expr) -> Option<&Expr> {
    match &condition.kind {
        ExprKind::Compare { left, right, .. } => {
            let is_literal = |expr: &Expr| matches!(expr.kind, ExprKind::Quantity(_) | ExprKind::YesNo(_));
            Some(if is_literal(left) { right } else { left })
        }
        ExprKind::InRange { value, .. }
        | ExprKind::InSet { value, .. }
        | ExprKind::Change { value, .. }
        | ExprKind::Trend { value, .. } => Some(value),
        _ => None,
    }
}

/// Lowers what is asked of a target by an earlier time.
pub(crate) fn milestone(
    checker: &mut Checker<'_>,
    at: At,
    written: &dabiao_syntax::Milestone,
    subject: Option<&Expr>,
    judge: Option<Rounded>,
) -> Option<Milestone> {
    if subject.is_none() && speaks_of_subject(&written.condition) {
        let fault = checker.fault(Code::NotAMetric, at.source, written.span).variant("milestone");
        checker.report(fault);
        return None;
    }
    let subject = subject.map(|subject| Arc::new(subject.clone()));
    let cx = Context { judge, subject, ..Context::here(at.source) };
    let condition = logic::condition(checker, &cx, &written.condition)?;
    Some(Milestone { period: written.at.period, condition, at })
}

fn speaks_of_subject(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Subject) || crate::parts::of(expr).into_iter().any(speaks_of_subject)
}

/// Lowers the path to a target, whose condition must be one comparison with a goal, or one change of a least size.
pub(crate) fn track(
    checker: &mut Checker<'_>,
    at: At,
    written: &dabiao_syntax::Track,
    condition: &Expr,
    by: Option<Date>,
) -> Option<Track> {
    if by.is_none_or(|by| written.from.period.end() >= by) {
        let fault = checker.fault(Code::MissingField, at.source, at.span).variant("track");
        checker.report(fault);
        return None;
    }
    let cx = Context::here(at.source);
    let from = Time { anchor: Some(written.from.period), ..Time::NOW };
    let Some((moving, goal, rises)) = goal(checker, &cx, condition) else {
        let fault = checker.fault(Code::NotAMetric, at.source, at.span).variant("track");
        checker.report(fault);
        return None;
    };
    let (now, _) = number(checker, &cx, moving)?;
    let (base, _) = number(checker, &cx.at(from), moving)?;
    let path = match written.path {
        Path::Linear => progress::Path::Linear,
        Path::Compound => progress::Path::Compound,
    };
    Some(Track { path, from: written.from.period, now, base, goal, rises, at })
}

/// What moves, the value that it has to reach, and whether it has to rise to it.
fn goal<'e>(
    checker: &mut Checker<'_>,
    cx: &Context,
    condition: &'e Expr,
) -> Option<(&'e Expr, TermId, bool)> {
    match &condition.kind {
        // A rate per year is no value to reach.
        ExprKind::Compare { left, right, .. } if yearly::is_yearly(left) || yearly::is_yearly(right) => None,
        ExprKind::Compare { op, left, right } if !matches!(op, Comparison::Equal | Comparison::NotEqual) => {
            let (left_id, right_id) = (value(checker, cx, left)?, value(checker, cx, right)?);
            let is_number = type_of(checker, left_id).is_numeric() && type_of(checker, right_id).is_numeric();
            let rests = |id| !uses(checker, id).metrics.is_empty();
            match (is_number, rests(left_id), rests(right_id)) {
                (true, true, false) => Some((left, right_id, rises(*op))),
                (true, false, true) => Some((right, left_id, rises(op.mirrored()))),
                _ => None,
            }
        }
        ExprKind::Change {
            value: moving, direction, bound: Bound::AtLeast | Bound::MoreThan, since, ..
        } => {
            let TermKind::Change(test) = change_test(checker, cx, condition)? else { return None };
            let since_time = Time { anchor: Some(since.period), ..Time::NOW };
            let (base, ty) = number(checker, &cx.at(since_time), moving)?;
            let mut term = |kind, ty| push(checker, cx, condition.span, kind, ty);
            let op = match direction {
                Direction::Falls => Arithmetic::Subtract,
                Direction::Rises => Arithmetic::Add,
            };
            let goal = if test.relative {
                let one = term(TermKind::Constant(Value::Number(Number::ONE)), Type::Number);
                let kept = term(TermKind::Arithmetic { op, left: one, right: test.amount }, Type::Ratio);
                TermKind::Arithmetic { op: Arithmetic::Multiply, left: base, right: kept }
            } else {
                TermKind::Arithmetic { op, left: base, right: test.amount }
            };
            Some((moving, term(goal, ty), *direction == Direction::Rises))
        }
        _ => None,
    }
}

fn rises(op: Comparison) -> bool {
    matches!(op, Comparison::AtLeast | Comparison::Above)
}

fn change_test(checker: &mut Checker<'_>, cx: &Context, condition: &Expr) -> Option<TermKind> {
    let id = value(checker, cx, condition)?;
    checker.plan.terms.get(id).map(|term| term.kind.clone())
}
