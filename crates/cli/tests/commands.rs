//! The command as its users type it: every call in the README and in `tests/cmd`, with what it prints and how it ends.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

#[test]
fn calls_print_what_is_shown() {
    env::set_current_dir(root()).unwrap_or_else(|error| panic!("{error}"));
    let cases = trycmd::TestCases::new();
    cases
        .case("README.md")
        .case("examples/*/README.md")
        .case("crates/cli/tests/cmd/*.md")
        .case("docs/diff.md")
        .case("docs/tutorial.md")
        .case("docs/tutorial-zh.md")
        .case("docs/what-if.md")
        .case("docs/reports.md");
    // Messages do not depend on the terminal that the tests are run in.
    cases.env("COLUMNS", "120").env("NO_COLOR", "1").env("LC_ALL", "C");
}

/// The documents' calls that stand without their output judge real data, so they end with 0 or 1; data that are
/// faulty on purpose, with 3.
#[test]
fn calls_without_output_work() {
    let mut calls = 0;
    for document in ["README.md", "rules/quality-2011/README.md", "examples/district-2011/README.md"] {
        let text = fs::read_to_string(root().join(document)).unwrap_or_default();
        let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
        for call in blocks.flat_map(str::lines).filter_map(|line| line.strip_prefix("dabiao ")) {
            let call = call.split('#').next().unwrap_or_default();
            let words = call.split_whitespace().map(|word| word.trim_matches(['\'', '"']));
            let output = Command::new(env!("CARGO_BIN_EXE_dabiao")).args(words).current_dir(root()).output();
            let output = output.unwrap_or_else(|error| panic!("{error}"));
            let errors = String::from_utf8_lossy(&output.stderr);
            let ends_well = match output.status.code() {
                Some(3) => call.contains("with-faults"),
                status => matches!(status, Some(0 | 1)),
            };
            assert!(ends_well, "{document}: dabiao {call}\n{errors}");
            calls += 1;
        }
    }
    assert!(calls >= 2, "the documents show calls, and {calls} were found");
}

/// A new plan is right and its data can be judged.
#[test]
fn init_begins_a_plan_that_works() {
    for lang in ["en", "zh"] {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let dabiao = |words: &[&str]| {
            let output =
                Command::new(env!("CARGO_BIN_EXE_dabiao")).args(words).current_dir(folder.path()).output();
            let output = output.unwrap_or_else(|error| panic!("{error}"));
            (output.status.code(), String::from_utf8_lossy(&output.stderr).to_string())
        };
        assert_eq!(dabiao(&["init", "plan", "--lang", lang]), (Some(0), String::new()));
        assert_eq!(dabiao(&["check", "plan"]), (Some(0), String::new()));
        let eval = ["eval", "plan", "--data", "plan/metrics.csv", "--as-of", "2011-12-31"];
        assert_eq!(dabiao(&eval), (Some(0), String::new()));
        let (status, errors) = dabiao(&["init", "plan", "--lang", lang]);
        assert_eq!(status, Some(2), "a second `init` overwrites nothing");
        assert!(errors.contains("plan.dabiao"), "{errors}");
    }
}

/// A plan that `compile` has stored is judged as its rules are, and stands alone.
#[test]
fn a_stored_plan_is_used_in_the_place_of_its_rules() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let dabiao = |words: &[&str]| {
        let output =
            Command::new(env!("CARGO_BIN_EXE_dabiao")).args(words).current_dir(folder.path()).output();
        let output = output.unwrap_or_else(|error| panic!("{error}"));
        let [told, errors] =
            [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).to_string());
        (output.status.code(), told, errors)
    };
    dabiao(&["init", "plan", "--lang", "zh"]);
    assert_eq!(dabiao(&["compile", "plan", "-o", "stored.plan"]), (Some(0), String::new(), String::new()));
    for call in [
        &["eval", "--data", "plan/metrics.csv", "--as-of", "2011-12-31", "--format", "json"][..],
        &["targets", "--format", "json"],
        &["test"],
    ] {
        let of = |rules: &str| dabiao(&[&call[..1], &[rules], &call[1..]].concat());
        assert_eq!(of("stored.plan"), of("plan"));
    }
    let (status, _, errors) = dabiao(&["check", "stored.plan", "plan"]);
    assert_eq!(status, Some(2));
    assert!(errors.contains("E0808"), "{errors}");
    let (status, _, errors) = dabiao(&["compile", "plan", "-o", "missing/stored.plan"]);
    assert_eq!(status, Some(2));
    assert!(errors.contains("missing/stored.plan"), "{errors}");
}

/// What a template asks for is what was missing: read back empty it changes no verdict, and beside known data it asks
/// only for the rest.
#[test]
fn a_template_asks_for_what_is_missing() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let workbook = folder.path().join("fill-in.xlsx").display().to_string();
    let rules = "rules/quality-2011";
    let dabiao = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
        let output = command.args(words).current_dir(root()).env("LC_ALL", "C").output();
        String::from_utf8_lossy(&output.unwrap_or_else(|error| panic!("{error}")).stdout).to_string()
    };
    let asked = |words: &[&str]| {
        let said = dabiao(&[&["template", rules, "--as-of", "2011-12-31", "-o", &workbook], words].concat());
        said.rsplit(" asks for ").next().unwrap_or_default().trim().to_string()
    };
    assert_eq!(asked(&[]), "80 values");
    let judged = dabiao(&["eval", rules, "--data", &workbook, "--as-of", "2011-12-31"]);
    assert!(judged.contains("68 targets: 68 unknown"), "{judged}");
    let district = ["examples/district-2011/metrics.csv", "examples/district-2011/entities.csv"];
    let known = [&["--entity", "riverside", "--data"], &district[..]].concat();
    let some = asked(&known);
    assert_eq!(some, "3 values");
}

/// A plan that is begun in Chinese has no English word but the file names, and is spoken of in Chinese unasked.
#[test]
fn a_chinese_plan_needs_no_english() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let dabiao = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dabiao"));
        let output = command.args(words).current_dir(folder.path()).env("LC_ALL", "C").output();
        String::from_utf8_lossy(&output.unwrap_or_else(|error| panic!("{error}")).stdout).to_string()
    };
    dabiao(&["init", "plan", "--lang", "zh"]);
    let data = ["--data", "plan/metrics.csv", "--as-of", "2011-12-31"];
    let eval = dabiao(&[&["eval", "plan"], &data[..]].concat());
    let explain = dabiao(&[&["explain", "市场抽检.合格率", "plan"], &data[..]].concat());
    let targets = dabiao(&["targets", "plan"]);
    for text in [&eval, &explain, &targets] {
        let text = text.replace("plan/plan.dabiao", "").replace("metrics.csv", "");
        assert!(text.contains("市场商品抽检合格率"), "{text}");
        assert!(!text.contains(|c: char| c.is_ascii_alphabetic()), "{text}");
    }
    let asked = dabiao(&[&["eval", "plan", "--lang", "en"], &data[..]].concat());
    assert!(asked.contains("✓ met"), "{asked}");
    let json = dabiao(&[&["eval", "plan", "--format", "json"], &data[..]].concat());
    assert!(
        json.contains("\"margin\": \"2.4 points\"") && json.contains("\"title\": \"市场商品抽检合格率\""),
        "{json}"
    );
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
