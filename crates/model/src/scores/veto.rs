//! A veto that decided.

use serde::{Deserialize, Serialize};

use crate::Reason;

/// The veto that gave the grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VetoUse {
    /// The id of the target that was missed.
    pub target: String,
    /// The grade that it gives.
    pub grade: String,
    /// Why it applies.
    pub reason: Reason,
}
