//! What is to be told of one target, folded until it is asked for.

use askama::Template;
use dabiao_model::{Evidence, Missed, TargetResult, Verdict};

use super::chart::{Bullet, Strip, Trend};
use super::pieces::OPEN;
use super::{LISTED, View, anchor};
use crate::sign::marked;
use crate::text::changed;
use crate::words::Words;

#[derive(Template)]
#[template(path = "target.html")]
pub(super) struct Target {
    w: Words,
    anchor: String,
    class: &'static str,
    verdict: String,
    verdicts: String,
    title: String,
    condition: String,
    facts: Vec<(String, String)>,
    blocks: Vec<Block>,
    strip: Option<Strip>,
    hidden: String,
    rows: Vec<Row>,
    has_periods: bool,
    has_required: bool,
    /// Whether paper does without it unless it was opened: nobody has to see to it, or it is a long list.
    is_done: bool,
}

/// One result with its charts and its evidence.
struct Block {
    head: String,
    class: &'static str,
    verdict: String,
    flags: String,
    figures: Vec<(String, String)>,
    bullet: Option<Bullet>,
    trend: Option<Trend>,
    reason: String,
    evidence: Vec<Read>,
    ways: Vec<String>,
}

/// One value of the evidence.
struct Read {
    metric: String,
    place: String,
    value: String,
    exact: String,
    count: String,
    source: String,
}

/// One result on a row of its target's list.
struct Row {
    entity: String,
    period: String,
    class: &'static str,
    verdict: String,
    observed: String,
    required: String,
    margin: String,
    evidence: String,
}

impl Target {
    pub(super) fn of(view: &View<'_>, nth: usize, id: &str, results: &[&TargetResult]) -> Target {
        let words = view.words;
        let gravest = view.gravest(results);
        let first = results.first();
        let same = |of: fn(&TargetResult) -> &Option<dabiao_model::Shown>| {
            let first = first.map(|first| view.shown(of(first)));
            results.iter().all(|result| Some(view.shown(of(result))) == first)
        };
        let has_required = !same(|result| &result.required);
        let listed = |result: &&&TargetResult| {
            view.report.results.len() <= LISTED
                || !matches!(result.verdict, Verdict::Met | Verdict::NotApplicable)
        };
        let rows: Vec<Row> = if view.is_full {
            Vec::new()
        } else {
            results.iter().filter(listed).map(|result| row(view, result, has_required)).collect()
        };
        let left_out = if view.is_full { 0 } else { results.len().saturating_sub(rows.len()) };
        let mut verdicts: Vec<&str> = results.iter().map(|result| result.verdict.as_str()).collect();
        verdicts.sort_unstable();
        verdicts.dedup();
        let periods =
            |result: &&TargetResult| result.period.as_deref() != first.and_then(|one| one.period.as_deref());
        Target {
            w: words,
            anchor: anchor(nth),
            class: gravest.as_str(),
            verdict: match results {
                [only] => marked(only.verdict, words),
                _ => format!("{} {}", crate::sign::sign(gravest), view.told(results)),
            },
            verdicts: verdicts.join(" "),
            title: first.map_or_else(|| id.to_string(), |first| words.shown(&first.title)),
            condition: first.map_or_else(String::new, |first| first.condition.clone()),
            facts: first
                .map_or_else(Vec::new, |first| facts(view, id, first, !has_required && !view.is_full)),
            blocks: if view.is_full {
                results.iter().map(|one| block(view, one)).collect()
            } else {
                Vec::new()
            },
            strip: if view.is_full { None } else { Strip::of(results, view.told(results), words) },
            hidden: if left_out > 0 { words.counted("html-not-listed", left_out) } else { String::new() },
            has_periods: results.iter().any(periods),
            rows,
            has_required,
            is_done: !view.is_full || !OPEN.contains(&gravest),
        }
    }
}

/// What holds for all results of a target.
fn facts(view: &View<'_>, id: &str, first: &TargetResult, with_required: bool) -> Vec<(String, String)> {
    let words = view.words;
    let at = format!("{}:{}:{}", first.at.file, first.at.line, first.at.column);
    let with = crate::owners::names(view.report, &first.with, words);
    let assumptions: Vec<String> = first.assumptions.iter().map(|name| assumption(view, name)).collect();
    let required = if with_required { view.shown(&first.required) } else { String::new() };
    let facts = [
        ("report-label-required", required),
        ("report-label-cite", words.list(&first.cite)),
        ("report-label-owner", view.owners(first)),
        ("report-label-with", with),
        ("report-label-section", view.shown(&first.section)),
        ("report-label-due", view.time(&first.due)),
        ("report-label-rounding", view.shown(&first.rounding)),
        ("report-label-assumption", words.list(&assumptions)),
        ("report-label-id", id.to_string()),
        ("report-label-rule", at),
    ];
    let known = facts.into_iter().filter(|(_, text)| !text.is_empty());
    known.map(|(label, text)| (words.heading(label), text)).collect()
}

/// `substantial = 20% (the plan gives no figure)`
fn assumption(view: &View<'_>, name: &str) -> String {
    let words = view.words;
    let Some(one) = view.report.assumptions.iter().find(|one| one.name == name) else {
        return name.to_string();
    };
    let value = words.shown(&one.value);
    let told = words.say("report-assumption", [("name", &*one.called(words.language)), ("value", &value)]);
    match &one.because {
        Some(because) => words.say("report-named", [("title", &told), ("id", because)]),
        None => told,
    }
}

fn block(view: &View<'_>, result: &TargetResult) -> Block {
    let words = view.words;
    let head = [
        view.has_entities.then(|| view.entity(result)),
        result.period.as_deref().map(|period| words.say("report-period", [("period", &words.time(period))])),
    ];
    let figures = [
        ("report-label-observed", view.shown(&result.observed)),
        ("report-label-required", view.shown(&result.required)),
        ("report-label-margin", view.shown(&result.margin)),
    ];
    let figures = figures.into_iter().filter(|(_, text)| !text.is_empty());
    Block {
        head: head.into_iter().flatten().collect::<Vec<_>>().join(&words.word("report-parts")),
        class: result.verdict.as_str(),
        verdict: marked(result.verdict, words),
        flags: view.flags(result),
        figures: figures.map(|(label, text)| (words.heading(label), text)).collect(),
        bullet: Bullet::of(result, words),
        trend: Trend::of(result, words),
        reason: words.why(result),
        evidence: result.evidence.iter().map(|one| read(view, result, one)).collect(),
        ways: ways(view, result),
    }
}

fn read(view: &View<'_>, result: &TargetResult, one: &Evidence) -> Read {
    let words = view.words;
    let entity = one.entity.as_deref().filter(|_| one.entity != result.entity || view.has_entities);
    let place = [
        entity.map(|name| words.entity(view.report, name)),
        one.period.as_deref().map(|period| words.time(period)),
    ];
    let text = |one: &Option<String>| one.clone().unwrap_or_default();
    Read {
        metric: one.metric.clone(),
        place: place.into_iter().flatten().collect::<Vec<_>>().join(&words.word("report-parts")),
        value: one
            .value
            .as_ref()
            .map_or_else(|| words.word("report-label-missing"), |value| words.shown(value)),
        exact: text(&one.exact),
        count: text(&one.count),
        source: text(&one.source),
    }
}

/// What would meet a missed target, a sentence for each value.
fn ways(view: &View<'_>, result: &TargetResult) -> Vec<String> {
    let Some(ways) = view.beside.ways else { return Vec::new() };
    let is_own = |one: &&Missed| {
        (&one.target, &one.entity, &one.period) == (&result.target, &result.entity, &result.period)
    };
    let own = ways.missed.iter().filter(is_own);
    own.flat_map(|one| one.changes.iter().map(|change| changed(change, one, view.words))).collect()
}

fn row(view: &View<'_>, result: &TargetResult, has_required: bool) -> Row {
    let words = view.words;
    let mut evidence: Vec<String> = result.evidence.iter().map(|one| told(view, result, one)).collect();
    let why = words.why(result);
    if !why.is_empty() {
        evidence.insert(0, why);
    }
    Row {
        entity: view.entity(result),
        period: view.time(&result.period),
        class: result.verdict.as_str(),
        verdict: marked(result.verdict, words),
        observed: view.shown(&result.observed),
        required: if has_required { view.shown(&result.required) } else { String::new() },
        margin: view.shown(&result.margin),
        evidence: evidence.join("; "),
    }
}

/// A value in as few words as tell where it stands.
fn told(view: &View<'_>, result: &TargetResult, one: &Evidence) -> String {
    let words = view.words;
    let value = one.value.as_ref().map_or_else(|| "…".to_string(), |value| words.shown(value));
    let entity = one.entity.as_deref().filter(|_| one.entity != result.entity);
    let period = one.period.as_deref().filter(|_| one.period != result.period);
    let name = if result.evidence.len() > 1 { one.metric.as_str() } else { "" };
    let is_observed = result.evidence.len() == 1
        && result.observed.as_ref().is_some_and(|observed| words.shown(observed) == value);
    let parts = [
        entity.map(|name| words.entity(view.report, name)),
        period.map(|period| words.time(period)),
        (!is_observed).then_some(value),
        one.count.clone(),
        one.source.clone(),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    if name.is_empty() { parts } else { format!("{name}: {parts}") }
}
