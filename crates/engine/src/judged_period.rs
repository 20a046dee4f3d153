//! Which periods a target is judged for.

use std::collections::BTreeMap;

use dabiao_check::Target;
use dabiao_model::{Date, Period, Step};

use crate::evaluate::Context;
use crate::metrics::Column;
use crate::program::{Routine, TargetRoutines};

/// The periods that decide about a target. They are the same for every entity, so that entities compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Schedule {
    /// One period, or the row without one.
    At(Option<Period>),
    /// The deadline has passed: its own period decides, and a later one tells whether the target was met after all.
    Deadline {
        /// The period of the deadline.
        at: Period,
        /// The latest period.
        later: Period,
    },
    /// A period that begins after the deadline: a target met there is late unless it was met at the deadline.
    Past {
        /// The period to judge.
        at: Period,
        /// The period of the deadline, where the data have one.
        deadline: Option<Period>,
    },
    /// The target recurs, and each period has a verdict of its own; at least one.
    Each(Vec<Period>),
}

impl Schedule {
    /// How many answers there are for one entity.
    pub(crate) fn answers(&self) -> usize {
        match self {
            Schedule::Each(periods) => periods.len(),
            _ => 1,
        }
    }

    /// Every period that is looked at.
    pub(crate) fn periods(&self) -> Vec<Option<Period>> {
        match self {
            Schedule::At(period) => vec![*period],
            Schedule::Deadline { at, later } => vec![Some(*at), Some(*later)],
            Schedule::Past { at, deadline } => {
                [Some(*at), *deadline].into_iter().filter(Option::is_some).collect()
            }
            Schedule::Each(periods) => periods.iter().copied().map(Some).collect(),
        }
    }

    /// The periods for a target: the one asked for, else the latest that has begun, else the deadline's.
    pub(crate) fn new(target: &Target, routines: &TargetRoutines, context: &Context<'_>) -> Schedule {
        if let (Some(step), None) = (target.each, context.period) {
            let periods = recurring(step, routines, context);
            return if periods.is_empty() { Schedule::At(None) } else { Schedule::Each(periods) };
        }
        let passed = target.by.filter(|by| *by <= context.as_of);
        let latest_by = |limit: Date| latest(routines, limit, context);
        let Some(at) = context.period.or_else(|| latest_by(context.as_of)) else { return Schedule::At(None) };
        let Some(by) = passed else { return Schedule::At(Some(at)) };
        // Where the data pass over the deadline's own period, an older value does not decide in its place.
        let of_deadline = |known: Period| {
            Period::containing(by, known.step()).filter(|deadline| known < *deadline).unwrap_or(known)
        };
        let known = latest_by(by).map(of_deadline);
        if context.period.is_some() {
            let is_past = at.start() > by;
            return if is_past { Schedule::Past { at, deadline: known } } else { Schedule::At(Some(at)) };
        }
        // Data that end before the deadline do not tell whether the target was met by it.
        let deadline = Period::containing(by, at.step()).filter(|deadline| at < *deadline);
        match (deadline, known) {
            (Some(deadline), _) => Schedule::At(Some(deadline)),
            (None, Some(known)) if known < at => Schedule::Deadline { at: known, later: at },
            (None, _) if at.start() > by => Schedule::Past { at, deadline: known },
            (None, _) => Schedule::At(Some(at)),
        }
    }
}

/// The periods of a kind that have begun: those of the plan's period or, without one, from the first to the latest for
/// which the metrics of the target have data of that kind. Of a plan that has not begun, its first.
fn recurring(step: Step, routines: &TargetRoutines, context: &Context<'_>) -> Vec<Period> {
    let has_begun = |period: &Period| period.start() <= context.as_of;
    let (first, last) = match context.program.plan().period {
        Some(range) => {
            (Period::containing(range.first().start(), step), Period::containing(range.last().end(), step))
        }
        None => {
            let of_kind = |period: &Period| period.step() == step && has_begun(period);
            let known =
                || columns(routines, context).flat_map(|column| column.periods()).map(|(period, _)| period);
            (known().filter(of_kind).min(), known().filter(of_kind).max())
        }
    };
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let from_first = std::iter::successors(Some(first), |period| period.next());
    let mut periods: Vec<Period> =
        from_first.take_while(|period| *period <= last && has_begun(period)).collect();
    if periods.is_empty() {
        periods.push(first);
    }
    periods
}

/// The latest period for a condition that stands beside the targets: the one asked for, else the latest that has begun.
pub(crate) fn of_condition(routine: &Routine, context: &Context<'_>) -> Option<Period> {
    context.period.or_else(|| latest_of(&[routine], context.as_of, context))
}

/// The columns of the metrics of a target's condition and of its `when`.
fn columns<'a>(routines: &'a TargetRoutines, context: &'a Context<'_>) -> impl Iterator<Item = &'a Column> {
    read_by(routines.when.iter().chain([&routines.condition]), context)
}

/// The columns of the metrics that routines read.
fn read_by<'a>(
    routines: impl Iterator<Item = &'a Routine>,
    context: &'a Context<'_>,
) -> impl Iterator<Item = &'a Column> {
    let leaves = routines.flat_map(Routine::leaves);
    leaves.filter_map(|leaf| context.metrics.column(leaf.metric))
}

/// The latest period of the data that begins no later than a day, of the kind in which the metrics of a target's
/// condition and of its `when` are reported.
///
/// The period need not have a value of these metrics: where the data have come to 2011 and a yearly metric has not,
/// its target is unknown for 2011, and the value of 2010 is not taken in its place.
///
/// Where metrics have data for several kinds of periods, the kind whose latest period ends last is taken, and of two
/// that end together the longer: so a year that is over goes before its last month.
fn latest(routines: &TargetRoutines, limit: Date, context: &Context<'_>) -> Option<Period> {
    let all: Vec<&Routine> = routines.when.iter().chain([&routines.condition]).collect();
    latest_of(&all, limit, context)
}

fn latest_of(routines: &[&Routine], limit: Date, context: &Context<'_>) -> Option<Period> {
    // A period in which a metric is only named as missing counts where the metric has values for periods of that
    // kind at all: the empty monthly cells of a yearly metric are no call to judge it for a month.
    let mut has_values: BTreeMap<Step, bool> = BTreeMap::new();
    let home = |column: &'_ Column, period: &Period| column.home().is_none_or(|home| home == period.step());
    let periods =
        |column: &'_ Column| column.periods().filter(|(period, _)| home(column, period)).collect::<Vec<_>>();
    for (period, known) in read_by(routines.iter().copied(), context).flat_map(periods) {
        let kind = has_values.entry(period.step()).or_default();
        *kind = *kind || known;
    }
    let any_values = has_values.values().any(|known| *known);
    let counts = |period: &Period| has_values.get(&period.step()).is_some_and(|known| *known || !any_values);
    context.metrics.all_periods().filter(|period| period.start() <= limit).filter(counts).max()
}
