//! A target.

use dabiao_model::{Date, Rounding, Step, Type};
use serde::{Deserialize, Serialize};

use super::{Adjustment, AssumptionId, At, MetricId, Milestone, Sampling, SectionId, TermId, Track, Worth};

/// What must be true, by when, by whose account and on which clause's authority.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Target {
    /// Its stable id.
    pub id: String,
    /// Its own titles, or those of the metric that gives it its id.
    pub titles: Vec<String>,
    /// The section it stands in.
    pub section: Option<SectionId>,
    /// Its clauses, its own or its section's.
    pub cite: Vec<String>,
    /// The organisations that answer for it.
    pub owner: Vec<String>,
    /// The organisations that assist.
    pub with: Vec<String>,
    /// The condition, a yes/no term.
    pub condition: TermId,
    /// The condition as written, on one line.
    pub text: String,
    /// Where the target applies, a yes/no term.
    pub when: Option<TermId>,
    /// Where a met target is at risk, a yes/no term.
    pub warn: Option<TermId>,
    /// The last day on which the condition may come true.
    pub by: Option<Date>,
    /// How often it recurs: it is judged for every period of this kind, and due at the end of each.
    pub each: Option<Step>,
    /// How values are rounded before its condition compares them, each way once, with the type of what is rounded;
    /// empty where the values themselves are compared.
    pub rounding: Vec<(Rounding, Type)>,
    /// How a sample decides, where one does.
    pub sampling: Option<Sampling>,
    /// What is asked of it before its deadline, the earliest first.
    pub milestones: Vec<Milestone>,
    /// The path that its value is held against before its deadline.
    pub track: Option<Track>,
    /// Whether it is met where its records have none to judge; unknown where it does not say.
    pub if_none: Option<bool>,
    /// What it can earn; `None` for a target that takes no part in the score.
    pub worth: Option<Worth>,
    /// Its bonuses and penalties.
    pub adjustments: Vec<Adjustment>,
    /// The grade that is given where it is missed.
    pub veto: Option<String>,
    /// The metrics of its condition in the order of the text.
    pub metrics: Vec<MetricId>,
    /// The assumptions of its condition, through derived metrics too.
    pub assumptions: Vec<AssumptionId>,
    /// Where it stands.
    pub at: At,
}
