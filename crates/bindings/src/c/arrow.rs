//! Arrow's C stream interface: frames in, results and verdicts out.

use std::ffi::c_char;

use arrow_array::ffi_stream::{ArrowArrayStreamReader, FFI_ArrowArrayStream};

use dabiao::Wording;

use super::border::{borrowed, changed, done, text};
use super::error::DabiaoError;
use super::metrics::DabiaoMetrics;
use super::plan::DabiaoPlan;
use super::report::DabiaoReport;
use crate::stream;
use crate::{Fault, Question, Verdicts};

/// Adds the values of a wide frame: columns `entity` and `period`, and one for each metric, of decimals, integers, texts,
/// yes/no or days. Floats are refused. Evidence and faults call the frame by its name. The stream is used up, and released
/// whatever the answer. Where it answers false, the table is not one to judge.
///
/// # Safety
/// `metrics` was not freed, and nobody else uses it meanwhile; `stream` is NULL or a valid stream by Arrow's C stream
/// interface that is not used again; `name` is NULL or has so many bytes; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_metrics_fill_arrow(
    metrics: *mut DabiaoMetrics,
    name: *const c_char,
    name_length: usize,
    stream: *mut FFI_ArrowArrayStream,
    error: *mut *mut DabiaoError,
) -> bool {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        done(error, || {
            if stream.is_null() {
                return Err(absent());
            }
            let reader = ArrowArrayStreamReader::from_raw(stream).map_err(|one| Fault::arrow(&one))?;
            let name = text(name, name_length, "name")?;
            let metrics = changed(metrics, "metrics")?;
            stream::fill(metrics.0.facade_mut(), name, &[], stream::batches(reader)?)
        })
    }
}

/// The results of a report as a stream of one batch: `target`, `entity`, `period`, `verdict`, `flags`, `condition`,
/// `observed`, `required`, `margin`, `source`. The caller releases the stream; it does not need the report any more.
///
/// # Safety
/// `report` is a report that was not freed; `stream` may be written to; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_report_arrow(
    report: *const DabiaoReport,
    stream: *mut FFI_ArrowArrayStream,
    error: *mut *mut DabiaoError,
) -> bool {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        done(error, || {
            let batch = stream::of_report(borrowed(report, "report")?.0.facade())?;
            write(stream, stream::of(batch))
        })
    }
}

/// Judges every target for every entity without evidence, in so many threads, as a stream of one batch: `entity`, `period`,
/// and a column of verdicts for each target. The caller releases the stream; `summary` may be NULL.
///
/// # Safety
/// `plan` and `metrics` were not freed, and nobody changes the metrics meanwhile; `question` is NULL or has so many bytes;
/// `stream` may be written to; `summary` and `error` are NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_plan_judge_arrow(
    plan: *const DabiaoPlan,
    metrics: *const DabiaoMetrics,
    question: *const c_char,
    question_length: usize,
    threads: usize,
    stream: *mut FFI_ArrowArrayStream,
    summary: *mut super::report::DabiaoSummary,
    error: *mut *mut DabiaoError,
) -> bool {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        done(error, || {
            let (plan, metrics) = (borrowed(plan, "plan")?, borrowed(metrics, "metrics")?);
            let question = Question::parse(text(question, question_length, "question")?)?;
            let verdicts = Verdicts::judge(&plan.0, &metrics.0, &question, threads)?;
            if !summary.is_null() {
                summary.write(verdicts.summary().into());
            }
            write(stream, stream::of(verdicts.batch().clone()))
        })
    }
}

/// # Safety
/// `place` is null or may be written to.
unsafe fn write(place: *mut FFI_ArrowArrayStream, stream: FFI_ArrowArrayStream) -> Result<(), Fault> {
    if place.is_null() {
        return Err(absent());
    }
    // SAFETY: the caller's promise. What stood there is not released: it is the caller's room for the answer.
    unsafe { place.write(stream) };
    Ok(())
}

fn absent() -> Fault {
    Fault::argument("stream", "NULL", Wording::word("wanted-handle"))
}
