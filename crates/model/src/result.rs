//! The answer for one target, one entity and one period.

use serde::{Deserialize, Serialize};

use crate::{Evidence, Figures, Flag, Reason, Shown, Verdict};

/// A verdict with everything that it rests on. The JSON keys stand in this order and keep their meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetResult {
    /// The target's stable id.
    pub target: String,
    /// The target's title, else its metric's, else its id.
    pub title: Shown,
    /// The title of the section that the target stands in.
    pub section: Option<Shown>,
    /// The clauses that the target is taken from.
    pub cite: Vec<String>,
    /// The organisations that answer for it.
    pub owner: Vec<String>,
    /// The entity that was judged; `None` where the data name none.
    pub entity: Option<String>,
    /// The period that was judged; `None` where the data name none.
    pub period: Option<String>,
    /// The verdict.
    pub verdict: Verdict,
    /// Remarks beside the verdict.
    pub flags: Vec<Flag>,
    /// The condition as the rule has it, on one line.
    pub condition: String,
    /// The deadline, or the end of a period that the target recurs in, as `YYYY-MM-DD`.
    pub due: Option<String>,
    /// What was observed, in the metric's unit or as a change.
    pub observed: Option<Shown>,
    /// What was required of it, for example `>= 90%`.
    pub required: Option<Shown>,
    /// How far the observed value is on the good side (negative: on the bad side) of the required one.
    pub margin: Option<Shown>,
    /// The values that the verdict rests on.
    pub evidence: Vec<Evidence>,
    /// The assumptions that the verdict rests on.
    pub assumptions: Vec<String>,
    /// The values that were missing, for example `energy.per_gdp in 2005`.
    pub missing: Vec<Shown>,
    /// Why there is no plain verdict.
    pub reason: Option<Reason>,
    /// Where the target stands in the rules.
    pub at: SourcePosition,
    /// The organisations that assist.
    #[serde(default)]
    pub with: Vec<String>,
    /// For a missed share with counts: how many more passes would meet it.
    pub needed: Option<String>,
    /// How observed values were rounded before they were compared; `None` for a comparison of the values themselves.
    pub rounding: Option<Shown>,
    /// The numbers behind the texts; `None` where the condition is no comparison, range or change.
    pub figures: Option<Box<Figures>>,
}

/// A place in a rule file, lines and columns counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcePosition {
    /// The file's name as it was given.
    pub file: String,
    /// The line.
    pub line: u32,
    /// The column, in characters.
    pub column: u32,
}

impl TargetResult {
    /// Whether the verdict is `met`.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.verdict == Verdict::Met
    }

    /// Whether the verdict is `missed`.
    #[must_use]
    pub fn is_missed(&self) -> bool {
        self.verdict == Verdict::Missed
    }
}
