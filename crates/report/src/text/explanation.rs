//! One target's results, step by step.

use dabiao_model::{
    Evidence, Explained, Explanation, Language, PlanInfo, Report, Role, Summary, TargetResult,
};

use super::page::{BOLD, DIM, PLAIN, Page};
use super::{mark, picture, points};
use crate::sign::marked;
use crate::style::Style;
use crate::words::Words;

/// Every result of one target, with what it rests on: the clause, the condition, each value with its source, what
/// was required, and how the verdict follows.
///
/// The text is empty where the report has no result for the target.
///
/// ```
/// use dabiao_model::{Language, PlanInfo, Report, Summary};
/// use dabiao_report::{Style, render_explanation};
/// let report = Report {
///     format: Report::FORMAT,
///     plan: PlanInfo { id: None, title: None, rules_digest: "sha256:0".to_string() },
///     as_of: "2011-12-31".to_string(),
///     assumptions: vec![],
///     results: vec![],
///     score: None,
///     summary: Summary::default(),
///     organisations: Default::default(),
///     entities: Default::default(),
/// };
/// assert_eq!(render_explanation(&report, "no.such", Language::English, Style::default()), "");
/// ```
#[must_use]
pub fn render_explanation(report: &Report, target: &str, language: Language, style: Style) -> String {
    let words = Words { language };
    let mut page = Page::new(style);
    for result in report.results.iter().filter(|result| result.target == target) {
        page.gap();
        heading(&mut page, report, result, words);
        line(&mut page, words, "report-label-condition", &result.condition);
        rest(&mut page, report, result, words);
    }
    page.into_text()
}

/// Every verdict of one target as [`render_explanation`] tells it, with the values of its parts below the words of the
/// rules. A text that is wider than the screen is broken.
#[must_use]
pub fn render_explained(explanation: &Explanation, language: Language, style: Style) -> String {
    let words = Words { language };
    let mut page = Page::new(style);
    let report = &facts_of(explanation);
    for Explained { result, texts, points } in &explanation.explained {
        page.gap();
        heading(&mut page, report, result, words);
        for text in texts {
            let label = match (text.role, &text.metric) {
                (Role::When, _) => words.word("explain-when"),
                (Role::Condition, _) => words.word("report-label-condition"),
                (Role::Warn, _) => words.word("explain-warn"),
                (Role::Metric, metric) => {
                    words.say("explain-metric", [("metric", metric.as_deref().unwrap_or_default())])
                }
            };
            page.put(2, PLAIN, words.say("report-labelled", [("label", &label), ("text", "")]).trim_end());
            picture::write(&mut page, 4, text, result, words);
        }
        rest(&mut page, report, result, words);
        if let Some(points) = points {
            points::tell(&mut page, points, words);
        }
    }
    page.into_text()
}

/// What an explanation says beside its verdicts, as a report without results.
fn facts_of(explanation: &Explanation) -> Report {
    Report {
        format: Report::FORMAT,
        plan: PlanInfo { id: None, title: None, rules_digest: String::new() },
        as_of: explanation.as_of.clone(),
        assumptions: explanation.assumptions.clone(),
        results: Vec::new(),
        score: None,
        summary: Summary::default(),
        organisations: explanation.organisations.clone(),
        entities: explanation.entities.clone(),
    }
}

/// What stands below the condition.
fn rest(page: &mut Page, report: &Report, result: &TargetResult, words: Words) {
    rule(page, report, result, words);
    values(page, result, words);
    conclusion(page, report, result, words);
    points::write(page, report, result, words);
}

fn heading(page: &mut Page, report: &Report, result: &TargetResult, words: Words) {
    page.put(
        0,
        BOLD,
        &words.say("report-named", [("title", &words.shown(&result.title)), ("id", &result.target)]),
    );
    let period =
        result.period.as_ref().map(|period| words.say("report-period", [("period", &words.time(period))]));
    let as_of = words.say("report-as-of", [("date", &words.time(&report.as_of))]);
    let items: Vec<String> = [result.entity.clone(), period, Some(as_of)].into_iter().flatten().collect();
    page.put_items(0, DIM, &items, &words.word("report-parts"));
}

fn rule(page: &mut Page, report: &Report, result: &TargetResult, words: Words) {
    let at = format!("{}:{}:{}", result.at.file, result.at.line, result.at.column);
    line(page, words, "report-label-rule", &at);
    if let Some(section) = &result.section {
        line(page, words, "report-label-section", &words.shown(section));
    }
    let owners: Vec<String> = result
        .owner
        .iter()
        .map(|id| match report.organisations.get(id) {
            Some(title) => words.say("report-named", [("title", &words.shown(title)), ("id", id)]),
            None => id.clone(),
        })
        .collect();
    lists(page, words, "report-label-cite", &result.cite);
    lists(page, words, "report-label-owner", &owners);
    lists(page, words, "report-label-with", &result.with);
    if let Some(due) = &result.due {
        line(page, words, "report-label-due", &words.time(due));
    }
}

fn values(page: &mut Page, result: &TargetResult, words: Words) {
    if result.evidence.is_empty() {
        return;
    }
    page.put(
        2,
        PLAIN,
        &words.say("report-labelled", [("label", &words.word("report-label-values")), ("text", "")]),
    );
    for evidence in &result.evidence {
        page.put(4, PLAIN, &value(evidence, result, words));
    }
}

/// `energy.per_gdp · 2005 = 1.22 tce/万元 · metrics.csv:9`
fn value(evidence: &Evidence, result: &TargetResult, words: Words) -> String {
    let elsewhere = |own: &Option<String>, judged: &Option<String>| own.clone().filter(|_| own != judged);
    let place = elsewhere(&evidence.entity, &result.entity);
    let time = elsewhere(&evidence.period, &result.period).map(|time| words.time(&time));
    let parts = words.word("report-parts");
    let name: Vec<String> = [Some(evidence.metric.clone()), place, time].into_iter().flatten().collect();
    let value = evidence.value.as_ref();
    let value = value.map_or_else(|| words.word("report-label-missing"), |value| words.shown(value));
    let refused = evidence.refused.as_ref().map(|count| words.say("report-refused", [("count", count)]));
    let details = [Some(value), evidence.count.clone(), evidence.source.clone(), refused];
    let details: Vec<String> = details.into_iter().flatten().collect();
    let (name, details) = (name.join(&parts), details.join(&parts));
    words.say("report-assumption", [("name", &name), ("value", &details)])
}

fn conclusion(page: &mut Page, report: &Report, result: &TargetResult, words: Words) {
    for name in &result.assumptions {
        let Some(assumption) = report.assumptions.iter().find(|one| one.name == *name) else { continue };
        let value = words.say(
            "report-assumption",
            [("name", &*assumption.called(words.language)), ("value", &words.shown(&assumption.value))],
        );
        let facts: Vec<String> = [Some(value), assumption.because.clone(), assumption.source.clone()]
            .into_iter()
            .flatten()
            .chain(assumption.cite.iter().cloned())
            .collect();
        line(page, words, "report-label-assumption", &facts.join(&words.word("report-parts")));
    }
    for (label, text) in [
        ("report-label-rounding", &result.rounding),
        ("report-label-observed", &result.observed),
        ("report-label-required", &result.required),
        ("report-label-margin", &result.margin),
    ] {
        if let Some(text) = text {
            line(page, words, label, &words.shown(text));
        }
    }
    if let Some(needed) = &result.needed {
        page.put(2, PLAIN, &words.say("report-needed", [("count", needed)]));
    }
    if let Some(reason) = &result.reason {
        line(page, words, "report-label-reason", &reason.text(words.language));
    }
    let flags: Vec<String> = result.flags.iter().map(|flag| words.flag(*flag)).collect();
    lists(page, words, "report-label-flags", &flags);
    page.put(2, mark::paint(result.verdict), &marked(result.verdict, words));
}

fn line(page: &mut Page, words: Words, label: &str, text: &str) {
    page.put(2, PLAIN, &words.labelled(label, text));
}

fn lists(page: &mut Page, words: Words, label: &str, items: &[String]) {
    if !items.is_empty() {
        line(page, words, label, &words.list(items));
    }
}
