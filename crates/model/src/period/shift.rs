//! Periods before and after a period.

use jiff::Span;

use super::{Period, Step};
use crate::Date;

const MONTHS_OF_A_YEAR: i64 = 12;

impl Period {
    /// The period of the same kind before this one; `None` before the year 1.
    #[must_use]
    pub fn previous(self) -> Option<Period> {
        self.shift(-1)
    }

    /// The period of the same kind after this one; `None` after the year 9999.
    #[must_use]
    pub fn next(self) -> Option<Period> {
        self.shift(1)
    }

    /// The period of the same kind so many steps later, or earlier for a negative number; `None` outside the years
    /// 1 to 9999.
    ///
    /// ```
    /// use dabiao_model::Period;
    /// let month = Period::parse("2011-11").unwrap();
    /// assert_eq!(month.shift(3), Period::parse("2012-02"));
    /// ```
    #[must_use]
    pub fn shift(self, steps: i32) -> Option<Period> {
        let Some(length) = self.step.months() else {
            let days = Span::new().try_days(steps).ok()?;
            return Period::day(self.start.checked_add(days).ok()?);
        };
        let months = i64::from(steps).checked_mul(i64::from(length))?;
        let before = i64::from(self.start.month()).checked_sub(1)?;
        let count = i64::from(self.start.year()).checked_mul(MONTHS_OF_A_YEAR)?.checked_add(before)?;
        let count = count.checked_add(months)?;
        let year = i16::try_from(count.div_euclid(MONTHS_OF_A_YEAR)).ok()?;
        let first = i8::try_from(count.rem_euclid(MONTHS_OF_A_YEAR)).ok()?.checked_add(1)?;
        Period::months(year, first, self.step)
    }

    /// The same period so many years later, or earlier for a negative number; `None` outside the years 1 to 9999,
    /// and for 29 February in a year that has none.
    ///
    /// ```
    /// use dabiao_model::Period;
    /// assert_eq!(Period::parse("2011-Q2").unwrap().shift_years(-6), Period::parse("2005-Q2"));
    /// assert_eq!(Period::parse("2012-02-29").unwrap().shift_years(-1), None);
    /// ```
    #[must_use]
    pub fn shift_years(self, years: i32) -> Option<Period> {
        let year = i16::try_from(i32::from(self.start.year()).checked_add(years)?).ok()?;
        match self.step {
            Step::Day => Period::day(Date::new(year, self.start.month(), self.start.day()).ok()?),
            _ => Period::months(year, self.start.month(), self.step),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::arithmetic_side_effects, reason = "the sizes are bounded")]

    use super::super::testing::{any_period, p};
    use proptest::prelude::*;

    #[test]
    fn steps_to_either_side() {
        for (text, steps, result) in [
            ("2011", 1, Some("2012")),
            ("2011", -2010, Some("0001")),
            ("2011", -2011, None),
            ("9999", 1, None),
            ("2011-H1", -1, Some("2010-H2")),
            ("2011-H2", 3, Some("2013-H1")),
            ("2011-Q4", 1, Some("2012-Q1")),
            ("2011-01", -1, Some("2010-12")),
            ("2011-01", -14, Some("2009-11")),
            ("2012-02-28", 1, Some("2012-02-29")),
            ("2011-12-31", 1, Some("2012-01-01")),
            ("0001-01-01", -1, None),
            ("9999-12-31", 1, None),
            ("9999-12", i32::MAX, None),
            ("0001", i32::MIN, None),
            ("2011-12-31", i32::MAX, None),
            ("2011-12-31", i32::MIN, None),
        ] {
            assert_eq!(p(text).shift(steps), result.map(p), "{text} by {steps}");
        }
    }

    #[test]
    fn years_to_either_side() {
        for (text, years, result) in [
            ("2011", -1, Some("2010")),
            ("2011-H2", 2, Some("2013-H2")),
            ("2012-02", -1, Some("2011-02")),
            ("2012-02-29", 4, Some("2016-02-29")),
            ("2012-02-29", 1, None),
            ("2011-05-06", -6, Some("2005-05-06")),
            ("2011", -2011, None),
            ("2011-05-06", 7989, None),
            ("2011", i32::MAX, None),
            ("2011-12-31", i32::MIN, None),
        ] {
            assert_eq!(p(text).shift_years(years), result.map(p), "{text} by {years}");
        }
    }

    proptest! {
        #[test]
        fn there_and_back(period in any_period(), steps in -50_000_i32..50_000) {
            if let Some(there) = period.shift(steps) {
                prop_assert_eq!(there.step(), period.step());
                prop_assert_eq!(there.shift(-steps), Some(period));
                prop_assert_eq!(there.cmp(&period), steps.cmp(&0));
            }
        }

        #[test]
        fn neighbours_touch(period in any_period()) {
            if let Some(next) = period.next() {
                prop_assert_eq!(period.end().tomorrow().ok(), Some(next.start()));
                prop_assert_eq!(next.previous(), Some(period));
            }
        }

        #[test]
        fn a_year_is_so_many_steps(period in any_period(), years in -20_i32..20) {
            if let Some(months) = period.step().months() {
                prop_assert_eq!(period.shift_years(years), period.shift(years * (12 / i32::from(months))));
            }
        }
    }
}
