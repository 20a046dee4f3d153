//! The lists at the top: what is open, what most entities miss, and every target on a row.

use std::cmp::Reverse;

use dabiao_model::{Summary, TargetResult};

use super::View;
use super::chart::{Bullet, Stack};
use super::pieces::{OPEN, rank};
use crate::groups::grouped;
use crate::sign::marked;

/// How many stand in a list of the worst.
const WORST: usize = 10;

/// A result that someone has to see to.
pub(super) struct Open {
    pub(super) class: &'static str,
    pub(super) verdict: String,
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) entity: String,
    pub(super) observed: String,
    pub(super) bullet: Option<Bullet>,
    pub(super) required: String,
    pub(super) short: String,
    pub(super) owner: String,
    pub(super) cite: String,
}

/// A list of what stands worst.
pub(super) struct Worst {
    pub(super) title: String,
    pub(super) items: Vec<Item>,
}

/// A target or an entity in such a list.
pub(super) struct Item {
    pub(super) anchor: String,
    pub(super) name: String,
    pub(super) told: String,
    pub(super) stack: Stack,
}

/// A target in the table of all of them.
pub(super) struct Row {
    pub(super) anchor: String,
    pub(super) class: &'static str,
    pub(super) verdict: String,
    pub(super) verdicts: String,
    pub(super) rank: String,
    pub(super) title: String,
    pub(super) section: String,
    pub(super) observed: String,
    pub(super) observed_number: String,
    pub(super) required: String,
    pub(super) margin: String,
    pub(super) margin_number: String,
    pub(super) due: String,
    pub(super) owner: String,
    pub(super) owners: String,
    pub(super) cite: String,
}

/// What is open, the most urgent first; nothing where results stand in lists.
pub(super) fn open(view: &View<'_>) -> Vec<Open> {
    if !view.is_full {
        return Vec::new();
    }
    let mut open: Vec<&TargetResult> =
        view.report.results.iter().filter(|result| OPEN.contains(&result.verdict)).collect();
    open.sort_by_key(|result| rank(result.verdict));
    let tell = |result: &TargetResult| Open {
        class: result.verdict.as_str(),
        verdict: marked(result.verdict, view.words),
        anchor: view.anchor(&result.target),
        title: view.words.shown(&result.title),
        entity: if view.has_entities { view.entity(result) } else { String::new() },
        observed: view.shown(&result.observed),
        bullet: Bullet::of(result, view.words),
        required: view.shown(&result.required),
        short: view.short(result),
        owner: view.owners(result),
        cite: view.words.list(&result.cite),
    };
    open.into_iter().map(tell).collect()
}

/// The targets that most entities miss, and the entities that miss most.
pub(super) fn worst(view: &View<'_>) -> Vec<Worst> {
    if view.is_full || !view.has_entities {
        return Vec::new();
    }
    let missed = |results: &[&TargetResult]| results.iter().filter(|result| result.is_missed()).count();
    let item = |name: String, anchor: String, results: &[&TargetResult]| Item {
        anchor,
        name,
        told: view.words.say(
            "html-missed-of",
            [("missed", &missed(results).to_string()), ("total", &results.len().to_string())],
        ),
        stack: Stack::of(&results.iter().map(|result| result.verdict).collect::<Summary>()),
    };
    let mut targets: Vec<_> = view.targets.iter().enumerate().collect();
    targets.sort_by_key(|(_, (_, results))| Reverse(missed(results)));
    let targets = targets.into_iter().filter(|(_, (_, results))| missed(results) > 0).take(WORST);
    let targets = targets.map(|(nth, (id, results))| {
        let title = results.first().map(|first| view.words.shown(&first.title));
        item(title.unwrap_or_else(|| id.unwrap_or_default().to_string()), super::anchor(nth), results)
    });
    let all: Vec<&TargetResult> = view.report.results.iter().collect();
    let mut entities = grouped(&all, |result| result.entity.as_deref());
    entities.sort_by_key(|(_, results)| Reverse(missed(results)));
    let entities = entities.iter().filter(|(_, results)| missed(results) > 0).take(WORST);
    let entities = entities.map(|(_, results)| {
        let name = results.first().map_or_else(String::new, |first| view.entity(first));
        item(name, String::new(), results)
    });
    let lists = [
        Worst { title: view.words.heading("html-worst-targets"), items: targets.collect() },
        Worst { title: view.words.heading("html-worst-entities"), items: entities.collect() },
    ];
    lists.into_iter().filter(|list| !list.items.is_empty()).collect()
}

/// Every target on a row.
pub(super) fn rows(view: &View<'_>) -> Vec<Row> {
    let row = |(nth, (_, results)): (usize, &(Option<&str>, Vec<&TargetResult>))| {
        let first = results.first()?;
        let words = view.words;
        let only = (results.len() == 1).then_some(*first);
        let gravest = view.gravest(results);
        let figures = only.and_then(|result| result.figures.as_deref());
        let float = |number: Option<&dabiao_model::Number>| {
            number.map_or_else(String::new, |number| number.to_f64().to_string())
        };
        let mut verdicts: Vec<&str> = results.iter().map(|result| result.verdict.as_str()).collect();
        verdicts.sort_unstable();
        verdicts.dedup();
        let names = first.owner.iter().map(|id| crate::owners::name(view.report, id, words));
        let missed = results.iter().filter(|result| result.is_missed()).count();
        Some(Row {
            anchor: super::anchor(nth),
            class: gravest.as_str(),
            verdict: match only {
                Some(result) => marked(result.verdict, words),
                None => format!("{} {}", crate::sign::sign(gravest), view.told(results)),
            },
            verdicts: verdicts.join(" "),
            rank: format!("{}.{:07}", rank(gravest), 9_999_999_usize.saturating_sub(missed)),
            title: words.shown(&first.title),
            section: view.shown(&first.section),
            observed: only.map_or_else(String::new, |result| view.shown(&result.observed)),
            observed_number: float(figures.and_then(|figures| figures.observed.as_ref())),
            required: required(view, results),
            margin: only.map_or_else(String::new, |result| view.shown(&result.margin)),
            margin_number: float(figures.and_then(|figures| figures.margin.as_ref())),
            due: view.time(&first.due),
            owner: view.owners(first),
            owners: names.collect::<Vec<_>>().join("\n"),
            cite: words.list(&first.cite),
        })
    };
    view.targets.iter().enumerate().filter_map(row).collect()
}

/// What is required, where it is the same of all.
fn required(view: &View<'_>, results: &[&TargetResult]) -> String {
    let of = |result: &TargetResult| view.shown(&result.required);
    let Some(first) = results.first() else { return String::new() };
    let first = of(first);
    if results.iter().all(|result| of(result) == first) { first } else { String::new() }
}
