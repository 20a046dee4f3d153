//! A report as a batch.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use dabiao::{Report, TargetResult};

/// The results of a report, one a row, with what they rest on as texts: `target`, `entity`, `period`, `verdict`, `flags`,
/// `condition`, `observed`, `required`, `margin` and `source`. Several flags or sources are parted by a comma.
///
/// # Errors
/// Where Arrow refuses the batch.
///
/// ```
/// let plan = dabiao::Plan::parse("market.pass_rate >= 90%")?;
/// let mut metrics = plan.metrics();
/// metrics.set("market.pass_rate", "91.2%")?;
/// let report = plan.evaluate(&metrics).as_of("2011-12-31").run()?;
/// let batch = dabiao_arrow::report(&report)?;
/// assert_eq!((batch.num_rows(), batch.num_columns()), (1, 10));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn report(report: &Report) -> Result<RecordBatch, ArrowError> {
    let column = |text: fn(&TargetResult) -> Option<String>| -> ArrayRef {
        Arc::new(report.results.iter().map(text).collect::<StringArray>())
    };
    RecordBatch::try_from_iter_with_nullable([
        ("target", column(|one| Some(one.target.clone())), false),
        ("entity", column(|one| one.entity.clone()), true),
        ("period", column(|one| one.period.clone()), true),
        ("verdict", column(|one| Some(one.verdict.as_str().to_string())), false),
        ("flags", column(|one| joined(one.flags.iter().map(|flag| flag.as_str().to_string()))), true),
        ("condition", column(|one| Some(one.condition.clone())), false),
        ("observed", column(|one| one.observed.as_ref().map(ToString::to_string)), true),
        ("required", column(|one| one.required.as_ref().map(ToString::to_string)), true),
        ("margin", column(|one| one.margin.as_ref().map(ToString::to_string)), true),
        ("source", column(|one| joined(one.evidence.iter().filter_map(|value| value.source.clone()))), true),
    ])
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}
