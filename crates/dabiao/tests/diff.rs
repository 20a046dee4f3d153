//! What is said of revisions of plans: the cases are in `tests/cases/diff.txt`.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use dabiao::{DiffReport, DiffWitness, Plan, WitnessValue};

#[test]
fn revisions() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/diff.txt");
    let text = fs::read_to_string(&file).unwrap();
    let (head, cases) = text.split_once("=== ").unwrap();
    let mut blessed = head.to_string();
    let mut count = 0;
    for case in cases.split("=== ") {
        let (title, rest) = case.split_once("\n-- old\n").unwrap();
        let (old, rest) = rest.split_once("-- new\n").unwrap();
        let (new, answer) = rest.split_once("-- answer\n").unwrap();
        let plan = |rules: &str| Plan::parse(rules).unwrap_or_else(|error| panic!("{title}: {error}"));
        let found = told(&plan(old).diff(&plan(new)));
        if env::var_os("DABIAO_BLESS").is_none() {
            assert_eq!(answer.trim_end(), found.trim_end(), "{title}");
        }
        write!(blessed, "=== {title}\n-- old\n{old}-- new\n{new}-- answer\n{found}\n").unwrap();
        count += 1;
    }
    assert!(count >= 40, "{count} revisions");
    if env::var_os("DABIAO_BLESS").is_some() {
        fs::write(file, format!("{}\n", blessed.trim_end())).unwrap();
    }
}

/// A line for each change, with what shows it below.
fn told(report: &DiffReport) -> String {
    let mut text = String::new();
    let side =
        |shown: &Option<dabiao::Shown>| shown.as_ref().map_or("none".to_string(), |one| one.to_string());
    for one in &report.changes {
        write!(text, "{} {} {}: ", one.target, one.change.as_str(), one.part.as_str()).unwrap();
        writeln!(text, "{} -> {}", side(&one.old), side(&one.new)).unwrap();
        for witness in one.witness.iter().chain(&one.counter_witness) {
            writeln!(text, "  {}", shown(witness)).unwrap();
        }
        if !one.causes.is_empty() {
            writeln!(text, "  because of {}", one.causes.join(", ")).unwrap();
        }
        if let Some(reason) = &one.reason {
            writeln!(text, "  {reason}").unwrap();
        }
    }
    for one in &report.declarations {
        write!(text, "{} {} {} {}: ", one.kind.as_str(), one.name, one.change.as_str(), one.part.as_str())
            .unwrap();
        writeln!(text, "{} -> {} [{}]", side(&one.old), side(&one.new), one.targets.join(", ")).unwrap();
    }
    if text.is_empty() { "no change\n".to_string() } else { text }
}

fn shown(witness: &DiffWitness) -> String {
    let value = |one: &WitnessValue| {
        let places: Vec<String> = one.places.iter().rev().map(|place| format!(" of {place}")).collect();
        let time = one.time.as_ref().map_or_else(String::new, |time| format!(" ({time})"));
        let count = one.count.as_ref().map_or_else(String::new, |count| format!(" {count}"));
        format!("{}{}{time} = {}{count}", one.metric, places.concat(), one.value)
    };
    let values: Vec<String> = witness.values.iter().filter(|one| one.decides).map(value).collect();
    let flags =
        |flags: &[dabiao::Flag]| flags.iter().map(|flag| format!(" {}", flag.as_str())).collect::<String>();
    let (old, new) = (flags(&witness.old_flags), flags(&witness.new_flags));
    let (was, is) = (witness.old.as_str(), witness.new.as_str());
    format!("{}: {was}{old} -> {is}{new}", values.join(", "))
}
