//! How many results bear which verdict.

use dabiao_model::{Summary, Verdict};

use super::page::{BOLD, Page};
use crate::words::Words;

/// `label: 3 met, 1 missed`.
pub(super) fn write(page: &mut Page, label: &str, summary: &Summary, words: Words) {
    let mut counts = counts(summary, words);
    if let Some(first) = counts.first_mut() {
        *first = words.say("report-labelled", [("label", label), ("text", first)]);
    }
    page.put_items(0, BOLD, &counts, &words.word("report-list"));
}

/// How many results bear which verdict: `3 met`, `1 missed`.
pub(super) fn counts(summary: &Summary, words: Words) -> Vec<String> {
    let present = Verdict::ALL.into_iter().filter(|verdict| summary.get(*verdict) > 0);
    present
        .map(|verdict| {
            let count = summary.get(verdict).to_string();
            words.say("report-verdict-count", [("count", &count), ("verdict", &words.verdict(verdict))])
        })
        .collect()
}
