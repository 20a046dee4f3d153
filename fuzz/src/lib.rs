//! What each fuzz target does with its bytes. None of it may panic, and what is said of each has to hold.
//!
//! The fuzzer calls these; so does a test over the inputs that are kept in `corpus`, which needs no fuzzer.

mod border;
mod messages;

pub use border::border;
pub use messages::messages;

use dabiao::{Language, Plan, render_text};
use dabiao_data::{Format, Limits};
use dabiao_format::{Options, format};
use dabiao_model::Source;
use dabiao_oracle::{disagreement, scenario};
use dabiao_syntax::parse as parse_rules;

/// A target by its name.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 8] = [
    ("parse", parse),
    ("evaluate", evaluate),
    ("format", format_twice),
    ("csv", csv),
    ("json", json),
    ("border", border),
    ("messages", messages),
    ("oracle", oracle),
];

/// Parts a text from the data behind it.
pub(crate) const PART: &str = "\n====\n";

/// Rules are read, and every fault points into their text.
pub fn parse(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let tree = parse_rules(Source::new("fuzz", text));
    for fault in &tree.diagnostics {
        for language in [Language::English, Language::Chinese] {
            let _ = fault.message(language);
        }
    }
    let _ = dabiao::render_diagnostics_json(&tree.diagnostics, Language::Chinese);
}

/// Rules are read and checked, and judged on the data behind them; every form of the report is written.
pub fn evaluate(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (rules, data) = text.split_once(PART).unwrap_or((text, "{}"));
    let Ok(plan) = Plan::parse(rules) else { return };
    let mut metrics = plan.metrics();
    if metrics.fill_json(data).is_err() {
        metrics = plan.metrics();
    }
    let ask = || plan.evaluate(&metrics).as_of("2011-12-31");
    let (Ok(report), Ok(judged)) = (ask().history().run(), ask().verdicts()) else { return };
    let told: Vec<_> = report.results.iter().map(|one| one.verdict).collect();
    let bare: Vec<_> = judged.iter().map(|one| one.verdict).collect();
    assert_eq!(told, bare, "report and bare verdicts differ");
    let _ = render_text(&report, Language::Chinese, dabiao::Style::default());
    for target in report.results.iter().take(4) {
        let _ = ask().explain(&target.target);
    }
    let _ = plan.run_tests();
}

/// The canonical text of rules is canonical, in both languages.
pub fn format_twice(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let tree = parse_rules(Source::new("fuzz", text));
    for to in [None, Some(Language::English), Some(Language::Chinese)] {
        let options = Options { to };
        let Ok(once) = format(&tree, &options) else { continue };
        let again = format(&parse_rules(Source::new("fuzz", once.as_str())), &options);
        assert_eq!(again.ok().as_deref(), Some(once.as_str()), "formatting goes on");
    }
}

/// A CSV file is read.
pub fn csv(bytes: &[u8]) {
    read(bytes, Format::Csv);
}

/// A JSON file is read.
pub fn json(bytes: &[u8]) {
    read(bytes, Format::Json);
}

fn read(bytes: &[u8], format: Format) {
    let limits = Limits { bytes: 1 << 16, ..Limits::default() };
    let _ = dabiao_data::read_bytes("fuzz", bytes, format, &limits);
    let _ = dabiao_data::read_sheet_bytes("fuzz", bytes, format, &limits);
}

/// dabiao and the oracle agree on the plan that the bytes choose.
pub fn oracle(bytes: &[u8]) {
    let Some(scenario) = scenario(bytes) else { return };
    if let Err(what) = disagreement(&scenario, None) {
        panic!("{}\n{}\n{what}", scenario.rules(), scenario.shown_data());
    }
}
