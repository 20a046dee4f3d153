//! dabiao on a scenario, held against the oracle.

use std::collections::BTreeSet;
use std::sync::Arc;

use dabiao_engine::{Metrics, Program, Question};
use dabiao_model::{
    Code, Diagnostic, EntityRow, Observation, Period, Place, RecordRow, RecordSheet, Report, Source,
    TargetResult, parse_date,
};
use num_bigint::BigInt;

use crate::answer::{Answer, Number};
use crate::evaluate::NO_YEAR;
use crate::judge::{Expected, judge};
use crate::planted::Planted;
use crate::scenario::{Metric, Scenario};

/// How many verdicts agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// dabiao refused the rules, as it does where their types do not go together.
    Refused,
    /// So many verdicts, each with its flags, period, margin and evidence.
    Verdicts(usize),
}

/// The first difference between dabiao and the oracle, or how many verdicts agreed.
///
/// # Errors
/// What differs, in words.
pub fn disagreement(scenario: &Scenario, planted: Option<Planted>) -> Result<Agreement, String> {
    let program = match program(scenario) {
        Ok(program) => program,
        Err(_) => return Ok(Agreement::Refused),
    };
    let metrics = metrics(&program, scenario)?;
    let question = question(scenario);
    let report = match program.evaluate(&metrics, &question) {
        Ok(report) => report,
        // A year of which the data say nothing is not judged.
        Err(fault) if fault.code == Code::UnknownPeriod => return Ok(Agreement::Refused),
        Err(fault) => return Err(format!("refused: {fault}")),
    };
    let judged = program.judge(&metrics, &question).map_err(|fault| format!("refused: {fault}"))?;
    let told: Vec<_> = report.results.iter().map(|one| one.verdict).collect();
    let bare: Vec<_> = judged.iter().map(|one| one.verdict).collect();
    if told != bare {
        return Err(format!("the report says {told:?}, the bare verdicts are {bare:?}"));
    }
    let mut count = 0;
    for (index, target) in scenario.targets.iter().enumerate() {
        for entity in everyone(scenario) {
            let expected = judge(scenario, target, entity, planted);
            let found = results(&report, scenario, index, entity);
            if found.len() != expected.len() {
                let periods: Vec<_> = found.iter().map(|one| one.period.as_deref()).collect();
                let years: Vec<i16> = expected.iter().map(|one| one.year).collect();
                return Err(format!("t{index} of {entity:?}: judged in {periods:?}, expected in {years:?}"));
            }
            for (found, expected) in found.into_iter().zip(&expected) {
                compare(scenario, found, expected).map_err(|what| {
                    format!("t{index} of {entity:?}: {what}\n{found:#?}\nexpected {expected:?}")
                })?;
                count += 1;
            }
        }
    }
    if count != report.results.len() {
        return Err(format!("{} results, expected {count}", report.results.len()));
    }
    Ok(Agreement::Verdicts(count))
}

/// A smaller scenario on which the two still differ.
#[must_use]
pub fn reduced(scenario: &Scenario, planted: Option<Planted>) -> Scenario {
    let mut least = scenario.clone();
    let differs = |scenario: &Scenario| disagreement(scenario, planted).is_err();
    let mut index = least.targets.len();
    while index > 0 {
        index -= 1;
        let mut fewer = least.clone();
        fewer.targets.remove(index);
        if differs(&fewer) {
            least = fewer;
        }
    }
    let mut index = least.data.len();
    while index > 0 {
        index -= 1;
        // Without this one an entity is not judged.
        if least.data[index].metric == Metric::Seen {
            continue;
        }
        let mut fewer = least.clone();
        fewer.data.remove(index);
        if differs(&fewer) {
            least = fewer;
        }
    }
    let count = least.records.as_ref().map_or(0, Vec::len);
    for index in (0..count).rev() {
        let mut fewer = least.clone();
        if let Some(records) = &mut fewer.records {
            records.remove(index);
        }
        if differs(&fewer) {
            least = fewer;
        }
    }
    for index in 0..least.targets.len() {
        for part in 0..3 {
            let mut fewer = least.clone();
            match part {
                0 => fewer.targets[index].when = None,
                1 => fewer.targets[index].warn = None,
                _ => fewer.targets[index].way = None,
            }
            if differs(&fewer) {
                least = fewer;
            }
        }
    }
    least
}

/// What dabiao makes of the rules.
///
/// # Errors
/// The diagnostics of rules that it refuses.
fn program(scenario: &Scenario) -> Result<Program, Vec<Diagnostic>> {
    let checked = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", scenario.rules()))]);
    // What is said of conditions before any data does not keep them from being judged.
    let is_proved = |one: &Diagnostic| one.code == Code::Contradiction || one.variant == Some("condition");
    let errors: Vec<Diagnostic> =
        checked.diagnostics.into_iter().filter(|one| one.is_error() && !is_proved(one)).collect();
    if errors.is_empty() { Ok(Program::compile(Arc::new(checked.plan))) } else { Err(errors) }
}

fn metrics(program: &Program, scenario: &Scenario) -> Result<Metrics, String> {
    let mut metrics = Metrics::new(program);
    let place = || Place::Call("oracle".into());
    let name = |entity: Option<usize>| entity.map(|entity| scenario.entities[entity].name.to_string());
    let rows: Vec<EntityRow> = (0..scenario.entities.len())
        .map(|index| EntityRow {
            entity: scenario.entities[index].name.to_string(),
            parent: name(scenario.entities[index].parent),
            level: scenario.entities[index].level.map(str::to_string),
            title: None,
            place: place(),
        })
        .collect();
    let mut faults = Vec::new();
    if scenario.entities.iter().any(|one| one.level.is_some()) {
        faults.extend(metrics.set_entities(&rows));
    }
    for datum in &scenario.data {
        let observation = Observation {
            entity: name(datum.entity),
            period: datum.year.and_then(Period::year),
            ..Observation::new(datum.metric.to_string(), datum.value.to_string(), place())
        };
        faults.extend(metrics.insert(&observation).err().map(|fault| *fault));
    }
    if let Some(records) = &scenario.records {
        let headings = ["entity", "period", "outcome", "amount"].map(|one| (one.to_string(), place()));
        let row = |(index, record): (usize, &crate::scenario::Record)| RecordRow {
            line: index as u64 + 2,
            cells: vec![
                name(record.entity).unwrap_or_default(),
                record.year.to_string(),
                record.outcome.unwrap_or_default().to_string(),
                record.amount.as_ref().map_or(String::new(), ToString::to_string),
            ],
        };
        let rows = records.iter().enumerate().map(row).collect();
        let sheet =
            RecordSheet { source: "records".to_string(), place: place(), headings: headings.into(), rows };
        faults.extend(metrics.set_table("samples", sheet).err().into_iter().flatten());
    }
    if faults.is_empty() { Ok(metrics) } else { Err(format!("data are refused: {faults:?}")) }
}

fn question(scenario: &Scenario) -> Question {
    let crate::scenario::Day(year, month, day) = scenario.as_of;
    let as_of = parse_date(&format!("{year:04}-{month:02}-{day:02}")).unwrap_or_default();
    Question { period: scenario.year.and_then(Period::year), ..Question::new(as_of) }
}

fn everyone(scenario: &Scenario) -> Vec<Option<usize>> {
    if scenario.entities.is_empty() {
        return vec![None];
    }
    let named: BTreeSet<Option<usize>> = scenario
        .data
        .iter()
        .map(|one| one.entity)
        .chain(scenario.records.iter().flatten().map(|one| one.entity))
        .collect();
    named.into_iter().collect()
}

fn results<'r>(
    report: &'r Report,
    scenario: &Scenario,
    target: usize,
    entity: Option<usize>,
) -> Vec<&'r TargetResult> {
    let (target, entity) = (format!("t{target}"), entity.map(|entity| scenario.entities[entity].name));
    report.results.iter().filter(|one| one.target == target && one.entity.as_deref() == entity).collect()
}

fn compare(scenario: &Scenario, found: &TargetResult, expected: &Expected) -> Result<(), String> {
    if found.verdict.as_str() != expected.verdict {
        return Err(format!("{}, expected {}", found.verdict.as_str(), expected.verdict));
    }
    let mut flags: Vec<&str> = found.flags.iter().map(|flag| flag.as_str()).collect();
    flags.sort_unstable();
    if flags != expected.flags {
        return Err(format!("{flags:?}, expected {:?}", expected.flags));
    }
    let year = (expected.year != NO_YEAR).then(|| expected.year.to_string());
    if found.period != year {
        return Err(format!("in {:?}, expected {year:?}", found.period));
    }
    let margin = found
        .figures
        .as_ref()
        .and_then(|figures| figures.margin.as_ref())
        .map(|one| number(&one.to_string()));
    if margin != expected.margin {
        return Err(format!("margin {margin:?}, expected {:?}", expected.margin));
    }
    evidence(scenario, found, expected)
}

/// Each value of a metric that the evidence names is one that the oracle read, and the other way round.
fn evidence(scenario: &Scenario, found: &TargetResult, expected: &Expected) -> Result<(), String> {
    if expected.verdict == "not_applicable" {
        return Ok(());
    }
    let metrics = Metric::all();
    let mut told = Vec::new();
    for one in &found.evidence {
        let Some(metric) = metrics.iter().find(|metric| metric.to_string() == one.metric) else { continue };
        let entity =
            one.entity.as_deref().and_then(|name| scenario.entities.iter().position(|own| own.name == name));
        let (metric, value) = (*metric, one.exact.as_deref().map(number));
        let is_read = |seen: &&crate::evaluate::Seen| {
            seen.metric == metric
                && (one.entity.is_none() || seen.at.entity == entity)
                && one.period.as_ref().is_none_or(|period| *period == seen.at.year.to_string())
        };
        let mut reads = expected.seen.iter().filter(is_read).peekable();
        if is_number(metric)
            && let Some(value) = &value
            && reads.peek().is_some()
            && !reads.any(|seen| seen.value == Answer::Known(value.clone()))
        {
            return Err(format!("{} in {:?} is said to be {value}", one.metric, one.period));
        }
        told.push((metric, entity, one.period.clone()));
    }
    for seen in &expected.seen {
        let is_told = told.iter().any(|(metric, entity, period)| {
            *metric == seen.metric
                && (entity.is_none() || *entity == seen.at.entity)
                && period.as_ref().is_none_or(|period| *period == seen.at.year.to_string())
        });
        // A computed metric is told by what it is computed from.
        if !is_told && seen.metric != Metric::Derived && matches!(seen.value, Answer::Known(_)) {
            return Err(format!("nothing is told of {} in {}", seen.metric, seen.at.year));
        }
    }
    Ok(())
}

fn is_number(metric: Metric) -> bool {
    use crate::scenario::Question::Every;
    !matches!(metric, Metric::B(_) | Metric::C(_) | Metric::Asked(Every))
}

/// A number as evidence writes it: a decimal or a fraction.
fn number(text: &str) -> Number {
    let whole = |text: &str| text.parse::<BigInt>().unwrap_or_default();
    if let Some((numerator, denominator)) = text.split_once('/') {
        return Number::new(whole(numerator), whole(denominator));
    }
    let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    Number::new(whole(&text.replace('.', "")), BigInt::from(10).pow(places as u32))
}
