//! Sums of variables with exact weights.

use dabiao_model::Number;

use super::variable::Variable;

/// `3·x − y + 2`: weights by variable in their order, none of them zero, and a constant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Linear {
    weights: Vec<(Variable, Number)>,
    constant: Number,
}

impl Linear {
    pub(super) fn constant(constant: Number) -> Linear {
        Linear { weights: Vec::new(), constant }
    }

    pub(super) fn variable(variable: Variable) -> Linear {
        Linear { weights: vec![(variable, Number::ONE)], constant: Number::ZERO }
    }

    pub(super) fn one() -> Linear {
        Linear::constant(Number::ONE)
    }

    pub(super) fn weights(&self) -> &[(Variable, Number)] {
        &self.weights
    }

    /// The constant part.
    pub(super) fn rest(&self) -> &Number {
        &self.constant
    }

    /// The value, where it is the same whatever the variables are.
    pub(super) fn as_constant(&self) -> Option<&Number> {
        self.weights.is_empty().then_some(&self.constant)
    }

    pub(super) fn times(&self, factor: &Number) -> Linear {
        if factor.is_zero() {
            return Linear::constant(Number::ZERO);
        }
        let weights = self.weights.iter().map(|(variable, weight)| (*variable, weight * factor)).collect();
        Linear { weights, constant: &self.constant * factor }
    }

    pub(super) fn negated(&self) -> Linear {
        let weights = self.weights.iter().map(|(variable, weight)| (*variable, -weight)).collect();
        Linear { weights, constant: -&self.constant }
    }

    pub(super) fn plus(&self, other: &Linear) -> Linear {
        let mut weights = Vec::with_capacity(self.weights.len().saturating_add(other.weights.len()));
        let (mut left, mut right) = (self.weights.iter().peekable(), other.weights.iter().peekable());
        loop {
            let next = match (left.peek(), right.peek()) {
                (Some((one, weight)), Some((two, other))) if one == two => {
                    let sum = (*one, weight + other);
                    left.next();
                    right.next();
                    sum
                }
                (Some((one, _)), Some((two, _))) if two < one => match right.next() {
                    Some(next) => next.clone(),
                    None => break,
                },
                (Some(_), _) => match left.next() {
                    Some(next) => next.clone(),
                    None => break,
                },
                (None, Some(_)) => match right.next() {
                    Some(next) => next.clone(),
                    None => break,
                },
                (None, None) => break,
            };
            if !next.1.is_zero() {
                weights.push(next);
            }
        }
        Linear { weights, constant: &self.constant + &other.constant }
    }

    pub(super) fn minus(&self, other: &Linear) -> Linear {
        self.plus(&other.negated())
    }
}
