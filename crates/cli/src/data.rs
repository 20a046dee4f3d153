//! The data and the question of a call.

mod survey;

use dabiao::{Code, Date, Diagnostic, Error, Evaluation, Metrics, Observation, Period, Place, Plan, Wording};
use dabiao_data::{DataFile, Limits};

use crate::args::Question;
use crate::exit::Failure;
use crate::tables;
use crate::voice::Voice;
use survey::{Survey, Values};

/// What a call gives to judge on: the files stay as they are until a plan is there that says what they mean.
#[derive(Default)]
pub(crate) struct Given {
    files: Vec<DataFile>,
    /// The values of `--set`.
    set: Vec<Observation>,
    survey: Survey,
    /// What is wrong with the files.
    faults: Vec<Diagnostic>,
}

impl Given {
    /// Values that are written as percents, one for each metric.
    pub(crate) fn percents(&self) -> &[Observation] {
        &self.survey.percents
    }
}

/// Reads every file and every `--set` that a call names.
pub(crate) fn read(question: &Question) -> Result<Given, Failure> {
    let mut given = files(question);
    for words in &question.set {
        let (metric, text) = split("--set", words, "wanted-pair")?;
        let place = Place::Call(format!("--set {words}").into());
        let entity = question.entity.clone();
        let observation = Observation { entity, ..Observation::new(metric, text, place) };
        given.survey.note(&observation);
        given.set.push(observation);
    }
    Ok(given)
}

/// Reads every file that a call names.
pub(crate) fn files(question: &Question) -> Given {
    let mut given = Given::default();
    let limits = Limits::default();
    for path in &question.data {
        match DataFile::open(path, &limits) {
            Err(fault) => given.faults.push(*fault),
            Ok(file) => {
                given.faults.extend(file.fill(&limits, &mut given.survey));
                given.files.push(file);
            }
        }
    }
    given
}

/// The day on which the call is made.
pub(crate) fn today() -> Date {
    jiff::Zoned::now().date()
}

/// A period of the call.
pub(crate) fn period(option: &str, text: &str) -> Result<Period, Failure> {
    Period::parse(text).ok_or_else(|| unreadable(option, text, "wanted-period"))
}

/// What a call asks of metrics.
pub(crate) fn asked<'a>(
    plan: &'a Plan,
    metrics: &'a Metrics,
    question: &Question,
) -> Result<Evaluation<'a>, Failure> {
    let mut evaluation = plan.evaluate(metrics);
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
    Ok(evaluation)
}

/// Why a question has no answer.
pub(crate) fn failure(error: Error) -> Failure {
    match error {
        Error::Rules(list) | Error::Call(list) => Failure::rules(list),
        Error::Data(list) => Failure::data(list),
    }
}

/// Holds every value to the plan's types, and names all faults of all files together.
pub(crate) fn metrics(
    plan: &Plan,
    given: Given,
    question: &Question,
    voice: &Voice,
) -> Result<Metrics, Failure> {
    let mut faults = given.faults;
    let mut metrics = plan.metrics();
    faults.extend(metrics.set_entities(&given.survey.entities));
    faults.extend(given.survey.unlisted());
    for file in given.files {
        // What is wrong with the file itself is known by now, and so are its entities.
        let filled = metrics.fill(|intake| {
            let _ = file.fill(&Limits::default(), &mut Values(intake));
            Vec::new()
        });
        if let Err(Error::Rules(list) | Error::Call(list) | Error::Data(list)) = filled {
            faults.extend(list);
        }
    }
    faults.extend(given.set.iter().filter_map(|one| metrics.insert(one).err()));
    let mut wrong_calls = Vec::new();
    for words in &question.table {
        let (name, source) = split("--table", words, "wanted-pair")?;
        let Err(of_table) = tables::give(plan, &mut metrics, name, source, question, voice)? else {
            continue;
        };
        let (calls, data) = of_table.into_iter().partition(|one| one.code == Code::UnknownTable);
        wrong_calls.extend::<Vec<_>>(calls);
        faults.extend::<Vec<_>>(data);
    }
    if !wrong_calls.is_empty() {
        return Err(Failure::rules(wrong_calls));
    }
    if faults.is_empty() { Ok(metrics) } else { Err(Failure::data(faults)) }
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
