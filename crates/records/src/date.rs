//! Days as query engines count them, from 1970 on.

use dabiao_model::{Date, Period, Step};

/// The days from 1970-01-01 to a date.
pub(crate) fn days_of(date: Date) -> i32 {
    let epoch = Date::constant(1970, 1, 1);
    let span = date.duration_since(epoch);
    i32::try_from(span.as_hours().checked_div(24).unwrap_or(0)).unwrap_or(i32::MAX)
}

/// The date so many days from 1970-01-01; `None` outside the calendar.
pub(crate) fn date_of(days: i32) -> Option<Date> {
    let epoch = Date::constant(1970, 1, 1);
    epoch.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The number by which records of one period are known: 2011, 201103, 20110315.
pub(crate) fn key_of(date: Date, grain: Step) -> i32 {
    let year = i32::from(date.year());
    let with = |before: i32, next: i8| before.saturating_mul(100).saturating_add(i32::from(next));
    match grain {
        Step::Year => year,
        Step::Day => with(with(year, date.month()), date.day()),
        _ => with(year, date.month()),
    }
}

/// The period that a number stands for.
pub(crate) fn period_of(key: i64, grain: Step) -> Option<Period> {
    let part = |divisor: i64| key.checked_div(divisor).and_then(|part| part.checked_rem(100));
    let date = |year: i64, month: i64, day: i64| {
        Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    match grain {
        Step::Year => Period::year(i16::try_from(key).ok()?),
        Step::Day => Period::day(date(key.checked_div(10_000)?, part(100)?, part(1)?)?),
        _ => Period::containing(date(key.checked_div(100)?, part(1)?, 1)?, Step::Month),
    }
}

/// The kinds of period that records are taken together by: years, months or days.
pub(crate) fn grain_of(wanted: Step) -> Step {
    match wanted {
        Step::Year => Step::Year,
        Step::Day => Step::Day,
        _ => Step::Month,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_keys_lead_back() {
        for date in [Date::constant(1970, 1, 1), Date::constant(1, 1, 1), Date::constant(2012, 2, 29)] {
            assert_eq!(date_of(days_of(date)), Some(date));
            for grain in [Step::Year, Step::Month, Step::Day] {
                let period = period_of(i64::from(key_of(date, grain)), grain).unwrap();
                assert_eq!((period.step(), period.contains(date)), (grain, true), "{date}");
            }
        }
        assert_eq!(days_of(Date::constant(2011, 12, 31)), 15_339);
    }
}
