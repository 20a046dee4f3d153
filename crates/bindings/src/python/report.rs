//! `dabiao.Report`.

use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use super::capsule;
use super::detached;
use super::raised::raise;
use crate::{Fault, Form, stream};

/// The answers for a whole plan.
#[pyclass(frozen, module = "dabiao._dabiao")]
pub(super) struct Report {
    report: crate::Report,
}

impl Report {
    pub(super) fn new(report: crate::Report) -> Report {
        Report { report }
    }
}

#[pymethods]
impl Report {
    /// The report in a form, `json` or `text`, in a language.
    fn render(&self, py: Python<'_>, form: &str, language: &str) -> PyResult<String> {
        let language = raise(py, Fault::language(language))?;
        detached(py, || Ok(self.report.render(Form::parse(form)?, language)))
    }

    /// The results as an Arrow stream of one batch.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A consumer may ask for another schema, and a producer may answer with its own, as the interface says.
        drop(requested_schema);
        let batch = detached(py, || stream::of_report(self.report.facade()))?;
        capsule::capsule(py, batch)
    }
}
