//! Scores, bonuses, penalties and grades.

use dabiao_model::Span;

use super::{Expr, Name, Quantity};

/// `ladder 100% -> 40, 90% -> 35, otherwise -> 0, floor 0`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// How the points follow from the value; several or none are the checker's business.
    pub forms: Vec<ScoreForm>,
    /// `floor 0`: the least points.
    pub floor: Option<Quantity>,
    /// `reweight missing`: parts without data leave their weight to the others.
    pub reweight_missing: bool,
    /// The whole value.
    pub span: Span,
}

/// How points follow from a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScoreForm {
    /// `all-or-nothing`
    AllOrNothing,
    /// `proportional`
    Proportional,
    /// `linear from 80% to 100%`
    Linear {
        /// The value that gives no points.
        from: Expr,
        /// The value that gives all points.
        to: Expr,
    },
    /// `ladder 100% -> 40, 90% -> 35, otherwise -> 0`
    Ladder(Vec<Rung>),
    /// `deduct 1 per 1 point begun`
    Deduct {
        /// The points taken off.
        points: Quantity,
        /// For how much of the shortfall.
        per: Quantity,
        /// What a part of that costs.
        part: Part,
    },
}

/// `90% -> 35`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// The least value of the rung; `None` for `otherwise`.
    pub from: Option<Quantity>,
    /// The points.
    pub points: Quantity,
}

/// What a part of a step counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// `exact`, also where nothing is written: in proportion
    Exact,
    /// `begun`: as a whole step
    Begun,
    /// `complete`: nothing
    Complete,
}

/// `2 per 10% over 100% up to 6`, `5 when safety.incident`: a bonus or a penalty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    /// The points.
    pub points: Quantity,
    /// For how much each time, and what a part of that counts.
    pub per: Option<(Quantity, Part)>,
    /// The value from which on it is given.
    pub beyond: Option<Quantity>,
    /// The condition under which it is given.
    pub when: Option<Expr>,
    /// The most points.
    pub cap: Option<Quantity>,
    /// The whole value.
    pub span: Span,
}

/// `A >= 90`, `D otherwise`: a grade and where its half-open band begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The grade.
    pub grade: Name,
    /// The least score; `None` for `otherwise`.
    pub from: Option<Quantity>,
    /// Whether the least score itself lies below the band (`A > 90`).
    pub excluding: bool,
}
