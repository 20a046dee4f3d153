//! What a plan says of scores.

use dabiao_model::score::{Credit, Grades};
use dabiao_model::{AdjustmentKind, Number, score};
use serde::{Deserialize, Serialize};

use super::{At, TermId};

/// The score of a whole plan.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Scoring {
    /// The grades that the total earns.
    pub grades: Option<Grades>,
    /// Bonuses and penalties on the total.
    pub adjustments: Vec<Adjustment>,
    /// Whether parts without points leave their weight to the others, in every section.
    pub reweights: bool,
}

/// The score of one section.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SectionScoring {
    /// The full points of the section, which those of its targets are scaled to.
    pub weight: Option<Number>,
    /// Bonuses and penalties on the section.
    pub adjustments: Vec<Adjustment>,
    /// Whether targets without points leave their weight to the others.
    pub reweights: bool,
}

/// What a target can earn.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Worth {
    /// The weight that is written; `None` where a ladder names the points itself.
    pub weight: Option<Number>,
    /// The full points: the weight, or the points of the highest rung.
    pub full: Number,
    /// How points follow from what was reached.
    pub credit: Credit,
    /// The least points.
    pub floor: Number,
    /// Whether a deduction is for the share that lacks of the target, and not for the shortfall in the metric's unit.
    pub deducts_share: bool,
    /// The form as it is written; `None` where none is.
    pub form: Option<String>,
}

/// A bonus or a penalty.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Adjustment {
    /// Which of the two it is.
    pub kind: AdjustmentKind,
    /// The condition under which it is given, a yes/no term.
    pub when: Option<TermId>,
    /// Its points.
    pub amount: Amount,
    /// The rule as it is written.
    pub text: String,
    /// Where it stands.
    pub at: At,
}

/// The points of a bonus or a penalty.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Amount {
    /// So many where its condition holds, below zero for a penalty.
    Fixed(Number),
    /// So many for each step of a figure.
    PerStep {
        /// The points for a figure.
        rule: score::Adjustment,
        /// Which figure.
        figure: Figure,
    },
}

/// The figure of a target that a bonus or a penalty counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Figure {
    /// The completion, 1 for all of the target.
    Completion,
    /// How far the value is ahead of its target, in the metric's unit; negative where it is behind.
    Lead,
    /// The metric's value, where more is better.
    Value,
    /// The metric's value with its sign turned, where less is better.
    TurnedValue,
}
