//! `dabiao.Metrics`.

use std::sync::{Mutex, MutexGuard, PoisonError};

use pyo3::prelude::*;

use super::capsule;
use super::datum::Datum;
use super::detached;
use super::plan::Plan;
use super::raised::raise;
use crate::stream;

/// A table of one plan's metrics. Threads take turns at it.
#[pyclass(frozen, module = "dabiao._dabiao")]
pub(super) struct Metrics {
    table: Mutex<crate::Metrics>,
}

impl Metrics {
    pub(super) fn new(metrics: crate::Metrics) -> Metrics {
        Metrics { table: Mutex::new(metrics) }
    }

    /// The table. A panic in another call left it in a state that its exception warned of.
    pub(super) fn table(&self) -> MutexGuard<'_, crate::Metrics> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Metrics {
    /// An empty table of a plan's metrics.
    #[staticmethod]
    fn empty(plan: &Plan) -> Metrics {
        Metrics::new(crate::Metrics::new(&plan.plan))
    }

    /// A table from a dict, or from a list of rows.
    #[staticmethod]
    fn of_rows(py: Python<'_>, plan: &Plan, rows: &Bound<'_, PyAny>) -> PyResult<Metrics> {
        let datum = raise(py, Datum::of(rows, "")?)?;
        let plan = plan.plan.clone();
        let filled = detached(py, move || Ok(plan.facade().metrics_from(&datum)?))?;
        Ok(Metrics::new(crate::Metrics::of(filled)))
    }

    /// Sets one value.
    #[pyo3(signature = (metric, value, entity, period))]
    fn set(
        &self,
        py: Python<'_>,
        metric: &str,
        value: &Bound<'_, PyAny>,
        entity: Option<&str>,
        period: Option<&str>,
    ) -> PyResult<()> {
        let value = raise(py, Datum::single(value, metric)?)?;
        detached(py, || self.table().set(entity, period, metric, value))
    }

    /// Adds the values of a JSON text.
    fn fill_json(&self, py: Python<'_>, text: &str) -> PyResult<()> {
        detached(py, || self.table().fill_json(text))
    }

    /// Adds the values of a file that was read already.
    fn read(&self, py: Python<'_>, name: &str, bytes: &[u8]) -> PyResult<()> {
        detached(py, || self.table().read(name, bytes))
    }

    /// Gives the records of a table, from a file that was read already.
    fn read_table(&self, py: Python<'_>, table: &str, name: &str, bytes: &[u8]) -> PyResult<()> {
        detached(py, || self.table().read_table(table, name, bytes))
    }

    /// Gives the records of a table, from a list of rows.
    fn table_of_rows(&self, py: Python<'_>, table: &str, rows: &Bound<'_, PyAny>) -> PyResult<()> {
        let datum = raise(py, Datum::of(rows, table)?)?;
        detached(py, || Ok(self.table().facade_mut().table(table, &datum)?))
    }

    /// Adds the values of a frame that has `__arrow_c_stream__`.
    fn fill_arrow(
        &self,
        py: Python<'_>,
        frame: &Bound<'_, PyAny>,
        name: &str,
        decimals: Vec<(String, u8)>,
    ) -> PyResult<()> {
        // Streams of other libraries may call the interpreter, so their batches are taken with its lock held; what is done
        // with them is not.
        let batches = raise(py, stream::batches(capsule::reader(frame)?))?;
        detached(py, || stream::fill(self.table().facade_mut(), name, &decimals, batches))
    }
}
