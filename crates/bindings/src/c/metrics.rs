//! Tables of metrics.

use std::ffi::c_char;

use super::border::{borrowed, bytes, changed, done, free, handle, optional, text};
use super::error::DabiaoError;
use super::plan::DabiaoPlan;

/// A table of one plan's metrics. One thread may change it at a time, and none may read it meanwhile; while nobody changes
/// it, any number of threads may evaluate it.
pub struct DabiaoMetrics(pub(super) crate::Metrics);

/// An empty table of a plan's metrics. The caller frees it.
///
/// # Safety
/// `plan` is a plan that was not freed; `error` is NULL or may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_metrics_new(
    plan: *const DabiaoPlan,
    error: *mut *mut DabiaoError,
) -> *mut DabiaoMetrics {
    // SAFETY: the caller's promises are handed on.
    unsafe { handle(error, || Ok(DabiaoMetrics(crate::Metrics::new(&borrowed(plan, "plan")?.0)))) }
}

/// Sets a metric in place of the value it had. The value is written as in a data file: `91.2%`, `462/500`, `1/3`, `III`,
/// `yes`, `2011-12-31`. Entity and period are NULL where they do not matter. Where it answers false, the metric keeps the
/// value it had.
///
/// # Safety
/// `metrics` was not freed, and nobody else uses it meanwhile; every text is NULL or has so many bytes; `error` is NULL or
/// may be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_metrics_set(
    metrics: *mut DabiaoMetrics,
    entity: *const c_char,
    entity_length: usize,
    period: *const c_char,
    period_length: usize,
    metric: *const c_char,
    metric_length: usize,
    value: *const c_char,
    value_length: usize,
    error: *mut *mut DabiaoError,
) -> bool {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        done(error, || {
            let entity = optional(entity, entity_length, "entity")?;
            let period = optional(period, period_length, "period")?;
            let metric = text(metric, metric_length, "metric")?;
            let value = text(value, value_length, "value")?;
            changed(metrics, "metrics")?.0.set(entity, period, metric, value)
        })
    }
}

/// Adds the values of a JSON text: an object, or an array of objects with their `entity` and `period`. Numbers keep their
/// digits. Where it answers false, the table is not one to judge.
///
/// # Safety
/// As for `dabiao_metrics_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_metrics_fill_json(
    metrics: *mut DabiaoMetrics,
    json: *const c_char,
    json_length: usize,
    error: *mut *mut DabiaoError,
) -> bool {
    // SAFETY: the caller's promises are handed on.
    unsafe { done(error, || changed(metrics, "metrics")?.0.fill_json(text(json, json_length, "json")?)) }
}

/// Adds the values of a data file that was read already. The ending of its name tells its format, `.json`, `.csv` or
/// `.tsv`; evidence and faults name it. Where it answers false, the table is not one to judge.
///
/// # Safety
/// As for `dabiao_metrics_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_metrics_read(
    metrics: *mut DabiaoMetrics,
    name: *const c_char,
    name_length: usize,
    data: *const c_char,
    data_length: usize,
    error: *mut *mut DabiaoError,
) -> bool {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        done(error, || {
            let name = text(name, name_length, "name")?;
            changed(metrics, "metrics")?.0.read(name, bytes(data, data_length, "data")?)
        })
    }
}

/// Gives the records of a table that the rules declare, from a file that was read already: see `dabiao_metrics_read`.
///
/// # Safety
/// As for `dabiao_metrics_set`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_metrics_read_table(
    metrics: *mut DabiaoMetrics,
    table: *const c_char,
    table_length: usize,
    name: *const c_char,
    name_length: usize,
    data: *const c_char,
    data_length: usize,
    error: *mut *mut DabiaoError,
) -> bool {
    // SAFETY: the caller's promises are handed on.
    unsafe {
        done(error, || {
            let table = text(table, table_length, "table")?;
            let name = text(name, name_length, "name")?;
            changed(metrics, "metrics")?.0.read_table(table, name, bytes(data, data_length, "data")?)
        })
    }
}

/// Frees a table. NULL does nothing.
///
/// # Safety
/// `metrics` is NULL or a table that was not freed, and is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn dabiao_metrics_free(metrics: *mut DabiaoMetrics) {
    // SAFETY: the caller's promise is handed on.
    unsafe { free(metrics) };
}
