//! Texts and their trees: the corpus, fixes, keywords, limits and laws.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at once"
)]

mod corpus;
mod fixes;
mod keywords;
mod laws;
mod limits;
mod print;
mod spans;
mod spelling;

use std::fs;
use std::path::{Path, PathBuf};

use dabiao_model::Source;
use dabiao_syntax::Tree;

fn read(text: &str) -> Tree {
    dabiao_syntax::parse(Source::new("a.dabiao", text))
}

/// The files of one of the corpus's folders, with their names.
fn corpus(folder: &str) -> Vec<(String, String)> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../grammar/corpus").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    files.into_iter().map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// Compares an answer with the snapshot of that name.
fn check(name: &str, answer: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, answer));
}
