//! What a change would do, for a terminal.

use dabiao_model::{
    Change, Language, Missed, Number, ScoreTurned, Turned, Varied, VerdictSpan, WhatIfReport,
};

use super::mark::paint;
use super::page::{BOLD, DIM, PLAIN, Page};
use crate::sign::marked;
use crate::style::Style;
use crate::words::Words;

/// What a change would do: what was set and which verdicts turn with it, what would meet each missed target, and the
/// verdicts over the range of an assumption.
///
/// No line is wider than `style.width`, which is held to at least 40 columns.
#[must_use]
pub fn render_what_if(report: &WhatIfReport, language: Language, style: Style) -> String {
    let words = Words { language };
    let mut page = Page::new(style);
    page.put(0, BOLD, &words.plan_title(&report.plan));
    page.put(0, PLAIN, &words.say("report-as-of", [("date", &words.time(&report.as_of))]));
    if !report.set.is_empty() {
        set(&mut page, report, words);
    } else if report.varied.is_empty() {
        page.gap();
        let id = if report.missed.is_empty() { "what-if-none-missed" } else { "what-if-missed" };
        page.put(0, BOLD, &words.word(id));
    }
    report.missed.iter().for_each(|one| missed(&mut page, one, words));
    report.varied.iter().for_each(|one| varied(&mut page, one, words));
    page.into_text()
}

fn set(page: &mut Page, report: &WhatIfReport, words: Words) {
    page.gap();
    page.put(0, BOLD, &words.word("what-if-set"));
    for one in &report.set {
        let from =
            one.from.as_ref().map_or_else(|| words.word("report-label-missing"), |from| words.shown(from));
        let values = format!("{from} → {}", words.shown(&one.to));
        let facts =
            [Some(one.metric.clone()), one.entity.clone(), time(one.period.as_deref(), words), Some(values)];
        page.put_items(
            2,
            PLAIN,
            &facts.into_iter().flatten().collect::<Vec<_>>(),
            &words.word("report-parts"),
        );
    }
    page.gap();
    let id = if report.turned.is_empty() { "what-if-nothing-turns" } else { "what-if-turned" };
    page.put(0, BOLD, &words.word(id));
    report.turned.iter().for_each(|one| page.put(2, PLAIN, &turned(one, words)));
    if !report.scores.is_empty() {
        page.gap();
        page.put(0, BOLD, &words.word("what-if-scores"));
        report.scores.iter().for_each(|one| page.put(2, PLAIN, &score(one, one.entity.as_deref(), words)));
    }
}

/// `north: 75.6 of 100, grade C → 84 of 100, grade B`
fn score(one: &ScoreTurned, label: Option<&str>, words: Words) -> String {
    let side = |points: &Option<Number>, grade: &Option<String>| {
        let mut facts = vec![words.points_of(points.as_ref(), &one.full)];
        facts.extend(grade.as_ref().map(|grade| words.say("report-grade", [("grade", grade)])));
        words.list(&facts)
    };
    let text = format!("{} → {}", side(&one.from, &one.from_grade), side(&one.to, &one.to_grade));
    match label {
        Some(label) => words.say("report-labelled", [("label", label), ("text", &text)]),
        None => text,
    }
}

fn turned(one: &Turned, words: Words) -> String {
    let verdict = |verdict| match verdict {
        Some(verdict) => marked(verdict, words),
        None => words.word("what-if-not-judged"),
    };
    let facts = [Some(one.target.clone()), one.entity.clone(), time(one.period.as_deref(), words)];
    let place = facts.into_iter().flatten().collect::<Vec<_>>().join(&words.word("report-parts"));
    words.say(
        "report-labelled",
        [("label", &place), ("text", &format!("{} → {}", verdict(one.from), verdict(one.to)))],
    )
}

fn missed(page: &mut Page, one: &Missed, words: Words) {
    page.gap();
    let title = words.say("report-named", [("title", &words.shown(&one.title)), ("id", &one.target)]);
    let required = one.required.as_ref().map(|required| words.shown(required));
    let facts = [Some(title), one.entity.clone(), time(one.period.as_deref(), words), required];
    page.put_items(0, PLAIN, &facts.into_iter().flatten().collect::<Vec<_>>(), &words.word("report-parts"));
    for change in &one.changes {
        page.put(2, PLAIN, &changed(change, one, words));
        for turn in &change.turns {
            let text = turned(turn, words);
            page.put(4, DIM, &words.say("what-if-also-turns", [("turned", &text)]));
        }
        if let Some(one) = &change.score {
            page.put(4, DIM, &score(one, Some(&words.word("report-scores")), words));
        }
    }
    if one.changes.is_empty() {
        page.put(2, DIM, &words.word("what-if-no-own-value"));
    }
}

pub(crate) fn changed(change: &Change, one: &Missed, words: Words) -> String {
    let other_time = change.period.as_deref().filter(|_| change.period != one.period);
    let name = match time(other_time, words) {
        Some(period) => words.say("report-named", [("title", &change.metric), ("id", &period)]),
        None => change.metric.clone(),
    };
    let now = words.shown(&change.value);
    let text = match (&change.to, &change.reason) {
        (Some(to), None) => {
            let mut parts = vec![format!("{now} → {}", words.shown(to))];
            parts.extend(
                change.next.as_ref().map(|next| words.say("what-if-next", [("value", &words.shown(next))])),
            );
            parts.extend(change.passes.as_ref().map(|passes| in_passes(passes, words)));
            words.list(&parts)
        }
        (_, reason) => {
            let reason = reason.as_ref().map_or_else(String::new, |reason| words.shown(reason));
            words.list(&[now, reason])
        }
    };
    words.say("report-labelled", [("label", &name), ("text", &text)])
}

fn in_passes(passes: &str, words: Words) -> String {
    match passes.strip_prefix('-') {
        Some(fewer) => words.say("what-if-fewer-passes", [("count", fewer)]),
        None => words.say("what-if-more-passes", [("count", passes)]),
    }
}

fn varied(page: &mut Page, one: &Varied, words: Words) {
    page.gap();
    let title = words.say("report-named", [("title", &words.shown(&one.title)), ("id", &one.target)]);
    let facts = [Some(title), one.entity.clone(), time(one.period.as_deref(), words)];
    page.put_items(0, PLAIN, &facts.into_iter().flatten().collect::<Vec<_>>(), &words.word("report-parts"));
    for span in &one.spans {
        let text = words.say(
            "report-labelled",
            [("label", &stretch(span, &one.assumption, words)), ("text", &marked(span.verdict, words))],
        );
        page.put(2, paint(span.verdict), &text);
    }
}

/// `substantial from 10%, up to and including 17.4%`
fn stretch(span: &VerdictSpan, name: &str, words: Words) -> String {
    let about = if span.approximate { "≈" } else { "" };
    let end = |shown: &dabiao_model::Shown| format!("{about}{}", words.shown(shown));
    let (from, to) = (end(&span.from), end(&span.to));
    if span.from_exact == span.to_exact {
        return words.say("what-if-stretch-at", [("name", name), ("value", &from)]);
    }
    let from =
        words.say(if span.from_included { "what-if-from" } else { "what-if-above" }, [("value", &from)]);
    let to = words.say(if span.to_included { "what-if-up-to" } else { "what-if-below" }, [("value", &to)]);
    words.say("what-if-stretch", [("name", name), ("from", &from), ("to", &to)])
}

fn time(text: Option<&str>, words: Words) -> Option<String> {
    text.map(|text| words.time(text))
}
