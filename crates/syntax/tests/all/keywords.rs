//! The keyword table against the language as it is read.

use std::collections::BTreeSet;

use dabiao_grammar::{Keyword, keywords};

use crate::{print, read};

/// The keyword's example with one of its spellings.
fn example(keyword: &Keyword, spelling: &str) -> String {
    keyword.example.replacen('_', spelling, 1).replace('⏎', "\n")
}

#[test]
fn all_spellings_of_a_row_give_one_tree() {
    for keyword in keywords() {
        let trees: BTreeSet<String> = keyword
            .examples()
            .map(|(_, text)| {
                let tree = read(&text);
                assert_eq!(print::diagnostics(&tree.diagnostics), "", "{}: {text}", keyword.meaning);
                print::tree(&tree)
            })
            .collect();
        assert_eq!(trees.len(), 1, "{}: {trees:?}", keyword.meaning);
    }
}

/// A keyword that means nothing would be read as a name, so its place filled by another word must fail or differ.
#[test]
fn a_keyword_is_no_name_in_its_place() {
    for keyword in keywords() {
        let other = read(&example(keyword, "zzz"));
        for (spelling, text) in keyword.examples() {
            let tree = read(&text);
            let same = other.diagnostics.is_empty()
                && print::tree(&tree) == print::tree(&other).replace("zzz", spelling);
            let is_type = keyword.role == dabiao_grammar::Role::Type;
            assert!(!same || is_type, "{}: {spelling}", keyword.meaning);
        }
    }
}
