//! Why a unit cannot be declared.

use std::fmt;

use crate::{Language, Wording};

/// Why a unit cannot be declared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    /// Another unit of the plan is written like that.
    Duplicate {
        /// The spelling that is taken.
        spelling: String,
        /// The label of the unit that has it.
        unit: String,
    },
    /// A spelling that could not be read behind a number: empty, with spaces at its ends, or beginning with a digit.
    Spelling {
        /// The spelling.
        spelling: String,
    },
    /// The factor is zero or negative, or together with the other unit's factor too long.
    Factor {
        /// The factor, abbreviated where it is long.
        factor: String,
    },
}

/// In English; [`Wording`] has the other languages.
impl fmt::Display for UnitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Wording::from(self).text(Language::English))
    }
}
