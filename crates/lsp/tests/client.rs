//! A client in memory on the shipped plan.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "a test may stop at once"
)]

mod editor;

use editor::{Editor, shipped, uri};
use serde_json::{Value, json};

#[test]
fn the_shipped_plan_has_no_fault_and_a_new_one_comes_with_its_fix() {
    let (folder, text) = shipped("quality-2011", "01-management.dabiao");
    let mut editor = Editor::start(json!({ "locale": "en" }));
    let file = folder.path().join("01-management.dabiao");
    editor.open(&file, &text);
    assert_eq!(editor.faults(&file), json!([]));
    let (line, column) = editor.find("target standards.coverage_rate >= 96", 0);
    let column = column + "target standards.coverage_rate >= 96".len() as u64;
    editor.replace(&file, (line, column), (line, column + 1), "");
    let faults = editor.faults(&file);
    assert_eq!((faults.as_array().unwrap().len(), &faults[0]["code"]), (1, &json!("E0301")), "{faults}");
    let range = faults[0]["range"].clone();
    let actions = editor.ask(
        "textDocument/codeAction",
        &file,
        json!({ "range": range, "context": { "diagnostics": [] } }),
    );
    let edit = &actions[0]["edit"]["changes"][uri(&file)][0];
    assert_eq!(edit["newText"], json!("96%"), "{actions}");
    editor.replace(&file, (line, column), (line, column), "%");
    assert_eq!(editor.faults(&file), json!([]));
    editor.stop();
}

/// Names, their meaning and their places, over the files of a plan.
#[test]
fn names_are_known_across_files() {
    let (folder, text) = shipped("quality-2011", "01-management.dabiao");
    let mut editor = Editor::start(json!({ "locale": "zh-cn" }));
    let file = folder.path().join("01-management.dabiao");
    editor.open(&file, &text);
    let at = |editor: &Editor, words: &str, skip: usize| {
        let (line, column) = editor.find(words, skip);
        json!({ "position": { "line": line, "character": column } })
    };
    let owner = at(&editor, "owner: quality_supervision", "owner: ".len());
    let hover = editor.ask("textDocument/hover", &file, owner.clone());
    assert!(hover["contents"]["value"].as_str().unwrap().contains("质监分局"), "{hover}");
    let declared = editor.ask("textDocument/definition", &file, owner.clone());
    assert!(declared[0]["uri"].as_str().unwrap().ends_with("00-plan.dabiao"), "{declared}");
    let mut renaming = owner;
    renaming["newName"] = json!("quality_branch");
    let edit = editor.ask("textDocument/rename", &file, renaming.clone());
    assert!(edit["changes"].as_object().unwrap().len() > 1, "{edit}");
    renaming["newName"] = json!("construction");
    let refusal = editor.refusal("textDocument/rename", &file, renaming);
    assert!(refusal.contains("已被使用"), "{refusal}");
    let completion = at(&editor, "owner: quality_supervision", "owner: qua".len());
    let found = editor.ask("textDocument/completion", &file, completion);
    let labels: Vec<&Value> = found.as_array().unwrap().iter().map(|one| &one["label"]).collect();
    assert!(labels.contains(&&json!("quality_supervision")), "{found}");
    for (method, more) in [
        ("textDocument/documentSymbol", json!({})),
        ("textDocument/foldingRange", json!({})),
        ("textDocument/semanticTokens/full", json!({})),
        (
            "textDocument/inlayHint",
            json!({ "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 9999, "character": 0 } } }),
        ),
    ] {
        let answer = editor.ask(method, &file, more);
        assert!(answer.to_string().len() > 500, "{method}: {answer}");
    }
    let symbols = editor.ask("workspace/symbol", &file, json!({ "query": "质监" }));
    assert_eq!(symbols[0]["name"], json!("quality_supervision"), "{symbols}");
    assert_eq!(
        editor.ask(
            "textDocument/formatting",
            &file,
            json!({ "options": { "tabSize": 2, "insertSpaces": true } })
        ),
        json!([])
    );
    editor.stop();
}

/// Ten thousand edits, in bursts as a fast writer or a script makes them: the server lives, and after each burst its faults
/// are those of rules that are read from nothing.
#[test]
fn ten_thousand_edits_leave_no_stale_fault() {
    let (folder, text) = shipped("quality-2011-zh", "02-service.dabiao");
    let mut editor = Editor::start(json!({ "locale": "en" }));
    let file = folder.path().join("02-service.dabiao");
    editor.open(&file, &text);
    let mut dice = 0x2011_u64;
    let mut roll = |sides: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(dice >> 33).unwrap() % sides.max(1)
    };
    let pieces = [
        "9",
        "%",
        "\n",
        "目标",
        "「",
        "」",
        " ",
        "：",
        "x.y",
        ">=",
        "𠀀",
        "\"",
        "# ",
        "(",
        "\n  期限：2011年",
    ];
    let mut bursts = 0;
    let mut edits = 0;
    while edits < 10_000 {
        for _ in 0..100 {
            let chars = editor.text().chars().count();
            // Every so often the text is as it was, so that edits go on in rules that can be read.
            if roll(40) == 0 {
                editor.replace_all(&file, &text);
            } else {
                let start = roll(chars + 1);
                let length = roll(4).min(chars - start);
                let piece = pieces[roll(pieces.len())];
                editor.replace_chars(&file, start, length, if roll(3) == 0 { "" } else { piece });
            }
            edits += 1;
        }
        bursts += 1;
        let shown = editor.faults(&file);
        std::fs::write(&file, editor.text()).unwrap();
        let fresh = dabiao::load(&[folder.path()], Vec::new());
        let mut wanted: Vec<String> = fresh
            .diagnostics
            .iter()
            .filter(|one| matches!(&one.place, dabiao::Place::Text { source, .. } if source.name().ends_with("02-service.dabiao")))
            .map(ToString::to_string)
            .map(|line| line.split(": ").nth(1).unwrap().to_string())
            .collect();
        let codes = shown.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_string());
        let mut codes: Vec<String> = codes.collect();
        wanted.sort();
        wanted.dedup();
        codes.sort();
        codes.dedup();
        assert_eq!(codes, wanted, "after {edits} edits");
    }
    assert_eq!(bursts, 100);
    editor.stop();
}
