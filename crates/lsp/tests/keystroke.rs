//! How long diagnostics take after a keystroke in a large plan.
#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "a test may stop at once"
)]

mod editor;

use std::fmt::Write;
use std::fs;
use std::time::Instant;

use editor::Editor;
use serde_json::json;

/// Run with `--release -- --ignored --nocapture`; the bound is what people call at once, in a release build.
#[test]
#[ignore = "a measurement"]
fn diagnostics_of_four_thousand_targets_come_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut last = String::new();
    for file in 0..10 {
        let mut text = String::new();
        for target in 0..400 {
            writeln!(
                text,
                "metric sector{file}.rate{target} \"第{file}类合格率{target}\"\n  type: percent in 0%..100%\n"
            )
            .unwrap();
            writeln!(text, "target sector{file}.rate{target} >= {}%\n  by: end of 2011\n", 50 + target % 50)
                .unwrap();
        }
        fs::write(folder.path().join(format!("{file:02}.dabiao")), &text).unwrap();
        last = text;
    }
    let mut editor = Editor::start(json!({ "locale": "zh" }));
    let file = folder.path().join("09.dabiao");
    editor.open(&file, &last);
    assert_eq!(editor.faults(&file), json!([]));
    let (line, column) = editor.find("target sector9.rate200 >= 5", "target sector9.rate200 >= 5".len());
    let mut times = Vec::new();
    for round in 0..200 {
        let begun = Instant::now();
        if round % 2 == 0 {
            editor.replace(&file, (line, column), (line, column), "1");
        } else {
            editor.replace(&file, (line, column), (line, column + 1), "");
        }
        let faults = editor.faults(&file);
        times.push(begun.elapsed());
        assert_eq!(faults.as_array().unwrap().is_empty(), round % 2 == 1, "{faults}");
    }
    times.sort();
    println!("p50 {:?}, p99 {:?}", times[times.len() / 2], times[times.len() * 99 / 100]);
    editor.stop();
}
