//! Typed positions in a plan's tables.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u32);

        impl $name {
            /// The id of the entry at a position; positions beyond `u32::MAX` are held at that limit, which no
            /// table reaches since items are limited.
            #[must_use]
            pub fn new(index: usize) -> $name {
                $name(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// The position of the entry.
            #[must_use]
            pub fn index(self) -> usize {
                usize::try_from(self.0).unwrap_or(usize::MAX)
            }
        }
    )+};
}

ids! {
    /// A metric of a plan.
    MetricId
    /// An assumption of a plan.
    AssumptionId
    /// A section of a plan.
    SectionId
    /// A term of a plan.
    TermId
    /// A table of records of a plan.
    TableId
    /// A query of a plan's records.
    QueryId
    /// A text of a plan.
    SourceId
}
