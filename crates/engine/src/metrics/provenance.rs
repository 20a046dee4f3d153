//! Where a value comes from.

use dabiao_model::{Number, Place};

/// What is known of a value beside the value itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// What evidence names as the source, for example `metrics.csv:7`.
    pub source: String,
    /// The passes and the total behind a share that was given as `462/500`.
    pub counts: Option<(Number, Number)>,
    /// Whether the data call the value provisional.
    pub provisional: bool,
    /// Where diagnostics point.
    pub place: Place,
}
