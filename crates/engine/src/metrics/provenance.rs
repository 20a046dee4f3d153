//! Where a value comes from.

use dabiao_model::{Mark, Number, Place};

/// What is known of a value beside the value itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// What evidence names as the source, for example `metrics.csv:7`.
    pub source: String,
    /// The passes and the total behind a share that was given as `462/500`.
    pub counts: Option<(Number, Number)>,
    /// On which side of the value the exact one lies, where the data give it as already rounded, `15.5(−)`.
    pub mark: Option<Mark>,
    /// Whether the data call the value provisional.
    pub provisional: bool,
    /// Where diagnostics point.
    pub place: Place,
}
