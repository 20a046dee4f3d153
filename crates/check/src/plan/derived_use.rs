//! Where a text names a metric that is computed from others.

use serde::{Deserialize, Serialize};

use super::{At, MetricId, TermId};

/// A name in the rules in the place of which the term of a computed metric stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DerivedUse {
    /// Where the name stands.
    pub at: At,
    /// The metric.
    pub metric: MetricId,
    /// What computes it, seen from there.
    pub term: TermId,
}
