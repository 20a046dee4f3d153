//! The closed list of answers to "is this target met?".

use serde::{Deserialize, Serialize};

use crate::Wording;

/// What is known about one target for one entity and period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The condition holds.
    Met,
    /// The condition does not hold and is due.
    Missed,
    /// The deadline is ahead and the condition does not hold so far.
    Pending,
    /// Data are missing; the result names them.
    Unknown,
    /// The sample is too small to decide.
    Uncertain,
    /// The target's `when` does not hold.
    NotApplicable,
    /// A fault in data or arithmetic; the result gives the reason.
    Error,
}

impl Verdict {
    /// Every verdict, in the order in which summaries list them.
    pub const ALL: [Verdict; 7] = [
        Verdict::Met,
        Verdict::Missed,
        Verdict::Pending,
        Verdict::Unknown,
        Verdict::Uncertain,
        Verdict::NotApplicable,
        Verdict::Error,
    ];

    /// The verdict's word in JSON, for example `not_applicable`.
    ///
    /// ```
    /// use dabiao_model::Verdict;
    /// assert_eq!(Verdict::NotApplicable.as_str(), "not_applicable");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::Missed => "missed",
            Verdict::Pending => "pending",
            Verdict::Unknown => "unknown",
            Verdict::Uncertain => "uncertain",
            Verdict::NotApplicable => "not_applicable",
            Verdict::Error => "error",
        }
    }
}

/// The word for it, as reports have it.
impl From<Verdict> for Wording {
    fn from(verdict: Verdict) -> Wording {
        Wording::word(match verdict {
            Verdict::Met => "verdict-met",
            Verdict::Missed => "verdict-missed",
            Verdict::Pending => "verdict-pending",
            Verdict::Unknown => "verdict-unknown",
            Verdict::Uncertain => "verdict-uncertain",
            Verdict::NotApplicable => "verdict-not_applicable",
            Verdict::Error => "verdict-error",
        })
    }
}
