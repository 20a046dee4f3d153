//! Every file of the corpus, as source and answer.

use crate::{check, corpus, print, read};

#[test]
fn files_that_are_well_formed() {
    for (name, text) in corpus("ok") {
        let tree = read(&text);
        assert_eq!(print::diagnostics(&tree.diagnostics), "", "{name}");
        check(&format!("ok_{name}"), &format!("{text}\n────\n{}", print::tree(&tree)));
    }
}

#[test]
fn files_with_errors() {
    for (name, text) in corpus("err") {
        let tree = read(&text);
        let lost: String = tree.lost_names.iter().map(|name| format!("lost {}\n", name.text)).collect();
        let answer = format!("{}────\n{}{lost}", print::diagnostics(&tree.diagnostics), print::tree(&tree));
        check(&format!("err_{name}"), &answer);
    }
}

#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    for (name, text) in corpus("ok").into_iter().chain(corpus("err")) {
        let plain = read(&text);
        let windows = read(&format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
        assert_eq!(print::tree(&plain), print::tree(&windows), "{name}");
        let codes = |tree: &dabiao_syntax::Tree| -> Vec<_> {
            tree.diagnostics.iter().map(|found| (found.code, found.variant)).collect()
        };
        assert_eq!(codes(&plain), codes(&windows), "{name}");
    }
}

#[test]
fn the_shipped_rules_are_well_formed() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for folder in ["rules", "examples"] {
        for path in rule_files(&root.join(folder)) {
            let tree = read(&std::fs::read_to_string(&path).unwrap());
            assert_eq!(print::diagnostics(&tree.diagnostics), "", "{}", path.display());
            assert!(!tree.items.is_empty(), "{}", path.display());
        }
    }
}

fn rule_files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let of = |path: std::path::PathBuf| match path.extension() {
        Some(extension) if extension == "dabiao" => vec![path],
        _ if path.is_dir() => rule_files(&path),
        _ => Vec::new(),
    };
    entries.flat_map(of).collect()
}
