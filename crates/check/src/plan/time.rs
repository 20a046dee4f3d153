//! Another time than the period judged.

use dabiao_model::{Period, Step};
use serde::{Deserialize, Serialize};

/// Which period a metric is read at: an anchor, or the period judged, and from there so far back.
///
/// `x in 2005` has an anchor, `x last year` goes twelve months back, `x` alone has neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Time {
    /// The period named; the period judged where there is none.
    pub anchor: Option<Period>,
    /// Months back from there; always a whole number of the period's own steps or unreadable.
    pub months: i32,
    /// Days back from there, for daily periods.
    pub days: i32,
}

impl Time {
    /// The period judged itself.
    pub const NOW: Time = Time { anchor: None, months: 0, days: 0 };

    /// The period that is read when `judged` is judged; `None` where the step back does not fit the period (a
    /// month back from a year) or leaves the calendar.
    #[must_use]
    pub fn resolve(self, judged: Period) -> Option<Period> {
        let from = self.anchor.unwrap_or(judged);
        if self.months == 0 && self.days == 0 {
            return Some(from);
        }
        let length = match from.step() {
            Step::Year => 12,
            Step::Half => 6,
            Step::Quarter => 3,
            Step::Month => 1,
            Step::Day => {
                let back = self.days.checked_neg()?;
                return if self.months == 0 { from.shift(back) } else { None };
            }
        };
        let whole = self.days == 0 && self.months.checked_rem(length)? == 0;
        if whole { from.shift(self.months.checked_div(length)?.checked_neg()?) } else { None }
    }

    /// This time, seen from `outer` instead of from the period judged.
    #[must_use]
    pub fn within(self, outer: Time) -> Time {
        match self.anchor {
            Some(_) => self,
            None => Time {
                anchor: outer.anchor,
                months: self.months.saturating_add(outer.months),
                days: self.days.saturating_add(outer.days),
            },
        }
    }

    /// One step back from the period judged.
    #[must_use]
    pub fn back(step: Step) -> Time {
        let months = match step {
            Step::Year => 12,
            Step::Half => 6,
            Step::Quarter => 3,
            Step::Month => 1,
            Step::Day => return Time { days: 1, ..Time::NOW },
        };
        Time { months, ..Time::NOW }
    }
}
