//! Rules in, diagnostics and plan out: the cases are the files of `tests/cases`, a few rules each.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at once")]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use dabiao_check::{Checked, Plan};
use dabiao_model::{Language, Place, Source, Span};

#[test]
fn names() {
    check("names");
}

#[test]
fn types() {
    check("types");
}

#[test]
fn units() {
    check("units");
}

#[test]
fn change_and_trend() {
    check("change");
}

#[test]
fn windows_places_and_yearly_changes() {
    check("spread");
}

#[test]
fn rounded_comparison() {
    check("judge");
}

#[test]
fn confidence() {
    check("confidence");
}

#[test]
fn recurrence() {
    check("each");
}

#[test]
fn tests_of_rules() {
    check("test");
}

#[test]
fn the_way_to_a_target() {
    check("way");
}

#[test]
fn tables_of_records() {
    check("records");
}

#[test]
fn inference() {
    check("inference");
}

#[test]
fn plans() {
    check("plans");
}

#[test]
fn findings() {
    check("findings");
}

/// Small plans, each with a fault beside one that only looks like it.
#[test]
fn analysis() {
    check("analysis");
}

#[test]
fn scores() {
    check("score");
}

/// Scores in the Chinese surface, with their messages in Chinese.
#[test]
fn scores_in_chinese() {
    check_in("score_chinese", Language::Chinese);
}

/// Rules in the Chinese surface, with their messages in Chinese.
#[test]
fn chinese() {
    check_in("chinese", Language::Chinese);
}

/// Every fix, applied, takes its own diagnostic away.
#[test]
fn fixes_mend() {
    let mut fixes = 0;
    for file in fs::read_dir(cases()).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        for (title, rules) in split(&text) {
            for diagnostic in run(rules).diagnostics {
                for fix in &diagnostic.fixes {
                    let mended = apply(rules, fix.span, &fix.replacement);
                    let again = run(&mended).diagnostics;
                    let stays =
                        again.iter().any(|one| one.code == diagnostic.code && one.args == diagnostic.args);
                    assert!(!stays, "{title}: {diagnostic}\nstays after the fix:\n{mended}");
                    fixes += 1;
                }
            }
        }
    }
    assert!(fixes >= 12, "the cases have fixes to try, and {fixes} were found");
}

/// Checks each rule text of a file and shows text and answer together.
fn check(file: &str) {
    check_in(file, Language::English);
}

fn check_in(file: &str, language: Language) {
    let text = fs::read_to_string(cases().join(file).with_extension("txt")).unwrap();
    let mut shown = String::new();
    for (title, rules) in split(&text) {
        writeln!(shown, "──── {title}\n{rules}\n──", rules = rules.trim_end()).unwrap();
        show(&mut shown, &run(rules), language);
        shown.push('\n');
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(file, shown);
    });
}

fn run(rules: &str) -> Checked {
    dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rules))])
}

/// The cases of a file: a title line begins with `=== `.
fn split(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split("=== ").skip(1).map(|case| case.split_once('\n').expect("a title line"))
}

fn show(shown: &mut String, checked: &Checked, language: Language) {
    for diagnostic in &checked.diagnostics {
        let (place, code) = (&diagnostic.place, diagnostic.code);
        writeln!(shown, "{place}: {code}: {}", diagnostic.message(language)).unwrap();
        if let Place::Text { source, span } = &diagnostic.place {
            writeln!(shown, "    at   `{}`", source.slice(*span)).unwrap();
        }
        if let Some(help) = diagnostic.help(language) {
            writeln!(shown, "    help {help}").unwrap();
        }
        for fix in &diagnostic.fixes {
            writeln!(shown, "    fix  `{}`", fix.replacement).unwrap();
        }
    }
    show_plan(shown, &checked.plan);
}

fn show_plan(shown: &mut String, plan: &Plan) {
    for metric in &plan.metrics {
        let inferred = if metric.declared { "" } else { ", inferred" };
        writeln!(shown, "metric {}: {}{inferred}", metric.path, metric.ty).unwrap();
    }
    for target in &plan.targets {
        let by = target.by.map(|by| format!(" by {by}")).unwrap_or_default();
        writeln!(shown, "target {}: {}{by}", target.id, target.text).unwrap();
        if let Some(worth) = &target.worth {
            let form = worth.form.as_ref().map(|form| format!(" by {form}")).unwrap_or_default();
            writeln!(shown, "  {} points{form}, floor {}", worth.full, worth.floor).unwrap();
        }
        for one in &target.adjustments {
            writeln!(shown, "  {:?} {}", one.kind, one.text).unwrap();
        }
        if let Some(grade) = &target.veto {
            writeln!(shown, "  veto {grade}").unwrap();
        }
    }
}

fn apply(rules: &str, span: Span, replacement: &str) -> String {
    let range = span.range();
    let before = rules.get(..range.start).unwrap();
    let behind = rules.get(range.end..).unwrap();
    format!("{before}{replacement}{behind}")
}

fn cases() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}
