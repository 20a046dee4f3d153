//! A plan, checked and compiled.

use std::path::Path;
use std::sync::Arc;

use dabiao_check::OpenQuestion;
use dabiao_engine::{Program, TestRun};
use dabiao_model::{Diagnostic, DiffReport, Source};
use serde::Serialize;

use crate::{Error, Evaluation, Metrics, TargetList, WhatIf, diff, flatten, load};

/// A plan that was checked and compiled: cheap to clone, and shared freely between threads.
///
/// ```
/// let plan = dabiao::Plan::parse("energy.per_gdp falls by at least 20% since 2005")?;
/// assert_eq!(plan.targets().targets[0].target, "energy.per_gdp");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Plan {
    plan: Arc<dabiao_check::Plan>,
    program: Program,
}

impl Plan {
    /// Loads a rule file, or a folder of rule files.
    ///
    /// # Errors
    /// [`Error::Rules`] with every diagnostic where the rules have errors.
    ///
    /// ```no_run
    /// let plan = dabiao::Plan::load("rules/quality-2011")?;
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn load(path: impl AsRef<Path>) -> Result<Plan, Error> {
        load::load(&[path], Vec::new()).into_plan()
    }

    /// Reads rules from a text.
    ///
    /// # Errors
    /// [`Error::Rules`] with every diagnostic where the rules have errors.
    pub fn parse(text: &str) -> Result<Plan, Error> {
        load::load::<&str>(&[], vec![Source::new("rules", text)]).into_plan()
    }

    /// The checked plan, for tools that look at its parts.
    #[must_use]
    pub fn checked(&self) -> &Arc<dabiao_check::Plan> {
        &self.plan
    }

    /// The compiled plan.
    pub(crate) fn program(&self) -> &Program {
        &self.program
    }

    /// What the plan asks for, without data.
    #[must_use]
    pub fn targets(&self) -> TargetList {
        TargetList::of(&self.plan)
    }

    /// An empty table of this plan's metrics.
    #[must_use]
    pub fn metrics(&self) -> Metrics {
        Metrics::new(self)
    }

    /// A table of metrics from any `Serialize` value: nested fields become paths, `(passes, total)` pairs become
    /// shares with counts, `None` is missing, and a list is one row each with its `entity` and `period`.
    ///
    /// # Errors
    /// [`Error::Data`] with every value that the plan's types refuse.
    ///
    /// ```
    /// #[derive(serde::Serialize)]
    /// struct Sampling { pass_rate: (u32, u32) }
    /// #[derive(serde::Serialize)]
    /// struct District { market_sampling: Sampling }
    ///
    /// let plan = dabiao::Plan::parse("market_sampling.pass_rate >= 90%")?;
    /// let metrics = plan.metrics_from(&District { market_sampling: Sampling { pass_rate: (437, 500) } })?;
    /// let report = plan.evaluate(&metrics).as_of("2011-12-31").run()?;
    /// assert!(report["market_sampling.pass_rate"].is_missed());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn metrics_from<T: Serialize + ?Sized>(&self, value: &T) -> Result<Metrics, Error> {
        let observations = flatten::observations(value).map_err(|fault| Error::Data(vec![fault]))?;
        let mut metrics = self.metrics();
        let faults: Vec<Diagnostic> =
            observations.iter().filter_map(|one| metrics.insert(one).err()).collect();
        if faults.is_empty() { Ok(metrics) } else { Err(Error::Data(faults)) }
    }

    /// Begins a question about metrics.
    pub fn evaluate<'a>(&'a self, metrics: &'a Metrics) -> Evaluation<'a> {
        Evaluation::new(self, metrics)
    }

    /// Begins a question about what a change would do.
    pub fn what_if<'a>(&'a self, metrics: &'a Metrics) -> WhatIf<'a> {
        WhatIf::new(self, metrics)
    }

    /// Says what a new version of this plan changes: which targets are tightened, loosened or only written otherwise,
    /// with values that one version accepts and the other refuses, each judged by the engine.
    ///
    /// ```
    /// use dabiao::{ChangeKind, Plan, Verdict};
    /// let old = Plan::parse("target rate: market.pass_rate >= 90%\n  by: 2011")?;
    /// let new = Plan::parse("target rate: market.pass_rate >= 92%\n  by: 2012")?;
    /// let report = old.diff(&new);
    /// let kinds: Vec<ChangeKind> = report.changes.iter().map(|one| one.change).collect();
    /// assert_eq!(kinds, [ChangeKind::Tightened, ChangeKind::Deadline]);
    /// let witness = report.changes[0].witness.as_ref().unwrap();
    /// assert_eq!(witness.values[0].value, "91%");
    /// assert_eq!((witness.old, witness.new), (Verdict::Met, Verdict::Missed));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn diff(&self, new: &Plan) -> DiffReport {
        diff::diff(self, new)
    }

    /// Runs the plan's `test` items, each on nothing but the values that it gives.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse(
    ///     "market.pass_rate >= 90%\n\
    ///      test \"the line itself\"\n  given: market.pass_rate = 90%\n  expect: market.pass_rate missed",
    /// )?;
    /// let tests = plan.run_tests();
    /// assert_eq!(tests[0].title, "the line itself");
    /// assert!(!tests[0].has_passed());
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn run_tests(&self) -> Vec<TestRun> {
        self.program.run_tests()
    }

    /// The questions about targets that could not be decided before any data; nothing was reported of them.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("target a: x * y >= 1")?;
    /// assert_eq!(plan.undecided().len(), 1);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    #[must_use]
    pub fn undecided(&self) -> Vec<OpenQuestion> {
        dabiao_check::undecided(&self.plan)
    }

    pub(crate) fn compile(plan: Arc<dabiao_check::Plan>) -> Plan {
        Plan { program: Program::compile(Arc::clone(&plan)), plan }
    }
}
