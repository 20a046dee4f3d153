//! `dabiao.Plan`.

use std::path::PathBuf;

use pyo3::prelude::*;

use super::datum::Datum;
use super::detached;
use super::metrics::Metrics;
use super::raised::raise;
use super::report::Report;
use super::verdicts::Verdicts;
use crate::{Fault, Question};

/// A checked and compiled plan.
#[pyclass(frozen, module = "dabiao._dabiao")]
pub(super) struct Plan {
    pub(super) plan: crate::Plan,
}

#[pymethods]
impl Plan {
    /// Loads a rule file, or a folder of rule files.
    #[staticmethod]
    fn load(py: Python<'_>, path: PathBuf) -> PyResult<Plan> {
        detached(py, || Ok(Plan { plan: crate::Plan::load(path)? }))
    }

    /// Reads rules from a text.
    #[staticmethod]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Plan> {
        detached(py, || Ok(Plan { plan: crate::Plan::parse(text)? }))
    }

    /// What is to be said of the rules, as `dabiao.diagnostics/1` in a language.
    fn warnings_json(&self, py: Python<'_>, language: &str) -> PyResult<String> {
        let language = raise(py, Fault::language(language))?;
        detached(py, || Ok(self.plan.warnings_json(language)))
    }

    /// What the plan asks for, as `dabiao.targets/1`.
    fn targets_json(&self, py: Python<'_>) -> PyResult<String> {
        detached(py, || Ok(self.plan.targets_json()))
    }

    /// Judges every target.
    fn evaluate(
        &self,
        py: Python<'_>,
        metrics: &Metrics,
        as_of: String,
        period: Option<String>,
        entity: Option<String>,
        assume: Vec<(String, Bound<'_, PyAny>)>,
    ) -> PyResult<Report> {
        let question = question(py, as_of, period, entity, assume)?;
        let report = detached(py, || self.plan.evaluate(&metrics.table(), &question))?;
        Ok(Report::new(report))
    }

    /// Judges every target for every entity, without evidence.
    #[expect(clippy::too_many_arguments, reason = "Python names each of them")]
    fn judge(
        &self,
        py: Python<'_>,
        metrics: &Metrics,
        as_of: String,
        period: Option<String>,
        entity: Option<String>,
        assume: Vec<(String, Bound<'_, PyAny>)>,
        threads: usize,
    ) -> PyResult<Verdicts> {
        let question = question(py, as_of, period, entity, assume)?;
        let verdicts =
            detached(py, || crate::Verdicts::judge(&self.plan, &metrics.table(), &question, threads))?;
        Ok(Verdicts { verdicts })
    }
}

/// What is to be said of rules, as `dabiao.diagnostics/1` in a language.
#[pyfunction]
pub(super) fn check(py: Python<'_>, text: &str, language: &str) -> PyResult<String> {
    let language = raise(py, Fault::language(language))?;
    detached(py, || Ok(crate::check(text, language)))
}

fn question(
    py: Python<'_>,
    as_of: String,
    period: Option<String>,
    entity: Option<String>,
    assume: Vec<(String, Bound<'_, PyAny>)>,
) -> PyResult<Question> {
    let assume = assume.into_iter().map(|(name, value)| {
        let text = raise(py, Datum::single(&value, &name)?)?;
        Ok((name, text.into()))
    });
    Ok(Question { as_of, period, entity, assume: assume.collect::<PyResult<_>>()? })
}
