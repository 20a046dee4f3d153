//! Why there is no plain verdict, in words.

use dabiao_check::{Plan, TermId, TermKind};
use dabiao_model::{Reason, Verdict, Wording};

use crate::evaluate::{Cause, Context, Fault, Gap, Place, Sheet};
use crate::evidence::missing_values;
use crate::judge::{Hearing, Outcome};
use crate::program::OpKind;
use crate::records::RecordGap;
use crate::row::Row;
use crate::trace::{Read, Through, reads};
use crate::{limits, naming};

/// The reason of an outcome; `None` for a plain one.
pub(crate) fn reason(
    hearing: &Hearing<'_>,
    row: usize,
    outcome: Outcome,
    context: &Context<'_>,
) -> Option<Reason> {
    let plan = context.program.plan();
    if let Some(table) = outcome.empty.and_then(|id| plan.table(id)) {
        let verdict = Wording::from(outcome.verdict);
        return Some(Reason::new("reason-if-none").with("table", &table.name).with("verdict", verdict));
    }
    match (outcome.verdict, outcome.cause) {
        (_, Some(cause)) => {
            let sheet = hearing.when.as_ref().filter(|_| outcome.by_when).unwrap_or(&hearing.condition);
            Some(of_cause(cause, sheet, row, hearing.row(row), context))
        }
        (Verdict::Pending, None) => hearing.due.map(|due| Reason::new("reason-not-due").with("due", due)),
        (Verdict::Uncertain, None) => {
            let sampling = hearing.target.sampling.as_ref()?;
            let [low, high] = hearing.sample(row)?.ok()?.bounds(sampling)?;
            Some(Reason::new("reason-uncertain").with("low", low).with("high", high))
        }
        (Verdict::Missed, None) if !outcome.by_when => {
            let sheet = &hearing.condition;
            let parts = missed_parts(sheet, sheet.root(row), context);
            (!parts.is_empty())
                .then(|| Reason::new("reason-parts-missed").with("parts", Wording::list(parts)))
        }
        (Verdict::NotApplicable, None) => {
            let when = hearing.target.when.map_or_else(|| Wording::from(""), |when| naming::term(plan, when));
            Some(Reason::new("reason-condition-false").with("text", when))
        }
        _ => None,
    }
}

/// The parts of an `and`, or of `at least 2 of (…)`, that are not true, as the rules write them; none for any other
/// condition.
fn missed_parts(sheet: &Sheet<'_>, whole: Place, context: &Context<'_>) -> Vec<Wording> {
    let plan = context.program.plan();
    let Some(op) = sheet.op(whole) else { return Vec::new() };
    if !matches!(op.kind, OpKind::All | OpKind::AtLeast(_)) {
        return Vec::new();
    }
    let at = |term: TermId| plan.terms.get(term).map(|term| term.at);
    let mut names = Vec::new();
    for slot in &op.operands {
        let part = Place { slot: *slot, ..whole };
        let Some(of) = sheet.op(part).filter(|_| sheet.truth_at(part) == Some(false)) else { continue };
        let inner = missed_parts(sheet, part, context);
        // A range that is judged as two comparisons has no parts that a reader would know.
        if inner.is_empty() && at(of.term) != at(op.term) {
            names.push(Wording::quoted(naming::term(plan, of.term)));
        } else {
            names.extend(inner);
        }
    }
    names
}

/// The reason for which a sheet has no answer for a row.
pub(crate) fn of_cause(
    cause: Cause,
    sheet: &Sheet<'_>,
    row: usize,
    judged: Row,
    context: &Context<'_>,
) -> Reason {
    let plan = context.program.plan();
    let about = |id: &'static str, term: TermId| Reason::new(id).with("text", naming::term(plan, term));
    match cause {
        Cause::Unknown(Gap::Missing) => {
            let open = reads(sheet, row, Through::Unknown, context);
            let names = Wording::list(missing_values(&open, judged, context));
            let of_records =
                open.iter().filter(|read| read.found.is_none()).find_map(|read| of_records(read, context));
            of_records.unwrap_or_else(|| Reason::new("reason-missing")).with("names", names)
        }
        Cause::Unknown(Gap::NoAncestor(term)) => no_ancestor(term, judged, context),
        Cause::Unknown(Gap::NoPeriod(term)) => about("reason-no-period", term),
        Cause::Unknown(Gap::NoSuchTime(term, period)) => {
            about("reason-no-such-time", term).with("period", period)
        }
        Cause::Unknown(Gap::BaseNotBefore(term, period)) => {
            let base = match plan.terms.get(term).map(|term| &term.kind) {
                Some(TermKind::Change(test)) => Wording::from(test.since),
                Some(TermKind::Yearly(test)) => Wording::from(test.since),
                _ => Wording::from(""),
            };
            Reason::new("reason-base-not-before").with("base", base).with("period", period)
        }
        Cause::Unknown(Gap::ShortSeries(count)) => Reason::new("reason-short-series").with("count", count),
        Cause::Unknown(Gap::NoSiblings(term)) => {
            let level = match plan.terms.get(term).map(|term| &term.kind) {
                Some(TermKind::OverPlaces(siblings)) => siblings.level.as_str(),
                _ => "",
            };
            Reason::new("reason-no-siblings").with("level", level)
        }
        Cause::Fault(Fault::DivisionByZero(term)) => about("reason-division-by-zero", term),
        Cause::Fault(Fault::ZeroBase(term)) => {
            Reason::new("reason-zero-base").with("metric", base_name(plan, term))
        }
        Cause::Fault(Fault::NegativeBase(term)) => {
            Reason::new("reason-negative-base").with("metric", base_name(plan, term))
        }
        Cause::Fault(Fault::NegativeValue(term)) => about("reason-negative-value", term),
        Cause::Fault(Fault::NoCounts(term)) => about("reason-no-counts", term),
        Cause::Fault(Fault::NumberTooLarge(term)) => about("reason-number-too-large", term),
        Cause::Fault(Fault::SeriesTooLong(term)) => {
            about("reason-series-too-long", term).with("limit", limits::SERIES)
        }
        Cause::Fault(Fault::Mistyped) => Reason::new("reason-mistyped"),
    }
}

/// Why the records that a reading rests on give no answer; it may be that they are not given.
fn of_records(read: &Read<'_>, context: &Context<'_>) -> Option<Reason> {
    let plan = context.program.plan();
    let query = plan.query_of(read.leaf.metric)?;
    let table = plan.table(query.table)?;
    let about = |id: &'static str| Reason::new(id).with("table", &table.name);
    if !context.metrics.has_table(query.table) {
        let has_values = !context.metrics.column(read.leaf.metric)?.is_empty();
        return (!has_values).then(|| about("reason-no-table"));
    }
    Some(match context.metrics.gap(read.leaf.metric, read.place.ok()?) {
        None => about("reason-no-records"),
        Some(RecordGap::NoneChosen) => about("reason-none-chosen"),
        Some(RecordGap::Undefined(count)) => about("reason-records-undefined").with("count", *count),
        Some(RecordGap::Undecided(count, columns)) => {
            let columns = columns.iter().filter_map(|index| table.columns.get(*index));
            let columns = columns.map(|column| Wording::quoted(column.name.as_str()));
            about("reason-records-undecided").with("count", *count).with("columns", Wording::list(columns))
        }
    })
}

/// Names the entity at which the way to a place ends.
fn no_ancestor(term: TermId, judged: Row, context: &Context<'_>) -> Reason {
    let entities = context.metrics.tree();
    let places = match context.program.plan().terms.get(term).map(|term| &term.kind) {
        Some(TermKind::Metric { places, .. }) => places.as_slice(),
        Some(TermKind::OverPlaces(siblings)) => siblings.places.as_slice(),
        _ => &[],
    };
    match entities.go(judged.entity, places) {
        Err((Some(entity), place)) => {
            Reason::new("reason-no-ancestor").with("entity", entities.name(entity)).with("place", place)
        }
        Err((None, place)) => Reason::new("reason-no-entity").with("place", place),
        Ok(_) => Reason::new("reason-no-entity").with("place", Wording::list(places)),
    }
}

/// `complaints.quality in 2010`, for the base of a change.
fn base_name(plan: &Plan, term: TermId) -> Wording {
    let (now, base, since) = match plan.terms.get(term).map(|term| &term.kind) {
        Some(TermKind::Change(test)) => (test.now, test.base, test.since),
        Some(TermKind::Yearly(test)) => (test.now, test.base, test.since),
        _ => return Wording::from(""),
    };
    match plan.terms.get(base).map(|term| &term.kind) {
        Some(TermKind::Metric { .. }) => naming::term(plan, base),
        _ => naming::during(naming::term(plan, now), since),
    }
}
