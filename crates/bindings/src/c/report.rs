//! Reports.

use std::ffi::c_char;

use super::border::{borrowed, free, handle, language, text};
use super::error::DabiaoError;
use super::text::DabiaoText;
use crate::Form;

/// The answers for a whole plan. It never changes: any number of threads may use it at once.
pub struct DabiaoReport(pub(super) crate::Report);

/// How many results bear which verdict.
#[repr(C)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the count of the verdict of its name")]
pub struct DabiaoSummary {
    pub met: u64,
    pub missed: u64,
    pub pending: u64,
    pub unknown: u64,
    pub uncertain: u64,
    pub not_applicable: u64,
    pub error: u64,
}

impl From<&dabiao::Summary> for DabiaoSummary {
    fn from(counts: &dabiao::Summary) -> DabiaoSummary {
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        DabiaoSummary {
            met: count(counts.met),
            missed: count(counts.missed),
            pending: count(counts.pending),
            unknown: count(counts.unknown),
            uncertain: count(counts.uncertain),
            not_applicable: count(counts.not_applicable),
            error: count(counts.error),
        }
    }
}

/// How many results bear which verdict. NULL gives zeros.
///
/// # Safety
/// `report` is NULL or a report that was not freed; `summary` may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_report_summary(report: *const DabiaoReport, summary: *mut DabiaoSummary) {
    // SAFETY: the caller's promises; null is looked for.
    unsafe {
        let counts =
            report.as_ref().map(|report| DabiaoSummary::from(report.0.summary())).unwrap_or_default();
        if !summary.is_null() {
            summary.write(counts);
        }
    }
}

/// The first verdict for a target, in the report's order: `met`, `missed`, `pending`, `unknown`, `uncertain`,
/// `not_applicable` or `error`. The caller frees the text. NULL without an error where the report has no such target.
///
/// # Safety
/// `report` is a report that was not freed; `target` is NULL or has so many bytes; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_report_verdict(
    report: *const DabiaoReport,
    target: *const c_char,
    target_length: usize,
    error: *mut *mut DabiaoError,
) -> *mut DabiaoText {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        let mut found = None;
        let is_done = super::border::done(error, || {
            found = borrowed(report, "report")?.0.verdict(text(target, target_length, "target")?);
            Ok(())
        });
        match found.filter(|_| is_done) {
            Some(verdict) => Box::into_raw(Box::new(DabiaoText::new(verdict.to_string()))),
            None => std::ptr::null_mut(),
        }
    }
}

/// The report in a form, `json` (`dabiao.report/1`) or `text`, in a language, `en` or `zh`, or NULL for English. The caller
/// frees the text.
///
/// # Safety
/// `report` is a report that was not freed; `form` and `tag` are NULL or have so many bytes; `error` is NULL or may be
/// written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_report_render(
    report: *const DabiaoReport,
    form: *const c_char,
    form_length: usize,
    tag: *const c_char,
    tag_length: usize,
    error: *mut *mut DabiaoError,
) -> *mut DabiaoText {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        handle(error, || {
            let form = Form::parse(text(form, form_length, "form")?)?;
            Ok(DabiaoText::new(borrowed(report, "report")?.0.render(form, language(tag, tag_length)?)))
        })
    }
}

/// Frees a report. NULL does nothing.
///
/// # Safety
/// `report` is NULL or a report that was not freed, and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_report_free(report: *mut DabiaoReport) {
    // SAFETY: the caller's promise is handed on.
    unsafe { free(report) };
}
