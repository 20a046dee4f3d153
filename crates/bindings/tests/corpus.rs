//! One corpus of cases for every language: `cases/NAME` has the rules, the data, the question and the answer.
//!
//! The answer is what the facade says, byte for byte; `DABIAO_BLESS=1` writes it. Here the flat API has to say the same.
//! Programs in C, Java, Python and JavaScript do so in `cargo xtask bindings`.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once")]

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::{Error, Language, render_diagnostics_json, render_json};
use dabiao_bindings::{Fault, Form, Metrics, Plan, Question};
use dabiao_data::{Format, Limits, fill_bytes, read_sheet_bytes};

/// The files of a case. One that is absent is not given.
struct Case {
    folder: PathBuf,
}

impl Case {
    fn all() -> Vec<Case> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
        let mut folders: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        folders.into_iter().map(|folder| Case { folder }).collect()
    }

    fn text(&self, file: &str) -> Option<String> {
        fs::read_to_string(self.folder.join(file)).ok()
    }

    /// The lines of `set.tsv`: entity, period, metric, value.
    fn set(&self) -> Vec<[String; 4]> {
        let line = |line: &str| -> [String; 4] {
            line.split('\t').map(String::from).collect::<Vec<_>>().try_into().unwrap()
        };
        self.text("set.tsv").unwrap_or_default().lines().map(line).collect()
    }

    fn answer(&self, said: Result<String, String>) -> String {
        said.unwrap_or_else(|fault| fault)
    }

    /// By the facade.
    fn by_facade(&self) -> Result<String, Error> {
        let plan = dabiao::Plan::parse(&self.text("rules.dabiao").unwrap())?;
        let mut metrics = plan.metrics();
        if let Some(json) = self.text("data.json") {
            metrics.fill_json(&json)?;
        }
        if let Some(csv) = self.text("data.csv") {
            metrics.fill(|intake| {
                fill_bytes("data.csv", csv.as_bytes(), Format::Csv, &Limits::default(), intake)
            })?;
        }
        for [entity, period, metric, value] in self.set() {
            let entity = Some(entity.as_str()).filter(|one| !one.is_empty());
            metrics.set_at(entity, dabiao::Period::parse(&period), &metric, value.as_str())?;
        }
        if let Some(csv) = self.text("records.csv") {
            let sheet = read_sheet_bytes("records.csv", csv.as_bytes(), Format::Csv, &Limits::default());
            metrics.set_table("records", sheet.unwrap())?;
        }
        let question: serde_json::Value = serde_json::from_str(&self.text("question.json").unwrap()).unwrap();
        let mut asked = plan.evaluate(&metrics).as_of(question["as_of"].as_str().unwrap());
        if let Some(period) = question["period"].as_str() {
            asked = asked.period(dabiao::Period::parse(period).unwrap());
        }
        if let Some(entity) = question["entity"].as_str() {
            asked = asked.entity(entity);
        }
        for (name, value) in question["assume"].as_object().into_iter().flatten() {
            asked = asked.assume(name, value.as_str().unwrap());
        }
        Ok(render_json(&asked.run()?))
    }

    /// By the flat API.
    fn by_flat(&self) -> Result<String, Fault> {
        let plan = Plan::parse(&self.text("rules.dabiao").unwrap())?;
        let mut metrics = Metrics::new(&plan);
        if let Some(json) = self.text("data.json") {
            metrics.fill_json(&json)?;
        }
        if let Some(csv) = self.text("data.csv") {
            metrics.read("data.csv", csv.as_bytes())?;
        }
        for [entity, period, metric, value] in self.set() {
            let [entity, period] =
                [&entity, &period].map(|one| Some(one.as_str()).filter(|one| !one.is_empty()));
            metrics.set(entity, period, &metric, value)?;
        }
        if let Some(csv) = self.text("records.csv") {
            metrics.read_table("records", "records.csv", csv.as_bytes())?;
        }
        let question = Question::parse(&self.text("question.json").unwrap())?;
        Ok(plan.evaluate(&metrics, &question)?.render(Form::Json, Language::English))
    }
}

#[test]
fn the_flat_api_answers_as_the_facade() {
    let cases = Case::all();
    assert!(cases.len() >= 20, "{} cases", cases.len());
    for case in cases {
        let name = case.folder.display();
        let flat = case.answer(case.by_flat().map_err(|fault| fault.diagnostics_json(Language::English)));
        let place = case.folder.join("answer.json");
        // A question that is no question exists only where it is a text.
        if !case.folder.ends_with("question-unreadable") {
            let facade = case
                .by_facade()
                .map_err(|error| render_diagnostics_json(error.diagnostics(), Language::English));
            assert_eq!(case.answer(facade), flat, "{name}");
        }
        if std::env::var_os("DABIAO_BLESS").is_some() {
            fs::write(&place, &flat).unwrap();
        }
        assert_eq!(fs::read_to_string(&place).unwrap(), flat, "{name}");
    }
}

#[test]
fn the_corpus_has_every_kind_of_answer() {
    let answers: Vec<String> = Case::all().iter().filter_map(|case| case.text("answer.json")).collect();
    for word in [
        "\"verdict\": \"met\"",
        "\"verdict\": \"missed\"",
        "\"verdict\": \"unknown\"",
        "E02",
        "E07",
        "E08",
        "1234567890123.456789012345678",
        "\"1/3\"",
    ] {
        assert!(answers.iter().any(|answer| answer.contains(word)), "{word}");
    }
}
