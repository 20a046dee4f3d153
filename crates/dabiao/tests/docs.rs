//! Every rule in the documents is checked as it stands.
#![expect(clippy::unwrap_used, clippy::panic, clippy::string_slice, reason = "a test may stop at once")]

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::{Language, Source, Style, load, render_diagnostics};

/// The documents, from the repository's root.
const DOCUMENTS: [&str; 2] = ["README.md", "docs/language.md"];

#[test]
fn every_rule_in_the_documents_is_right() {
    let mut blocks = 0;
    for document in DOCUMENTS {
        let text = fs::read_to_string(root().join(document)).unwrap();
        for (line, rules) in blocks_of(&text) {
            blocks += 1;
            let loaded = load::<&str>(&[], vec![Source::new(format!("{document}:{line}"), rules)]);
            if loaded.plan.is_none() {
                panic!("{}", render_diagnostics(&loaded.diagnostics, Language::English, Style::default()));
            }
        }
    }
    assert!(blocks >= 6, "the documents show rules");
}

/// The `dabiao` blocks of a document, with the line that each begins on.
fn blocks_of(text: &str) -> Vec<(usize, String)> {
    let mut blocks = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while let Some(begin) = rest.find("```dabiao\n") {
        let body = begin + "```dabiao\n".len();
        let end = body + rest[body..].find("```").unwrap();
        line += rest[..body].matches('\n').count();
        blocks.push((line, rest[body..end].to_string()));
        line += rest[body..end].matches('\n').count();
        rest = &rest[end + 3..];
    }
    blocks
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
