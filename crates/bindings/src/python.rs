//! The Python module `dabiao._dabiao`. What people see is the package in `python/dabiao`, which is made of it.

// PyO3's macros write the code that CPython calls.
#![expect(unsafe_code, reason = "Arrow's capsules hold plain pointers; each block says what it relies on")]

mod capsule;
mod datum;
mod metrics;
mod plan;
mod raised;
mod report;
mod verdicts;

use pyo3::prelude::*;

/// What the package is made of.
#[pymodule]
#[pyo3(name = "_dabiao")]
mod native {
    #[pymodule_export]
    const VERSION: &str = crate::VERSION;
    #[pymodule_export]
    use super::metrics::Metrics;
    #[pymodule_export]
    use super::plan::{Plan, check};
    #[pymodule_export]
    use super::report::Report;
    #[pymodule_export]
    use super::verdicts::Verdicts;
}

/// Does the work of a call without the interpreter's lock; a fault becomes an exception, and so does a panic.
fn detached<T: Send>(py: Python<'_>, work: impl Send + FnOnce() -> Result<T, crate::Fault>) -> PyResult<T> {
    py.detach(|| crate::guard(work)).map_err(|fault| raised::exception(py, &fault))
}
