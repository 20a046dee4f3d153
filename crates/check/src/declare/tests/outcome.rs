//! What a test expects of a score or a grade.

use dabiao_model::{Code, Number, Type, Value, Verdict};
use dabiao_syntax::{Comparison, Expectation, Expr, ExprKind};

use super::subject;
use crate::checker::Checker;
use crate::lower;
use crate::plan::{At, ExpectedScore, Outcome, SourceId};

/// The outcomes that a test can ask for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Score,
    Grade,
}

/// An expectation about a score or a grade: a condition, or `score unknown`. A target that is called so goes first.
pub(super) fn written<'e>(checker: &Checker<'_>, one: &'e Expectation) -> Option<&'e Expectation> {
    let is_outcome = match one {
        Expectation::Condition(_) => true,
        Expectation::Verdict { target, verdict, .. } => {
            let name = innermost(target);
            *verdict == Verdict::Unknown
                && name.is_some_and(|name| asked(name).is_some() && checker.plan.target(name).is_none())
        }
    };
    is_outcome.then_some(one)
}

/// Reads such an expectation.
pub(super) fn read(checker: &mut Checker<'_>, source: SourceId, one: &Expectation) -> Option<ExpectedScore> {
    let (of, span) = match one {
        Expectation::Verdict { target, span, .. } => (target, *span),
        Expectation::Condition(condition) => match &condition.kind {
            ExprKind::Compare { left, .. } => (&**left, condition.span),
            ExprKind::InRange { value, .. } => (&**value, condition.span),
            _ => (condition, condition.span),
        },
    };
    let at = At { source, span };
    let Some(what) = innermost(of).and_then(asked) else { return refuse(checker, at) };
    let subject = subject(checker, source, of)?;
    if checker.plan.scoring.is_none() {
        let fault = checker.fault(Code::NothingToScore, source, span).variant("expect");
        checker.report(fault);
        return None;
    }
    let outcome = match (one, what) {
        (Expectation::Verdict { .. }, Asked::Score) => Outcome::NoScore,
        (Expectation::Verdict { .. }, Asked::Grade) => Outcome::NoGrade,
        (Expectation::Condition(condition), what) => match (&condition.kind, what) {
            (ExprKind::Compare { op, right, .. }, Asked::Score) => {
                Outcome::Score(*op, number(checker, source, right)?)
            }
            (ExprKind::InRange { first, last, .. }, Asked::Score) => {
                let (first, last) = (number(checker, source, first), number(checker, source, last));
                Outcome::ScoreWithin(first?, last?)
            }
            (ExprKind::Compare { op: Comparison::Equal, right, .. }, Asked::Grade) => match word(right) {
                Some(grade) => Outcome::Grade(grade),
                None => return refuse(checker, at),
            },
            (ExprKind::Compare { op: Comparison::NotEqual, right, .. }, Asked::Grade) => match word(right) {
                Some(grade) => Outcome::OtherGrade(grade),
                None => return refuse(checker, at),
            },
            _ => return refuse(checker, at),
        },
    };
    if subject.period.is_some() {
        let fault = checker.fault(Code::NotAnOutcome, source, of.span).variant("period");
        checker.report(fault);
        return None;
    }
    Some(ExpectedScore { entity: subject.entity, outcome, text: checker.plan.text_at(at), at })
}

fn refuse(checker: &mut Checker<'_>, at: At) -> Option<ExpectedScore> {
    let fault = checker.fault(Code::NotAnOutcome, at.source, at.span);
    checker.report(fault);
    None
}

/// The name that stands before its place and period.
fn innermost(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        ExprKind::Name(name) => Some(&name.text),
        ExprKind::Of { value, .. } | ExprKind::In { value, .. } => innermost(value),
        _ => None,
    }
}

fn asked(name: &str) -> Option<Asked> {
    match name {
        "score" | "得分" | "总分" => Some(Asked::Score),
        "grade" | "等级" => Some(Asked::Grade),
        _ => None,
    }
}

fn number(checker: &mut Checker<'_>, source: SourceId, expr: &Expr) -> Option<Number> {
    match lower::constant_of(checker, source, expr, &Type::Number)? {
        Value::Number(number) => Some(number),
        _ => None,
    }
}

/// A grade, with or without quotes.
fn word(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Name(name) => Some(name.text.to_string()),
        ExprKind::Text(text) => Some(text.text.to_string()),
        _ => None,
    }
}
