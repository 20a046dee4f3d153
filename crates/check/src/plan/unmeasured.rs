//! Something the plan asks for without an indicator.

use serde::{Deserialize, Serialize};

use super::At;

/// A demand that no metric measures, kept so that nothing of the plan is lost.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Unmeasured {
    /// Its titles.
    pub titles: Vec<String>,
    /// Its clauses.
    pub cite: Vec<String>,
    /// Why it is not measured.
    pub reason: Option<String>,
    /// Where it is declared.
    pub at: At,
}
