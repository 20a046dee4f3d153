//! The first sheet: how it stands.

use dabiao_model::{Report, Summary, TargetResult, Verdict};
use rust_xlsxwriter::XlsxError;

use super::book::{Book, Cell, Part};
use crate::groups::{Group, differ, grouped};
use crate::owners::by_owner;
use crate::words::Words;

pub(super) fn write(book: &mut Book, report: &Report, words: Words) -> Result<(), XlsxError> {
    let all: Vec<&TargetResult> = report.results.iter().collect();
    let mut parts = vec![about(report, words), counts(report, words)];
    let section = |name: &Option<&str>, results: &[&TargetResult]| {
        let title = results.first().and_then(|result| result.section.as_ref()).filter(|_| name.is_some());
        title.map_or_else(|| words.word("report-no-section"), |title| words.shown(title))
    };
    let sections = grouped(&all, |result| result.section.as_deref());
    if sections.len() > 1 {
        parts.push(by("report-label-section", &sections, |(name, results)| section(name, results), words));
    }
    if differ(&report.results, |result| result.entity.as_deref()) {
        let entities = grouped(&all, |result| result.entity.as_deref());
        let name = |name: &Option<&str>| {
            name.map_or_else(|| words.word("report-no-entity"), |name| words.entity(report, name))
        };
        parts.push(by("report-label-entity", &entities, |(entity, _)| name(entity), words));
    }
    if report.results.iter().any(|result| !result.owner.is_empty()) {
        let name = |id: &Option<&str>| {
            id.map_or_else(|| words.word("report-no-owner"), |id| crate::owners::name(report, id, words))
        };
        parts.push(by("report-label-owner", &by_owner(report), |(owner, _)| name(owner), words));
    }
    parts.extend(scores(report, words));
    book.sheet(&words.heading("report-sheet-summary"), parts)
}

fn about(report: &Report, words: Words) -> Part {
    let rows = vec![vec![Cell::text(words.subtitle(report))], vec![Cell::text(&report.plan.rules_digest)]];
    Part { title: words.plan_title(&report.plan), head: Vec::new(), rows }
}

fn counts(report: &Report, words: Words) -> Part {
    let present = Verdict::ALL.into_iter().filter(|verdict| report.summary.get(*verdict) > 0);
    let row = |verdict| vec![Cell::Verdict(verdict), Cell::Count(report.summary.get(verdict))];
    Part {
        title: words.heading("report-results-heading"),
        head: Vec::new(),
        rows: present.map(row).collect(),
    }
}

/// How many results bear which verdict, a row for each group.
fn by<'a>(label: &str, groups: &[Group<'a>], name: impl Fn(&Group<'a>) -> String, words: Words) -> Part {
    let title = words.heading(label);
    let verdicts = Verdict::ALL.into_iter().map(|verdict| Cell::text(words.verdict(verdict)));
    let head = std::iter::once(Cell::text(&title)).chain(verdicts).collect();
    let row = |group: &Group<'a>| {
        let summary: Summary = group.1.iter().map(|result| result.verdict).collect();
        let counts = Verdict::ALL.into_iter().map(|verdict| Cell::Count(summary.get(verdict)));
        std::iter::once(Cell::text(name(group))).chain(counts).collect()
    };
    Part { title, head, rows: groups.iter().map(row).collect() }
}

fn scores(report: &Report, words: Words) -> Option<Part> {
    let scores = report.score.as_ref()?;
    let head = [
        "report-label-entity",
        "report-label-points",
        "report-label-full-points",
        "report-label-grade",
        "report-label-reason",
    ];
    let head = head.map(|id| Cell::text(words.heading(id))).to_vec();
    let rows = scores.entities.iter().map(|score| {
        let entity = score.entity.as_deref();
        let entity = entity.map_or_else(|| words.word("report-no-entity"), |name| words.entity(report, name));
        let reasons = score.veto.iter().map(|veto| veto.reason.text(words.language));
        let missing = score.missing.iter().map(|part| part.reason.text(words.language));
        let reasons: Vec<String> = reasons.chain(missing).collect();
        vec![
            Cell::text(entity),
            score.total.as_ref().map_or(Cell::Empty, |total| Cell::Number(total.to_f64())),
            Cell::Number(score.full.to_f64()),
            Cell::text(score.given_grade.as_deref().unwrap_or_default()),
            Cell::text(words.list(&reasons)),
        ]
    });
    Some(Part { title: words.heading("report-scores"), head, rows: rows.collect() })
}
