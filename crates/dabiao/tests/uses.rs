//! What is said of a `use` that cannot be followed, to readers of either language.

use std::fs;

use dabiao::{Language, Source};

#[test]
fn each_fault_is_told_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let rules = folder.path().join("plan.dabiao");
    fs::write(&rules, "use \"../outside.dabiao\"\n引用 「没有.dabiao」\nx.rate >= 90%\n").unwrap();
    let in_file = dabiao::load(&[&rules], Vec::new());
    let in_text = dabiao::load::<&str>(&[], vec![Source::new("text", "use \"a.dabiao\"\nx.rate >= 90%\n")]);
    assert!(in_file.plan.is_none() && in_text.plan.is_none());
    let found: Vec<_> =
        in_file.diagnostics.iter().chain(&in_text.diagnostics).filter(|one| one.is_error()).collect();
    let told: Vec<(String, String)> = found
        .iter()
        .map(|one| (one.message(Language::English), one.label(Language::Chinese).unwrap_or_default()))
        .collect();
    let expected = [
        ("`../outside.dabiao` leads out of the plan's folder", "不在方案文件夹内"),
        ("`没有.dabiao` cannot be used", "没有这个文件或文件夹"),
        ("`a.dabiao` cannot be used by a text that stands in no folder", "没有所在的文件夹"),
    ];
    assert_eq!(told, expected.map(|(message, label)| (message.to_string(), label.to_string())));
}
