//! From a data file's text to a value of a known type.

use std::borrow::Cow;
use std::fmt;

use crate::{Language, Mark, Number, NumberError, Period, Type, Units, Value, Wording, parse_date};

/// A value that was read, with the counts behind it where it was given as `462/500`, and its mark where it was given
/// as already rounded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The value, in base units.
    pub value: Value,
    /// The passes and the total of a share given by its counts.
    pub counts: Option<(Number, Number)>,
    /// On which side of the value the exact one lies, for a value that was rounded before, `15.5(−)`.
    pub mark: Option<Mark>,
}

/// Why a text is not a value of a type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadingFault {
    /// The text is no number.
    Number(#[from] NumberError),
    /// The text is no value of the type, for example `maybe` for yes/no.
    NotOfType,
    /// The text or the unit beside it measures something else.
    Unit(String),
    /// A count is negative or no whole number, or the passes are more than the total.
    Counts,
}

/// In English; [`Wording`] has the other languages.
impl fmt::Display for ReadingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Wording::from(self).text(Language::English))
    }
}

/// Whether a text stands for a missing value: empty, `NA`, `-`, `…` and their look-alikes.
///
/// ```
/// use dabiao_model::is_missing;
/// assert!(["", " NA ", "-", "—", "…", "..."].iter().all(|text| is_missing(text)));
/// assert!(!is_missing("0"));
/// ```
#[must_use]
pub fn is_missing(text: &str) -> bool {
    matches!(text.trim(), "" | "NA" | "N/A" | "n/a" | "na" | "-" | "–" | "—" | "——" | "…" | "……" | "...")
}

/// Reads a text as a value of `ty`; `unit` is the unit that the data name beside it.
///
/// Full-width digits and signs count as their plain forms. A bare number is read in the type's own unit: `92.4`
/// for a percent is 92.4 %.
///
/// # Errors
/// Where the text is no value of the type, or its unit measures something else.
///
/// ```
/// use dabiao_model::{Type, Units, read_value};
/// let units = Units::shipped();
/// let shown = |text| Type::Percent.show(&read_value(text, None, &Type::Percent, &units).unwrap().value);
/// assert_eq!(shown("92.4"), "92.4%");
/// assert_eq!(shown("９２．４％"), "92.4%");
/// assert_eq!(shown("462/500"), "92.4%");
/// let marked = read_value("15.5(-)", None, &Type::Number, &units).unwrap();
/// assert_eq!(marked.mark, Some(dabiao_model::Mark::RoundedUp));
/// ```
pub fn read_value(text: &str, unit: Option<&str>, ty: &Type, units: &Units) -> Result<Reading, ReadingFault> {
    let text = narrow(text.trim());
    let (text, mark) = if ty.is_numeric() { unmarked(&text) } else { (Cow::Borrowed(text.as_str()), None) };
    let text = text.as_ref();
    let plain = |value| Ok(Reading { value, counts: None, mark });
    match ty {
        Type::Percent => read_percent(text, unit, mark),
        Type::Points => {
            let text = ["percentage points", "points", "point", "个百分点", "pp"]
                .iter()
                .find_map(|ending| text.strip_suffix(ending))
                .unwrap_or(text);
            accept_unit(unit, &["points", "point", "个百分点", "百分点", "pp"])?;
            plain(Value::Number(hundredth(&Number::parse(text.trim_end())?)))
        }
        Type::Number | Type::Ratio => {
            accept_unit(unit, &["number", "1"])?;
            plain(Value::Number(Number::parse(text)?))
        }
        Type::Quantity(own) => {
            let (digits, written) = split_unit(text);
            let number = Number::parse(digits)?;
            let named = if written.is_empty() { unit.map(str::trim) } else { Some(written) };
            let Some(named) = named else { return plain(Value::Number(&number * own.factor())) };
            let found = units.parse(named).filter(|found| found.dimension() == own.dimension());
            let found = found.ok_or_else(|| ReadingFault::Unit(named.to_string()))?;
            plain(Value::Number(&number * found.factor()))
        }
        Type::YesNo => match text.to_ascii_lowercase().as_str() {
            "yes" | "true" | "是" => plain(Value::YesNo(true)),
            "no" | "false" | "否" => plain(Value::YesNo(false)),
            _ => Err(ReadingFault::NotOfType),
        },
        Type::Level(scale) => {
            let level = scale.index(text).or_else(|| scale.index(&roman(text)));
            level.map_or(Err(ReadingFault::NotOfType), |index| plain(Value::Level(index)))
        }
        Type::Date => parse_date(text).map_or(Err(ReadingFault::NotOfType), |date| plain(Value::Date(date))),
        Type::Period => Period::parse(text).map_or(Err(ReadingFault::NotOfType), |p| plain(Value::Period(p))),
        Type::Text => plain(Value::Text(text.to_string())),
    }
}

fn read_percent(text: &str, unit: Option<&str>, mark: Option<Mark>) -> Result<Reading, ReadingFault> {
    accept_unit(unit, &["%", "percent"])?;
    let share = |value| Ok(Reading { value: Value::Number(value), counts: None, mark });
    if let Some(number) = text.strip_suffix('%') {
        return share(hundredth(&Number::parse(number.trim_end())?));
    }
    if let Some((passes, total)) = text.split_once('/') {
        let passes = Number::parse(passes.trim())?;
        let total = Number::parse(total.trim())?;
        let are_counts = passes.is_integer() && total.is_integer() && !passes.is_negative();
        // Counts are whole, and nobody rounded them.
        if mark.is_some() || !are_counts || passes > total || !total.is_positive() {
            return Err(ReadingFault::Counts);
        }
        let value = passes.checked_div(&total).ok_or(ReadingFault::Counts)?;
        return Ok(Reading { value: Value::Number(value), counts: Some((passes, total)), mark });
    }
    share(hundredth(&Number::parse(text)?))
}

/// A text without its mark of rounding, which stands behind the number: `15.5(-)`, `92.5(+)%`, `92.5%(+)`.
fn unmarked(text: &str) -> (Cow<'_, str>, Option<Mark>) {
    const MARKS: [(&str, Mark); 3] =
        [("(+)", Mark::RoundedDown), ("(-)", Mark::RoundedUp), ("(−)", Mark::RoundedUp)];
    let found = MARKS.iter().find_map(|(written, mark)| Some((text.split_once(written)?, *mark)));
    match found {
        Some(((number, rest), mark)) => (Cow::Owned(format!("{}{rest}", number.trim_end())), Some(mark)),
        None => (Cow::Borrowed(text), None),
    }
}

fn accept_unit(unit: Option<&str>, names: &[&str]) -> Result<(), ReadingFault> {
    match unit.map(|unit| narrow(unit.trim())) {
        Some(unit) if !unit.is_empty() && !names.contains(&unit.as_str()) => Err(ReadingFault::Unit(unit)),
        _ => Ok(()),
    }
}

fn hundredth(number: &Number) -> Number {
    number.checked_div(&Number::HUNDRED).unwrap_or_else(|| number.clone())
}

/// Splits `10 enterprise` or `10家` behind its number.
fn split_unit(text: &str) -> (&str, &str) {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '_' | '+' | '-' | '−' | '/');
    let exponent = |rest: &str| {
        let behind = rest.strip_prefix(['e', 'E'])?;
        let digits = behind.strip_prefix(['+', '-']).unwrap_or(behind);
        digits.starts_with(|c: char| c.is_ascii_digit()).then_some(())
    };
    let mut end = text.find(|c: char| !is_number(c)).unwrap_or(text.len());
    let rest = text.get(end..).unwrap_or_default();
    if exponent(rest).is_some() {
        let behind = rest.char_indices().skip(2).find(|(_, c)| !c.is_ascii_digit());
        end = behind.map_or(text.len(), |(offset, _)| end.saturating_add(offset));
    }
    let (number, unit) = text.split_at_checked(end).unwrap_or((text, ""));
    (number.trim_end(), unit.trim())
}

/// Full-width forms (U+FF01 to U+FF5E) as their plain ones.
fn narrow(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        '\u{3000}' | '\u{00A0}' => ' ',
        other => other,
    };
    text.chars().map(plain).collect()
}

/// Roman numeral characters (Ⅰ to Ⅻ) as letters, without a `类` or `级` behind them.
fn roman(text: &str) -> String {
    const LETTERS: [(char, &str); 12] = [
        ('Ⅰ', "I"),
        ('Ⅱ', "II"),
        ('Ⅲ', "III"),
        ('Ⅳ', "IV"),
        ('Ⅴ', "V"),
        ('Ⅵ', "VI"),
        ('Ⅶ', "VII"),
        ('Ⅷ', "VIII"),
        ('Ⅸ', "IX"),
        ('Ⅹ', "X"),
        ('Ⅺ', "XI"),
        ('Ⅻ', "XII"),
    ];
    let letters = |c: char| LETTERS.iter().find(|(one, _)| *one == c).map(|(_, letters)| *letters);
    let text = text.strip_suffix(['类', '级']).unwrap_or(text);
    text.chars().map(|c| letters(c).map_or_else(|| c.to_string(), str::to_string)).collect()
}
