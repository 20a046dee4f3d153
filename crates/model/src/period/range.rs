//! Rows of periods.

use std::fmt;
use std::iter::successors;

use super::{Period, Step};

/// The periods of one kind from a first to a last, both included, written `2011..2013`.
///
/// ```
/// use dabiao_model::{Period, PeriodRange};
/// let years = PeriodRange::parse("2011..2013").unwrap();
/// assert!(years.contains(Period::parse("2012-Q3").unwrap()));
/// let texts: Vec<String> = years.periods().map(|year| year.to_string()).collect();
/// assert_eq!(texts, ["2011", "2012", "2013"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PeriodRange {
    first: Period,
    last: Period,
}

impl PeriodRange {
    /// The periods from `first` to `last`; `None` where they are of two kinds or the wrong way round.
    #[must_use]
    pub fn new(first: Period, last: Period) -> Option<PeriodRange> {
        (first.step() == last.step() && first <= last).then_some(PeriodRange { first, last })
    }

    /// Reads `2011..2013`, with a [`Period`] in any of its forms on each side; a single period is a range of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<PeriodRange> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        PeriodRange::new(Period::parse(first.trim_end())?, Period::parse(last.trim_start())?)
    }

    /// The first period.
    #[must_use]
    pub fn first(self) -> Period {
        self.first
    }

    /// The last period.
    #[must_use]
    pub fn last(self) -> Period {
        self.last
    }

    /// What kind the periods are.
    #[must_use]
    pub fn step(self) -> Step {
        self.first.step()
    }

    /// Whether a period, of this kind or another, lies wholly within the range.
    #[must_use]
    pub fn contains(self, period: Period) -> bool {
        self.first.start() <= period.start() && period.end() <= self.last.end()
    }

    /// The periods in order.
    pub fn periods(self) -> impl Iterator<Item = Period> + Clone {
        successors(Some(self.first), |period| period.next()).take_while(move |period| *period <= self.last)
    }
}

/// The canonical form, which [`PeriodRange::parse`] reads back; a range of one is written with both ends, too.
impl fmt::Display for PeriodRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "the sizes are bounded")]

    use super::super::testing::{any_period, p};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ranges_that_are_read() {
        for (text, periods) in [
            ("2011..2013", Some("2011 2012 2013")),
            ("2011 .. 2013", Some("2011 2012 2013")),
            ("2011", Some("2011")),
            ("2011-Q3..2012-Q1", Some("2011-Q3 2011-Q4 2012-Q1")),
            ("2011年11月..2012年1月", Some("2011-11 2011-12 2012-01")),
            ("2012-02-28..2012-03-01", Some("2012-02-28 2012-02-29 2012-03-01")),
            ("9998..9999", Some("9998 9999")),
            ("2013..2011", None),
            ("2011..2012-Q1", None),
            ("2011..", None),
            ("..2011", None),
            ("2011..2012..2013", None),
            ("2011...2013", None),
        ] {
            let shown = PeriodRange::parse(text)
                .map(|range| range.periods().map(|period| period.to_string()).collect::<Vec<_>>().join(" "));
            assert_eq!(shown.as_deref(), periods, "{text}");
        }
    }

    #[test]
    fn a_range_is_serialised_as_text() {
        insta::assert_json_snapshot!(PeriodRange::parse("2011").unwrap(), @r#""2011..2011""#);
    }

    #[test]
    fn what_lies_within() {
        let years = PeriodRange::parse("2011..2013").unwrap();
        for (text, within) in [
            ("2011", true),
            ("2013-12-31", true),
            ("2012-Q3", true),
            ("2010", false),
            ("2010-12-31", false),
            ("2014-01", false),
        ] {
            assert_eq!(years.contains(p(text)), within, "{text}");
        }
        assert!(!PeriodRange::parse("2011-Q1..2011-Q3").unwrap().contains(p("2011")));
    }

    proptest! {
        #[test]
        fn every_range_reads_back(first in any_period(), steps in 0_i32..50) {
            if let Some(last) = first.shift(steps) {
                let range = PeriodRange::new(first, last).unwrap();
                prop_assert_eq!(PeriodRange::parse(&range.to_string()), Some(range));
                prop_assert_eq!(range.periods().count(), usize::try_from(steps).unwrap() + 1);
                prop_assert!(range.periods().all(|period| range.contains(period)));
            }
        }
    }
}
