//! A report as CSV, a row for each result.

use std::io::Write;

use csv::{Error, Writer};
use dabiao_model::{Figures, Language, Number, Report, Shown, TargetResult};

use crate::words::Words;

/// The columns, named after the keys of the JSON.
const HEADING: [&str; 32] = [
    "entity",
    "period",
    "section",
    "target",
    "title",
    "verdict",
    "flags",
    "observed",
    "required",
    "margin",
    "condition",
    "due",
    "reason",
    "missing",
    "needed",
    "rounding",
    "assumptions",
    "owner",
    "with",
    "cite",
    "unit",
    "observed_exact",
    "least",
    "greatest",
    "margin_exact",
    "warn",
    "evidence",
    "sources",
    "file",
    "line",
    "as_of",
    "plan",
];

/// Between the items of a list in one cell.
const BETWEEN: &str = "; ";

/// Every result on a row of its own, behind a row of headings that name the keys of the JSON.
///
/// Verdicts and flags are the words of the JSON, exact numbers are what it has under `figures`; titles, values and
/// sentences are in the language asked for. A list is separated by semicolons, and an absent value is empty.
///
/// # Errors
/// Where `out` cannot be written.
///
/// ```
/// use dabiao_model::{Language, PlanInfo, Report, Summary};
/// use dabiao_report::write_csv;
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
/// let mut out = Vec::new();
/// write_csv(&report, Language::English, &mut out)?;
/// assert!(out.starts_with(b"entity,period,section,target,title,verdict,flags,observed,required,margin,"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_csv(report: &Report, language: Language, out: impl Write) -> std::io::Result<()> {
    let words = Words { language };
    let mut writer = Writer::from_writer(out);
    let mut write = || -> Result<(), Error> {
        writer.write_record(HEADING)?;
        report.results.iter().try_for_each(|result| writer.write_record(row(report, result, words)))?;
        Ok(writer.flush()?)
    };
    write().map_err(std::io::Error::other)
}

fn row(report: &Report, result: &TargetResult, words: Words) -> [String; 32] {
    let shown = |one: &Option<Shown>| one.as_ref().map_or_else(String::new, |one| words.shown(one));
    let text = |one: &Option<String>| one.clone().unwrap_or_default();
    let figures = result.figures.as_deref();
    let number = |of: fn(&Figures) -> Option<&Number>| {
        figures.and_then(of).map_or_else(String::new, ToString::to_string)
    };
    let missing: Vec<String> = result.missing.iter().map(|one| words.shown(one)).collect();
    let flags: Vec<&str> = result.flags.iter().map(|flag| flag.as_str()).collect();
    let values: Vec<String> = result.evidence.iter().map(|one| evidence(one, words)).collect();
    let sources: Vec<&str> = result.evidence.iter().filter_map(|one| one.source.as_deref()).collect();
    [
        text(&result.entity),
        text(&result.period),
        shown(&result.section),
        result.target.clone(),
        words.shown(&result.title),
        result.verdict.as_str().to_string(),
        flags.join(BETWEEN),
        shown(&result.observed),
        shown(&result.required),
        shown(&result.margin),
        result.condition.clone(),
        text(&result.due),
        result.reason.as_ref().map_or_else(String::new, |reason| reason.text(words.language)),
        missing.join(BETWEEN),
        text(&result.needed),
        shown(&result.rounding),
        result.assumptions.join(BETWEEN),
        result.owner.join(BETWEEN),
        result.with.join(BETWEEN),
        result.cite.join(BETWEEN),
        figures.map_or_else(String::new, |figures| figures.unit.to_string()),
        number(|figures| figures.observed.as_ref()),
        number(|figures| figures.least.as_ref()),
        number(|figures| figures.greatest.as_ref()),
        number(|figures| figures.margin.as_ref()),
        number(|figures| figures.warn.as_ref()),
        values.join(BETWEEN),
        sources.join(BETWEEN),
        result.at.file.clone(),
        result.at.line.to_string(),
        report.as_of.clone(),
        text(&report.plan.id),
    ]
}

/// `energy.per_gdp (2005) = 1.22 tce/万元`
fn evidence(one: &dabiao_model::Evidence, words: Words) -> String {
    let place =
        [one.entity.as_deref(), one.period.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let value = one.value.as_ref().map_or_else(|| "…".to_string(), |value| words.shown(value));
    let count = one.count.as_ref().map_or_else(String::new, |count| format!(" ({count})"));
    if place.is_empty() {
        format!("{} = {value}{count}", one.metric)
    } else {
        format!("{} ({place}) = {value}{count}", one.metric)
    }
}
