//! One target's verdicts, step by step.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{AssumptionUse, PlanInfo, Shown, TargetResult, TargetScore};

/// Why each verdict of one target is what it is. Serialised, it is the `dabiao.explain/1` format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// The format's name and version, `dabiao.explain/1`.
    pub format: &'static str,
    /// The plan that was judged.
    pub plan: PlanInfo,
    /// The day for which the plan was judged, `YYYY-MM-DD`.
    pub as_of: String,
    /// The target's id.
    pub target: String,
    /// The plan's assumptions with the values that were used.
    pub assumptions: Vec<AssumptionUse>,
    /// The verdicts, one for each entity and period judged.
    pub explained: Vec<Explained>,
    /// Titles of the organisations that have some, by id.
    pub organisations: BTreeMap<String, Shown>,
    /// Titles of the entities judged that have some, by name.
    pub entities: BTreeMap<String, Shown>,
}

impl Explanation {
    /// The name and version of the JSON format.
    pub const FORMAT: &'static str = "dabiao.explain/1";
}

/// One verdict with the steps that lead to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The verdict, as reports have it.
    pub result: TargetResult,
    /// The texts of the rules that it follows from, with the values of their parts.
    pub texts: Vec<ExplainedText>,
    /// What it earned; `None` where the target takes no part in a score.
    pub points: Option<TargetScore>,
}

/// What a text of the rules says of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Where the target applies: `when`.
    When,
    /// What must be true.
    Condition,
    /// Where a met target is at risk: `warn`.
    Warn,
    /// What a metric is computed from.
    Metric,
}

/// A text of the rules with what its parts amount to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedText {
    /// What it says of the target.
    pub role: Role,
    /// The metric that it computes, for [`Role::Metric`].
    pub metric: Option<String>,
    /// The text, on one line.
    pub text: String,
    /// Its parts, from left to right; a whole before its parts.
    pub steps: Vec<ExplainedStep>,
}

/// A part of a text with its value. Places are counted in characters of the text, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedStep {
    /// Where the part begins.
    pub start: usize,
    /// Where it ends, behind its last character.
    pub end: usize,
    /// The character that its value belongs under: of `a >= b` the sign.
    pub under: usize,
    /// The part itself.
    pub text: String,
    /// Its values: one, or one for each period or place that it was read for.
    pub values: Vec<StepValue>,
}

/// What a part of a text amounts to at one place and time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepValue {
    /// The value as people read it: of a condition whether it holds, and `missing` or `error` where there is none.
    pub value: Shown,
    /// The exact number in its own unit; `None` where it is no number.
    pub exact: Option<String>,
    /// The counts behind a share, `462/500`.
    pub count: Option<String>,
    /// Where the value was read, `metrics.csv:7`.
    pub source: Option<String>,
    /// The entity whose value it is.
    pub entity: Option<String>,
    /// The period whose value it is.
    pub period: Option<String>,
}
