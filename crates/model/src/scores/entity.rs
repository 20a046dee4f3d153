//! The score of one entity.

use serde::{Deserialize, Serialize};

use super::{AdjustmentScore, MissingPoints, SectionScore, TargetScore, VetoUse};
use crate::Number;

/// What one entity earned. The JSON keys stand in this order and keep their meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityScore {
    /// The entity; `None` where the data name none.
    pub entity: Option<String>,
    /// The points of all parts with bonus and penalty; `None` where a part is not known.
    pub total: Option<Number>,
    /// The full points, without any bonus.
    pub full: Number,
    /// Whether the score may still change: a target in it is pending, or its result provisional.
    pub provisional: bool,
    /// The grade that the total earns.
    pub earned_grade: Option<String>,
    /// The grade after vetoes; `None` where it is not known.
    pub given_grade: Option<String>,
    /// The veto that put the given grade in the place of the earned one.
    pub veto: Option<VetoUse>,
    /// The parts that have no points, each with the reason.
    pub missing: Vec<MissingPoints>,
    /// Whether parts without points left their weight to other sections.
    pub reweighted: bool,
    /// The sections with points, in the order of the rules; targets of no section stand in one without a title.
    pub sections: Vec<SectionScore>,
    /// The plan's own bonuses and penalties.
    pub adjustments: Vec<AdjustmentScore>,
}

impl EntityScore {
    /// The points of one target.
    #[must_use]
    pub fn target(&self, id: &str) -> Option<&TargetScore> {
        self.sections.iter().flat_map(|section| &section.targets).find(|target| target.target == id)
    }
}
