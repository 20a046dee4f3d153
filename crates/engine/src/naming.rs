//! Names of readings, as messages use them.

use dabiao_check::{MetricId, Plan, TermId, TermKind, Time};
use dabiao_model::{Period, Wording};

/// A term as the rule has it: a reading by its metric, place and time, anything else by its text.
pub(crate) fn term(plan: &Plan, term: TermId) -> Wording {
    let Some(term) = plan.terms.get(term) else { return Wording::from("") };
    match &term.kind {
        TermKind::Metric { metric, places, time } => reading(plan, *metric, places, *time),
        _ => Wording::from(plan.text_at(term.at)),
    }
}

/// `energy.per_gdp of province in 2005`
pub(crate) fn reading(plan: &Plan, id: MetricId, places: &[String], time: Time) -> Wording {
    let name = places.iter().fold(metric(plan, id), |name, place| of(name, place));
    let back = |id| Wording::about(id, "name", name.clone());
    let name = match (time.months, time.days) {
        (0, 0) => name,
        (12, 0) => back("naming-last-year"),
        (6, 0) => back("naming-last-half"),
        (3, 0) => back("naming-last-quarter"),
        (1, 0) => back("naming-last-month"),
        (0, 1) => back("naming-last-day"),
        (months, 0) => back("naming-months").with("months", i64::from(months)),
        (0, days) => back("naming-days").with("days", i64::from(days)),
        (months, days) => {
            back("naming-months-days").with("months", i64::from(months)).with("days", i64::from(days))
        }
    };
    match time.anchor {
        Some(anchor) => during(name, anchor),
        None => name,
    }
}

/// `energy.per_gdp`
pub(crate) fn metric(plan: &Plan, id: MetricId) -> Wording {
    Wording::from(plan.metric(id).map_or("", |metric| &metric.path))
}

/// `energy.per_gdp of province`
pub(crate) fn of(name: Wording, place: &str) -> Wording {
    Wording::about("naming-of", "name", name).with("place", place)
}

/// `energy.per_gdp in 2005`
pub(crate) fn during(name: Wording, period: Period) -> Wording {
    Wording::about("naming-in", "name", name).with("period", period)
}
