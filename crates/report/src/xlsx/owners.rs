//! Who has to act: what is not met, by the organisations that answer for it.

use dabiao_model::{Report, Verdict};
use rust_xlsxwriter::XlsxError;

use super::book::{Book, Cell};
use crate::owners::{by_owner, name};
use crate::words::Words;

const COLUMNS: [&str; 11] = [
    "report-label-owner",
    "report-label-verdict",
    "report-label-entity",
    "report-label-period",
    "report-label-target",
    "report-label-title",
    "report-label-told",
    "report-label-required",
    "report-label-margin",
    "report-label-reason",
    "report-label-cite",
];

/// What is missed stands first, then what nobody knows, then what is not due.
const ORDER: [Verdict; 5] =
    [Verdict::Missed, Verdict::Error, Verdict::Unknown, Verdict::Uncertain, Verdict::Pending];

pub(super) fn write(book: &mut Book, report: &Report, words: Words) -> Result<(), XlsxError> {
    let owners = by_owner(report);
    let rows = owners.iter().flat_map(|(owner, results)| {
        let owner = owner.map_or_else(|| words.word("report-no-owner"), |id| name(report, id, words));
        let of_verdict = ORDER
            .into_iter()
            .flat_map(move |verdict| results.iter().filter(move |one| one.verdict == verdict));
        of_verdict.map(move |result| {
            let shown = |one: &Option<dabiao_model::Shown>| {
                one.as_ref().map_or(Cell::Empty, |one| Cell::text(words.shown(one)))
            };
            let entity = result.entity.as_deref().map(|entity| words.entity(report, entity));
            let period = result.period.as_deref().map(|period| words.time(period));
            vec![
                Cell::text(&owner),
                Cell::Verdict(result.verdict),
                Cell::text(entity.unwrap_or_default()),
                Cell::text(period.unwrap_or_default()),
                Cell::text(&result.target),
                Cell::text(words.shown(&result.title)),
                shown(&result.observed),
                shown(&result.required),
                shown(&result.margin),
                Cell::text(words.why(result)),
                Cell::text(words.list(&result.cite)),
            ]
        })
    });
    book.table(&words.heading("report-who-acts"), &COLUMNS, rows)
}
