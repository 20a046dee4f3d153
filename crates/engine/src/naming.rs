//! Names of readings, as messages use them.

use std::fmt::Write;

use dabiao_check::{MetricId, Plan, TermId, TermKind, Time};

/// A term as the rule has it: a reading by its metric, place and time, anything else by its text.
pub(crate) fn term(plan: &Plan, term: TermId) -> String {
    let Some(term) = plan.terms.get(term) else { return String::new() };
    match &term.kind {
        TermKind::Metric { metric, places, time } => reading(plan, *metric, places, *time),
        _ => plan.text_at(term.at),
    }
}

/// `energy.per_gdp of province in 2005`
pub(crate) fn reading(plan: &Plan, metric: MetricId, places: &[String], time: Time) -> String {
    let mut name = plan.metric(metric).map_or_else(String::new, |metric| metric.path.clone());
    for place in places {
        name.push_str(" of ");
        name.push_str(place);
    }
    // Writing to a text cannot fail.
    let _ = match (time.months, time.days) {
        (0, 0) => Ok(()),
        (12, 0) => name.write_str(" last year"),
        (6, 0) => name.write_str(" last half"),
        (3, 0) => name.write_str(" last quarter"),
        (1, 0) => name.write_str(" last month"),
        (0, 1) => name.write_str(" last day"),
        (months, 0) => write!(name, " {months} months before"),
        (0, days) => write!(name, " {days} days before"),
        (months, days) => write!(name, " {months} months and {days} days before"),
    };
    let _ = time.anchor.map(|anchor| write!(name, " in {anchor}"));
    name
}
