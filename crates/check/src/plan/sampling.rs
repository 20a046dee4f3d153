//! A share that only a sample tells.

use dabiao_model::sampling::{Confidence, Direction};
use serde::{Deserialize, Serialize};

use super::{At, TermId};

/// How a sample decides about a target: the bound of a share is held against a threshold.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sampling {
    /// The confidence level and the kind of bound.
    pub confidence: Confidence,
    /// Which way the threshold is to be met.
    pub direction: Direction,
    /// The side of the condition that reads the share.
    pub share: TermId,
    /// The other side, which rests on no data.
    pub threshold: TermId,
    /// Where the rules say so.
    pub at: At,
}
