//! The points of one target.

use serde::{Deserialize, Serialize};

use super::AdjustmentScore;
use crate::{Number, Reason, Shown, Verdict};

/// What one target earned, and how its points came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetScore {
    /// The target's id.
    pub target: String,
    /// Its title.
    pub title: Shown,
    /// The period that counts; of a target that recurs, the latest one that is over.
    pub period: Option<String>,
    /// The verdict for that period.
    pub verdict: Verdict,
    /// The points without bonus and penalty; `None` where they are not known.
    pub points: Option<Number>,
    /// The full points.
    pub full: Number,
    /// The target's weight; `None` where a ladder names the points itself, or there are only bonus and penalty.
    pub weight: Option<Number>,
    /// The form of the score as it is written; `None` where none is, and all or nothing counts.
    pub form: Option<String>,
    /// The share of the target that was reached, 1 for all of it; `None` where the condition has no such share.
    pub completion: Option<Number>,
    /// How far the value stays behind its target; negative where it is ahead.
    pub shortfall: Option<Shown>,
    /// Why there are no points.
    pub reason: Option<Reason>,
    /// Its bonuses and penalties, which no weight scales.
    pub adjustments: Vec<AdjustmentScore>,
}
