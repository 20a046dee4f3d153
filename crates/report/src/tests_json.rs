//! How the tests of rules came out, as JSON.

use dabiao_model::{Diagnostic, Language};
use serde::Serialize;

use crate::diagnostics::in_order;
use crate::diagnostics_json::{Finding, findings};
use crate::json::pretty_json;

/// The name and version of the JSON form of tests.
pub const TESTS_FORMAT: &str = "dabiao.tests/1";

/// Every test with its title and its failures, in the order of the rules, as `dabiao.tests/1`: indented JSON with a line
/// break at its end. A test without a failure has passed.
///
/// Failures have the form of diagnostics. `docs/schema/tests-1.schema.json` describes the format.
///
/// ```
/// use dabiao_model::Language;
/// use dabiao_report::render_tests_json;
/// let json = render_tests_json([("at the line", &[][..])], Language::English);
/// let json: serde_json::Value = serde_json::from_str(&json)?;
/// assert_eq!(json["tests"][0]["title"], "at the line");
/// assert_eq!((json["tests"][0]["passed"].as_bool(), json["summary"]["passed"].as_u64()), (Some(true), Some(1)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn render_tests_json<'a>(
    tests: impl IntoIterator<Item = (&'a str, &'a [Diagnostic])>,
    language: Language,
) -> String {
    let tests: Vec<Outcome<'a>> = tests
        .into_iter()
        .map(|(title, failures)| Outcome {
            title,
            passed: failures.is_empty(),
            failures: findings(&in_order(failures), language),
        })
        .collect();
    let passed = tests.iter().filter(|test| test.passed).count();
    let summary = Counts { passed, failed: tests.len().saturating_sub(passed) };
    pretty_json(&Document { format: TESTS_FORMAT, tests, summary })
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    tests: Vec<Outcome<'a>>,
    summary: Counts,
}

#[derive(Serialize)]
struct Outcome<'a> {
    title: &'a str,
    passed: bool,
    failures: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Counts {
    passed: usize,
    failed: usize,
}
