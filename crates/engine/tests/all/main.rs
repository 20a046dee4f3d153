//! Cases of judging, as data: each file in `tests/cases` holds rules, data, a question and the answer to it.
//!
//! `DABIAO_BLESS=1 cargo nextest run -p dabiao-engine` writes the present answers into the files, to be read before
//! they are kept.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at once"
)]

mod allocations;
mod case;
mod laws;
mod records;
mod score;
mod table;

use std::fs;
use std::path::Path;

use case::Case;

#[test]
fn every_case_is_answered_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no cases");
    let bless = std::env::var_os("DABIAO_BLESS").is_some();
    let wrong: Vec<String> = files.iter().filter_map(|file| check(file, bless)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What differs between a file and its cases with their answers as they are now.
fn check(file: &Path, bless: bool) -> Option<String> {
    let text = fs::read_to_string(file).unwrap();
    let cases = Case::read_all(&text);
    let answered: String = cases.iter().map(Case::with_answer).collect();
    if answered == text {
        return None;
    }
    if bless {
        fs::write(file, answered).unwrap();
        return None;
    }
    let different = cases.iter().filter(|case| !text.contains(&case.with_answer()));
    let different: String = different.map(Case::with_answer).collect();
    Some(format!("{} now gives\n{different}", file.display()))
}
