//! The answers to "what if": what would turn verdicts.

use serde::Serialize;

use crate::{AssumptionUse, Number, PlanInfo, Shown, Verdict};

/// What a change of values or of assumptions would do. Serialised, it is the `dabiao.what_if/1` format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhatIfReport {
    /// The format's name and version, `dabiao.what_if/1`.
    pub format: &'static str,
    /// The plan that was judged.
    pub plan: PlanInfo,
    /// The day for which it was judged, `YYYY-MM-DD`.
    pub as_of: String,
    /// The plan's assumptions with the values that were used.
    pub assumptions: Vec<AssumptionUse>,
    /// The values that were replaced.
    pub set: Vec<Replaced>,
    /// The verdicts that turn with them.
    pub turned: Vec<Turned>,
    /// For each missed target what would meet it; only where nothing was set and no assumption varied.
    pub missed: Vec<Missed>,
    /// For each target that rests on an assumption that varied, its verdicts over the range.
    pub varied: Vec<Varied>,
    /// The scores that change with the values that were set.
    pub scores: Vec<ScoreTurned>,
}

impl WhatIfReport {
    /// The name and version of the JSON format.
    pub const FORMAT: &'static str = "dabiao.what_if/1";
}

/// A value that stands in for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Replaced {
    /// The metric's path.
    pub metric: String,
    /// The entity.
    pub entity: Option<String>,
    /// The period.
    pub period: Option<String>,
    /// The value in the data; `None` where there was none.
    pub from: Option<Shown>,
    /// The value in its place.
    pub to: Shown,
}

/// A verdict that is another one after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Turned {
    /// The target's id.
    pub target: String,
    /// The entity that was judged.
    pub entity: Option<String>,
    /// The period that was judged.
    pub period: Option<String>,
    /// The verdict before the change; `None` where the target was not judged so.
    pub from: Option<Verdict>,
    /// The verdict after it; `None` where the target is not judged so.
    pub to: Option<Verdict>,
}

/// An entity's score that is another one after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreTurned {
    /// The entity.
    pub entity: Option<String>,
    /// The full points.
    pub full: Number,
    /// The points before the change; `None` where they were not known.
    pub from: Option<Number>,
    /// The points after it; `None` where they are not known.
    pub to: Option<Number>,
    /// The grade before the change, vetoes counted.
    pub from_grade: Option<String>,
    /// The grade after it, vetoes counted.
    pub to_grade: Option<String>,
}

/// A missed target with what would meet it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missed {
    /// The target's id.
    pub target: String,
    /// Its title.
    pub title: Shown,
    /// The entity that was judged.
    pub entity: Option<String>,
    /// The period that was judged.
    pub period: Option<String>,
    /// What was observed.
    pub observed: Option<Shown>,
    /// What was required of it.
    pub required: Option<Shown>,
    /// For each value of the entity that the verdict rests on, its smallest change that meets the target.
    pub changes: Vec<Change>,
}

/// The smallest change of one value that would meet a target, all others staying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The metric's path.
    pub metric: String,
    /// The period of the value.
    pub period: Option<String>,
    /// The value in the data.
    pub value: Shown,
    /// The counts behind it.
    pub count: Option<String>,
    /// What it would have to be; `None` where no value of it meets the target.
    pub to: Option<Shown>,
    /// The very number at which the target is met, or beyond which it is.
    pub limit: Option<String>,
    /// Whether the limit itself meets the target.
    pub included: Option<bool>,
    /// The nearest value that meets the target and has as many decimals as the one in the data, where the limit
    /// itself does not.
    pub next: Option<Shown>,
    /// How many more passes in the same total, fewer with a minus.
    pub passes: Option<String>,
    /// Why there is none, or why it was not looked for.
    pub reason: Option<Shown>,
    /// The other verdicts that the change would turn, for better or worse.
    pub turns: Vec<Turned>,
    /// The entity's score that the change would make another one.
    pub score: Option<ScoreTurned>,
}

/// A target's verdicts over the range of an assumption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Varied {
    /// The assumption.
    pub assumption: String,
    /// The target's id.
    pub target: String,
    /// Its title.
    pub title: Shown,
    /// The entity that was judged.
    pub entity: Option<String>,
    /// The period that was judged.
    pub period: Option<String>,
    /// The stretches of the range, from the lowest value to the greatest, each with its verdict.
    pub spans: Vec<VerdictSpan>,
}

/// A stretch of values over which a verdict stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerdictSpan {
    /// Its lowest value.
    pub from: Shown,
    /// The same number, exactly.
    pub from_exact: String,
    /// Whether that value belongs to it.
    pub from_included: bool,
    /// Its greatest value.
    pub to: Shown,
    /// The same number, exactly.
    pub to_exact: String,
    /// Whether that value belongs to it.
    pub to_included: bool,
    /// Whether an end is only known to lie very near, and not exactly.
    pub approximate: bool,
    /// The verdict.
    pub verdict: Verdict,
}
