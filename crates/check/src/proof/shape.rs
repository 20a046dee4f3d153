//! What a proof does not look into: known by its shape, so that the same part is the same variable everywhere.

use std::collections::HashMap;

use crate::plan::TermKind;

use super::prover::{Place, Prover};
use super::variable::meaning;
use crate::plan::TermId;

/// The shapes that were met, each with a number of its own.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    numbers: HashMap<(String, Vec<u32>), u32>,
    of_terms: HashMap<(Place, TermId), u32>,
}

impl Shapes {
    /// The number of a shape: what it is, and the shapes of its parts.
    pub(super) fn number(&mut self, what: String, parts: Vec<u32>) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry((what, parts)).or_insert(next)
    }
}

impl Prover<'_> {
    /// The shape of a term, the same for terms of two plans that say the same.
    pub(super) fn shape(&mut self, place: Place, id: TermId) -> u32 {
        if let Some(shape) = self.shapes.of_terms.get(&(place, id)) {
            return *shape;
        }
        let Some(term) = self.term(place, id) else { return u32::MAX };
        let what = match &term.kind {
            TermKind::Constant(value) => format!("{value:?}"),
            TermKind::Assumption(id) => {
                let value = self.plan(place).and_then(|plan| plan.assumption(*id)).map(|one| &one.value);
                value.map_or_else(String::new, |value| format!("{value:?}"))
            }
            TermKind::Metric { metric, places, time } => {
                // What is not looked into is needed all the same.
                self.reading(place, id);
                let path = self.plan(place).and_then(|plan| plan.metric(*metric)).map(|one| &one.path);
                format!("{path:?} {} {places:?} {time:?} {:?}", meaning(&term.ty), place.seen)
            }
            TermKind::Negate(_) => "negate".to_string(),
            TermKind::Absolute(_) => "absolute".to_string(),
            TermKind::Arithmetic { op, .. } => format!("{op:?}"),
            TermKind::Least(_) => "least".to_string(),
            TermKind::Greatest(_) => "greatest".to_string(),
            TermKind::Round { rounding, .. } => format!("{rounding:?}"),
            TermKind::If { .. } => "if".to_string(),
            TermKind::Compare { op, .. } => format!("{op:?}"),
            TermKind::InRange { .. } => "in".to_string(),
            TermKind::Not(_) => "not".to_string(),
            TermKind::All(_) => "all".to_string(),
            TermKind::Any(_) => "any".to_string(),
            TermKind::AtLeast { count, .. } => format!("at least {count}"),
            TermKind::Change(test) => {
                format!("change {:?} {:?} {:?} {}", test.since, test.direction, test.bound, test.relative)
            }
            TermKind::Trend(test) => format!(
                "trend {:?} {} {:?} {:?} {:?} {:?}",
                test.direction, test.negated, test.step, test.first, test.last, place.seen
            ),
            TermKind::Yearly(test) => format!("yearly {:?} {:?} {:?}", test.since, test.time, test.op),
            TermKind::OverTime(window) => format!(
                "window {:?} {} {:?} {:?} {:?} {:?}",
                window.summary, window.count, window.step, window.needing, window.time, place.seen
            ),
            TermKind::OverPlaces(of) => format!(
                "places {:?} {} {} {:?} {:?}",
                of.summary, of.level, of.excluding_self, of.places, of.time
            ),
        };
        let parts = term.kind.parts().into_iter().map(|part| self.shape(place, part)).collect();
        let shape = self.shapes.number(what, parts);
        self.shapes.of_terms.insert((place, id), shape);
        shape
    }
}
