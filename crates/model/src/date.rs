//! Days of the calendar.

pub use jiff::civil::Date;

/// The years that rules and data may name.
pub(crate) const YEARS: std::ops::RangeInclusive<i16> = 1..=9999;

/// Reads a day written as `2011-12-31` or `2011年12月31日`.
///
/// The year has four digits and is not `0000`. With dashes, month and day have two digits each; in the Chinese form
/// they have one or two. `None` for anything else, and for a day that the calendar does not have.
///
/// ```
/// use dabiao_model::parse_date;
/// assert_eq!(parse_date("2011年5月6日"), parse_date("2011-05-06"));
/// assert_eq!(parse_date("2011-02-29"), None);
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_at_checked(4)?;
    let year = i16::try_from(digits(year, 4..=4)?).ok().filter(|year| YEARS.contains(year))?;
    let (month, day) = match rest.strip_prefix('-') {
        Some(rest) => {
            let (month, day) = rest.split_once('-')?;
            (digits(month, 2..=2)?, digits(day, 2..=2)?)
        }
        None => {
            let (month, day) = rest.strip_prefix('年')?.split_once('月')?;
            (digits(month, 1..=2)?, digits(day.strip_suffix(['日', '号'])?, 1..=2)?)
        }
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// An integer of so many ASCII digits and nothing else.
pub(crate) fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<u16> {
    let sound = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_that_are_read() {
        for (text, shown) in [
            ("2011-12-31", Some("2011-12-31")),
            ("2012-02-29", Some("2012-02-29")),
            ("0001-01-01", Some("0001-01-01")),
            ("9999-12-31", Some("9999-12-31")),
            ("2011年12月31日", Some("2011-12-31")),
            ("2011年5月6日", Some("2011-05-06")),
            ("2011年05月06日", Some("2011-05-06")),
            ("2011年5月6号", Some("2011-05-06")),
            ("2011-02-29", None),
            ("2011-13-01", None),
            ("2011-00-01", None),
            ("2011-1-1", None),
            ("0000-01-01", None),
            ("-2011-01-01", None),
            ("11-01-01", None),
            ("2011-12-311", None),
            ("2011-12-31 ", None),
            ("2011/12/31", None),
            ("20111231", None),
            ("2011-+1-01", None),
            ("2011年12月31", None),
            ("2011年012月31日", None),
            ("２０１１-12-31", None),
            ("", None),
        ] {
            assert_eq!(parse_date(text).map(|date| date.to_string()).as_deref(), shown, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_stops_the_reader(text in "\\PC{0,12}|[0-9]{4}[-年][0-9月日-]{0,8}") {
            if let Some(date) = parse_date(&text) {
                prop_assert_eq!(parse_date(&date.to_string()), Some(date));
            }
        }
    }
}
