//! The scores of a report: what each entity earned, by section and target, and how.

mod adjustment;
mod entity;
mod missing;
mod section;
mod target;
mod veto;

use serde::{Deserialize, Serialize};

pub use adjustment::{AdjustmentKind, AdjustmentScore};
pub use entity::EntityScore;
pub use missing::MissingPoints;
pub use section::SectionScore;
pub use target::TargetScore;
pub use veto::VetoUse;

/// The scores of a plan that declares some, one for each entity that was judged.
///
/// Points are exact throughout: a finite decimal or a fraction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scores {
    /// The entities, in the order of the results.
    pub entities: Vec<EntityScore>,
}

impl Scores {
    /// The score of an entity; `None` asks for data without entities.
    #[must_use]
    pub fn of(&self, entity: Option<&str>) -> Option<&EntityScore> {
        self.entities.iter().find(|score| score.entity.as_deref() == entity)
    }
}
