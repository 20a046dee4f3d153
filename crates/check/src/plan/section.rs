//! A section.

use super::At;

/// A part of the plan; its clause and owner pass to targets that have none.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its titles.
    pub titles: Vec<String>,
    /// Its clauses.
    pub cite: Vec<String>,
    /// Its organisations.
    pub owner: Vec<String>,
    /// Where it is declared.
    pub at: At,
}
