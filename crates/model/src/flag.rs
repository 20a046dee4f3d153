//! What is said beside a verdict.

use serde::{Deserialize, Serialize};

use crate::Wording;

/// A remark beside a verdict; it never changes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Met, and the target's `warn` condition holds.
    AtRisk,
    /// Pending, and at or ahead of the path to the target.
    OnTrack,
    /// Pending, and behind the path to the target.
    OffTrack,
    /// The period is not over, or the data call a value provisional.
    Provisional,
    /// Met, and not before the deadline had passed.
    Late,
}

impl Flag {
    /// The flag's word in JSON, for example `at_risk`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Flag::AtRisk => "at_risk",
            Flag::OnTrack => "on_track",
            Flag::OffTrack => "off_track",
            Flag::Provisional => "provisional",
            Flag::Late => "late",
        }
    }
}

/// The word for it, as reports have it.
impl From<Flag> for Wording {
    fn from(flag: Flag) -> Wording {
        Wording::word(match flag {
            Flag::AtRisk => "flag-at_risk",
            Flag::OnTrack => "flag-on_track",
            Flag::OffTrack => "flag-off_track",
            Flag::Provisional => "flag-provisional",
            Flag::Late => "flag-late",
        })
    }
}
