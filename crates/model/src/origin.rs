//! What people call a declaration, and where it is taken from.

use serde::{Deserialize, Serialize};

/// Titles, the document and the clauses of a unit, a scale or an assumption.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// What people call it, in the order of the rules.
    pub titles: Vec<String>,
    /// The document it is taken from.
    pub source: Option<String>,
    /// The clauses of that document.
    pub cite: Vec<String>,
    /// Whether a file that comes with the program declares it.
    pub is_shipped: bool,
}
