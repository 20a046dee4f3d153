//! A plan says the same in English and in Chinese.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once")]

use std::fs;
use std::path::{Path, PathBuf};

use dabiao::{Code, Language, Loaded, Source, load};
use dabiao_format::{Options, format_source};

const ENGLISH: &str = "rules/quality-2011";
const CHINESE: &str = "rules/quality-2011-zh";

/// What the Chinese plan says and the English one does not.
const LANGUAGE: &str = "  语言：zh\n";

#[test]
fn the_shipped_plans_are_one_plan() {
    let plans = [ENGLISH, CHINESE].map(|folder| meaning(&load(&[root().join(folder)], Vec::new())));
    let [english, chinese] = &plans;
    assert!(english.len() > 300, "targets, metrics and terms: {}", english.len());
    assert_same(english, chinese);
}

#[test]
fn the_chinese_plan_is_made_from_the_english_one() {
    let mut languages = 0;
    for (name, text) in files(&root().join(ENGLISH)) {
        let made = formatted(&name, &text, Language::Chinese);
        let shipped = fs::read_to_string(root().join(CHINESE).join(&name)).unwrap();
        languages += shipped.matches(LANGUAGE).count();
        assert_eq!(shipped.replace(LANGUAGE, ""), made, "`dabiao fmt --to zh` makes {name} anew");
    }
    assert_eq!(languages, 1, "the plan names its language");
    assert_eq!(files(&root().join(ENGLISH)).len(), files(&root().join(CHINESE)).len());
}

/// Every plan of the repository, in the other language and back.
#[test]
fn every_plan_keeps_its_meaning() {
    let mut plans = 0;
    for parent in ["rules", "examples"] {
        for folder in folders(&root().join(parent)) {
            if files(&folder).is_empty() {
                continue;
            }
            let original = meaning(&load(&[&folder], Vec::new()));
            for language in Language::ALL {
                let copy = tempfile::tempdir().unwrap();
                for (name, text) in files(&folder) {
                    fs::write(copy.path().join(&name), formatted(&name, &text, language)).unwrap();
                }
                assert_same(&original, &meaning(&load(&[copy.path()], Vec::new())));
            }
            plans += 1;
        }
    }
    assert!(plans >= 3, "{plans} plans");
}

/// Behind each English example of the reference stands what `dabiao fmt --to zh` makes of it, and it means the same.
/// With `DABIAO_BLESS` in the environment the page is written anew.
#[test]
fn the_reference_shows_both_surfaces() {
    let page = root().join("docs/language.md");
    let text = fs::read_to_string(&page).unwrap();
    let mut made = String::new();
    let mut examples = 0;
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once("```dabiao\n") {
        let (english, behind) = behind.split_once("```\n").unwrap();
        let chinese = formatted("docs/language.md", english, Language::Chinese);
        let [left, right] =
            [english, &chinese].map(|text| meaning(&load::<&str>(&[], vec![Source::new("a.dabiao", text)])));
        assert_same(&left, &right);
        made += &format!("{before}```dabiao\n{english}```\n\n```dabiao zh\n{chinese}```\n");
        rest = match behind.strip_prefix("\n```dabiao zh\n") {
            Some(shown) => shown.split_once("```\n").unwrap().1,
            None => behind,
        };
        examples += 1;
    }
    made += rest;
    assert!(examples >= 15, "{examples} examples");
    if std::env::var_os("DABIAO_BLESS").is_some() {
        fs::write(&page, made).unwrap();
    } else {
        assert!(made == text, "docs/language.md shows other Chinese than the formatter writes: DABIAO_BLESS");
    }
}

#[test]
fn another_meaning_is_seen() {
    let plan = |text: &str| meaning(&load::<&str>(&[], vec![Source::new("a.dabiao", text)]));
    let english = plan("target a.b falls by at least 20% since 2005\n  cite: \"1\"");
    assert_same(&english, &plan("目标 a.b 较2005年下降至少20％\n  依据：「1」"));
    for other in [
        "目标 a.b 较2005年下降超过20％\n依据：「1」",
        "目标 a.b 较2006年下降至少20％\n依据：「1」",
        "目标 a.b 较2005年下降至少20％\n依据：「2」",
    ] {
        assert_ne!(english, plan(other), "{other}");
    }
}

/// Everything that a checked plan is made of, without places in the text and without the text itself.
fn meaning(loaded: &Loaded) -> Vec<String> {
    let Some(plan) = &loaded.plan else { panic!("{:#?}", loaded.diagnostics) };
    let plan = plan.checked();
    let whole = (&plan.id, &plan.titles, &plan.document, plan.period, &plan.units);
    let mut parts = vec![format!("{whole:?}")];
    parts.extend(plan.scales.iter().map(|one| format!("{one:?}")));
    parts.extend(plan.organisations.iter().map(|one| format!("{one:?}")));
    parts.extend(plan.assumptions.iter().map(|one| format!("{one:?}")));
    parts.extend(plan.sections.iter().map(|one| format!("{one:?}")));
    for metric in &plan.metrics {
        let mut metric = metric.clone();
        // A question put to a table has its text for a name.
        if metric.query.is_some() && !metric.declared {
            metric.path.clear();
        }
        parts.push(format!("{metric:?}"));
    }
    parts.extend(plan.unmeasured.iter().map(|one| format!("{one:?}")));
    parts.push(format!("{:?}", plan.scoring));
    parts.extend(plan.tests.iter().map(|one| format!("{one:?}")));
    parts.extend(plan.terms.iter().map(|one| format!("{one:?}")));
    for target in &plan.targets {
        let mut target = target.clone();
        target.text.clear();
        if let Some(worth) = &mut target.worth {
            worth.form = None;
        }
        parts.push(format!("{target:?}"));
    }
    let warnings: Vec<Code> = loaded.diagnostics.iter().map(|found| found.code).collect();
    parts.push(format!("{warnings:?}"));
    parts.iter().map(|part| without_texts(&without_places(part))).collect()
}

/// The text without its `At { source: …, span: Span { … } }`.
fn without_places(text: &str) -> String {
    let mut parts = text.split("At { ");
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |text, part| text + "here" + part.split_once(" } }").unwrap().1)
}

/// The text without what was written, `text: "得分 ≥ 80"`.
fn without_texts(text: &str) -> String {
    let mut parts = text.split(" text: \"");
    let first = parts.next().unwrap_or_default().to_string();
    let behind = |part: &str| part.replace("\\\"", "").split_once('"').unwrap().1.to_string();
    parts.fold(first, |text, part| text + " text" + &behind(part))
}

fn assert_same(left: &[String], right: &[String]) {
    for (left, right) in left.iter().zip(right) {
        assert_eq!(left, right);
    }
    assert_eq!(left.len(), right.len());
}

fn formatted(name: &str, text: &str, to: Language) -> String {
    let source = Source::new(name, text);
    format_source(source, &Options { to: Some(to) }).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// The folders in a folder, at whatever depth.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.is_dir())
        .flat_map(|path| [vec![path.clone()], folders(&path)].concat())
        .collect()
}

/// The rule files of a folder with their texts, by name.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "dabiao"));
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
