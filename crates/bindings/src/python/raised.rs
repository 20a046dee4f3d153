//! Faults as exceptions.

use dabiao::Language;
use pyo3::prelude::*;

use crate::{Fault, Kind};

/// The exception of a fault. Its class stands in the package's `_errors.py`, which takes the diagnostics as JSON in both
/// languages.
pub(super) fn exception(py: Python<'_>, fault: &Fault) -> PyErr {
    let class = match fault.kind {
        Kind::Rules => "RulesError",
        Kind::Data => "DataError",
        Kind::Call => "CallError",
        Kind::Internal => "InternalError",
    };
    let [english, chinese] = Language::ALL.map(|language| fault.diagnostics_json(language));
    let made = py
        .import("dabiao._errors")
        .and_then(|module| module.getattr(class))
        .and_then(|class| class.call1((fault.to_string(), english, chinese)));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// The exception of a fault that arose with the interpreter's lock held.
pub(super) fn raise<T>(py: Python<'_>, answer: Result<T, Fault>) -> PyResult<T> {
    answer.map_err(|fault| exception(py, &fault))
}
