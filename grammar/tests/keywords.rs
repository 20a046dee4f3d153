//! The keyword table and the grammar say the same.

use std::collections::BTreeSet;

use dabiao_grammar::{Rule, keywords, parse};

const GRAMMAR: &str = include_str!("../dabiao.pest");

/// Letters of the grammar that are no words of the language: parts of dates and of units.
const NO_WORDS: &[&str] = &["Q", "q", "H", "h", "第", "一", "二", "三", "四", "²", "³", "℃", "°C"];

#[test]
fn every_keyword_of_the_table_is_accepted() {
    for keyword in keywords() {
        for (_, text) in keyword.examples() {
            let file = parse(Rule::file, &text).unwrap().next().unwrap();
            let broken = file.into_inner().find(|line| line.as_rule() == Rule::broken);
            assert_eq!(broken, None, "{}: {text}", keyword.meaning);
        }
    }
}

#[test]
fn every_word_of_the_grammar_is_in_the_table() {
    let parts = |spelling: &'static str| spelling.split([' ', '-', '/']).chain([spelling]);
    let known: BTreeSet<&str> =
        keywords().iter().flat_map(|keyword| keyword.spellings().flat_map(parts)).collect();
    let words = literals();
    assert!(words.len() > 300, "only {} words were found in the grammar", words.len());
    let unknown: Vec<_> = words.iter().filter(|word| !known.contains(word.as_str())).collect();
    assert_eq!(unknown, [""; 0], "words of the grammar that the table lacks");
}

#[test]
fn every_row_of_the_table_is_read() {
    let rows = include_str!("../keywords.tsv").lines().filter(|line| !line.starts_with('#')).count();
    assert_eq!(keywords().len(), rows);
    let mut seen = BTreeSet::new();
    for keyword in keywords() {
        assert!(seen.insert((format!("{:?}", keyword.role), keyword.meaning)), "{keyword:?} stands twice");
        assert!(keyword.spellings().count() > 0, "{keyword:?} has no spelling");
        assert_eq!(keyword.example.matches('_').count(), 1, "{keyword:?}");
    }
}

/// The words between double quotes in the grammar, without comments.
fn literals() -> BTreeSet<String> {
    let code = GRAMMAR.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut words = BTreeSet::new();
    for line in code {
        // No word contains a quote, so that an escaped quote only ever stands alone.
        let line = line.replace("\"\\\"\"", "").replace("\\u{", "{");
        for literal in line.split('"').skip(1).step_by(2) {
            let is_word = literal.chars().any(char::is_alphabetic) && !literal.starts_with(['{', '\\']);
            if is_word && !NO_WORDS.contains(&literal) {
                words.insert(literal.to_string());
            }
        }
    }
    words
}
