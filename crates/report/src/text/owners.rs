//! Who has to act: the results by the organisations that answer for them.

use dabiao_model::{Report, TargetResult, Verdict};

use super::counts::counts;
use super::layout::GAP;
use super::page::{BOLD, DIM, PLAIN, Page};
use crate::groups::{differ, grouped};
use crate::owners::{by_owner, name};
use crate::width::{clean, pad_right, width};
use crate::words::Words;

/// The blanks before an owner, and before what stands below one.
const OWNER_INDENT: usize = 2;
const BELOW_INDENT: usize = 6;

/// Where a target is missed by more entities than this, the others are counted.
const NAMED_ENTITIES: usize = 5;

pub(super) fn write(page: &mut Page, report: &Report, words: Words) {
    if report.results.iter().all(|result| result.owner.is_empty()) {
        return;
    }
    page.gap();
    page.put(0, BOLD, &words.word("report-who-acts"));
    let owners = by_owner(report);
    let names: Vec<String> = owners.iter().map(|(owner, _)| full_name(report, *owner, words)).collect();
    let half = page.width.checked_div(2).unwrap_or_default();
    let column =
        names.iter().map(|name| width(name)).filter(|width| *width <= half).max().unwrap_or_default();
    let column = column.saturating_add(GAP);
    let separator = words.word("report-list");
    for ((_, results), name) in owners.iter().zip(&names) {
        let counts = counts(&results.iter().map(|result| result.verdict).collect(), words);
        let on_one_line = counts.join(&separator);
        let left = OWNER_INDENT.saturating_add(column);
        if width(name) < column && left.saturating_add(width(&on_one_line)) <= page.width {
            page.row(OWNER_INDENT, &[(PLAIN, pad_right(name, column)), (PLAIN, on_one_line)]);
        } else {
            page.put(OWNER_INDENT, PLAIN, name);
            page.put_items(BELOW_INDENT, PLAIN, &counts, &separator);
        }
        let mut missed = missed_targets(report, results, words);
        if let Some(first) = missed.first_mut() {
            let label = words.verdict(Verdict::Missed);
            *first = words.say("report-labelled", [("label", &label), ("text", first)]);
            page.put_items(BELOW_INDENT, DIM, &missed, &separator);
        }
    }
}

/// `工商分局 (industry_and_commerce)`.
fn full_name(report: &Report, owner: Option<&str>, words: Words) -> String {
    let Some(id) = owner else { return words.word("report-no-owner") };
    match name(report, id, words) {
        title if title == id => clean(id),
        title => clean(&words.say("report-named", [("title", &title), ("id", id)])),
    }
}

/// The ids of missed targets, with the entities that miss them where the report has several.
fn missed_targets(report: &Report, results: &[&TargetResult], words: Words) -> Vec<String> {
    let has_entities = differ(&report.results, |result| result.entity.as_deref());
    let missed: Vec<&TargetResult> = results.iter().copied().filter(|result| result.is_missed()).collect();
    let targets = grouped(&missed, |result| Some(result.target.as_str()));
    targets
        .into_iter()
        .map(|(target, missed)| {
            let target = target.unwrap_or_default();
            if has_entities {
                let entities = entities(&missed, words);
                words.say("report-target-for", [("target", target), ("entities", &entities)])
            } else {
                target.to_string()
            }
        })
        .collect()
}

fn entities(missed: &[&TargetResult], words: Words) -> String {
    let by_entity = grouped(missed, |result| result.entity.as_deref());
    let name = |entity: Option<&str>| entity.map_or_else(|| words.word("report-no-entity"), str::to_string);
    let mut names: Vec<String> =
        by_entity.iter().take(NAMED_ENTITIES).map(|(entity, _)| name(*entity)).collect();
    let others = by_entity.len().saturating_sub(NAMED_ENTITIES);
    if others > 0 {
        names.push(words.counted("report-more", others));
    }
    words.list(&names)
}
