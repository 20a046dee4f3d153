//! How many results bear which verdict.

use std::collections::BTreeSet;

use dabiao_model::Report;

use super::counts;
use super::page::Page;
use crate::words::Words;

pub(super) fn write(page: &mut Page, report: &Report, words: Words) {
    if report.results.is_empty() {
        return;
    }
    page.gap();
    let total = report.summary.total();
    let targets: BTreeSet<&str> = report.results.iter().map(|result| result.target.as_str()).collect();
    // Several entities or periods make several results of one target.
    let counted = if targets.len() == total { "report-targets" } else { "report-results" };
    counts::write(page, &words.counted(counted, total), &report.summary, words);
}
