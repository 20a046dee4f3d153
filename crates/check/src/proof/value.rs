//! Values of a plan's terms, case by case.

use dabiao_model::{Number, Rounding, Type};
use dabiao_syntax::{Arithmetic, Comparison};

use super::cases::{self, Case, Cases};
use super::claim::all;
use super::linear::Linear;
use super::prover::{Place, Prover, Seen};
use super::rounded;
use super::variable::{Reading, Slot, Variable, steps};
use crate::plan::{TermId, TermKind, Time};

impl Prover<'_> {
    /// A term with an ordered value: a number, a level or a day.
    pub(super) fn value(&mut self, place: Place, id: TermId) -> Cases {
        if let Some(cases) = self.values.get(&(place, id)) {
            return cases.clone();
        }
        let cases = match self.read_value(place, id) {
            Some(cases) => cases,
            None => [Case::of(Linear::variable(self.unseen_value(place, id)))].into(),
        };
        self.values.insert((place, id), cases.clone());
        cases
    }

    /// The term's value; `None` where it is not looked into.
    fn read_value(&mut self, place: Place, id: TermId) -> Option<Cases> {
        let term = self.term(place, id)?;
        match &term.kind {
            TermKind::Constant(value) => value.ordinal().map(cases::constant),
            TermKind::Assumption(assumption) => {
                let assumption = self.plan(place)?.assumption(*assumption)?;
                assumption.value.ordinal().map(cases::constant)
            }
            TermKind::Metric { .. } => {
                let variable = self.reading(place, id)?;
                Some([Case::of(Linear::variable(variable))].into())
            }
            TermKind::Negate(inner) => Some(cases::negate(&self.value(place, *inner))),
            TermKind::Absolute(inner) => cases::absolute(&self.value(place, *inner)),
            TermKind::Arithmetic { op, left, right } => {
                let (left, right) = (self.value(place, *left), self.value(place, *right));
                cases::arithmetic(*op, &left, &right)
            }
            TermKind::Least(parts) => cases::extreme(Comparison::AtMost, &self.values_of(place, parts)),
            TermKind::Greatest(parts) => cases::extreme(Comparison::AtLeast, &self.values_of(place, parts)),
            TermKind::Round { value, rounding } => self.rounded(place, *value, rounding),
            TermKind::If { condition, then, otherwise } => {
                let test = self.condition(place, *condition);
                let (then, otherwise) = (self.value(place, *then), self.value(place, *otherwise));
                let then = cases::guarded(&then, &test.yes);
                cases::limited(then.chain(cases::guarded(&otherwise, &test.no)).collect())
            }
            TermKind::OverTime(window) => self.window(place, window),
            _ => None,
        }
    }

    fn values_of(&mut self, place: Place, parts: &[TermId]) -> Vec<Cases> {
        parts.iter().map(|part| self.value(place, *part)).collect()
    }

    fn unseen_value(&mut self, place: Place, id: TermId) -> Variable {
        let ty = self.term(place, id).map_or(Type::Number, |term| term.ty.clone());
        let shape = self.shape(place, id);
        self.variables.opaque(shape, &ty, false)
    }

    /// The variable of a term that reads a metric; `None` where no data can be there.
    pub(super) fn reading(&mut self, place: Place, id: TermId) -> Option<Variable> {
        let term = self.term(place, id)?;
        let TermKind::Metric { metric, places, time } = &term.kind else { return None };
        let metric = self.plan(place)?.metric(*metric)?;
        let is_seen = term.ty.is_numeric() || matches!(term.ty, Type::Level(_) | Type::Date | Type::YesNo);
        if !is_seen {
            return None;
        }
        let slot = slot(*time, place.seen)?;
        let reading = Reading { metric: metric.path.clone(), places: places.clone(), slot };
        Some(self.variables.reading(reading, &term.ty, metric.range.as_ref()))
    }

    /// A rounded value: a whole number of intervals near the value.
    fn rounded(&mut self, place: Place, value: TermId, rounding: &Rounding) -> Option<Cases> {
        let inner = self.value(place, value);
        let shape = self.shape(place, value);
        let shape = self.shapes.number(format!("steps of {rounding:?}"), vec![shape]);
        let steps = self.variables.opaque(shape, &Type::Number, true);
        let rounded = Linear::variable(steps).times(rounding.interval());
        let mut found = Vec::new();
        for case in inner.iter() {
            let near = rounded::near(case, rounding, &rounded)?;
            found.push(cases::of_sum(all([case.guard.clone(), near]), rounded.clone()));
        }
        cases::limited(found)
    }
}

/// The average of sums is their sum over their number.
pub(super) fn average(values: &[Cases]) -> Option<Cases> {
    let total = sum(values)?;
    let count = cases::constant(Number::from(values.len()));
    cases::arithmetic(Arithmetic::Divide, &total, &count)
}

/// The sum of several values.
pub(super) fn sum(values: &[Cases]) -> Option<Cases> {
    let (first, others) = values.split_first()?;
    others.iter().try_fold(first.clone(), |sum, value| cases::arithmetic(Arithmetic::Add, &sum, value))
}

/// When a metric is read, seen from some time; `None` where there is no such time.
fn slot(time: Time, seen: Seen) -> Option<Slot> {
    if let Some(anchor) = time.anchor {
        return time.resolve(anchor).map(Slot::At);
    }
    match seen {
        Seen::Now if time == Time::NOW => Some(Slot::Now),
        Seen::Now => Some(Slot::Back { months: time.months, days: time.days }),
        Seen::At(period) => time.resolve(period).map(Slot::At),
        Seen::Step(step, back) => {
            let back = back.checked_add(steps(step, time.months, time.days)?)?;
            Some(Slot::Step { step, back })
        }
    }
}
