//! The assumptions that a report rests on.

use dabiao_model::Report;

use super::page::{BOLD, PLAIN, Page};
use crate::words::Words;

pub(super) fn write(page: &mut Page, report: &Report, words: Words) {
    if report.assumptions.is_empty() {
        return;
    }
    page.gap();
    page.put(0, BOLD, &words.word("report-assumptions"));
    for assumption in &report.assumptions {
        let value =
            [("name", &*assumption.called(words.language)), ("value", &words.shown(&assumption.value))];
        let mut facts = vec![words.say("report-assumption", value)];
        if assumption.overridden {
            facts.push(words.word("report-overridden"));
        }
        facts.extend(assumption.because.clone());
        page.put_items(2, PLAIN, &facts, &words.word("report-parts"));
    }
}
