//! What is wrong with the data: what is missing for a verdict, and what led to an error.

use dabiao_model::{Report, TargetResult, Verdict};
use rust_xlsxwriter::XlsxError;

use super::book::{Book, Cell};
use crate::owners::names;
use crate::words::Words;

const COLUMNS: [&str; 8] = [
    "report-label-missing",
    "report-label-verdict",
    "report-label-entity",
    "report-label-period",
    "report-label-target",
    "report-label-title",
    "report-label-reason",
    "report-label-owner",
];

pub(super) fn write(book: &mut Book, report: &Report, words: Words) -> Result<(), XlsxError> {
    let is_faulty = |result: &&TargetResult| {
        matches!(result.verdict, Verdict::Unknown | Verdict::Error) || !result.missing.is_empty()
    };
    let rows = report.results.iter().filter(is_faulty).flat_map(|result| {
        // A row for each value, so that whoever collects them can tick them off.
        let mut missing: Vec<String> = result.missing.iter().map(|one| words.shown(one)).collect();
        if missing.is_empty() {
            missing.push(String::new());
        }
        missing.into_iter().map(move |missing| {
            let entity = result.entity.as_deref().map(|entity| words.entity(report, entity));
            let period = result.period.as_deref().map(|period| words.time(period));
            vec![
                Cell::text(missing),
                Cell::Verdict(result.verdict),
                Cell::text(entity.unwrap_or_default()),
                Cell::text(period.unwrap_or_default()),
                Cell::text(&result.target),
                Cell::text(words.shown(&result.title)),
                Cell::text(result.reason.as_ref().map_or_else(String::new, |one| one.text(words.language))),
                Cell::text(names(report, &result.owner, words)),
            ]
        })
    });
    book.table(&words.heading("report-sheet-faults"), &COLUMNS, rows)
}
