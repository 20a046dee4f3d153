//! Windows and trends: values of several periods.

use dabiao_model::{Period, Step};
use dabiao_syntax::{Comparison, Direction};

use super::cases::{self, Cases};
use super::claim::Condition;
use super::prover::{Place, Prover, Seen};
use super::value::{average, sum};
use super::variable::steps;
use crate::plan::{Summary, TermId, Time, TrendTest, Window};

/// How many periods a proof looks at one by one.
const PERIODS: u32 = 24;

impl Prover<'_> {
    /// The values of a window, taken together; `None` where it is not looked into.
    pub(super) fn window(&mut self, place: Place, window: &Window) -> Option<Cases> {
        let needs_all = window.needing.is_none_or(|needed| needed == window.count);
        if !needs_all || window.count > PERIODS {
            return None;
        }
        let last = last(window.time, place.seen, window.step)?;
        let mut values = Vec::new();
        for back in 0..window.count {
            values.push(self.value(Place { seen: before(last, back)?, ..place }, window.value));
        }
        match window.summary {
            Summary::Average => average(&values),
            Summary::Sum => sum(&values),
            Summary::Least => cases::extreme(Comparison::AtMost, &values),
            Summary::Greatest => cases::extreme(Comparison::AtLeast, &values),
        }
    }

    /// A trend. Where both ends are named it is one step after the other. Otherwise the period judged tells how many
    /// steps there are; then the last step is looked at, since every series has that one.
    pub(super) fn trend(&mut self, place: Place, id: TermId, test: &TrendTest) -> Condition {
        let op = match (test.direction, test.negated) {
            (Direction::Falls, false) => Comparison::Below,
            (Direction::Rises, false) => Comparison::Above,
            (Direction::Falls, true) => Comparison::AtLeast,
            (Direction::Rises, true) => Comparison::AtMost,
        };
        if let (Some(first), Some(end)) = (test.first, test.last) {
            return match between(first, end, test.step) {
                Some(periods) => {
                    let seen: Vec<Seen> = periods.into_iter().map(Seen::At).collect();
                    let steps = seen.windows(2).map(|pair| match pair {
                        [earlier, later] => self.step(place, test.value, op, *earlier, *later),
                        _ => Condition::open(),
                    });
                    let steps: Vec<Condition> = steps.collect();
                    if steps.is_empty() { Condition::open() } else { Condition::all(steps) }
                }
                None => self.unseen(place, id),
            };
        }
        let rest = self.unseen(place, id);
        let end = test.last.map_or(Time::NOW, |last| Time { anchor: Some(last), ..Time::NOW });
        let Some(last) = last(end, place.seen, test.step) else { return rest };
        let Some(earlier) = before(last, 1) else { return rest };
        Condition::all(vec![rest, self.step(place, test.value, op, earlier, last)])
    }

    fn step(&mut self, place: Place, value: TermId, op: Comparison, earlier: Seen, later: Seen) -> Condition {
        let [now, before] = [later, earlier].map(|seen| self.value(Place { seen, ..place }, value));
        let mut found = Vec::new();
        for one in now.iter() {
            for other in before.iter() {
                let guard = super::claim::all([one.guard.clone(), other.guard.clone()]);
                let (yes, no) = (cases::order(op, one, other), cases::order(op.negated(), one, other));
                let (Some(yes), Some(no)) = (yes, no) else { return self.unseen_step(place, value, op) };
                found.push(Condition { yes, no }.under(&guard));
            }
        }
        Condition::of_cases(found)
    }

    /// A step that is not looked into, apart from being one.
    fn unseen_step(&mut self, place: Place, value: TermId, op: Comparison) -> Condition {
        let shape = self.shape(place, value);
        let shape = self.shapes.number(format!("a step {op:?}"), vec![shape]);
        Condition::truth(self.variables.opaque(shape, &dabiao_model::Type::YesNo, false))
    }
}

/// The last period of a series, seen from some time.
fn last(time: Time, seen: Seen, step: Step) -> Option<Seen> {
    let named = match (time.anchor, seen) {
        (Some(anchor), _) => Some(time.resolve(anchor)?),
        (None, Seen::At(period)) => Some(time.resolve(period)?),
        (None, _) => None,
    };
    if let Some(period) = named {
        return Period::containing(period.end(), step).map(Seen::At);
    }
    let back = steps(step, time.months, time.days)?;
    match seen {
        Seen::Now => Some(Seen::Step(step, back)),
        Seen::Step(own, before) if own == step => Some(Seen::Step(step, before.checked_add(back)?)),
        _ => None,
    }
}

/// So many periods before.
fn before(last: Seen, back: u32) -> Option<Seen> {
    match last {
        Seen::Now => None,
        Seen::At(period) => period.shift(i32::try_from(back).ok()?.checked_neg()?).map(Seen::At),
        Seen::Step(step, before) => Some(Seen::Step(step, before.checked_add(back)?)),
    }
}

/// The periods from one to another, where they are few enough to look at.
fn between(first: Period, last: Period, step: Step) -> Option<Vec<Period>> {
    let first = Period::containing(first.start(), step)?;
    let last = Period::containing(last.end(), step)?;
    let limit = usize::try_from(PERIODS).ok()?;
    let mut periods = vec![first];
    while let Some(next) = periods.last().and_then(|period| period.next()).filter(|next| *next <= last) {
        if periods.len() > limit {
            return None;
        }
        periods.push(next);
    }
    Some(periods)
}
