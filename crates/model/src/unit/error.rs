//! Why a unit cannot be declared.

/// Why a unit cannot be declared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    /// Another unit of the plan is written like that.
    #[error("`{spelling}` already stands for the unit `{unit}`; choose another spelling")]
    Duplicate {
        /// The spelling that is taken.
        spelling: String,
        /// The label of the unit that has it.
        unit: String,
    },
    /// A spelling that could not be read behind a number: empty, with spaces at its ends, or beginning with a digit.
    #[error("`{spelling}` cannot be a unit's spelling; begin it with a letter or a sign")]
    Spelling {
        /// The spelling.
        spelling: String,
    },
    /// The factor is zero or negative, or together with the other unit's factor too long.
    #[error("a unit cannot be `{factor}` of another; write a factor above zero with fewer digits")]
    Factor {
        /// The factor, abbreviated where it is long.
        factor: String,
    },
}
