//! Claims about readings: what a proof asks whether it can come true.

use std::sync::Arc;

use dabiao_model::Number;
use dabiao_syntax::Comparison;

use super::linear::Linear;
use super::variable::Variable;

/// Something that data make true or leave open, such as "this condition is met" or "that one is missed and this one
/// is not". Made by [`Condition`] and combined with [`Claim::all`] and [`Claim::any`].
#[derive(Debug, Clone, PartialEq)]
pub struct Claim(pub(super) Form);

/// The forms of claims. There is no negation: each condition has a claim for either outcome.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Form {
    /// Every one of them.
    All(Arc<[Form]>),
    /// One of them.
    Any(Arc<[Form]>),
    /// So many of them.
    AtLeast(usize, Arc<[Form]>),
    /// A sum against zero.
    Sum(Linear, Against),
    /// A yes/no variable.
    Truth(Variable, bool),
}

/// How a sum stands to zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Against {
    AtMost,
    Below,
    Equal,
}

/// A condition as a proof sees it: the claim that it holds, and the claim that it does not. Between them lies what is
/// unknown or in error.
///
/// ```
/// use dabiao_check::{Prover, check};
/// use dabiao_model::Source;
/// let plan = check(vec![dabiao_syntax::parse(Source::new("rules", "x >= 90%"))]).plan;
/// let mut prover = Prover::new();
/// let condition = prover.read(&plan, plan.targets[0].condition);
/// assert!(prover.can_hold(&[condition.holds()]).is_yes());
/// assert!(prover.can_hold(&[condition.holds(), condition.fails()]).is_no());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    pub(super) yes: Form,
    pub(super) no: Form,
}

impl Claim {
    /// The claim that every one of several holds.
    #[must_use]
    pub fn all(claims: impl IntoIterator<Item = Claim>) -> Claim {
        Claim(all(claims.into_iter().map(|claim| claim.0)))
    }

    /// The claim that one of several holds.
    #[must_use]
    pub fn any(claims: impl IntoIterator<Item = Claim>) -> Claim {
        Claim(any(claims.into_iter().map(|claim| claim.0)))
    }
}

impl Condition {
    /// The claim that the condition holds.
    #[must_use]
    pub fn holds(&self) -> Claim {
        Claim(self.yes.clone())
    }

    /// The claim that the condition does not hold, and is neither unknown nor in error.
    #[must_use]
    pub fn fails(&self) -> Claim {
        Claim(self.no.clone())
    }

    pub(super) fn always(truth: bool) -> Condition {
        let (yes, no) = (all([]), any([]));
        if truth { Condition { yes, no } } else { Condition { yes: no, no: yes } }
    }

    /// A condition that never has an answer.
    pub(super) fn open() -> Condition {
        Condition { yes: any([]), no: any([]) }
    }

    pub(super) fn truth(variable: Variable) -> Condition {
        Condition { yes: Form::Truth(variable, true), no: Form::Truth(variable, false) }
    }

    pub(super) fn negated(self) -> Condition {
        Condition { yes: self.no, no: self.yes }
    }

    pub(super) fn all(parts: Vec<Condition>) -> Condition {
        let (yes, no): (Vec<Form>, Vec<Form>) = parts.into_iter().map(|part| (part.yes, part.no)).unzip();
        Condition { yes: all(yes), no: any(no) }
    }

    pub(super) fn any(parts: Vec<Condition>) -> Condition {
        Condition::all(parts.into_iter().map(Condition::negated).collect()).negated()
    }

    pub(super) fn at_least(count: usize, parts: Vec<Condition>) -> Condition {
        // So many hold, or so many fail that the others are too few.
        let failing = parts.len().saturating_add(1).saturating_sub(count);
        let (yes, no): (Vec<Form>, Vec<Form>) = parts.into_iter().map(|part| (part.yes, part.no)).unzip();
        Condition { yes: at_least(count, yes), no: at_least(failing, no) }
    }

    /// The condition, where `guard` holds; open elsewhere.
    pub(super) fn under(self, guard: &Form) -> Condition {
        Condition { yes: all([guard.clone(), self.yes]), no: all([guard.clone(), self.no]) }
    }

    /// The condition of whichever case there is; the guards of cases exclude one another.
    pub(super) fn of_cases(cases: impl IntoIterator<Item = Condition>) -> Condition {
        let (yes, no): (Vec<Form>, Vec<Form>) = cases.into_iter().map(|case| (case.yes, case.no)).unzip();
        Condition { yes: any(yes), no: any(no) }
    }
}

impl Form {
    fn is_true(&self) -> bool {
        matches!(self, Form::All(parts) if parts.is_empty())
    }

    fn is_false(&self) -> bool {
        matches!(self, Form::Any(parts) if parts.is_empty())
    }
}

/// Every one of the parts.
pub(super) fn all(parts: impl IntoIterator<Item = Form>) -> Form {
    let mut kept = Vec::new();
    for part in parts {
        match part {
            part if part.is_false() => return part,
            part if part.is_true() => {}
            Form::All(inner) => kept.extend(inner.iter().cloned()),
            part => kept.push(part),
        }
    }
    match <[Form; 1]>::try_from(kept) {
        Ok([only]) => only,
        Err(kept) => Form::All(kept.into()),
    }
}

/// One of the parts.
pub(super) fn any(parts: impl IntoIterator<Item = Form>) -> Form {
    let mut kept = Vec::new();
    for part in parts {
        match part {
            part if part.is_true() => return part,
            part if part.is_false() => {}
            Form::Any(inner) => kept.extend(inner.iter().cloned()),
            part => kept.push(part),
        }
    }
    match <[Form; 1]>::try_from(kept) {
        Ok([only]) => only,
        Err(kept) => Form::Any(kept.into()),
    }
}

/// So many of the parts.
fn at_least(count: usize, parts: Vec<Form>) -> Form {
    if count == 0 {
        all([])
    } else if count == 1 {
        any(parts)
    } else if count == parts.len() {
        all(parts)
    } else if count > parts.len() {
        any([])
    } else {
        Form::AtLeast(count, parts.into())
    }
}

/// `left op right`
pub(super) fn compare(op: Comparison, left: &Linear, right: &Linear) -> Form {
    let below = |strict| if strict { Against::Below } else { Against::AtMost };
    let difference = left.minus(right);
    match op {
        Comparison::AtMost => sum(difference, below(false)),
        Comparison::Below => sum(difference, below(true)),
        Comparison::AtLeast => sum(difference.negated(), below(false)),
        Comparison::Above => sum(difference.negated(), below(true)),
        Comparison::Equal => sum(difference, Against::Equal),
        Comparison::NotEqual => {
            // What is above comes first, since a value above a limit is more often one that can be.
            any([sum(difference.negated(), below(true)), sum(difference, below(true))])
        }
    }
}

fn sum(linear: Linear, against: Against) -> Form {
    let Some(value) = linear.as_constant() else { return Form::Sum(linear, against) };
    let holds = match against {
        Against::AtMost => *value <= Number::ZERO,
        Against::Below => value.is_negative(),
        Against::Equal => value.is_zero(),
    };
    if holds { all([]) } else { any([]) }
}
