//! A report as Markdown with tables, as pull requests and wikis show it.

mod cell;
mod moves;
mod scores;

use std::io::{self, Write};

pub use moves::write_comparison_markdown;

use cell::{code, heading, row, text};
use dabiao_model::{Language, Report, TargetResult, Verdict};

use crate::groups::{differ, grouped, shared};
use crate::owners::{by_owner, names};
use crate::sign::marked;
use crate::words::Words;

/// How many missed targets of an owner are named; the others are counted.
const NAMED: usize = 20;

/// The report as Markdown: what was judged, the verdicts counted, who has to act, each result by entity and section,
/// the scores, the assumptions.
///
/// Titles, values and reasons are escaped, so that nothing in them is taken for Markdown or HTML.
///
/// # Errors
/// Where `out` cannot be written.
///
/// ```
/// use dabiao_model::{Language, PlanInfo, Report, Summary};
/// use dabiao_report::write_markdown;
/// let report = Report {
///     format: Report::FORMAT,
///     plan: PlanInfo { id: None, title: Some("<2011>".into()), rules_digest: "sha256:0".to_string() },
///     as_of: "2011-12-31".to_string(),
///     assumptions: vec![],
///     results: vec![],
///     score: None,
///     summary: Summary::default(),
///     organisations: Default::default(),
///     entities: Default::default(),
/// };
/// let mut out = Vec::new();
/// write_markdown(&report, Language::English, &mut out)?;
/// assert_eq!(String::from_utf8_lossy(&out), "# &lt;2011&gt;\n\nas of 2011-12-31\n\nno target was judged\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_markdown(report: &Report, language: Language, mut out: impl Write) -> io::Result<()> {
    let words = Words { language };
    let out: &mut dyn Write = &mut out;
    heading(out, 1, &text(&words.plan_title(&report.plan)))?;
    writeln!(out, "{}", text(&words.subtitle(report)))?;
    if report.results.is_empty() {
        return writeln!(out, "\n{}", words.word("report-no-results"));
    }
    counts(report, words, out)?;
    owners(report, words, out)?;
    results(report, words, out)?;
    scores::write(report, words, out)?;
    assumptions(report, words, out)
}

fn counts(report: &Report, words: Words, out: &mut dyn Write) -> io::Result<()> {
    let present: Vec<Verdict> =
        Verdict::ALL.into_iter().filter(|verdict| report.summary.get(*verdict) > 0).collect();
    writeln!(out)?;
    row(out, present.iter().map(|verdict| marked(*verdict, words)))?;
    row(out, present.iter().map(|_| "---:".to_string()))?;
    row(out, present.iter().map(|verdict| format!("**{}**", report.summary.get(*verdict))))
}

/// Who has to act, those who missed most first.
fn owners(report: &Report, words: Words, out: &mut dyn Write) -> io::Result<()> {
    if report.results.iter().all(|result| result.owner.is_empty()) {
        return Ok(());
    }
    writeln!(out)?;
    heading(out, 2, &words.heading("report-who-acts"))?;
    let shown = [Verdict::Missed, Verdict::Error, Verdict::Unknown, Verdict::Uncertain, Verdict::Pending];
    let columns: Vec<Verdict> =
        shown.into_iter().filter(|verdict| report.summary.get(*verdict) > 0).collect();
    let labels = columns.iter().map(|verdict| marked(*verdict, words));
    let missed = words.say("report-label-missed-targets", []);
    row(out, [words.word("report-label-owner")].into_iter().chain(labels).chain([missed]))?;
    row(
        out,
        ["---".to_string()].into_iter().chain(columns.iter().map(|_| "---:".into())).chain(["---".into()]),
    )?;
    let (acting, idle): (Vec<_>, Vec<_>) = by_owner(report)
        .into_iter()
        .partition(|(_, results)| results.iter().any(|one| shown.contains(&one.verdict)));
    for (owner, results) in acting {
        let name = match owner {
            Some(id) => text(&crate::owners::name(report, id, words)),
            None => words.word("report-no-owner"),
        };
        let count =
            |verdict: &Verdict| results.iter().filter(|one| one.verdict == *verdict).count().to_string();
        let missed: Vec<&TargetResult> = results.iter().copied().filter(|one| one.is_missed()).collect();
        let targets = grouped(&missed, |result| Some(result.target.as_str()));
        let mut ids: Vec<String> =
            targets.iter().take(NAMED).map(|(id, _)| code(id.unwrap_or_default())).collect();
        if targets.len() > NAMED {
            ids.push(words.counted("report-more", targets.len().saturating_sub(NAMED)));
        }
        row(out, [name].into_iter().chain(columns.iter().map(count)).chain([words.list(&ids)]))?;
    }
    let idle: Vec<String> = idle
        .iter()
        .filter_map(|(owner, _)| *owner)
        .map(|id| crate::owners::name(report, id, words))
        .collect();
    if idle.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", text(&words.say("report-owners-idle", [("owners", &words.list(&idle))])))
}

/// Each result on a row, under its entity and section where there are several.
fn results(report: &Report, words: Words, out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<&TargetResult> = report.results.iter().collect();
    let has_entities = differ(&report.results, |result| result.entity.as_deref());
    let has_sections = report.results.iter().any(|result| result.section.is_some());
    let has_periods = shared(&report.results, |result| result.period.as_deref()).is_none();
    if !has_entities {
        writeln!(out)?;
        heading(out, 2, &words.heading("report-results-heading"))?;
    }
    for (entity, of_entity) in grouped(&all, |result| result.entity.as_deref()) {
        if has_entities {
            writeln!(out)?;
            let name =
                entity.map_or_else(|| words.word("report-no-entity"), |name| words.entity(report, name));
            heading(out, 2, &text(&name))?;
        }
        let sections = grouped(&of_entity, |result| result.section.as_deref());
        for (nth, (section, of_section)) in sections.into_iter().enumerate() {
            if has_sections {
                let title = of_section.first().and_then(|result| result.section.as_ref());
                let title = title.filter(|_| section.is_some()).map(|title| words.shown(title));
                if nth > 0 {
                    writeln!(out)?;
                }
                heading(
                    out,
                    3,
                    &title.map_or_else(|| words.heading("report-no-section"), |title| text(&title)),
                )?;
            }
            table(report, &of_section, has_periods, words, out)?;
        }
    }
    Ok(())
}

fn table(
    report: &Report,
    results: &[&TargetResult],
    has_periods: bool,
    words: Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let period = has_periods.then_some("report-label-period");
    let head = ["report-label-verdict", "report-label-target"].into_iter().chain(period).chain([
        "report-label-observed",
        "report-label-required",
        "report-label-margin",
        "report-label-flags",
        "report-label-cite",
        "report-label-owner",
        "report-label-reason",
    ]);
    let ruler = ["---", "---"].into_iter().chain(has_periods.then_some("---"));
    let ruler = ruler.chain(["---:", "---", "---:", "---", "---", "---", "---"]);
    row(out, head.map(|id| words.word(id)))?;
    row(out, ruler.map(str::to_string))?;
    for result in results {
        let shown = |one: &Option<dabiao_model::Shown>| {
            one.as_ref().map_or_else(String::new, |one| text(&words.shown(one)))
        };
        let title = words.shown(&result.title);
        let title = if title == result.target {
            code(&title)
        } else {
            format!("{} {}", text(&title), code(&result.target))
        };
        let period = result.period.as_deref().map_or_else(String::new, |period| words.time(period));
        let flags: Vec<String> = result.flags.iter().map(|flag| words.flag(*flag)).collect();
        let cells = [
            shown(&result.observed),
            shown(&result.required),
            shown(&result.margin),
            text(&words.list(&flags)),
            text(&words.list(&result.cite)),
            text(&names(report, &result.owner, words)),
            text(&words.why(result)),
        ];
        let first = [marked(result.verdict, words), title].into_iter();
        row(out, first.chain(has_periods.then_some(period)).chain(cells))?;
    }
    Ok(())
}

fn assumptions(report: &Report, words: Words, out: &mut dyn Write) -> io::Result<()> {
    if report.assumptions.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    heading(out, 2, &words.heading("report-assumptions"))?;
    let head =
        ["report-label-assumption-name", "report-label-value", "report-label-because", "report-label-source"];
    row(out, head.map(|id| words.word(id)))?;
    row(out, ["---"; 4].map(str::to_string))?;
    for one in &report.assumptions {
        let value = text(&words.shown(&one.value));
        let value =
            if one.overridden { format!("{value} ({})", words.word("report-overridden")) } else { value };
        let source = one.source.iter().chain(&one.cite).cloned().collect::<Vec<_>>();
        let because = one.because.as_deref().map(text).unwrap_or_default();
        row(out, [text(&one.called(words.language)), value, because, text(&words.list(&source))])?;
    }
    Ok(())
}
