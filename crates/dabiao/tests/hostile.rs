//! Rules and data that ask for too much end in a plan or in diagnostics, never in a panic, a hang or an overflow.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use dabiao::{Loaded, Source, load};
use proptest::prelude::*;

/// Loads a rule on the stack that a thread has by default, and evaluates it where it is usable.
fn survives(text: String) -> Vec<&'static str> {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let run = move || {
        let Loaded { plan, diagnostics, .. } = load::<&str>(&[], vec![Source::new("a", text)]);
        if let Some(plan) = plan {
            let metrics = plan.metrics();
            let _ = plan.evaluate(&metrics).as_of("2011-12-31").run();
        }
        let mut codes: Vec<_> = diagnostics.iter().map(|found| found.code.as_str()).collect();
        codes.dedup();
        codes
    };
    thread.spawn(run).unwrap().join().unwrap()
}

#[test]
fn long_lines_are_refused() {
    for part in ["a", "7", "(", "\"", "目", "\u{301}", "a.a.", "not ", "- ", "「", "。", "\u{200B}", "if "]
    {
        let text = part.repeat((5 << 18) / part.len());
        assert!(!survives(text).is_empty(), "{part}");
    }
    assert_eq!(survives("a".repeat(50 << 20)), ["E0404"]);
}

#[test]
fn brackets_are_counted_before_they_are_read() {
    for (open, close) in [("(", ")"), ("（", "）")] {
        let text = format!("a >= {}1{}", open.repeat(10_000), close.repeat(10_000));
        assert_eq!(survives(text), ["E0402"]);
    }
}

#[test]
fn extremes_of_numbers_and_periods() {
    for text in [
        format!("a >= {}", "9".repeat(1_000_000)),
        format!("a >= 0.{}1", "0".repeat(500_000)),
        "a >= 1e400".to_string(),
        "a >= 5\nby: 9999-12-31".to_string(),
        "a >= 5\nby: 0000-01-01".to_string(),
        "average of a over last 4000000000 years >= 5".to_string(),
        "average of a over last 999999999 months >= 5".to_string(),
        "average of a over last 99999999999999999999 months >= 5".to_string(),
        "plan p\nperiod: 0001..9999\ntarget a falls every day".to_string(),
        "plan p\nperiod: 0001..9999\ntarget a >= 5\neach: day".to_string(),
    ] {
        survives(text);
    }
}

#[test]
fn many_of_everything() {
    let row = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
    for text in [
        "\n".repeat(1_000_000),
        format!("target a >= 5\n{}", "owner: b\n".repeat(10_000)),
        "target a >= 5\n".repeat(20_000),
        format!("scale s: l0{}", row(50_000, &|n| format!(" < l{}", n.saturating_add(1)))),
        format!("a >= 5 {}", "m*".repeat(5_000)),
        format!("target a{} >= 5", " and a".repeat(10_000)),
        format!("unit u0\n{}", row(500, &|n| format!("unit u{} = 1000 u{n}\n", n.saturating_add(1)))),
        format!("assume a0 = 999999\nbecause: \"x\"\ntarget x >= a0{}", " * a0".repeat(200)),
    ] {
        survives(text);
    }
}

/// The lines of the grammar's corpus, right and wrong ones.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../grammar/corpus");
    let files = ["ok", "err"].into_iter().flat_map(|folder| fs::read_dir(corpus.join(folder)).unwrap());
    let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    texts.flat_map(|text| text.lines().map(str::to_string).collect::<Vec<_>>()).collect()
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Lines in any order end in a plan, which is judged and tested, or in diagnostics.
    #[test]
    fn mixed_lines_survive(lines in prop::collection::vec(prop::sample::select(LINES.as_slice()), 1..24)) {
        let text = lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        let Loaded { plan, diagnostics, .. } = load::<&str>(&[], vec![Source::new("a", text)]);
        prop_assert_eq!(plan.is_some(), !diagnostics.iter().any(dabiao::Diagnostic::is_error));
        if let Some(plan) = plan {
            let _ = plan.run_tests();
            let metrics = plan.metrics();
            let _ = plan.evaluate(&metrics).as_of("2011-12-31").run();
            let _ = plan.evaluate(&metrics).as_of("2011-12-31").verdicts();
        }
    }
}
