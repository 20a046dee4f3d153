//! A value as a data file has it, before any type is known.

use crate::{Period, Place};

/// One value of one metric, still as text, with the place it was read at.
///
/// Readers of files make observations; a plan's types decide what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The metric's path or one of its titles.
    pub metric: String,
    /// The entity; `None` where the data name none.
    pub entity: Option<String>,
    /// The period; `None` where the data name none.
    pub period: Option<Period>,
    /// The value's text, trimmed; texts such as `NA` and the empty text mean that it is missing.
    pub text: String,
    /// The unit named beside the value.
    pub unit: Option<String>,
    /// Whether the data call the value provisional.
    pub provisional: bool,
    /// Where the value was read, `metrics.csv:7`, and what the data name as their source.
    pub source: String,
    /// Where the value stands.
    pub place: Place,
}

/// One row of an entity tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityRow {
    /// The entity's name as the data use it.
    pub entity: String,
    /// The entity above it.
    pub parent: Option<String>,
    /// The level's name, for example `province`.
    pub level: Option<String>,
    /// The entity's title for people.
    pub title: Option<String>,
    /// Where the row stands.
    pub place: Place,
}
