//! Which metrics an expression names.

use std::collections::BTreeSet;

use crate::scenario::{Cond, Metric, Num};

impl Num {
    /// Adds every metric that is named.
    pub(crate) fn metrics(&self, into: &mut BTreeSet<Metric>) {
        match self {
            Num::Literal(_) | Num::Assumed => {}
            Num::Read(read) => {
                into.insert(read.metric);
            }
            Num::Negate(of)
            | Num::Absolute(of)
            | Num::Round(of, _)
            | Num::Window(_, of, ..)
            | Num::Level(_, of, ..) => {
                of.metrics(into);
            }
            Num::Arithmetic(_, left, right) => {
                left.metrics(into);
                right.metrics(into);
            }
            Num::Least(of) | Num::Greatest(of) => of.iter().for_each(|one| one.metrics(into)),
            Num::If(cond, then, otherwise) => {
                cond.metrics(into);
                then.metrics(into);
                otherwise.metrics(into);
            }
        }
    }
}

impl Cond {
    /// Adds every metric that is named.
    pub(crate) fn metrics(&self, into: &mut BTreeSet<Metric>) {
        match self {
            Cond::Compare(_, left, right) => {
                left.metrics(into);
                right.metrics(into);
            }
            Cond::InRange(value, first, last) => {
                for part in [value, first, last] {
                    part.metrics(into);
                }
            }
            Cond::Is(read) | Cond::LevelCompare(_, read, _) | Cond::LevelRange(read, ..) => {
                into.insert(read.metric);
            }
            Cond::Not(of) => of.metrics(into),
            Cond::All(of) | Cond::Any(of) | Cond::AtLeast(_, of) => {
                of.iter().for_each(|one| one.metrics(into))
            }
            Cond::Change(change) => {
                into.insert(change.metric);
            }
            Cond::Trend(of, _) => of.metrics(into),
            Cond::Growth(metric, ..) => {
                into.insert(*metric);
            }
        }
    }
}
