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
    /// Where the metric's name stands, if not over the value.
    pub named_at: Option<Place>,
    /// Where the unit stands, if not at the value.
    pub unit_at: Option<Place>,
}

impl Observation {
    /// A value without an entity, a period or a unit; its source is its place.
    ///
    /// ```
    /// use dabiao_model::{Observation, Place};
    /// let observation = Observation::new("market.pass_rate", " 92.4% ", Place::Call("--set".into()));
    /// assert_eq!((observation.text.as_str(), observation.source.as_str()), ("92.4%", "--set"));
    /// ```
    #[must_use]
    pub fn new(metric: impl Into<String>, text: impl AsRef<str>, place: Place) -> Observation {
        Observation {
            metric: metric.into(),
            entity: None,
            period: None,
            text: text.as_ref().trim().to_string(),
            unit: None,
            provisional: false,
            source: place.to_string(),
            place,
            named_at: None,
            unit_at: None,
        }
    }
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
