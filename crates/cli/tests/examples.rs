//! Every plan under `examples` is clean, formatted, and passes its own tests; the index names every folder.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn plans_are_clean_and_pass_their_tests() {
    let plans = plans(&root().join("examples"));
    assert!(plans.len() >= 6, "examples hold plans with tests, and {} were found", plans.len());
    for plan in plans {
        for call in [&["check"][..], &["test"], &["fmt", "--check"]] {
            let files = rule_files(&plan);
            let rules = if call == ["fmt", "--check"] { &files } else { std::slice::from_ref(&plan) };
            let output = Command::new(env!("CARGO_BIN_EXE_dabiao")).args(call).args(rules).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && said.is_empty(), "{call:?} {}: {said}", plan.display());
        }
    }
}

#[test]
fn the_index_names_every_example() {
    let index = fs::read_to_string(root().join("examples/README.md")).unwrap();
    for folder in entries(&root().join("examples")).into_iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap().to_string_lossy().to_string();
        assert!(index.contains(&format!("]({name}/")), "examples/README.md does not name {name}");
    }
}

/// The folders that are plans with tests, at whatever depth.
fn plans(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        entries(folder).iter().filter(|path| path.is_dir()).flat_map(|path| plans(path)).collect();
    if folder.join("tests.dabiao").exists() {
        found.push(folder.to_path_buf());
    }
    found
}

fn rule_files(plan: &Path) -> Vec<PathBuf> {
    let is_rules = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "dabiao");
    entries(plan).into_iter().filter(is_rules).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
