//! What stands below a result: why, who, and what its line had no room for.

use dabiao_model::{Report, TargetResult, Verdict};

use super::layout::Layout;
use super::page::{DIM, Page};
use crate::owners::name;
use crate::width::width;
use crate::words::Words;

pub(super) fn write(page: &mut Page, report: &Report, result: &TargetResult, layout: &Layout, words: Words) {
    let mut facts = Vec::new();
    let is_open = !matches!(result.verdict, Verdict::Met | Verdict::NotApplicable);
    if is_open && words.shown(&result.title) != result.target {
        facts.push(result.target.clone());
    }
    if let Some(reason) = &result.reason {
        facts.push(reason.text(words.language));
    }
    // The reason of an open verdict names what is missing; that of a missed one names what was not met.
    let names_missing = result.reason.is_some() && result.verdict != Verdict::Missed;
    if !names_missing && !result.missing.is_empty() {
        facts.push(words.labelled("report-label-missing", &words.shown_list(&result.missing)));
    }
    if let Some(needed) = &result.needed {
        facts.push(words.say("report-needed", [("count", needed)]));
    }
    facts.extend(squeezed(result, layout, words));
    if is_open {
        facts.extend(organisations(report, &result.owner, "report-label-owner", words));
        facts.extend(organisations(report, &result.with, "report-label-with", words));
    }
    if !facts.is_empty() {
        page.put_items(layout.title_start(), DIM, &facts, &words.word("report-parts"));
    }
}

/// The cells that have no column or do not fit theirs.
fn squeezed(result: &TargetResult, layout: &Layout, words: Words) -> Vec<String> {
    let cut = layout.columns.iter().filter(|(column, limit)| width(&column.cell(result, words)) > *limit);
    let columns = cut.map(|(column, _)| *column).chain(layout.moved.iter().copied());
    let cells = columns.map(|column| (column, column.cell(result, words)));
    cells
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(column, cell)| words.labelled(column.label(), &cell))
        .collect()
}

fn organisations(report: &Report, ids: &[String], label: &str, words: Words) -> Option<String> {
    let names: Vec<String> = ids.iter().map(|id| name(report, id, words)).collect();
    (!names.is_empty()).then(|| words.labelled(label, &words.list(&names)))
}
