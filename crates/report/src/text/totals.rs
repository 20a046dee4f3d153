//! How many results bear which verdict, and the score.

use std::collections::BTreeSet;

use dabiao_model::Report;

use super::counts;
use super::page::{BOLD, Page};
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
    if let Some(score) = &report.score {
        page.put(0, BOLD, &words.labelled("report-label-score", score));
    }
}
