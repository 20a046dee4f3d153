//! The data and the question of a call.

use std::collections::HashSet;

use dabiao::{
    Code, Date, Diagnostic, Error, Metrics, Observation, Period, Place, Plan, Report, Wording, similar,
};
use dabiao_data::Loaded;

use crate::args::Question;
use crate::exit::Failure;

/// Reads every file and every `--set` that a call names.
pub(crate) fn read(question: &Question) -> Result<Loaded, Failure> {
    let mut loaded = files(question);
    for words in &question.set {
        let (metric, text) = split("--set", words, "wanted-pair")?;
        let place = Place::Call(format!("--set {words}").into());
        let entity = question.entity.clone();
        loaded.observations.push(Observation { entity, ..Observation::new(metric, text, place) });
    }
    Ok(loaded)
}

/// Reads every file that a call names.
pub(crate) fn files(question: &Question) -> Loaded {
    let mut loaded = Loaded::default();
    for path in &question.data {
        loaded.extend(dabiao_data::read_file(path));
    }
    loaded
}

/// The day on which the call is made.
pub(crate) fn today() -> Date {
    jiff::Zoned::now().date()
}

/// A period of the call.
pub(crate) fn period(option: &str, text: &str) -> Result<Period, Failure> {
    Period::parse(text).ok_or_else(|| unreadable(option, text, "wanted-period"))
}

/// Judges what was read.
pub(crate) fn judge(plan: &Plan, loaded: Loaded, question: &Question) -> Result<Report, Failure> {
    let metrics = metrics(plan, loaded, &question.table)?;
    let mut evaluation = plan.evaluate(&metrics);
    evaluation = match &question.as_of {
        Some(date) => evaluation.as_of(date.as_str()),
        None => evaluation.as_of(today()),
    };
    if let Some(period) = &question.period {
        let period = self::period("--period", period)?;
        evaluation = evaluation.period(period);
    }
    if let Some(entity) = &question.entity {
        evaluation = evaluation.entity(entity);
    }
    for assumption in &question.assume {
        let (name, value) = split("--assume", assumption, "wanted-pair")?;
        evaluation = evaluation.assume(name, value);
    }
    evaluation.run().map_err(|error| match error {
        Error::Rules(list) | Error::Call(list) => Failure::rules(list),
        Error::Data(list) => Failure::data(list),
    })
}

/// Holds every value to the plan's types, and names all faults of all files together.
pub(crate) fn metrics(plan: &Plan, loaded: Loaded, tables: &[String]) -> Result<Metrics, Failure> {
    let strangers = unlisted(&loaded);
    let mut faults = loaded.faults;
    let mut metrics = plan.metrics();
    faults.extend(metrics.set_entities(&loaded.entities));
    faults.extend(strangers);
    faults.extend(loaded.observations.iter().filter_map(|one| metrics.insert(one).err()));
    let mut wrong_calls = Vec::new();
    for words in tables {
        let (name, path) = split("--table", words, "wanted-pair")?;
        match dabiao_data::read_sheet(path) {
            Err(of_file) => faults.extend(of_file),
            Ok(sheet) => match metrics.set_table(name, sheet) {
                Ok(()) => {}
                Err(Error::Rules(list) | Error::Call(list) | Error::Data(list)) => {
                    let (calls, data) = list.into_iter().partition(|one| one.code == Code::UnknownTable);
                    wrong_calls.extend::<Vec<_>>(calls);
                    faults.extend::<Vec<_>>(data);
                }
            },
        }
    }
    if !wrong_calls.is_empty() {
        return Err(Failure::rules(wrong_calls));
    }
    if faults.is_empty() { Ok(metrics) } else { Err(Failure::data(faults)) }
}

/// Where a tree of entities is given, an entity outside it is most likely a mistyped one; each is named once.
fn unlisted(loaded: &Loaded) -> Vec<Diagnostic> {
    if loaded.entities.is_empty() {
        return Vec::new();
    }
    let listed: Vec<&str> = loaded
        .entities
        .iter()
        .flat_map(|row| [Some(&row.entity), row.title.as_ref()])
        .flatten()
        .map(String::as_str)
        .collect();
    let mut known: HashSet<&str> = listed.iter().copied().collect();
    let mut faults = Vec::new();
    for observation in &loaded.observations {
        let Some(entity) = observation.entity.as_deref().filter(|entity| known.insert(entity)) else {
            continue;
        };
        let fault = Diagnostic::new(Code::BrokenEntityTree, observation.place.clone()).with("entity", entity);
        faults.push(match similar(entity, listed.iter().copied()) {
            Some(similar) => fault.variant("unlisted-similar").with("similar", similar),
            None => fault.variant("unlisted"),
        });
    }
    faults
}

/// The name and the value of an option.
pub(crate) fn split<'w>(
    option: &str,
    words: &'w str,
    wanted: &'static str,
) -> Result<(&'w str, &'w str), Failure> {
    let parts = words.split_once('=').map(|(name, value)| (name.trim(), value.trim()));
    parts.filter(|(name, _)| !name.is_empty()).ok_or_else(|| unreadable(option, words, wanted))
}

/// An option that does not read.
pub(crate) fn unreadable(option: &str, text: &str, wanted: &'static str) -> Failure {
    let fault = Diagnostic::new(Code::UnreadableArgument, Place::Call(format!("{option} {text}").into()));
    Failure::rules(vec![
        fault.with("option", option).with("text", text).with("wanted", Wording::word(wanted)),
    ])
}
