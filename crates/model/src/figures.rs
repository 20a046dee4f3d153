//! The numbers behind the texts of a result.

use serde::{Deserialize, Serialize};

use crate::{Number, Shown};

/// What was observed and what was required as exact numbers, for charts, spreadsheets and comparisons.
///
/// Every number is counted in `unit`; of a percent and of points it is the share, so 91.2 % is 0.912.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The unit of the numbers: `percent`, `points`, `number`, or a unit of the rules.
    pub unit: Shown,
    /// Whether they are of a change since a base, and not of the value itself.
    #[serde(default)]
    pub of_change: bool,
    /// What was observed; of a change, the change with its sign.
    pub observed: Option<Number>,
    /// The least that is required.
    pub least: Option<Number>,
    /// The most that is allowed.
    pub greatest: Option<Number>,
    /// How far the observed number is on the good side, negative on the bad one.
    pub margin: Option<Number>,
    /// The line at which a met target is at risk.
    pub warn: Option<Number>,
    /// How the observed value came to be over time, where the rule or the call asks for it.
    pub course: Option<Course>,
}

/// A value over time, on its way from a base to a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// The unit of the numbers; that of the value itself also where the figures are of a change.
    pub unit: Shown,
    /// Where it starts.
    pub base: Option<Dated>,
    /// Where it has to come to.
    pub goal: Option<Dated>,
    /// The path that the rule names from one to the other; empty where it names none.
    pub path: Vec<Dated>,
    /// The values of the data, the earliest first; only where the call asks for history.
    pub values: Vec<Dated>,
}

/// A number and its period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// The period, or the day of a deadline.
    pub period: String,
    /// The number.
    pub value: Number,
}

impl Figures {
    /// Whether the numbers are shares, which people read times a hundred.
    ///
    /// ```
    /// use dabiao_model::{Figures, Number};
    /// let figures = Figures {
    ///     unit: "percent".into(),
    ///     of_change: false,
    ///     observed: Number::parse("0.912").ok(),
    ///     least: Number::parse("0.9").ok(),
    ///     greatest: None,
    ///     margin: Number::parse("0.012").ok(),
    ///     warn: None,
    ///     course: None,
    /// };
    /// assert!(figures.is_share());
    /// ```
    #[must_use]
    pub fn is_share(&self) -> bool {
        is_share(&self.unit)
    }
}

impl Course {
    /// Whether the numbers are shares, which people read times a hundred.
    #[must_use]
    pub fn is_share(&self) -> bool {
        is_share(&self.unit)
    }
}

fn is_share(unit: &Shown) -> bool {
    *unit == "percent" || *unit == "points"
}
