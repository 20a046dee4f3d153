//! An organisation.

use serde::{Deserialize, Serialize};

use super::At;

/// Someone who answers for targets.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// Its titles.
    pub titles: Vec<String>,
    /// Where it is declared.
    pub at: At,
}
