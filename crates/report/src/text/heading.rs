//! What was judged, and for which day.

use dabiao_model::Report;

use super::page::{BOLD, PLAIN, Page};
use crate::groups::shared;
use crate::words::Words;

pub(super) fn write(page: &mut Page, report: &Report, words: Words) {
    page.put(0, BOLD, &words.plan_title(&report.plan));
    let mut facts = vec![words.say("report-as-of", [("date", &words.time(&report.as_of))])];
    if let Some(period) = shared(&report.results, |result| result.period.as_deref()) {
        facts.push(words.say("report-period", [("period", &words.time(period))]));
    }
    if let Some(entity) = shared(&report.results, |result| result.entity.as_deref()) {
        facts.push(entity.to_string());
    }
    page.put_items(0, PLAIN, &facts, &words.word("report-parts"));
}
