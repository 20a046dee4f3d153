//! Plans.

use std::ffi::c_char;

use super::border::{borrowed, free, handle, language, text};
use super::error::DabiaoError;
use super::metrics::DabiaoMetrics;
use super::report::DabiaoReport;
use super::text::DabiaoText;
use crate::Question;

/// A checked and compiled plan. It never changes: any number of threads may use it at once.
pub struct DabiaoPlan(pub(super) crate::Plan);

/// The version of the library, as a text that ends in a zero byte and is never freed.
#[unsafe(no_mangle)]
pub extern "C" fn dabiao_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// Everything that is to be said of rules, errors and warnings, as `dabiao.diagnostics/1` in a language: `en` or `zh`, or
/// NULL for English. The caller frees the text.
///
/// # Safety
/// `rules` and `tag` are NULL or have so many bytes; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_check(
    rules: *const c_char,
    rules_length: usize,
    tag: *const c_char,
    tag_length: usize,
    error: *mut *mut DabiaoError,
) -> *mut DabiaoText {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        handle(error, || {
            Ok(DabiaoText::new(crate::check(text(rules, rules_length, "rules")?, language(tag, tag_length)?)))
        })
    }
}

/// Reads rules from a text. The caller frees the plan; NULL is told with an error of the kind `DABIAO_ERROR_RULES`.
///
/// # Safety
/// `rules` is NULL or has so many bytes; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_plan_parse(
    rules: *const c_char,
    rules_length: usize,
    error: *mut *mut DabiaoError,
) -> *mut DabiaoPlan {
    // SAFETY: the caller's promises are handed on.
    unsafe { handle(error, || Ok(DabiaoPlan(crate::Plan::parse(text(rules, rules_length, "rules")?)?))) }
}

/// Loads a rule file, or a folder of rule files, by its path in UTF-8. The caller frees the plan; NULL is told with an
/// error.
///
/// # Safety
/// `path` is NULL or has so many bytes; `error` is NULL or may be written to.
#[cfg(feature = "c")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_plan_load(
    path: *const c_char,
    path_length: usize,
    error: *mut *mut DabiaoError,
) -> *mut DabiaoPlan {
    // SAFETY: the caller's promises are handed on.
    unsafe { handle(error, || Ok(DabiaoPlan(crate::Plan::load(text(path, path_length, "path")?)?))) }
}

/// What is to be said of rules that can be used, as `dabiao.diagnostics/1` in a language: `en` or `zh`, or NULL for
/// English. The caller frees the text.
///
/// # Safety
/// `plan` is a plan that was not freed; `tag` is NULL or has so many bytes; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_plan_warnings(
    plan: *const DabiaoPlan,
    tag: *const c_char,
    tag_length: usize,
    error: *mut *mut DabiaoError,
) -> *mut DabiaoText {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        handle(error, || {
            Ok(DabiaoText::new(borrowed(plan, "plan")?.0.warnings_json(language(tag, tag_length)?)))
        })
    }
}

/// What the plan asks for, as `dabiao.targets/1`. The caller frees the text.
///
/// # Safety
/// `plan` is a plan that was not freed; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_plan_targets(
    plan: *const DabiaoPlan,
    error: *mut *mut DabiaoError,
) -> *mut DabiaoText {
    // SAFETY: the caller's promises are handed on.
    unsafe { handle(error, || Ok(DabiaoText::new(borrowed(plan, "plan")?.0.targets_json()))) }
}

/// Judges every target of a plan on metrics that were made for it. The question is a JSON object with `as_of` and, where
/// they are wanted, `period`, `entity` and `assume`: `{"as_of": "2011-12-31", "assume": {"least": "20%"}}`. The caller
/// frees the report.
///
/// # Safety
/// `plan` and `metrics` were not freed, and nobody changes the metrics meanwhile; `question` is NULL or has so many bytes;
/// `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_plan_evaluate(
    plan: *const DabiaoPlan,
    metrics: *const DabiaoMetrics,
    question: *const c_char,
    question_length: usize,
    error: *mut *mut DabiaoError,
) -> *mut DabiaoReport {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        handle(error, || {
            let (plan, metrics) = (borrowed(plan, "plan")?, borrowed(metrics, "metrics")?);
            let question = Question::parse(text(question, question_length, "question")?)?;
            Ok(DabiaoReport(plan.0.evaluate(&metrics.0, &question)?))
        })
    }
}

/// Frees a plan. Metrics and reports that came from it stay valid. NULL does nothing.
///
/// # Safety
/// `plan` is NULL or a plan that was not freed, and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_plan_free(plan: *mut DabiaoPlan) {
    // SAFETY: the caller's promise is handed on.
    unsafe { free(plan) };
}
