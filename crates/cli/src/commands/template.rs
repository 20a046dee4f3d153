//! `dabiao template`: a workbook to be filled in with the values that a question still needs.

use std::collections::BTreeSet;

use dabiao::{Language, Plan, Report};
use dabiao_check::Metric;
use dabiao_data::{TemplateKind, TemplateRow};
use dabiao_model::{Type, Value, Wording};

use crate::args::{Question, Template};
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{data, output, rules};

pub(crate) fn run(args: &Template, voice: &Voice) -> Result<Exit, Failure> {
    let given = data::read(&args.question)?;
    let plan = rules::plan(&args.rules, &[], given.percents(), voice)?;
    let metrics = data::metrics(&plan, given, &args.question, voice)?;
    let report = data::asked(&plan, &metrics, &args.question)?.run().map_err(data::failure)?;
    let rows = rows(&plan, &report, &args.question, voice.language());
    output::document(Some(&args.output), |out| dabiao_data::write_template(&rows, voice.language(), out))?;
    let said = Wording::about("template-written", "count", rows.len());
    let said = said.with("file", args.output.display().to_string());
    output::plain(&format!("{}\n", said.text(voice.language())));
    Ok(Exit::Fine)
}

/// A row for each value that is missing, in the order of the rules, then of entities and periods.
fn rows(plan: &Plan, report: &Report, question: &Question, language: Language) -> Vec<TemplateRow> {
    let judged =
        question.period.clone().unwrap_or_else(|| report.as_of.chars().take_while(|c| *c != '-').collect());
    let evidence = report.results.iter().flat_map(|result| &result.evidence);
    let missing: BTreeSet<(&str, Option<&str>, &str)> = evidence
        .filter(|value| value.value.is_none())
        .map(|value| {
            let period = value.period.as_deref().unwrap_or(&judged);
            (value.metric.as_str(), value.entity.as_deref(), period)
        })
        .collect();
    let mut rows = Vec::new();
    for metric in plan.checked().metrics.iter().filter(|metric| is_reported(metric)) {
        let of_metric = missing.iter().filter(|(path, ..)| *path == metric.path);
        rows.extend(of_metric.map(|(_, entity, period)| row(metric, *entity, period, report, language)));
    }
    rows
}

/// Whether a metric's values are reported, and neither computed nor taken from records.
fn is_reported(metric: &Metric) -> bool {
    metric.value.is_none() && metric.query.is_none()
}

fn row(
    metric: &Metric,
    entity: Option<&str>,
    period: &str,
    report: &Report,
    language: Language,
) -> TemplateRow {
    let unit = match &metric.ty {
        Type::Quantity(unit) => Some(unit.symbol().to_string()),
        _ => None,
    };
    TemplateRow {
        metric: metric.path.clone(),
        title: title(metric, language).map(String::from),
        entity: entity.map(String::from),
        period: Some(period.to_string()),
        unit,
        kind: kind(metric, language),
        note: note(metric, report, language),
    }
}

/// The title in the language of who fills it in, else any.
fn title(metric: &Metric, language: Language) -> Option<&str> {
    let is_of = |title: &&String| (language == Language::English) == title.is_ascii();
    metric.titles.iter().find(is_of).or(metric.titles.first()).map(String::as_str)
}

fn kind(metric: &Metric, language: Language) -> TemplateKind {
    let number = |value: &Value| match value {
        Value::Number(number) => Some(number.to_f64()),
        _ => None,
    };
    let range = metric.range.as_ref().and_then(|(least, greatest)| number(least).zip(number(greatest)));
    match &metric.ty {
        Type::Percent => TemplateKind::Percent(range),
        Type::YesNo => TemplateKind::Choice(match language {
            Language::English => ["yes", "no"].map(String::from).to_vec(),
            Language::Chinese => ["是", "否"].map(String::from).to_vec(),
        }),
        Type::Level(scale) => TemplateKind::Choice(scale.levels().to_vec()),
        Type::Date => TemplateKind::Date,
        Type::Period | Type::Text => TemplateKind::Text,
        Type::Points | Type::Number | Type::Ratio | Type::Quantity(_) => TemplateKind::Number(range),
    }
}

/// The clauses of the metric, else those of the targets that rest on it.
fn note(metric: &Metric, report: &Report, language: Language) -> Option<String> {
    let mut clauses: Vec<&str> = metric.cite.iter().map(String::as_str).collect();
    if clauses.is_empty() {
        let rests = |path: &str| path == metric.path;
        let results =
            report.results.iter().filter(|one| one.evidence.iter().any(|value| rests(&value.metric)));
        for clause in results.flat_map(|result| &result.cite) {
            if !clauses.contains(&clause.as_str()) {
                clauses.push(clause);
            }
        }
    }
    (!clauses.is_empty()).then(|| Wording::list(clauses).text(language).into_owned())
}
