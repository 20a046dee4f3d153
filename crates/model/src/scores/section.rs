//! The score of one section.

use serde::{Deserialize, Serialize};

use super::{AdjustmentScore, TargetScore};
use crate::{Number, Shown};

/// What the targets of one section earned together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionScore {
    /// The section's title; `None` for targets that stand in no section.
    pub section: Option<Shown>,
    /// The points, on the section's own scale, with its bonuses and penalties; `None` where they are not known.
    pub points: Option<Number>,
    /// The full points, without any bonus.
    pub full: Number,
    /// The section's own weight, which its targets' points are scaled to; `None` where they count as they are.
    pub weight: Option<Number>,
    /// Whether targets without points left their weight to the others.
    pub reweighted: bool,
    /// The targets, in the order of the rules.
    pub targets: Vec<TargetScore>,
    /// The section's own bonuses and penalties.
    pub adjustments: Vec<AdjustmentScore>,
}
