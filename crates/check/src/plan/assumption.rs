//! An assumption.

use dabiao_model::{Origin, Type, Value};
use serde::{Deserialize, Serialize};

use super::At;

/// A value that the plan leaves open and its rules fix, with the reason.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Assumption {
    /// Its name.
    pub name: String,
    /// Its value, which a call may replace.
    pub value: Value,
    /// Its type.
    pub ty: Type,
    /// Why this value.
    pub because: Option<String>,
    /// Its titles, which are names of it too, and where it is taken from.
    pub origin: Origin,
    /// Whether a shipped file declares it and no rule uses it; it is not listed then.
    pub is_spare: bool,
    /// Where it is declared.
    pub at: At,
}

impl Assumption {
    /// Whether a name is the assumption's name or one of its titles.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || self.origin.titles.iter().any(|title| title == name)
    }
}
