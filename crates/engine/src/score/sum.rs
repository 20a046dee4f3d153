//! Points of several parts together.

use dabiao_model::Number;
use dabiao_model::score::{Missing, Weighted, weighted_sum};

/// A part of a score: a target, or a section with its targets' points.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// Its full points, above zero.
    pub(super) full: Number,
    /// Its points, `None` where they are not known or it does not apply.
    pub(super) points: Option<Number>,
}

/// The points of all parts; a part without points leaves its full points to the others where that is declared.
pub(super) fn total(parts: &[Part], reweights: bool) -> Option<Number> {
    let missing = if reweights { Missing::Reweighted } else { Missing::Unknown };
    let share = |part: &Part| Weighted {
        weight: part.full.clone(),
        points: part.points.as_ref().and_then(|points| points.checked_div(&part.full)),
    };
    weighted_sum(&parts.iter().map(share).collect::<Vec<_>>(), missing)
}
