//! A cell's value as the text that it stands for.

use calamine::{DataRef, ExcelDateTime};

use super::decimal;
use super::number_format::NumberFormat;
use crate::grid::GridCell;

/// What a cell says under its number format.
pub(super) fn cell(value: &DataRef<'_>, format: &str) -> GridCell {
    GridCell::Text(match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(float) => number(*float, format),
        DataRef::String(text) => text.trim().to_string(),
        DataRef::SharedString(text) => text.trim().to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(date) if date.is_duration() => decimal::text(date.as_f64(), 0),
        DataRef::DateTime(time) => date(*time, format),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_string(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => return GridCell::Error(error.to_string()),
    })
}

/// A number with the percent sign or the unit that the sheet shows behind it.
fn number(number: f64, format: &str) -> String {
    let format = NumberFormat::read(format);
    if format.is_percent {
        return format!("{}%", decimal::text(number, 2));
    }
    format!("{}{}", decimal::text(number, 0), format.suffix)
}

/// A day; a month or a year where the sheet shows no more. The time of day is left out, as that of records is.
fn date(date: ExcelDateTime, format: &str) -> String {
    let format = NumberFormat::read(format);
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    match (format.has_year, format.has_month, format.has_day) {
        (true, true, false) => format!("{year:04}-{month:02}"),
        (true, false, false) => format!("{year:04}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}
