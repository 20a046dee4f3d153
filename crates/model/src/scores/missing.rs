//! A part of a score that has no points.

use serde::{Deserialize, Serialize};

use crate::Reason;

/// What has no points, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingPoints {
    /// The target's id; `None` for a bonus or penalty of a section or of the plan.
    pub target: Option<String>,
    /// Why it has none.
    pub reason: Reason,
}
