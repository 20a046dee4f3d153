//! A section.

use serde::{Deserialize, Serialize};

use super::{At, SectionScoring};

/// A part of the plan; its clause and owner pass to targets that have none.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Section {
    /// Its titles.
    pub titles: Vec<String>,
    /// Its clauses.
    pub cite: Vec<String>,
    /// Its organisations.
    pub owner: Vec<String>,
    /// Its part in the score.
    pub scoring: SectionScoring,
    /// Where it is declared.
    pub at: At,
}
