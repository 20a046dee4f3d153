//! A report as JSON.

use std::io::{self, Write};

use dabiao_model::{Comparison, DiffReport, Explanation, Report, WhatIfReport};
use serde::Serialize;

/// The report as `dabiao.report/1`: indented JSON with a line break at its end, keys and rows in a fixed order.
///
/// The same report gives the same bytes. Sentences in it are English, whatever language a person is shown.
/// `docs/schema/report-1.schema.json` describes the format.
///
/// ```
/// use dabiao_model::{PlanInfo, Report, Summary};
/// let report = Report {
///     format: Report::FORMAT,
///     plan: PlanInfo { id: None, title: None, rules_digest: "sha256:0".to_string() },
///     as_of: "2011-12-31".to_string(),
///     assumptions: vec![],
///     results: vec![],
///     score: None,
///     summary: Summary::default(),
///     organisations: Default::default(),
///     entities: Default::default(),
/// };
/// let json = dabiao_report::render_json(&report);
/// assert!(json.starts_with("{\n  \"format\": \"dabiao.report/1\","));
/// assert!(json.ends_with("}\n"));
/// ```
#[must_use]
pub fn render_json(report: &Report) -> String {
    pretty_json(report)
}

/// The same, written as it is made, so that a report of any size needs no second copy in memory.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_json(report: &Report, mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, report)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// What a change would do, as `dabiao.what_if/1`; `docs/schema/what-if-1.schema.json` describes the format.
#[must_use]
pub fn render_what_if_json(report: &WhatIfReport) -> String {
    pretty_json(report)
}

/// What a new version of a plan changes, as `dabiao.diff/1`; `docs/schema/diff-1.schema.json` describes the format.
#[must_use]
pub fn render_diff_json(report: &DiffReport) -> String {
    pretty_json(report)
}

/// One target's verdicts step by step, as `dabiao.explain/1`; `docs/schema/explain-1.schema.json` describes the format.
#[must_use]
pub fn render_explained_json(explanation: &Explanation) -> String {
    pretty_json(explanation)
}

/// What has moved between two reports, as `dabiao.comparison/1`; `docs/schema/comparison-1.schema.json` describes the
/// format.
#[must_use]
pub fn render_comparison_json(comparison: &Comparison) -> String {
    pretty_json(comparison)
}

/// A report that was written as JSON, read again. Its texts are those that were written, whoever reads them then.
///
/// # Errors
/// Where the text is no `dabiao.report/1`.
///
/// ```
/// assert!(dabiao_report::read_json("{\"format\": \"dabiao.report/2\"}").is_err());
/// ```
pub fn read_json(text: &str) -> Result<Report, serde_json::Error> {
    serde_json::from_str(text)
}

/// Any of dabiao's documents as indented JSON with a line break at its end.
///
/// ```
/// assert_eq!(dabiao_report::pretty_json(&["a"]), "[\n  \"a\"\n]\n");
/// ```
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "writing to memory cannot fail, and every key of our documents is a string"
)]
pub fn pretty_json<T: Serialize + ?Sized>(document: &T) -> String {
    let mut json = serde_json::to_string_pretty(document).expect("documents have string keys");
    json.push('\n');
    json
}
