//! The shipped plan and the made-up district agree with what their own documents say of them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const RULES: &str = "rules/quality-2011";

/// Each row of `expected.csv` is the verdict that the command gives.
#[test]
fn verdicts_are_the_expected_ones() {
    let report = judged("examples/district-2011/metrics.csv");
    let mut given = BTreeMap::new();
    for result in report["results"].as_array().unwrap() {
        let flags: Vec<&str> =
            result["flags"].as_array().unwrap().iter().map(|flag| flag.as_str().unwrap()).collect();
        given.insert(text(&result["target"]), (text(&result["verdict"]), flags.join(" ")));
    }
    let mut expected = BTreeMap::new();
    let mut rows = csv::Reader::from_path(root().join("examples/district-2011/expected.csv")).unwrap();
    for row in rows.records().map(Result::unwrap) {
        expected.insert(row[0].to_string(), (row[1].to_string(), row[2].to_string()));
    }
    let differing: Vec<_> =
        expected.iter().filter(|(target, verdict)| given.get(*target) != Some(*verdict)).collect();
    assert!(differing.is_empty(), "expected otherwise: {differing:?}");
    assert_eq!(given.len(), expected.len());
}

/// Wide and JSON data give the same verdicts as tidy data, wherever a target rests on them alone.
#[test]
fn every_layout_gives_the_same_verdicts() {
    let verdicts = |file: &str| {
        let report = judged(file);
        let results = report["results"].as_array().unwrap().clone();
        let known = results.into_iter().filter(|result| result["missing"].as_array().unwrap().is_empty());
        known.map(|result| (text(&result["target"]), text(&result["verdict"]))).collect::<BTreeMap<_, _>>()
    };
    let tidy = verdicts("examples/district-2011/metrics.csv");
    for file in ["examples/district-2011/metrics-wide.csv", "examples/district-2011/metrics.json"] {
        let other = verdicts(file);
        assert!(other.len() >= 8, "{file} has data for eight targets, and {} were judged", other.len());
        for (target, verdict) in &other {
            assert_eq!(tidy.get(target), Some(verdict), "{target} by {file}");
        }
    }
}

/// Each row of the table in the rules' README names a target of the plan with its clause, condition and deadline.
#[test]
fn the_table_of_clauses_is_the_plan() {
    let list = json(&["targets", RULES, "--format", "json"]);
    let targets = list["targets"].as_array().unwrap();
    let readme = std::fs::read_to_string(root().join(RULES).join("README.md")).unwrap();
    let rows: Vec<Vec<String>> = readme.lines().filter_map(row).collect();
    assert_eq!(rows.len(), 69, "the plan has 69 rows");
    for row in &rows {
        let [clause, _, target, condition, by, id] = row.as_slice() else {
            panic!("{row:?} has six columns")
        };
        if target == "–" {
            let has_clause = |one: &&Value| one["cite"][0] == clause.as_str();
            assert!(list["unmeasured"].as_array().unwrap().iter().any(|one| has_clause(&one)), "{id}");
            continue;
        }
        let found = targets.iter().find(|one| one["target"] == target.as_str());
        let found = found.unwrap_or_else(|| panic!("{id}: the plan has no target {target}"));
        assert_eq!(found["cite"][0], clause.as_str(), "{id}");
        assert!(condition.starts_with(&*text(&found["condition"])), "{id}: {condition}");
        assert_eq!(found["by"].as_str().unwrap_or_default(), by, "{id}");
        assert!(!found["owner"].as_array().unwrap().is_empty(), "{id} has an owner");
    }
    let listed = targets.len() + list["unmeasured"].as_array().unwrap().len();
    assert_eq!(listed, rows.len(), "no target of the plan is missing from the table");
}

/// The cells of a row of the table of clauses, without their backticks.
fn row(line: &str) -> Option<Vec<String>> {
    let cells: Vec<String> = line.split('|').map(|cell| cell.trim().replace('`', "")).collect();
    let cells = cells.get(1..7)?.to_vec();
    let id = cells.last()?;
    let is_row = id.len() == 3 && id.starts_with(['t', 'd']) && id.ends_with(|c: char| c.is_ascii_digit());
    is_row.then_some(cells)
}

/// The report on Riverside by one of the example's data files.
fn judged(file: &str) -> Value {
    let entities = "examples/district-2011/entities.csv";
    let question = ["--entity", "riverside", "--as-of", "2011-12-31", "--format", "json"];
    json(&[&["eval", RULES, "--data", file, entities], &question[..]].concat())
}

/// What the command prints, as JSON.
fn json(args: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_dabiao")).args(args).current_dir(root()).output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
