//! Tables of cases as files of other kinds than CSV.

use std::collections::BTreeMap;
use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, RecordBatch, StringArray,
};
use parquet::arrow::ArrowWriter;

use crate::case::Table;

/// One object a line; what reads as a number stands there as one.
pub(crate) fn json_lines(table: &Table<'_>) -> String {
    let line = |cells: &Vec<String>| {
        let entries = table.headings.iter().zip(cells).map(|(heading, cell)| {
            let is_number = !cell.starts_with('0') && cell.parse::<u32>().is_ok();
            let value = match cell.as_str() {
                "" => "null".to_string(),
                cell if is_number => cell.to_string(),
                cell => serde_json::to_string(cell).unwrap(),
            };
            format!("{}: {value}", serde_json::to_string(heading).unwrap())
        });
        format!("{{{}}}\n", entries.collect::<Vec<_>>().join(", "))
    };
    table.rows.iter().map(line).collect()
}

/// A Parquet file: of texts as they stand, or of decimals, days and truth values where a whole column reads as such.
pub(crate) fn parquet(table: &Table<'_>, with_types: bool) -> Vec<u8> {
    let columns = table.headings.iter().enumerate().map(|(at, heading)| {
        let cells: Vec<&str> = table.rows.iter().map(|row| row.get(at).map_or("", String::as_str)).collect();
        let typed = if with_types { typed(&cells) } else { None };
        let array: ArrayRef = typed.unwrap_or_else(|| Arc::new(StringArray::from(cells)));
        (heading.as_str(), array, true)
    });
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    bytes
}

fn typed(cells: &[&str]) -> Option<ArrayRef> {
    let each = |read: &dyn Fn(&str) -> Option<i128>| -> Option<Vec<Option<i128>>> {
        let cells = cells.iter().map(|cell| if cell.is_empty() { Some(None) } else { read(cell).map(Some) });
        cells.collect()
    };
    let is_filled = cells.iter().any(|cell| !cell.is_empty());
    // Years stay texts, since a column of periods has them.
    let is_year = |cell: &&str| cell.len() == 4 && cell.parse::<u32>().is_ok();
    if !is_filled || cells.iter().all(is_year) {
        return None;
    }
    let decimal = |cell: &str| {
        let (whole, behind) = cell.split_once('.').unwrap_or((cell, ""));
        (behind.len() <= 6).then(|| format!("{whole}{behind:0<6}").parse().ok())?
    };
    if let Some(cells) = each(&decimal) {
        return Some(Arc::new(Decimal128Array::from(cells).with_precision_and_scale(24, 6).unwrap()));
    }
    let epoch = dabiao::Date::constant(1970, 1, 1);
    let day = |cell: &str| {
        let date: dabiao::Date = cell.parse().ok()?;
        Some(i128::from((date - epoch).get_days()))
    };
    let day = |cell: &str| if cell.len() == 10 { day(cell) } else { None };
    if let Some(cells) = each(&day) {
        let days = cells.into_iter().map(|day| day.map(|day| i32::try_from(day).unwrap()));
        return Some(Arc::new(Date32Array::from_iter(days)));
    }
    let truth = |cell: &str| match cell {
        "yes" => Some(1),
        "no" => Some(0),
        _ => None,
    };
    let truths = each(&truth)?.into_iter().map(|truth| truth.map(|truth| truth == 1));
    Some(Arc::new(BooleanArray::from_iter(truths)))
}

/// The table in files by its first column, which the names of the folders give.
pub(crate) fn parted<'t>(table: &Table<'t>) -> Vec<(String, Table<'t>)> {
    let mut parts: BTreeMap<&str, Vec<Vec<String>>> = BTreeMap::new();
    let is_parted =
        table.headings.len() > 1 && table.rows.iter().all(|row| !row[0].is_empty()) && !table.rows.is_empty();
    if !is_parted {
        let whole = Table { name: table.name, headings: table.headings.clone(), rows: table.rows.clone() };
        return vec![("all.parquet".to_string(), whole)];
    }
    for row in &table.rows {
        parts.entry(&row[0]).or_default().push(row[1..].to_vec());
    }
    let part = |(value, rows): (&str, Vec<Vec<String>>)| {
        let name = format!("{}={value}/part.parquet", table.headings[0]);
        (name, Table { name: table.name, headings: table.headings[1..].to_vec(), rows })
    };
    parts.into_iter().map(part).collect()
}
