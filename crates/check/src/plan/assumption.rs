//! An assumption.

use dabiao_model::{Type, Value};

use super::At;

/// A value that the plan leaves open and its rules fix, with the reason.
#[derive(Debug, Clone)]
pub struct Assumption {
    /// Its name.
    pub name: String,
    /// Its value, which a call may replace.
    pub value: Value,
    /// Its type.
    pub ty: Type,
    /// Why this value.
    pub because: Option<String>,
    /// Where it is declared.
    pub at: At,
}
