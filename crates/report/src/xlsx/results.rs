//! Every result on a row of its own.

use dabiao_model::{Report, TargetResult};
use rust_xlsxwriter::XlsxError;

use super::book::{Book, Cell};
use crate::owners::names;
use crate::words::Words;

const COLUMNS: [&str; 24] = [
    "report-label-entity",
    "report-label-period",
    "report-label-section",
    "report-label-target",
    "report-label-title",
    "report-label-verdict",
    "report-label-flags",
    "report-label-observed",
    "report-label-least",
    "report-label-greatest",
    "report-label-margin",
    "report-label-unit",
    "report-label-warn",
    "report-label-required",
    "report-label-told",
    "report-label-due",
    "report-label-reason",
    "report-label-owner",
    "report-label-with",
    "report-label-cite",
    "report-label-assumption",
    "report-label-condition",
    "report-label-source",
    "report-label-rule",
];

pub(super) fn write(book: &mut Book, report: &Report, words: Words) -> Result<(), XlsxError> {
    let rows = report.results.iter().map(|result| row(report, result, words));
    book.table(&words.heading("report-results-heading"), &COLUMNS, rows)
}

fn row(report: &Report, result: &TargetResult, words: Words) -> Vec<Cell> {
    let shown = |one: &Option<dabiao_model::Shown>| {
        one.as_ref().map_or(Cell::Empty, |one| Cell::text(words.shown(one)))
    };
    let time = |one: &Option<String>| one.as_deref().map_or(Cell::Empty, |one| Cell::text(words.time(one)));
    let figures = result.figures.as_deref();
    let flags: Vec<String> = result.flags.iter().map(|flag| words.flag(*flag)).collect();
    let mut sources: Vec<&str> = result.evidence.iter().filter_map(|one| one.source.as_deref()).collect();
    sources.dedup();
    let entity = result.entity.as_deref().map(|entity| words.entity(report, entity));
    vec![
        Cell::text(entity.unwrap_or_default()),
        time(&result.period),
        shown(&result.section),
        Cell::text(&result.target),
        Cell::text(words.shown(&result.title)),
        Cell::Verdict(result.verdict),
        Cell::text(words.list(&flags)),
        Cell::figure(figures, |figures| figures.observed.as_ref()),
        Cell::figure(figures, |figures| figures.least.as_ref()),
        Cell::figure(figures, |figures| figures.greatest.as_ref()),
        Cell::margin(figures),
        figures.map_or(Cell::Empty, |figures| Cell::text(words.shown(&figures.unit))),
        Cell::figure(figures, |figures| figures.warn.as_ref()),
        shown(&result.required),
        shown(&result.observed),
        time(&result.due),
        Cell::text(words.why(result)),
        Cell::text(names(report, &result.owner, words)),
        Cell::text(names(report, &result.with, words)),
        Cell::text(words.list(&result.cite)),
        Cell::text(words.list(&result.assumptions)),
        Cell::text(&result.condition),
        Cell::text(words.list(&sources)),
        Cell::text(format!("{}:{}", result.at.file, result.at.line)),
    ]
}
