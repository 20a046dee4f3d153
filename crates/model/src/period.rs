//! Periods of the calendar.

mod parse;
mod range;
mod shift;
mod step;
mod stored;

use std::cmp::Reverse;
use std::fmt;

use crate::Date;
use crate::date::YEARS;

pub use range::PeriodRange;
pub use step::Step;

/// A year, half, quarter, month or day of the calendar, from the year 1 to the year 9999.
///
/// It is written `2011`, `2011-H1`, `2011-Q2`, `2011-05` or `2011-12-31`.
///
/// Periods are ordered by their end, because that is when their figures are complete; of two that end on one day,
/// the shorter comes first. So the latest of `2011-12`, `2011-Q4` and `2011` is the whole year.
///
/// ```
/// use dabiao_model::{Period, parse_date};
/// let quarter = Period::parse("2011-Q2").unwrap();
/// assert_eq!(Some(quarter.end()), parse_date("2011-06-30"));
/// assert_eq!(quarter.shift(-2).unwrap().to_string(), "2010-Q4");
/// assert!(quarter < Period::parse("2011").unwrap());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    start: Date,
    end: Date,
    step: Step,
}

impl Period {
    /// The calendar year; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn year(year: i16) -> Option<Period> {
        Period::months(year, 1, Step::Year)
    }

    /// The one day; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn day(date: Date) -> Option<Period> {
        YEARS.contains(&date.year()).then_some(Period { start: date, end: date, step: Step::Day })
    }

    /// The period of a kind that a day lies in; `None` outside the years 1 to 9999.
    ///
    /// ```
    /// use dabiao_model::{Period, Step, parse_date};
    /// let date = parse_date("2011-08-15").unwrap();
    /// assert_eq!(Period::containing(date, Step::Half), Period::parse("2011-H2"));
    /// ```
    #[must_use]
    pub fn containing(date: Date, step: Step) -> Option<Period> {
        let Some(length) = step.months() else { return Period::day(date) };
        let before = date.month().checked_sub(1)?.checked_div(length)?.checked_mul(length)?;
        Period::months(date.year(), before.checked_add(1)?, step)
    }

    /// The first day.
    #[must_use]
    pub fn start(self) -> Date {
        self.start
    }

    /// The last day.
    #[must_use]
    pub fn end(self) -> Date {
        self.end
    }

    /// What kind of period it is.
    #[must_use]
    pub fn step(self) -> Step {
        self.step
    }

    /// Whether a day lies in the period.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }

    /// The form in Chinese texts, 2011年第二季度, which [`Period::parse`] reads back too.
    pub(crate) fn chinese(self) -> String {
        let (year, month, day) = (self.end.year(), self.end.month(), self.end.day());
        match (self.step, self.place_in_year()) {
            (Step::Year, _) => format!("{year:04}年"),
            (Step::Half, 1) => format!("{year:04}年上半年"),
            (Step::Half, _) => format!("{year:04}年下半年"),
            (Step::Quarter, 1) => format!("{year:04}年第一季度"),
            (Step::Quarter, 2) => format!("{year:04}年第二季度"),
            (Step::Quarter, 3) => format!("{year:04}年第三季度"),
            (Step::Quarter, _) => format!("{year:04}年第四季度"),
            (Step::Month, _) => format!("{year:04}年{month}月"),
            (Step::Day, _) => format!("{year:04}年{month}月{day}日"),
        }
    }

    /// The period of whole months that begins with a month; `None` where the calendar has no such month, or the
    /// period would leave the year.
    fn months(year: i16, first: i8, step: Step) -> Option<Period> {
        if !YEARS.contains(&year) {
            return None;
        }
        let last = first.checked_add(step.months()?)?.checked_sub(1)?;
        let start = Date::new(year, first, 1).ok()?;
        let end = Date::new(year, last, 1).ok()?.last_of_month();
        Some(Period { start, end, step })
    }

    /// Which of the periods of its kind in its year it is, counted from 1.
    fn place_in_year(self) -> i8 {
        let length = self.step.months().unwrap_or(1);
        self.end.month().checked_div(length).unwrap_or(1)
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.end, Reverse(self.start)).cmp(&(other.end, Reverse(other.start)))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The canonical form, which [`Period::parse`] reads back.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, place) = (self.start.year(), self.place_in_year());
        // Nearly all periods are years, and are written without a text in between.
        if self.step == Step::Year && f.width().is_none() && f.precision().is_none() {
            return write!(f, "{year:04}");
        }
        let text = match self.step {
            Step::Year => format!("{year:04}"),
            Step::Half => format!("{year:04}-H{place}"),
            Step::Quarter => format!("{year:04}-Q{place}"),
            Step::Month => format!("{year:04}-{place:02}"),
            Step::Day => format!("{}", self.start),
        };
        f.pad(&text)
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The canonical form as a text.
#[cfg(test)]
mod testing {
    use super::*;
    use proptest::prelude::*;

    pub(super) const STEPS: [Step; 5] = [Step::Year, Step::Half, Step::Quarter, Step::Month, Step::Day];

    pub(super) fn p(text: &str) -> Period {
        Period::parse(text).unwrap_or_else(|| panic!("`{text}` is a period"))
    }

    pub(super) fn any_period() -> impl Strategy<Value = Period> {
        (1_i16..=9999, 1_i8..=12, 1_i8..=31, prop::sample::select(STEPS.to_vec())).prop_map(
            |(year, month, day, step)| {
                let first = Date::new(year, month, 1).unwrap();
                let date = Date::new(year, month, day).unwrap_or(first);
                Period::containing(date, step).unwrap()
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{STEPS, any_period, p};
    use super::*;
    use crate::parse_date;
    use proptest::prelude::*;

    #[test]
    fn first_and_last_days() {
        for (text, start, end, step) in [
            ("2011", "2011-01-01", "2011-12-31", Step::Year),
            ("2011-H1", "2011-01-01", "2011-06-30", Step::Half),
            ("2011-H2", "2011-07-01", "2011-12-31", Step::Half),
            ("2011-Q1", "2011-01-01", "2011-03-31", Step::Quarter),
            ("2011-Q2", "2011-04-01", "2011-06-30", Step::Quarter),
            ("2011-Q3", "2011-07-01", "2011-09-30", Step::Quarter),
            ("2011-Q4", "2011-10-01", "2011-12-31", Step::Quarter),
            ("2011-02", "2011-02-01", "2011-02-28", Step::Month),
            ("2012-02", "2012-02-01", "2012-02-29", Step::Month),
            ("2011-05-06", "2011-05-06", "2011-05-06", Step::Day),
            ("0001", "0001-01-01", "0001-12-31", Step::Year),
            ("9999-12", "9999-12-01", "9999-12-31", Step::Month),
        ] {
            let period = p(text);
            assert_eq!(
                (period.start(), period.end(), period.step()),
                (parse_date(start).unwrap(), parse_date(end).unwrap(), step),
                "{text}"
            );
            assert_eq!(period.to_string(), text);
        }
    }

    #[test]
    fn a_period_is_serialised_as_text() {
        insta::assert_json_snapshot!(p("2011年第二季度"), @r#""2011-Q2""#);
    }

    #[test]
    fn the_order_is_that_of_completion() {
        let row = [
            "2010-12-31",
            "2010",
            "2011-05",
            "2011-06-29",
            "2011-06-30",
            "2011-06",
            "2011-Q2",
            "2011-H1",
            "2011-12-31",
            "2011-12",
            "2011-Q4",
            "2011-H2",
            "2011",
            "2012-01-01",
        ]
        .map(p);
        assert!(row.is_sorted_by(|left, right| left < right), "{row:?}");
    }

    #[test]
    fn years_outside_the_calendar() {
        assert_eq!(Period::year(0), None);
        assert_eq!(Period::year(10_000), None);
        for step in STEPS {
            assert_eq!(Period::containing(Date::new(0, 5, 5).unwrap(), step), None);
            assert_eq!(Period::containing(Date::MIN, step), None);
        }
    }

    #[test]
    fn a_period_is_small() {
        assert!(size_of::<Period>() <= 16);
    }

    proptest! {
        #[test]
        fn every_day_of_a_period_leads_back_to_it(period in any_period(), days in 0_i64..400) {
            prop_assert_eq!(Period::containing(period.start(), period.step()), Some(period));
            prop_assert_eq!(Period::containing(period.end(), period.step()), Some(period));
            if let Ok(date) = period.start().checked_add(jiff::Span::new().days(days)) {
                let home = Period::containing(date, period.step());
                prop_assert_eq!(period.contains(date), home == Some(period));
            }
        }
    }
}
