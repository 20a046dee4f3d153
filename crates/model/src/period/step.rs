//! The kinds of periods.

use serde::{Deserialize, Serialize};

/// What kind of period something is, or how far it is from one period of a series to the next. The order is from the
/// longest to the shortest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    /// A calendar year.
    Year,
    /// Half a calendar year, from January or July on.
    Half,
    /// A quarter of a calendar year.
    Quarter,
    /// A calendar month.
    Month,
    /// A day.
    Day,
}

impl Step {
    /// The step as rules call it, for example `year`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Year => "year",
            Step::Half => "half",
            Step::Quarter => "quarter",
            Step::Month => "month",
            Step::Day => "day",
        }
    }

    /// The whole months that such a period lasts; `None` for a day.
    #[must_use]
    pub fn months(self) -> Option<i8> {
        match self {
            Step::Year => Some(12),
            Step::Half => Some(6),
            Step::Quarter => Some(3),
            Step::Month => Some(1),
            Step::Day => None,
        }
    }
}
