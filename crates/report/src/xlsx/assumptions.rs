//! The assumptions that the report rests on.

use dabiao_model::Report;
use rust_xlsxwriter::XlsxError;

use super::book::{Book, Cell};
use crate::words::Words;

const COLUMNS: [&str; 7] = [
    "report-label-assumption-name",
    "report-label-title",
    "report-label-value",
    "report-label-because",
    "report-label-source",
    "report-label-cite",
    "report-label-overridden",
];

pub(super) fn write(book: &mut Book, report: &Report, words: Words) -> Result<(), XlsxError> {
    let rows = report.assumptions.iter().map(|one| {
        vec![
            Cell::text(&one.name),
            one.title.as_ref().map_or(Cell::Empty, |title| Cell::text(words.shown(title))),
            Cell::text(words.shown(&one.value)),
            Cell::text(one.because.as_deref().unwrap_or_default()),
            Cell::text(one.source.as_deref().unwrap_or_default()),
            Cell::text(words.list(&one.cite)),
            if one.overridden { Cell::text(words.word("report-overridden")) } else { Cell::Empty },
        ]
    });
    book.table(&words.heading("report-assumptions"), &COLUMNS, rows)
}
