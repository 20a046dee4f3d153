//! The answers of records, as values of metrics.

use std::collections::{BTreeSet, HashMap};

use dabiao_check::{Plan, RecordFunction, RecordQuery, TermKind};
use dabiao_model::{Diagnostic, Number, Period, Step, Value};

use super::given::Given;
use super::group::Groups;
use super::tally::Answer;
use crate::ids::EntityId;
use crate::row::Row;
use crate::{Metrics, Program, Provenance};

/// A table of metrics with the answers of its tables of records; `None` where it has no such table.
///
/// # Errors
/// Where an answer lies outside its metric's range, or the table is full.
pub(crate) fn answered(
    program: &Program,
    metrics: &Metrics,
    assumptions: &[Value],
    asked: Option<Period>,
) -> Result<Option<Metrics>, Box<Diagnostic>> {
    let plan = program.plan();
    if !metrics.has_records() {
        return Ok(None);
    }
    let steps = asked_steps(plan, metrics, asked);
    let mut filled = metrics.clone();
    for (table, given) in metrics.tables() {
        let home = home(plan, given.longest());
        let mut steps = steps.clone();
        steps.extend(home);
        given.refuse_other(plan, table, &steps, assumptions)?;
        let groups = Groups::new(given.seats(), &steps, metrics.tree());
        let of_table = plan.queries.iter().filter(|query| query.table == table);
        for (position, query) in of_table.enumerate() {
            answer(position, query, given, &groups, home, assumptions, &mut filled)?;
        }
    }
    Ok(Some(filled))
}

/// The shortest kind of period for which dated records are asked.
pub(crate) fn grain(plan: &Plan, metrics: &Metrics, asked: Option<Period>) -> Step {
    let mut steps = asked_steps(plan, metrics, asked);
    steps.extend(home(plan, Some(Step::Day)));
    steps.last().copied().unwrap_or(Step::Year)
}

/// The kinds of period that the rules, the question or the data name somewhere.
fn asked_steps(plan: &Plan, metrics: &Metrics, asked: Option<Period>) -> BTreeSet<Step> {
    let mut steps = steps(plan);
    steps.extend(asked.map(Period::step));
    steps.extend(metrics.all_periods().map(Period::step));
    steps
}

/// The kind of period that a target about a table is judged by where nothing else says so: that of the plan's period,
/// else the year for dated records, else the records' own; never a shorter one than the records have.
fn home(plan: &Plan, longest: Option<Step>) -> Option<Step> {
    let longest = longest?;
    let wanted = plan.period.map(|range| range.step());
    let own = if longest == Step::Day { Step::Year } else { longest };
    Some(wanted.map_or(own, |wanted| wanted.min(longest)))
}

/// The kinds of period that the rules name somewhere, so that a record may be read for one.
fn steps(plan: &Plan) -> BTreeSet<Step> {
    let mut steps: BTreeSet<Step> = plan.period.map(|range| range.step()).into_iter().collect();
    steps.extend(plan.targets.iter().filter_map(|target| target.each));
    for target in &plan.targets {
        steps.extend(target.milestones.iter().map(|milestone| milestone.period.step()));
        steps.extend(target.track.iter().map(|track| track.from.step()));
    }
    steps
        .extend(plan.tests.iter().flat_map(|test| &test.expected).filter_map(|one| Some(one.period?.step())));
    for (_, term) in plan.terms.iter() {
        match &term.kind {
            TermKind::Metric { time, .. } => steps.extend(time.anchor.map(Period::step)),
            TermKind::Change(test) => steps.extend([test.since.step()]),
            TermKind::Yearly(test) => steps.extend([test.since.step()]),
            TermKind::Trend(test) => steps.extend([test.step]),
            TermKind::OverTime(window) => steps.extend([window.step]),
            _ => {}
        }
    }
    steps
}

fn answer(
    position: usize,
    query: &RecordQuery,
    given: &Given,
    groups: &Groups,
    home: Option<Step>,
    assumptions: &[Value],
    filled: &mut Metrics,
) -> Result<(), Box<Diagnostic>> {
    filled.set_home(query.metric, home);
    let tallies = given.tallies(position, query, groups, assumptions);
    for (row, members) in &groups.places {
        let mut members = members.iter().filter_map(|group| tallies.get(*group));
        let Some(mut whole) = members.next().cloned() else { continue };
        members.for_each(|tally| whole.merge(query.function, tally));
        put(query, given, *row, whole.answer(query.function), home, filled)?;
    }
    if matches!(query.function, RecordFunction::Count | RecordFunction::Sum) {
        for row in holes(groups) {
            put(query, given, row, Ok((Value::Number(Number::ZERO), None)), home, filled)?;
        }
    }
    Ok(())
}

fn put(
    query: &RecordQuery,
    given: &Given,
    row: Row,
    answer: Answer,
    home: Option<Step>,
    filled: &mut Metrics,
) -> Result<(), Box<Diagnostic>> {
    let (value, counts, gap) = match answer {
        Ok((value, counts)) => (Some(value), counts, None),
        Err(gap) => (None, None, Some(gap)),
    };
    let provenance = Provenance {
        source: given.source().to_string(),
        counts,
        mark: None,
        provisional: false,
        place: given.place().clone(),
    };
    let is_home = row.period.is_none_or(|period| Some(period.step()) == home);
    filled.put_answer(query.metric, row, value, provenance, gap, is_home)
}

/// The places without a record between the first and the last period of an entity, where the table is known to reach.
fn holes(groups: &Groups) -> Vec<Row> {
    let mut ends: HashMap<(Option<EntityId>, Step), (Period, Period)> = HashMap::new();
    for row in groups.places.keys() {
        let Some(period) = row.period else { continue };
        let (first, last) = ends.entry((row.entity, period.step())).or_insert((period, period));
        *first = period.min(*first);
        *last = period.max(*last);
    }
    let mut holes: Vec<Row> = Vec::new();
    for ((entity, _), (first, last)) in ends {
        let all = std::iter::successors(Some(first), |period| period.next());
        let rows =
            all.take_while(|period| *period <= last).map(|period| Row { entity, period: Some(period) });
        holes.extend(rows.filter(|row| !groups.places.contains_key(row)));
    }
    holes.sort_unstable_by_key(|row| (row.entity, row.period));
    holes
}
