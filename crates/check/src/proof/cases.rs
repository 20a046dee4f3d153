//! Values as a proof sees them: quotients of sums, case by case.

use std::sync::Arc;

use dabiao_model::Number;
use dabiao_syntax::{Arithmetic, Comparison};

use super::claim::{Form, all, any, compare};
use super::linear::Linear;

/// How many cases one value may have.
const CASES: usize = 24;

/// The value `over / under` where `guard` holds, and then `under` is above zero.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Case {
    pub(super) guard: Form,
    pub(super) over: Linear,
    pub(super) under: Linear,
}

/// A value: one case for each way that it comes about. Where no guard holds, it has none.
pub(super) type Cases = Arc<[Case]>;

impl Case {
    pub(super) fn of(over: Linear) -> Case {
        Case { guard: all([]), over, under: Linear::one() }
    }

    fn is_sum(&self) -> bool {
        self.under.as_constant().is_some()
    }

    fn under_one(guard: Form, over: Linear) -> Case {
        Case { guard, over, under: Linear::one() }
    }
}

/// A value that is the same everywhere.
pub(super) fn constant(number: Number) -> Cases {
    Arc::new([Case::of(Linear::constant(number))])
}

/// The number, where a value is the same everywhere.
pub(super) fn as_constant(cases: &Cases) -> Option<&Number> {
    match &**cases {
        [only] if only.guard == all([]) && only.is_sum() => only.over.as_constant(),
        _ => None,
    }
}

/// Every case of a value, changed; `None` where there are too many.
pub(super) fn limited(cases: Vec<Case>) -> Option<Cases> {
    let possible: Vec<Case> = cases.into_iter().filter(|case| case.guard != any([])).collect();
    (possible.len() <= CASES).then(|| possible.into())
}

/// `-a`
pub(super) fn negate(cases: &Cases) -> Cases {
    cases.iter().map(|case| Case { over: case.over.negated(), ..case.clone() }).collect()
}

/// `a + b` and its like; `None` where the result is no quotient of sums.
pub(super) fn arithmetic(op: Arithmetic, left: &Cases, right: &Cases) -> Option<Cases> {
    let mut cases = Vec::new();
    for one in left.iter() {
        for other in right.iter() {
            let guard = all([one.guard.clone(), other.guard.clone()]);
            match op {
                Arithmetic::Add => cases.push(sum(guard, one, &other.over, &other.under)?),
                Arithmetic::Subtract => cases.push(sum(guard, one, &other.over.negated(), &other.under)?),
                Arithmetic::Multiply => cases.push(product(guard, one, other)?),
                Arithmetic::Divide => quotient(&mut cases, &guard, one, other)?,
            }
        }
    }
    limited(cases)
}

fn sum(guard: Form, one: &Case, over: &Linear, under: &Linear) -> Option<Case> {
    if one.under == *under {
        return Some(Case { guard, over: one.over.plus(over), under: under.clone() });
    }
    let (over, under) = match (one.over.as_constant(), over.as_constant()) {
        (_, Some(number)) if under.as_constant().is_some() => {
            (one.over.plus(&one.under.times(number)), one.under.clone())
        }
        (Some(number), _) if one.is_sum() => (over.plus(&under.times(number)), under.clone()),
        _ => return None,
    };
    Some(Case { guard, over, under })
}

fn product(guard: Form, one: &Case, other: &Case) -> Option<Case> {
    let (case, factor) = match (one.over.as_constant(), other.over.as_constant()) {
        (_, Some(factor)) if other.is_sum() => (one, factor),
        (Some(factor), _) if one.is_sum() => (other, factor),
        _ => return None,
    };
    if factor.is_zero() {
        return Some(Case { guard, over: Linear::constant(Number::ZERO), under: case.under.clone() });
    }
    Some(Case { guard, over: case.over.times(factor), under: case.under.clone() })
}

/// A division by a sum has a case for each sign that the sum may have; by zero it has no value.
fn quotient(cases: &mut Vec<Case>, guard: &Form, one: &Case, other: &Case) -> Option<()> {
    if !other.is_sum() {
        return None;
    }
    if let Some(divisor) = other.over.as_constant() {
        if let Some(factor) = divisor.recip() {
            cases.push(Case {
                guard: guard.clone(),
                over: one.over.times(&factor),
                under: one.under.clone(),
            });
        }
        return Some(());
    }
    if !one.is_sum() {
        return None;
    }
    let zero = Linear::constant(Number::ZERO);
    let above = compare(Comparison::Above, &other.over, &zero);
    let below = compare(Comparison::Below, &other.over, &zero);
    let positive =
        Case { guard: all([guard.clone(), above]), over: one.over.clone(), under: other.over.clone() };
    let negative =
        Case { guard: all([guard.clone(), below]), over: one.over.negated(), under: other.over.negated() };
    cases.extend([positive, negative]);
    Some(())
}

/// `abs(a)`
pub(super) fn absolute(cases: &Cases) -> Option<Cases> {
    let zero = Linear::constant(Number::ZERO);
    let mut split = Vec::new();
    for case in cases.iter() {
        let with = |op| all([case.guard.clone(), compare(op, &case.over, &zero)]);
        split.push(Case { guard: with(Comparison::AtLeast), ..case.clone() });
        split.push(Case { guard: with(Comparison::Below), over: case.over.negated(), ..case.clone() });
    }
    limited(split)
}

/// The least or the greatest of several values: each of them, where it is at or below (above) all others.
pub(super) fn extreme(op: Comparison, values: &[Cases]) -> Option<Cases> {
    let mut best: Cases = Arc::clone(values.first()?);
    for next in values.get(1..)? {
        let mut split = Vec::new();
        for one in best.iter() {
            for other in next.iter() {
                let guard = all([one.guard.clone(), other.guard.clone()]);
                let first = order(op, one, other)?;
                let second = order(strictly(op), other, one)?;
                split.push(Case { guard: all([guard.clone(), first]), ..one.clone() });
                split.push(Case { guard: all([guard, second]), ..other.clone() });
            }
        }
        best = limited(split)?;
    }
    Some(best)
}

fn strictly(op: Comparison) -> Comparison {
    match op {
        Comparison::AtMost => Comparison::Below,
        Comparison::AtLeast => Comparison::Above,
        other => other,
    }
}

/// How two cases compare, guards aside; `None` where that is no comparison of sums.
pub(super) fn order(op: Comparison, one: &Case, other: &Case) -> Option<Form> {
    if one.under == other.under {
        return Some(compare(op, &one.over, &other.over));
    }
    // Denominators are above zero, so that a comparison with a constant keeps its direction.
    match (one.over.as_constant(), other.over.as_constant()) {
        (_, Some(number)) if other.is_sum() => Some(compare(op, &one.over, &one.under.times(number))),
        (Some(number), _) if one.is_sum() => Some(compare(op, &other.under.times(number), &other.over)),
        _ => None,
    }
}

/// The cases with one more guard each.
pub(super) fn guarded(cases: &Cases, guard: &Form) -> impl Iterator<Item = Case> {
    let with = |case: &Case| Case { guard: all([guard.clone(), case.guard.clone()]), ..case.clone() };
    cases.iter().map(with).collect::<Vec<_>>().into_iter()
}

/// A case whose value is a sum.
pub(super) fn of_sum(guard: Form, over: Linear) -> Case {
    Case::under_one(guard, over)
}
