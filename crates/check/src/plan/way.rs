//! The way to a target.

use dabiao_model::Period;
use dabiao_model::progress::Path;
use serde::{Deserialize, Serialize};

use super::{At, TermId};

/// What is asked of a target at an earlier time than its deadline.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Milestone {
    /// When it is due.
    pub period: Period,
    /// What must be true then, a yes/no term.
    pub condition: TermId,
    /// Where it stands.
    pub at: At,
}

/// The path from a base to a target, against which the value is held on its way.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Track {
    /// The shape of the path.
    pub path: Path,
    /// The period of the base.
    pub from: Period,
    /// The value now, a number.
    pub now: TermId,
    /// The value at the base.
    pub base: TermId,
    /// The value to be reached at the deadline.
    pub goal: TermId,
    /// Whether the value has to rise to its goal; a base that lies beyond it has no way to go.
    pub rises: bool,
    /// Where it stands.
    pub at: At,
}
