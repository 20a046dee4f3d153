//! Every JSON that the command prints fits the schema that is shipped for it.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop at once")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use validator::faults;

#[path = "../../report/tests/all/validator.rs"]
mod validator;

const DISTRICT: &str = "rules/quality-2011 --data examples/district-2011/metrics.csv \
                        examples/district-2011/entities.csv --entity riverside --as-of 2011-12-31";
const EXPLAINED: &str =
    "crates/cli/tests/cmd/explain.dabiao --data crates/cli/tests/cmd/explain.csv --as-of 2011-12-31";
const VERSIONS: &str = "crates/cli/tests/cmd/diff-old.dabiao crates/cli/tests/cmd/diff-new.dabiao";
const CHANGED: &str =
    "crates/cli/tests/cmd/what-if.dabiao --data crates/cli/tests/cmd/what-if.csv --as-of 2011-12-31";
const SCORED: &str =
    "crates/cli/tests/cmd/scores.dabiao --data crates/cli/tests/cmd/scores.csv --as-of 2011-12-31";

/// What is printed for a call, and the format that it says it has.
fn printed(call: &str) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
    let output =
        command.args(call.split_whitespace()).args(["--format", "json"]).current_dir(root()).output();
    let output = output.unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let document: Value = serde_json::from_str(&text)
        .unwrap_or_else(|error| panic!("{call}: {error}\n{}", String::from_utf8_lossy(&output.stderr)));
    (document["format"].as_str().unwrap().to_string(), text)
}

#[test]
fn what_is_printed_fits_its_schema() {
    let calls = [
        format!("eval {DISTRICT}"),
        format!("eval {SCORED}"),
        format!("explain sampling {EXPLAINED}"),
        format!("explain 抽检量 {EXPLAINED}"),
        format!("explain energy.per_gdp {DISTRICT}"),
        format!("explain energy.per_gdp {SCORED}"),
        "targets rules/quality-2011".to_string(),
        "targets crates/cli/tests/cmd/scores.dabiao".to_string(),
        format!("diff {VERSIONS}"),
        format!("what-if {CHANGED}"),
        format!("what-if {CHANGED} --set complaints=200"),
        "report crates/cli/tests/cmd/since-2011.json --against crates/cli/tests/cmd/since-2010.json"
            .to_string(),
        "report crates/cli/tests/cmd/since-2010.json".to_string(),
        "test rules/quality-2011".to_string(),
        "test crates/cli/tests/cmd/tests.dabiao".to_string(),
        "check rules/quality-2011".to_string(),
        "check crates/report/outside/faults.dabiao".to_string(),
    ];
    let mut seen = Vec::new();
    for call in calls {
        let (format, text) = printed(&call);
        let name = format.strip_prefix("dabiao.").unwrap().replace(['/', '_'], "-");
        let schema = fs::read_to_string(root().join(format!("docs/schema/{name}.schema.json"))).unwrap();
        assert_eq!(faults(&schema, &text), [""; 0], "{call}");
        seen.push(format!("{name}.schema.json"));
    }
    let shipped = fs::read_dir(root().join("docs/schema")).unwrap();
    for schema in shipped.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
        assert!(seen.contains(&schema), "nothing that is printed was held against {schema}");
    }
}

/// A document with other keys or kinds of values does not fit.
#[test]
fn a_fault_is_found() {
    let (_, text) = printed(&format!("explain sampling {EXPLAINED}"));
    let schema = fs::read_to_string(root().join("docs/schema/explain-1.schema.json")).unwrap();
    for (right, wrong) in [("\"under\":", "\"below\":"), ("\"role\": \"when\"", "\"role\": \"if\"")] {
        assert!(text.contains(right));
        assert_ne!(faults(&schema, &text.replace(right, wrong)), [""; 0], "{wrong}");
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
