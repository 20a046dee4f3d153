//! Numbers, dates and ranges as they are written elsewhere, with what they are here.

use dabiao_model::{Code, Diagnostic, Period};

use super::Stretch;
use crate::lines;
use crate::lower::Lowering;

/// The diagnostic for such a form where the stretch stops being readable; a change may lack its base there.
pub(super) fn elsewhere(
    lowering: &Lowering<'_>,
    stretch: &Stretch<'_>,
    at: usize,
    lacks_base: bool,
) -> Option<Diagnostic> {
    decimal_comma(lowering, stretch, at)
        .or_else(|| date(lowering, stretch, at))
        .or_else(|| change_end(lowering, stretch, at))
        .or_else(|| range(lowering, stretch, at).filter(|_| !lacks_base))
}

/// `3,5`: two digits or one behind a comma, or four and more, are no thousands.
fn decimal_comma(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    let before = stretch.text.get(..at)?;
    // Where a list may go on, the comma is read, and the digits too where they may be a number of records.
    let without = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let whole = without.strip_suffix([',', '，']).unwrap_or(before);
    let rest = stretch.text.get(whole.len()..)?;
    let behind = rest.strip_prefix([',', '，'])?;
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let number = whole.rsplit(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).next()?;
    let is_whole = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let goes_on = behind.get(digits..)?.starts_with([',', '，']);
    if digits == 0 || digits == 3 || !is_whole || goes_on {
        return None;
    }
    let meant = format!("{number}.{}", behind.get(..digits)?);
    let comma = rest.len().saturating_sub(behind.len());
    let comma = stretch.part(whole.len(), whole.len().saturating_add(comma));
    let fault = lowering.fault(Code::UnreadableNumber, comma).variant("comma");
    Some(fault.with("meant", meant).fix(comma, "."))
}

/// `2011/06/30`, `30.06.2011`
fn date(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-');
    let (before, rest) = stretch.text.split_at_checked(at)?;
    let start = before.trim_end_matches(is_part).len();
    let length = rest.len().saturating_sub(rest.trim_start_matches(is_part).len());
    let end = at.saturating_add(length);
    let text = stretch.text.get(start..end)?;
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = text.split(sign).collect();
    let dated = |year: &str, month: &str, day: &str| {
        let text = format!("{year}-{month:0>2}-{day:0>2}");
        Period::parse(&text).map(|_| text)
    };
    let span = stretch.part(start, end);
    let meant = match parts.as_slice() {
        [year, month] if year.len() == 4 && sign != '-' => {
            let text = format!("{year}-{month:0>2}");
            Period::parse(&text).map(|_| text)
        }
        [year, month, day] if year.len() == 4 => dated(year, month, day),
        [first, second, year] if year.len() == 4 => {
            let readings: Vec<String> =
                [dated(year, second, first), dated(year, first, second)].into_iter().flatten().collect();
            match readings.as_slice() {
                [] => None,
                // Dots stand between day and month in this order alone.
                [only] => Some(only.clone()),
                [day_first, month_first] if sign == '.' || day_first == month_first => {
                    Some(day_first.clone())
                }
                both => {
                    let fault = lowering.fault(Code::UnexpectedText, span).variant("date-order");
                    return Some(both.iter().fold(fault, |fault, meant| fault.fix(span, meant.as_str())));
                }
            }
        }
        _ => None,
    }?;
    let fault = lowering.fault(Code::UnexpectedText, span).variant("date-form");
    Some(fault.with("meant", meant.as_str()).fix(span, meant))
}

/// Words that open a range elsewhere, and words between its ends.
const OPENINGS: [&str; 3] = ["from", "从", "自"];
const CONNECTORS: [&str; 3] = ["to", "到", "至"];
/// Words of a change or trend that follow its base in Chinese.
const CHANGES: [&str; 10] = ["逐", "每", "不", "下降", "降低", "减少", "上升", "提高", "增长", "增加"];

/// `x from 80% to 90%`, `x in 80% to 90%`, `period: from 2011 to 2013`
fn range(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    let text = stretch.text;
    // Either the opening, the first end or the connector is where reading stops.
    let (before, rest) = text.split_at_checked(at)?;
    let opening = OPENINGS.iter().find_map(|word| {
        let start = if rest.starts_with(word) { at } else { before.rfind(word)? };
        Some((start, word.len()))
    });
    let opened = opening.and_then(|(start, length)| {
        let behind = text.get(start.saturating_add(length)..)?;
        Some((start, first_end(behind)?))
    });
    let (start, first) = match opened {
        Some((start, first)) => (start, first),
        None => {
            let before = before.trim_end();
            let start = before.trim_end_matches(is_end).len();
            (start, before.get(start..).filter(|end| begins_end(end))?)
        }
    };
    let first_at = text.get(start..)?.find(first)?.saturating_add(start);
    let behind = text.get(first_at.saturating_add(first.len())..)?.trim_start_matches(' ');
    let connector = CONNECTORS.iter().find(|word| behind.starts_with(**word))?;
    let last = first_end(behind.get(connector.len()..)?)?;
    let last_at = text.len().saturating_sub(behind.len()).saturating_add(connector.len());
    let last_at = text.get(last_at..)?.find(last)?.saturating_add(last_at);
    let end = last_at.saturating_add(last.len());
    if at > end {
        return None;
    }
    let is_chinese = !connector.is_ascii();
    let ends = if is_chinese { format!("{first}至{last}") } else { format!("{first}..{last}") };
    let label = lines::label(text).unwrap_or_default();
    let ahead = text.get(..start)?.trim_end();
    let is_within = ["in", "在", "属于"].iter().any(|word| ahead.ends_with(word));
    let meant = if is_within || matches!(label, "period" | "期间") {
        ends
    } else if is_chinese {
        format!("在{ends}")
    } else {
        format!("in {ends}")
    };
    let span = stretch.part(start, end);
    let fault = lowering.fault(Code::UnexpectedText, span).variant("range").with("meant", meant.as_str());
    // Behind `>=` a range is no bound, and what is meant is not told by the text.
    let is_bound = opened.is_none() && !is_within && !matches!(label, "period" | "期间");
    Some(if is_bound { fault } else { fault.fix(span, meant) })
}

fn is_end(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '%' | '％' | '.' | '-') || "年月日季度第一二三四底末".contains(c)
}

fn begins_end(end: &str) -> bool {
    end.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

/// The number or period at the beginning of a text.
fn first_end(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(' ');
    let end = text.get(..text.len().saturating_sub(text.trim_start_matches(is_end).len()))?;
    begins_end(end).then_some(end)
}

/// `x falls by at least 20% since 2005 to 2010`, 从2005年到2010年下降20%: a change ends at the target's deadline.
fn change_end(lowering: &Lowering<'_>, stretch: &Stretch<'_>, at: usize) -> Option<Diagnostic> {
    let (before, rest) = stretch.text.split_at_checked(at)?;
    let connector = CONNECTORS.iter().find(|word| rest.starts_with(**word))?;
    let last = first_end(rest.get(connector.len()..)?)?;
    let base = before.trim_end().trim_end_matches(is_end).trim_end();
    let end = rest.find(last).map_or(rest.len(), |found| found.saturating_add(last.len()));
    let behind = rest.get(end..)?.trim_start();
    let is_change = ["since", "较", "比"].iter().any(|word| base.ends_with(word))
        || (base.ends_with(['从', '自']) && CHANGES.iter().any(|word| behind.starts_with(word)));
    is_change.then(|| {
        let span = stretch.part(at, at.saturating_add(end));
        lowering.fault(Code::UnexpectedText, span).variant("change-end").with("period", last)
    })
}
