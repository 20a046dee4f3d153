//! What each entity earned: total, grade and veto, the points of each section, and what has none.

use dabiao_model::{EntityScore, MissingPoints, Report, Shown};

use super::page::{BOLD, DIM, PLAIN, Page};
use super::points::adjusted;
use crate::words::Words;

pub(super) fn write(page: &mut Page, report: &Report, words: Words) {
    let Some(scores) = &report.score else { return };
    let titled = |score: &EntityScore| match &score.entity {
        Some(entity) => words.say("report-labelled", [("label", entity), ("text", &headline(score, words))]),
        None => words.labelled("report-scores", &headline(score, words)),
    };
    page.gap();
    if scores.entities.iter().any(|score| score.entity.is_some()) {
        page.put(0, BOLD, &words.word("report-scores"));
    }
    for score in &scores.entities {
        let indent = if score.entity.is_some() { 2 } else { 0 };
        page.put(indent, BOLD, &titled(score));
        let below = if score.entity.is_some() { 4 } else { 2 };
        write_parts(page, score, below, words);
    }
}

fn write_parts(page: &mut Page, score: &EntityScore, indent: usize, words: Words) {
    for section in &score.sections {
        let mut facts = vec![words.points_of(section.points.as_ref(), &section.full)];
        facts.extend(section.adjustments.iter().filter_map(|one| adjusted(one, words)));
        facts.extend(section.reweighted.then(|| words.word("report-reweighted")));
        // A plan without sections has nothing to part its points by.
        if section.section.is_none() && score.sections.len() == 1 && !section.reweighted {
            continue;
        }
        let title = match &section.section {
            Some(title) => words.shown(title),
            None => words.word("report-no-section"),
        };
        let parts = facts.join(&words.word("report-parts"));
        page.put(indent, PLAIN, &words.say("report-labelled", [("label", &title), ("text", &parts)]));
    }
    for one in score.adjustments.iter().filter_map(|one| adjusted(one, words)) {
        page.put(indent, PLAIN, &one);
    }
    if score.reweighted {
        page.put(indent, PLAIN, &words.word("report-reweighted"));
    }
    for part in &score.missing {
        page.put(indent, DIM, &missing(part, score, words));
    }
}

/// `94.8 of 100 · grade B · so far`
fn headline(score: &EntityScore, words: Words) -> String {
    let mut facts = vec![words.points_of(score.total.as_ref(), &score.full)];
    match (&score.given_grade, &score.veto, &score.earned_grade) {
        (Some(given), Some(veto), earned) => {
            let reason = veto.reason.text(words.language);
            let unknown = words.word("verdict-unknown");
            let earned = earned.as_deref().unwrap_or(&unknown);
            let args = [("given", given.as_str()), ("reason", &reason), ("earned", earned)];
            facts.push(words.say("report-grade-veto", args));
        }
        (Some(given), None, _) => facts.push(words.say("report-grade", [("grade", given)])),
        (None, _, Some(_)) => facts.push(words.word("report-grade-unknown")),
        (None, _, None) => {}
    }
    facts.extend(score.provisional.then(|| words.word("report-so-far")));
    facts.join(&words.word("report-parts"))
}

fn missing(part: &MissingPoints, score: &EntityScore, words: Words) -> String {
    let reason = part.reason.text(words.language);
    let Some(id) = &part.target else { return words.say("report-no-points-beside", [("reason", &reason)]) };
    let title = score.target(id).map(|target| words.shown(&target.title));
    let part = title.unwrap_or_else(|| words.shown(&Shown::from(id)));
    words.say("report-no-points", [("part", &part), ("reason", &reason)])
}
