//! Where it stands well and where not: sections by entities, or by their targets where there is one entity.

use std::collections::HashMap;

use dabiao_model::{Summary, TargetResult, Verdict};

use super::View;
use crate::groups::{Group, grouped};
use crate::sign::sign;

/// A section with its targets.
pub(super) struct TileRow {
    pub(super) title: String,
    pub(super) told: String,
    pub(super) tiles: Vec<Tile>,
}

/// A target of the map.
pub(super) struct Tile {
    pub(super) class: &'static str,
    pub(super) sign: char,
    pub(super) anchor: String,
    pub(super) title: String,
}

/// An entity of the map.
pub(super) struct HeatRow {
    pub(super) name: String,
    /// How warm a cell is, what it is sorted by, and what it says.
    pub(super) cells: Vec<(&'static str, String, String)>,
}

fn title(view: &View<'_>, (section, results): &Group<'_>) -> String {
    let title = results.first().and_then(|one| one.section.as_ref()).filter(|_| section.is_some());
    title.map_or_else(|| view.words.heading("report-no-section"), |title| view.words.shown(title))
}

pub(super) fn tiles(view: &View<'_>) -> Vec<TileRow> {
    let all: Vec<&TargetResult> = view.report.results.iter().collect();
    let tile = |result: &&TargetResult| Tile {
        class: result.verdict.as_str(),
        sign: sign(result.verdict),
        anchor: view.anchor(&result.target),
        title: view.words.say(
            "report-labelled",
            [("label", &view.words.shown(&result.title)), ("text", &view.words.verdict(result.verdict))],
        ),
    };
    let sections = grouped(&all, |result| result.section.as_deref());
    let row = |group: &Group<'_>| {
        let (_, _, told) = cell(group.1.iter().map(|one| one.verdict).collect());
        TileRow { title: title(view, group), told, tiles: group.1.iter().map(tile).collect() }
    };
    sections.iter().map(row).collect()
}

/// The sections, behind a column for all of them.
pub(super) fn columns(view: &View<'_>) -> Vec<String> {
    let all: Vec<&TargetResult> = view.report.results.iter().collect();
    let sections = grouped(&all, |result| result.section.as_deref());
    let titles = sections.iter().map(|group| title(view, group)).filter(|_| sections.len() > 1);
    std::iter::once(view.words.heading("html-map-all")).chain(titles).collect()
}

pub(super) fn rows(view: &View<'_>) -> Vec<HeatRow> {
    let all: Vec<&TargetResult> = view.report.results.iter().collect();
    let sections: Vec<Option<&str>> =
        grouped(&all, |result| result.section.as_deref()).into_iter().map(|(section, _)| section).collect();
    let row = |(_, results): Group<'_>| {
        let mut by_section: HashMap<Option<&str>, Summary> = HashMap::new();
        for result in &results {
            by_section.entry(result.section.as_deref()).or_default().add(result.verdict, 1);
        }
        let whole = results.iter().map(|one| one.verdict).collect();
        let parts = sections.iter().filter(|_| sections.len() > 1);
        let parts = parts.map(|section| cell(by_section.get(section).copied().unwrap_or_default()));
        let cells = std::iter::once(cell(whole)).chain(parts).collect();
        HeatRow { name: results.first().map_or_else(String::new, |one| view.entity(one)), cells }
    };
    grouped(&all, |result| result.entity.as_deref()).into_iter().map(row).collect()
}

/// How many are met of those that are due and apply.
fn cell(summary: Summary) -> (&'static str, String, String) {
    let idle = summary.not_applicable.saturating_add(summary.pending);
    let of = summary.total().saturating_sub(idle);
    if of == 0 {
        let verdict = if summary.pending > 0 { Verdict::Pending } else { Verdict::NotApplicable };
        return ("n", String::new(), sign(verdict).to_string());
    }
    if summary.met == 0 && summary.missed == 0 {
        let gravest = if summary.error > 0 { Verdict::Error } else { Verdict::Unknown };
        return ("n", String::new(), format!("{} 0/{of}", sign(gravest)));
    }
    let float = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    let share = float(summary.met) / float(of);
    let warmth = match share {
        share if share >= 1.0 => "4",
        share if share >= 0.9 => "3",
        share if share >= 0.75 => "2",
        share if share >= 0.5 => "1",
        _ => "0",
    };
    (warmth, format!("{share:.4}"), format!("{}/{of}", summary.met))
}
