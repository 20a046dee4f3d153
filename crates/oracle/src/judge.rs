//! Verdicts, by the rules of the reference.

use std::cell::RefCell;
use std::collections::BTreeSet;

use num_traits::Signed;

use crate::answer::{Fault, Known, Number, Unknown};
use crate::evaluate::{At, NO_YEAR, Seen, World, rests_on_data};
use crate::planted::Planted;
use crate::sample::{Says, says};
use crate::scenario::{
    Change, Cond, Day, Due, Given, Judge, Metric, Num, Op, Progress, Question, Rounding, Sample, Scenario,
    Target,
};

/// What a target should come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// The verdict's word in JSON.
    pub verdict: &'static str,
    /// The flags' words, sorted.
    pub flags: Vec<&'static str>,
    /// The year judged.
    pub year: i16,
    /// How far the observed value is on the good side.
    pub margin: Option<Number>,
    /// Every value that the condition looked at.
    pub seen: Vec<Seen>,
}

/// Judges one target for one entity; several answers where it recurs.
#[must_use]
pub fn judge(
    scenario: &Scenario,
    target: &Target,
    entity: Option<usize>,
    planted: Option<Planted>,
) -> Vec<Expected> {
    let court = Court { scenario, target, entity, planted };
    if target.due == Due::Each {
        return court.recurring();
    }
    vec![match (court.latest(), target.due) {
        (None, _) => court.without_period(),
        (Some(latest), Due::By(year)) => court.by(year, latest),
        (Some(latest), _) => court.expected(court.verdict(latest), latest, false),
    }]
}

struct Court<'a> {
    scenario: &'a Scenario,
    target: &'a Target,
    entity: Option<usize>,
    planted: Option<Planted>,
}

impl Court<'_> {
    /// The year asked for, else the last one of the data that has begun. Where no metric of the target is reported by
    /// years, there is none.
    fn latest(&self) -> Option<i16> {
        let begun = |year: &i16| Day(*year, 1, 1) <= self.scenario.as_of;
        let mut years: Vec<i16> = Metric::all().into_iter().flat_map(|metric| self.years(metric)).collect();
        if let Some(year) = self.scenario.year {
            return Some(year);
        }
        if self.own_years().is_empty() {
            return None;
        }
        years.retain(begun);
        years.into_iter().max()
    }

    /// The years in which the target's own metrics are reported, of anybody.
    fn own_years(&self) -> Vec<i16> {
        let mut metrics = BTreeSet::new();
        self.target.condition.metrics(&mut metrics);
        if let Some(when) = &self.target.when {
            when.metrics(&mut metrics);
        }
        if metrics.contains(&Metric::Derived) {
            self.scenario.derived.metrics(&mut metrics);
        }
        metrics.into_iter().flat_map(|metric| self.years(metric)).collect()
    }

    /// The years that the data of a metric speak of.
    fn years(&self, metric: Metric) -> Vec<i16> {
        match metric {
            Metric::Asked(Question::Count | Question::Sum) => self.years_of_records(),
            Metric::Asked(_) => self.scenario.records.iter().flatten().map(|one| one.year).collect(),
            _ => {
                let data = self.scenario.data.iter();
                data.filter(|one| one.metric == metric).filter_map(|one| one.year).collect()
            }
        }
    }

    /// Counts and sums speak of every year from an entity's first record to its last.
    fn years_of_records(&self) -> Vec<i16> {
        let (world, _) = self.at(NO_YEAR);
        let everyone = std::iter::once(None).chain((0..self.scenario.entities.len()).map(Some));
        let of_entity = |entity| {
            let years: Vec<i16> = world.of(entity).unwrap_or_default().iter().map(|one| one.year).collect();
            let (first, last) = (years.iter().min().copied(), years.iter().max().copied());
            first.zip(last).map_or(Vec::new(), |(first, last)| (first..=last).collect())
        };
        everyone.flat_map(of_entity).collect()
    }

    /// Every year that the data speak of.
    fn all_years(&self) -> Vec<i16> {
        Metric::all().into_iter().flat_map(|metric| self.years(metric)).collect()
    }

    /// Data without periods have one answer for all times.
    fn without_period(&self) -> Expected {
        let verdict = self.verdict(NO_YEAR);
        let is_ahead = match self.target.due {
            Due::By(year) => self.scenario.as_of < Day::end_of(year),
            _ => false,
        };
        self.expected(if verdict == "missed" && is_ahead { "pending" } else { verdict }, NO_YEAR, false)
    }

    fn by(&self, year: i16, latest: i16) -> Expected {
        let due = Day::end_of(if self.planted == Some(Planted::LateDeadline) { year + 1 } else { year });
        if self.scenario.as_of < due {
            let verdict = self.verdict(latest);
            let verdict = if verdict == "missed" { "pending" } else { verdict };
            return self.expected(verdict, latest, false);
        }
        let first = self.all_years().into_iter().min().unwrap_or(year);
        if first > year {
            let verdict = self.verdict(latest);
            return self.expected(verdict, latest, verdict == "met");
        }
        let verdict = self.verdict(year);
        // What did not apply at its deadline is not asked for later.
        if !matches!(verdict, "met" | "not_applicable") && latest > year && self.verdict(latest) == "met" {
            return self.expected("met", latest, true);
        }
        self.expected(verdict, year, false)
    }

    fn recurring(&self) -> Vec<Expected> {
        let has_begun = |year: &i16| Day(*year, 1, 1) <= self.scenario.as_of;
        let mut years = self.own_years();
        years.retain(has_begun);
        let of_data = || Some((years.iter().min().copied()?, years.iter().max().copied()?));
        let Some((first, last)) = self.scenario.period.or_else(of_data) else {
            return vec![self.without_period()];
        };
        let begun = (first..=last).filter(has_begun);
        let judged = |year: i16| {
            let verdict = self.verdict(year);
            let is_ahead = self.scenario.as_of < Day::end_of(year);
            self.expected(if verdict == "missed" && is_ahead { "pending" } else { verdict }, year, false)
        };
        begun.map(judged).collect()
    }

    /// The verdict in a year, whatever the deadline.
    fn verdict(&self, year: i16) -> &'static str {
        let (world, at) = self.at(year);
        match self.target.when.as_ref().map(|when| world.cond(when, at, None)) {
            Some(Known(false)) => return "not_applicable",
            Some(Unknown) => return "unknown",
            Some(Fault) => return "error",
            Some(Known(true)) | None => {}
        }
        if let Some(sample) = self.target.sample {
            return self.by_sample(sample, &world, at);
        }
        match world.cond(&self.target.condition, at, self.rounding()) {
            Known(true) => "met",
            Known(false) => "missed",
            Unknown => "unknown",
            Fault => "error",
        }
    }

    fn by_sample(&self, sample: Sample, world: &World<'_>, at: At) -> &'static str {
        let Cond::Compare(op, Num::Read(read), Num::Literal(limit)) = &self.target.condition else {
            return "error";
        };
        let counts = match read.metric {
            Metric::Asked(_) => world.counts(at),
            metric => match world.given(metric, at) {
                None | Some(Given::Missing) => Unknown,
                Some(Given::Fraction(passes, all)) => {
                    Known((usize::try_from(*passes).unwrap_or(0), usize::try_from(*all).unwrap_or(0)))
                }
                Some(_) => Fault,
            },
        };
        match counts {
            Unknown | Known((_, 0)) => "unknown",
            Fault => "error",
            Known((passes, all)) if self.planted == Some(Planted::BareShare) => {
                let share = Number::new(passes.into(), all.into());
                if world.compare(*op, &share, &limit.value()) { "met" } else { "missed" }
            }
            Known((passes, all)) => match says(sample, *op, passes, all, &limit.value()) {
                Says::Met => "met",
                Says::Missed => "missed",
                Says::Neither => "uncertain",
            },
        }
    }

    fn expected(&self, verdict: &'static str, year: i16, is_late: bool) -> Expected {
        let (world, at) = self.at(year);
        let mut flags = Vec::new();
        if verdict == "met"
            && self.target.warn.as_ref().is_some_and(|warn| world.cond(warn, at, None) == Known(true))
        {
            flags.push("at_risk");
        }
        if is_late {
            flags.push("late");
        }
        if verdict == "pending" {
            flags.extend(self.progress(&world, at));
        }
        if year != NO_YEAR && Day::end_of(year) > self.scenario.as_of {
            flags.push("provisional");
        }
        let margin = if verdict == "not_applicable" { None } else { self.margin(&world, at) };
        let seen = self.rests_on(&world, at);
        flags.sort_unstable();
        Expected { verdict, flags, year, margin, seen }
    }

    /// What the verdict rests on: the condition, as far as it is asked for.
    fn rests_on(&self, world: &World<'_>, at: At) -> Vec<Seen> {
        world.seen.borrow_mut().clear();
        let applies = self.target.when.as_ref().is_none_or(|when| world.cond(when, at, None) == Known(true));
        if applies {
            let _ = world.cond(&self.target.condition, at, self.rounding());
        }
        world.seen.take()
    }

    /// How far the observed value is on the good side, where the condition is one comparison, range or change.
    fn margin(&self, world: &World<'_>, at: At) -> Option<Number> {
        let margin = match &self.target.condition {
            Cond::Compare(op, left, right) => {
                let (left_value, right_value) = world.sides(left, right, at, self.rounding());
                let (left_value, right_value) = (left_value.known()?, right_value.known()?);
                if !rests_on_data(left) && !rests_on_data(right) {
                    return None;
                }
                match op {
                    Op::AtLeast | Op::Above => left_value - right_value,
                    Op::AtMost | Op::Below => right_value - left_value,
                    Op::Equal => -(left_value - right_value).abs(),
                    Op::NotEqual => return None,
                }
            }
            Cond::InRange(value, first, last) => {
                let (value_low, first) = world.sides(value, first, at, self.rounding());
                let (value_high, last) = world.sides(value, last, at, self.rounding());
                (value_low.known()? - first.known()?).min(last.known()? - value_high.known()?)
            }
            Cond::Change(change) => {
                use crate::scenario::Bound::{AtLeast, MoreThan};
                let moved = world.changed(change, at).known()?.moved;
                let amount = change.amount.value();
                if matches!(change.bound, AtLeast | MoreThan) { moved - amount } else { amount - moved }
            }
            _ => return None,
        };
        Some(if self.planted == Some(Planted::TurnedMargin) { -margin } else { margin })
    }

    /// Whether a pending target is on its way.
    fn progress(&self, world: &World<'_>, at: At) -> Option<&'static str> {
        let is_on = match self.target.way.as_ref()? {
            Progress::Milestone(year, cond) => {
                let is_behind_question = self.scenario.year.is_some_and(|asked| *year > asked);
                if Day::end_of(*year) > self.scenario.as_of || is_behind_question {
                    return None;
                }
                world.cond(cond, At { year: *year, ..at }, self.rounding()).known()?
            }
            Progress::Track { compound, from } => self.on_track(*compound, *from, world, at)?,
        };
        Some(if is_on { "on_track" } else { "off_track" })
    }

    /// Whether the value is as good as the path from its base to its goal.
    fn on_track(&self, compound: bool, from: i16, world: &World<'_>, at: At) -> Option<bool> {
        use crate::scenario::Bound::{AtLeast, MoreThan};
        let Due::By(due) = self.target.due else { return None };
        let (metric, goal, is_upward) = match &self.target.condition {
            Cond::Compare(op, Num::Read(read), Num::Literal(limit)) => {
                (read.metric, limit.value(), matches!(op, Op::AtLeast | Op::Above))
            }
            Cond::Change(change) => {
                let Change { metric, falls, bound, amount, since } = change;
                let base = world.value(*metric, At { year: *since, ..at }).known()?;
                let size = if amount.unit == crate::scenario::Unit::Percent {
                    amount.value() * &base
                } else {
                    amount.value()
                };
                let goal = if *falls { base - size } else { base + size };
                (*metric, goal, matches!(bound, AtLeast | MoreThan) != *falls)
            }
            _ => return None,
        };
        let base = world.value(metric, At { year: from, ..at }).known()?;
        let now = world.value(metric, at).known()?;
        let has_arrived = if is_upward { base >= goal } else { base <= goal };
        // What has no period is held against the path on the day asked for.
        let here = if at.year == NO_YEAR { self.scenario.as_of.0 } else { at.year };
        if has_arrived || here < from {
            return None;
        }
        let (gone, way) = (i32::from(here - from), i32::from(due - from));
        if !compound {
            let share = Number::new(gone.into(), way.into());
            let expected = &base + (goal - &base) * share;
            return Some(if is_upward { now >= expected } else { now <= expected });
        }
        if !base.is_positive() || !goal.is_positive() {
            return None;
        }
        if now.is_negative() {
            return Some(!is_upward);
        }
        let power = |of: &Number, times: i32| num_traits::Pow::pow(of.clone(), times);
        let (now, expected) = (power(&now, way), power(&base, way - gone) * power(&goal, gone));
        Some(if is_upward { now >= expected } else { now <= expected })
    }

    fn rounding(&self) -> Option<&Rounding> {
        match &self.target.judge {
            Judge::Plan => self.scenario.judge.as_ref(),
            Judge::Exact => None,
            Judge::Rounded(rounding) => Some(rounding),
        }
    }

    fn at(&self, year: i16) -> (World<'_>, At) {
        let world = World { scenario: self.scenario, planted: self.planted, seen: RefCell::default() };
        (world, At { entity: self.entity, year })
    }
}
