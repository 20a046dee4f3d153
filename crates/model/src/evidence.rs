//! One observed value that a verdict rests on.

use serde::{Deserialize, Serialize};

use crate::Shown;

/// What a metric's value was and where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The metric's path; for what is computed over periods or places, the text of the rule.
    pub metric: String,
    /// The value as people read it, in the metric's unit; `None` where it is missing.
    pub value: Option<Shown>,
    /// The exact number in the metric's own unit (a share for percents): a finite decimal or a fraction.
    pub exact: Option<String>,
    /// The counts behind a share, `462/500`; for a window or a level, how many of how many values are in it.
    pub count: Option<String>,
    /// Where the value was read, `metrics.csv:7`.
    pub source: Option<String>,
    /// The entity whose value this is.
    pub entity: Option<String>,
    /// The period whose value this is.
    pub period: Option<String>,
    /// How many of how many records of the table behind the value could not be used and count nowhere, `3/503`;
    /// left out where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}
