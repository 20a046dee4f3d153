//! The page down to where the targets begin.

use askama::Template;
use dabiao_model::Verdict;

use super::View;
use super::chart::Stack;
use super::heat::{self, HeatRow, TileRow};
use super::lists::{self, Open, Row, Worst};
use super::moves::{self, Moved};
use super::owners::{self, Acting};
use super::pieces::BY_URGENCY;
use crate::sign::sign;
use crate::words::Words;

#[derive(Template)]
#[template(path = "top.html")]
pub(super) struct Top {
    w: Words,
    lang: &'static str,
    title: String,
    subtitle: String,
    lead: String,
    counts: Vec<Count>,
    stack: Stack,
    scores: Vec<Score>,
    open: Vec<Open>,
    worst: Vec<Worst>,
    owners: Vec<Acting>,
    owner_verdicts: Vec<String>,
    idle: String,
    tiles: Vec<TileRow>,
    heat: Vec<HeatRow>,
    heat_columns: Vec<String>,
    rows: Vec<Row>,
    section_names: Vec<String>,
    owner_names: Vec<String>,
    has_entities: bool,
    moved: Option<Moved>,
}

/// How many results bear a verdict.
struct Count {
    class: &'static str,
    sign: char,
    word: String,
    count: usize,
}

/// What an entity earned.
struct Score {
    entity: String,
    points: String,
    grade: String,
    note: String,
}

impl Top {
    pub(super) fn of(view: &View<'_>) -> Top {
        let (words, report) = (view.words, view.report);
        let rows = lists::rows(view);
        let mut section_names: Vec<String> = Vec::new();
        let mut owner_names: Vec<String> = Vec::new();
        for row in &rows {
            if !row.section.is_empty() && !section_names.contains(&row.section) {
                section_names.push(row.section.clone());
            }
            for owner in row.owners.split('\n').filter(|owner| !owner.is_empty()) {
                if !owner_names.iter().any(|name| name == owner) {
                    owner_names.push(owner.to_string());
                }
            }
        }
        let (owners, idle) = owners::acting(view);
        Top {
            w: words,
            lang: match words.language {
                dabiao_model::Language::English => "en",
                dabiao_model::Language::Chinese => "zh-CN",
            },
            title: words.plan_title(&report.plan),
            subtitle: words.subtitle(report),
            lead: lead(view),
            counts: counts(view),
            stack: Stack::of(&report.summary),
            scores: scores(view),
            open: lists::open(view),
            worst: lists::worst(view),
            owners,
            owner_verdicts: owners::verdicts(view)
                .into_iter()
                .map(|verdict| words.verdict(verdict))
                .collect(),
            idle,
            tiles: if view.has_entities { Vec::new() } else { heat::tiles(view) },
            heat: if view.has_entities { heat::rows(view) } else { Vec::new() },
            heat_columns: heat::columns(view),
            rows,
            section_names,
            owner_names,
            has_entities: view.has_entities,
            moved: view.beside.since.map(|since| moves::moved(view, since)),
        }
    }
}

/// How it stands, in one sentence.
fn lead(view: &View<'_>) -> String {
    let (words, summary) = (view.words, &view.report.summary);
    let total = summary.total().to_string();
    if summary.total() == 0 {
        return words.heading("report-no-results");
    }
    let targets = view.targets.len().to_string();
    let open = BY_URGENCY
        .into_iter()
        .filter(|verdict| matches!(verdict, Verdict::Error | Verdict::Unknown | Verdict::Uncertain));
    let open: usize = open.map(|verdict| summary.get(verdict)).sum();
    let (missed, open) = (summary.missed.to_string(), open.to_string());
    let id = match (view.targets.len() == summary.total(), summary.missed, open.as_str()) {
        (true, 0, "0") => "html-lead-fine",
        (true, _, "0") => "html-lead-missed",
        (true, _, _) => "html-lead-open",
        (false, 0, "0") => "html-lead-all-fine",
        (false, _, "0") => "html-lead-all-missed",
        (false, _, _) => "html-lead-all-open",
    };
    words.say(id, [("missed", &missed), ("total", &total), ("open", &open), ("targets", &targets)])
}

fn counts(view: &View<'_>) -> Vec<Count> {
    let (words, summary) = (view.words, &view.report.summary);
    let shown = BY_URGENCY.into_iter().filter(|one| *one == Verdict::Missed || summary.get(*one) > 0);
    shown
        .map(|verdict| Count {
            class: verdict.as_str(),
            sign: sign(verdict),
            word: words.verdict(verdict),
            count: summary.get(verdict),
        })
        .collect()
}

fn scores(view: &View<'_>) -> Vec<Score> {
    let words = view.words;
    let all = view.report.score.iter().flat_map(|scores| &scores.entities);
    all.map(|score| {
        let veto = score.veto.iter().map(|veto| veto.reason.text(words.language));
        let missing = score.missing.iter().map(|part| part.reason.text(words.language));
        let so_far = score.provisional.then(|| words.word("report-so-far"));
        let notes: Vec<String> = so_far.into_iter().chain(veto).chain(missing).collect();
        let grade = score.given_grade.as_ref();
        let entity = score.entity.as_deref().filter(|_| view.has_entities);
        Score {
            entity: entity.map_or_else(String::new, |name| words.entity(view.report, name)),
            points: words.points_of(score.total.as_ref(), &score.full),
            grade: grade.map_or_else(String::new, |grade| words.say("report-grade", [("grade", grade)])),
            note: words.list(&notes),
        }
    })
    .collect()
}
