//! Texts and how they come out: the corpus, the shipped plan, comments, and laws over random texts.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at once"
)]

mod comments;
mod corpus;
mod generated;
mod laws;
mod looks;
mod refusals;

use std::fs;
use std::path::{Path, PathBuf};

use dabiao_format::{Options, Refusal, format_source};
use dabiao_model::{Language, Source};
use dabiao_syntax::Tree;

/// The three ways to ask: in the file's own surface, or in one of the two.
const WAYS: [Option<Language>; 3] = [None, Some(Language::English), Some(Language::Chinese)];

fn read(text: &str) -> Tree {
    dabiao_syntax::parse(Source::new("a.dabiao", text))
}

fn try_format(text: &str, to: Option<Language>) -> Result<String, Refusal> {
    format_source(Source::new("a.dabiao", text), &Options { to })
}

fn format(text: &str, to: Option<Language>) -> String {
    try_format(text, to).unwrap_or_else(|refusal| panic!("{refusal}\n{text}"))
}

/// The comments of a text, without blanks at their ends.
fn comments(text: &str) -> Vec<String> {
    let tree = read(text);
    tree.comments.iter().map(|span| tree.source.slice(*span).trim_end().to_string()).collect()
}

/// The files of a folder of the repository, with their names.
fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "dabiao"));
    files.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    files.into_iter().map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// The corpus of right texts, and the shipped plan.
fn texts() -> Vec<(String, String)> {
    let mut texts = files("grammar/corpus/ok");
    texts.extend(files("rules/quality-2011"));
    assert!(texts.len() > 20, "{} texts", texts.len());
    texts
}
