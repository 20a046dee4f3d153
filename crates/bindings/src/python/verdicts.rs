//! `dabiao.Verdicts`.

use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use super::capsule;

/// Verdicts for many rows.
#[pyclass(frozen, module = "dabiao._dabiao")]
pub(super) struct Verdicts {
    pub(super) verdicts: crate::Verdicts,
}

#[pymethods]
impl Verdicts {
    /// How many verdicts there are of each kind, by name.
    fn counts(&self) -> Vec<(&'static str, usize)> {
        let summary = self.verdicts.summary();
        dabiao::Verdict::ALL.iter().map(|one| (one.as_str(), summary.get(*one))).collect()
    }

    /// How many rows and columns there are; the first two columns are `entity` and `period`.
    fn shape(&self) -> (usize, usize) {
        (self.verdicts.batch().num_rows(), self.verdicts.batch().num_columns())
    }

    /// The verdicts as an Arrow stream of one batch.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        capsule::capsule(py, self.verdicts.batch().clone())
    }
}
