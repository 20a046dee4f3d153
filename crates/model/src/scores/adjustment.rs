//! A bonus or a penalty that was looked at.

use serde::{Deserialize, Serialize};

use crate::{Number, Reason};

/// A bonus or a penalty with its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdjustmentScore {
    /// Which of the two it is.
    pub kind: AdjustmentKind,
    /// The rule as it is written.
    pub rule: String,
    /// Its points: above zero for a bonus that was earned, below for a penalty; `None` where they are not known.
    pub points: Option<Number>,
    /// Why they are not known.
    pub reason: Option<Reason>,
}

/// Which way an adjustment goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentKind {
    /// 加分
    Bonus,
    /// 扣分
    Penalty,
}
