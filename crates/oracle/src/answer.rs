//! A value, or that it is not known, or that something is wrong.

use num_rational::BigRational;

/// An exact number.
pub type Number = BigRational;

/// What an expression comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer<T> {
    /// A value.
    Known(T),
    /// Data are missing.
    Unknown,
    /// The data or the arithmetic are at fault.
    Fault,
}

pub(crate) use Answer::{Fault, Known, Unknown};

impl<T> Answer<T> {
    /// The value, if there is one.
    pub fn known(self) -> Option<T> {
        match self {
            Known(value) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn then<U>(self, go_on: impl FnOnce(T) -> Answer<U>) -> Answer<U> {
        match self {
            Known(value) => go_on(value),
            Unknown => Unknown,
            Fault => Fault,
        }
    }

    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        self.then(|value| Known(change(value)))
    }
}

/// An operation needs both operands; a fault goes before a gap.
pub(crate) fn both<T, U>(left: Answer<T>, right: Answer<U>) -> Answer<(T, U)> {
    match (left, right) {
        (Known(left), Known(right)) => Known((left, right)),
        (Fault, _) | (_, Fault) => Fault,
        _ => Unknown,
    }
}

/// All values, or why they are not all there.
pub(crate) fn every<T>(answers: Vec<Answer<T>>) -> Answer<Vec<T>> {
    let start = Known(Vec::new());
    answers.into_iter().fold(start, |all, next| {
        both(all, next).map(|(mut all, next)| {
            all.push(next);
            all
        })
    })
}

pub(crate) fn not(of: Answer<bool>) -> Answer<bool> {
    of.map(|truth| !truth)
}

/// Kleene's conjunction: one part that does not hold decides.
pub(crate) fn all(of: &[Answer<bool>]) -> Answer<bool> {
    at_least(of.len(), of)
}

/// Kleene's disjunction: one part that holds decides.
pub(crate) fn any(of: &[Answer<bool>]) -> Answer<bool> {
    at_least(1, of)
}

/// Decided as soon as enough parts hold, or too few still can.
pub(crate) fn at_least(count: usize, of: &[Answer<bool>]) -> Answer<bool> {
    let held = of.iter().filter(|part| **part == Known(true)).count();
    let failed = of.iter().filter(|part| **part == Known(false)).count();
    if held >= count {
        Known(true)
    } else if of.len() - failed < count {
        Known(false)
    } else if of.contains(&Fault) {
        Fault
    } else {
        Unknown
    }
}
