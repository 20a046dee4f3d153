//! Which figures a condition has that points can follow from.

use dabiao_model::{Type, Value};
use dabiao_syntax::{Bound, Comparison};

use crate::checker::Checker;
use crate::lower;
use crate::plan::{TermId, TermKind};

/// What is known of a condition's figures before any data.
#[derive(Debug, Clone, Default)]
pub(super) struct Figures {
    /// The type of the value that points can grow with; `None` where there is no such value. Of a change it is the
    /// change itself.
    pub(super) value: Option<Type>,
    /// The type of the shortfall.
    pub(super) shortfall: Option<Type>,
    /// Whether there is a share of the target that was reached.
    pub(super) completion: bool,
    /// Whether more of the value is better; `None` where neither way is.
    pub(super) rises: Option<bool>,
}

impl Figures {
    /// The figures of a target's condition.
    pub(super) fn of(checker: &Checker<'_>, condition: TermId) -> Figures {
        let Some(term) = checker.plan.terms.get(condition) else { return Figures::default() };
        match &term.kind {
            TermKind::Compare { op, left, right } => Figures::of_comparison(checker, *op, *left, *right),
            TermKind::InRange { value, .. } => match numeric(checker, *value) {
                Some(ty) => {
                    Figures { shortfall: Some(ty.difference()), value: Some(ty), ..Figures::default() }
                }
                None => Figures::default(),
            },
            TermKind::Change(test) => {
                let ty = numeric(checker, test.now).unwrap_or(Type::Number).difference();
                let ty = if test.relative { Type::Percent } else { ty };
                Figures {
                    shortfall: Some(ty.difference()),
                    value: Some(ty),
                    completion: may_divide(checker, test.amount),
                    rises: Some(matches!(test.bound, Bound::AtLeast | Bound::MoreThan)),
                }
            }
            _ => Figures::default(),
        }
    }

    /// The side that rests on data is the value, the other its target; where both do, the left one is the value.
    fn of_comparison(checker: &Checker<'_>, op: Comparison, left: TermId, right: TermId) -> Figures {
        let rests = |id| !lower::uses(checker, id).metrics.is_empty();
        let (op, value, target) = match (rests(left), rests(right)) {
            (true, _) => (op, left, right),
            (false, true) => (op.mirrored(), right, left),
            (false, false) => return Figures::default(),
        };
        let (Some(ty), Some(target_type)) = (numeric(checker, value), numeric(checker, target)) else {
            return Figures::default();
        };
        // A quotient that is compared with a percent reads as one.
        let ty = if ty == Type::Ratio && target_type == Type::Percent { target_type } else { ty };
        let rises = match op {
            Comparison::AtLeast | Comparison::Above => Some(true),
            Comparison::AtMost | Comparison::Below => Some(false),
            Comparison::Equal | Comparison::NotEqual => None,
        };
        Figures {
            shortfall: (op != Comparison::NotEqual).then(|| ty.difference()),
            value: Some(ty),
            completion: rises.is_some() && may_divide(checker, target),
            rises,
        }
    }
}

fn numeric(checker: &Checker<'_>, id: TermId) -> Option<Type> {
    checker.plan.terms.get(id).map(|term| term.ty.clone()).filter(Type::is_numeric)
}

/// Whether a share of a target can be told: not of a target that is known to be zero or below.
fn may_divide(checker: &Checker<'_>, target: TermId) -> bool {
    match lower::fold(checker, target) {
        Some(Value::Number(number)) => number.is_positive(),
        _ => true,
    }
}
