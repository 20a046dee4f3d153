//! Periods from text.

use super::{Period, Step};
use crate::date::digits;
use crate::parse_date;

impl Period {
    /// Reads a period in either language.
    ///
    /// | kind | forms |
    /// |---|---|
    /// | year | `2011`, `2011年` |
    /// | half | `2011-H1`, `2011年上半年`, `2011年下半年` |
    /// | quarter | `2011-Q2`, `2011年第二季度`, `2011年二季度`, `2011年第2季度` |
    /// | month | `2011-05`, `2011年5月` |
    /// | day | `2011-12-31`, `2011年12月31日` |
    ///
    /// The year has four digits and is not `0000`; `H` and `Q` may be small. `None` for anything else.
    ///
    /// ```
    /// use dabiao_model::Period;
    /// assert_eq!(Period::parse("2011年第二季度"), Period::parse("2011-Q2"));
    /// assert_eq!(Period::parse("2011-13"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Period> {
        if let Some(date) = parse_date(text) {
            return Period::day(date);
        }
        let (year, rest) = text.split_at_checked(4)?;
        let year = i16::try_from(digits(year, 4..=4)?).ok()?;
        let (place, step) = match rest.strip_prefix('-') {
            Some(rest) => dashed(rest)?,
            None if rest.is_empty() => (1, Step::Year),
            None => chinese(rest.strip_prefix('年')?)?,
        };
        let first = place.checked_sub(1)?.checked_mul(step.months()?)?.checked_add(1)?;
        Period::months(year, first, step)
    }
}

fn dashed(text: &str) -> Option<(i8, Step)> {
    if let Some(half) = text.strip_prefix(['H', 'h']) {
        return Some((place(half, 1)?, Step::Half));
    }
    if let Some(quarter) = text.strip_prefix(['Q', 'q']) {
        return Some((place(quarter, 1)?, Step::Quarter));
    }
    Some((i8::try_from(digits(text, 2..=2)?).ok()?, Step::Month))
}

fn chinese(text: &str) -> Option<(i8, Step)> {
    match text {
        "" => return Some((1, Step::Year)),
        "上半年" => return Some((1, Step::Half)),
        "下半年" => return Some((2, Step::Half)),
        _ => {}
    }
    if let Some(month) = text.strip_suffix('月') {
        return Some((place(month, 2)?, Step::Month));
    }
    let quarter = text.strip_suffix("季度")?;
    let number = match quarter.strip_prefix('第').unwrap_or(quarter) {
        "一" => 1,
        "二" => 2,
        "三" => 3,
        "四" => 4,
        other => place(other, 1)?,
    };
    Some((number, Step::Quarter))
}

/// A place in the year, of one to so many digits.
fn place(text: &str, most: usize) -> Option<i8> {
    i8::try_from(digits(text, 1..=most)?).ok()
}

#[cfg(test)]
mod tests {
    use super::super::testing::any_period;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_that_are_read() {
        for (text, canonical) in [
            ("2011", "2011"),
            ("2011年", "2011"),
            ("0001", "0001"),
            ("2011-H1", "2011-H1"),
            ("2011-h2", "2011-H2"),
            ("2011年上半年", "2011-H1"),
            ("2011年下半年", "2011-H2"),
            ("2011-Q4", "2011-Q4"),
            ("2011-q4", "2011-Q4"),
            ("2011年第二季度", "2011-Q2"),
            ("2011年二季度", "2011-Q2"),
            ("2011年第2季度", "2011-Q2"),
            ("2011年2季度", "2011-Q2"),
            ("2011年第四季度", "2011-Q4"),
            ("2011-05", "2011-05"),
            ("2011年5月", "2011-05"),
            ("2011年12月", "2011-12"),
            ("2011-12-31", "2011-12-31"),
            ("2011年5月6日", "2011-05-06"),
        ] {
            assert_eq!(
                Period::parse(text).map(|period| period.to_string()).as_deref(),
                Some(canonical),
                "{text}"
            );
        }
    }

    #[test]
    fn forms_that_are_not() {
        for text in [
            "",
            "0000",
            "11",
            "201",
            "20111",
            "-2011",
            "2011-",
            "2011-H0",
            "2011-H3",
            "2011-Q0",
            "2011-Q5",
            "2011-Q11",
            "2011-00",
            "2011-13",
            "2011-5",
            "2011-123",
            "2011-02-30",
            "2011Q1",
            "2011年0月",
            "2011年13月",
            "2011年第五季度",
            "2011年第十季度",
            "2011年季度",
            "2011年第季度",
            "2011年上",
            "2011 年",
            "二〇一一年",
            "２０１１",
            "2011..2013",
            "2011-Q二",
            "201年",
            "年",
            "2011-+1",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_text_reads_back(period in any_period()) {
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
        }

        #[test]
        fn no_text_stops_the_reader(text in "\\PC{0,12}|[0-9]{4}[-年][0-9HQ月日第二上半年季度-]{0,6}") {
            if let Some(period) = Period::parse(&text) {
                prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
            }
        }
    }
}
