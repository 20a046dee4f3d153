//! A report as JSON.

use dabiao_model::Report;

/// The report as `dabiao.report/1`: indented JSON with a line break at its end, keys and rows in a fixed order.
///
/// The same report gives the same bytes. Sentences in it are English, whatever language a person is shown.
/// `docs/schema/report-1.schema.json` describes the format.
///
/// # Errors
/// Where serialising fails, which a report in itself gives no cause for.
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
/// };
/// let json = dabiao_report::render_json(&report)?;
/// assert!(json.starts_with("{\n  \"format\": \"dabiao.report/1\","));
/// assert!(json.ends_with("}\n"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn render_json(report: &Report) -> Result<String, serde_json::Error> {
    let mut json = serde_json::to_string_pretty(report)?;
    json.push('\n');
    Ok(json)
}
