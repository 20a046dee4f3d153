//! Every rule in the documents is checked as it stands.

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::{Code, Language, Plan, Source, Style, load, render_diagnostics};

/// The documents, from the repository's root.
const DOCUMENTS: [&str; 3] = ["README.md", "docs/language.md", "rules/common/README.md"];

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

/// Each pattern of the cookbook is right, and its tests pass.
#[test]
fn every_pattern_of_the_cookbook_holds() {
    let text = fs::read_to_string(root().join("docs/cookbook.md")).unwrap();
    let blocks = blocks_of(&text);
    assert_eq!(blocks.len(), 20, "the page promises twenty patterns");
    for (line, rules) in blocks {
        let plan = Plan::parse(&rules).unwrap_or_else(|error| panic!("docs/cookbook.md:{line}: {error}"));
        let tests = plan.run_tests();
        assert!(!tests.is_empty(), "docs/cookbook.md:{line} has no test");
        for test in tests {
            assert!(test.has_passed(), "docs/cookbook.md:{line}: {test:#?}");
        }
    }
}

/// The plan that a tutorial shows is the one that its calls judge.
#[test]
fn the_tutorials_show_their_plans() {
    for name in ["tutorial", "tutorial-zh"] {
        let page = fs::read_to_string(root().join(format!("docs/{name}.md"))).unwrap();
        let plan = fs::read_to_string(root().join(format!("examples/{name}/plan.dabiao"))).unwrap();
        let blocks: Vec<String> = blocks_of(&page).into_iter().map(|(_, rules)| rules).collect();
        assert_eq!(blocks, [plan]);
    }
}

/// Each example of what the checker finds gives just the codes of its first line.
#[test]
fn the_page_of_findings_gives_what_it_says() {
    let text = fs::read_to_string(root().join("docs/analysis.md")).unwrap();
    let blocks = blocks_of(&text);
    assert!(blocks.len() >= 9, "the page shows rules");
    for (line, rules) in blocks {
        let said = rules.lines().next().unwrap().strip_prefix("# gives: ").unwrap();
        let loaded = load::<&str>(&[], vec![Source::new("rules", rules.as_str())]);
        // That metrics are not declared keeps the examples short.
        let found =
            loaded.diagnostics.iter().map(|one| one.code).filter(|code| *code != Code::UndeclaredMetric);
        let mut found: Vec<&str> = found.map(Code::as_str).collect();
        found.sort_unstable();
        let found = if found.is_empty() { "nothing".to_string() } else { found.join(", ") };
        assert_eq!(found, said, "docs/analysis.md:{line}");
    }
}

/// The page of keywords has a row for each keyword, with all its spellings.
#[test]
fn the_page_of_keywords_is_complete() {
    let page = fs::read_to_string(root().join("docs/keywords.md")).unwrap();
    let table = fs::read_to_string(root().join("grammar/keywords.tsv")).unwrap();
    let mut keywords = 0;
    for row in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let cells: Vec<&str> = row.split('\t').collect();
        let listed = |cell: &str| {
            let spellings = cell.split(" | ").map(str::trim).filter(|word| !word.is_empty());
            let spellings: Vec<String> = spellings.map(|word| format!("`{word}`")).collect();
            if spellings.is_empty() { "–".to_string() } else { spellings.join(", ") }
        };
        let line = format!("| {} | {} | {} |", cells[1], listed(cells[2]), listed(cells[3]));
        assert!(page.contains(&line), "docs/keywords.md lacks: {line}");
        keywords += 1;
    }
    assert!(keywords > 100, "the table has keywords, and {keywords} were found");
}

/// The page of limits has the numbers that hold.
#[test]
fn the_page_of_limits_tells_the_defaults() {
    let page = fs::read_to_string(root().join("docs/limits.md")).unwrap();
    let rules = dabiao_syntax::Limits::default();
    let data = dabiao_data::Limits::default();
    for (what, limit) in [
        ("a file, standard input too", format!("{} MiB", rules.bytes >> 20)),
        ("a line", format!("{} MiB", rules.line_bytes >> 20)),
        ("brackets in brackets; `not`, `-`, `of`, `else if` in a row", rules.nesting.to_string()),
        ("arithmetic operators in one chain", rules.operators.to_string()),
        ("items of a file", thousands(rules.items)),
        ("diagnostics of a file", thousands(rules.diagnostics)),
        ("a file", format!("{} MiB", data.bytes >> 20)),
        ("values of a file", thousands(data.values)),
        ("faults that are named of a file", thousands(data.faults)),
        ("objects within objects in JSON", data.depth.to_string()),
    ] {
        let row = format!("| {what} | {limit} |");
        assert!(page.contains(&row), "docs/limits.md lacks: {row}");
    }
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned());
    groups.collect::<Vec<_>>().join(",")
}

/// The `dabiao` blocks of a document, with the line that each begins on.
fn blocks_of(text: &str) -> Vec<(usize, String)> {
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let mut is_inside = false;
    for (line, number) in text.lines().zip(1_usize..) {
        match line {
            "```dabiao" | "```dabiao zh" | "```dabiao both" => {
                is_inside = true;
                blocks.push((number, String::new()));
            }
            "```" => is_inside = false,
            _ if is_inside => {
                if let Some((_, rules)) = blocks.last_mut() {
                    rules.push_str(line);
                    rules.push('\n');
                }
            }
            _ => {}
        }
    }
    blocks
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
