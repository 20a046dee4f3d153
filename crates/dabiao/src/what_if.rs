//! What a change of values or of assumptions would do.

mod change;
mod line;
mod missed;
mod replaced;
mod steps;
mod turned;
mod varied;

use dabiao_model::{Diagnostic, Period, Report, WhatIfReport};

use crate::{AsOf, Error, Evaluation, Input, Metrics, Plan};
use replaced::Setting;
pub(crate) use varied::shown_title;

/// A question about what would be, put together like an [`Evaluation`].
///
/// Where nothing is set and no assumption varies, it tells for each missed target the smallest change of each single
/// value that would meet it.
///
/// ```
/// let plan = dabiao::Plan::parse("goods.pass_rate >= 90%\ntarget falls: complaints falls by at least 20% since 2010")?;
/// let mut metrics = plan.metrics();
/// let year = dabiao::Period::parse("2011");
/// metrics.set_at(None, year, "goods.pass_rate", (437, 500))?;
/// metrics.set_at(None, dabiao::Period::parse("2010"), "complaints", 250)?;
/// metrics.set_at(None, year, "complaints", 210)?;
/// let report = plan.what_if(&metrics).as_of("2011-12-31").run()?;
/// assert_eq!(report.missed[0].changes[0].passes.as_deref(), Some("13"));
/// assert_eq!(report.missed[1].changes[0].limit.as_deref(), Some("200"));
///
/// let set = plan.what_if(&metrics).as_of("2011-12-31").set("complaints", 200).run()?;
/// assert_eq!(set.turned[0].to, Some(dabiao::Verdict::Met));
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "a question is asked by `run`"]
pub struct WhatIf<'a> {
    plan: &'a Plan,
    metrics: &'a Metrics,
    evaluation: Evaluation<'a>,
    set: Vec<(String, Option<Period>, Input)>,
    vary: Vec<(String, Input, Input)>,
}

impl<'a> WhatIf<'a> {
    pub(crate) fn new(plan: &'a Plan, metrics: &'a Metrics) -> WhatIf<'a> {
        WhatIf { plan, metrics, evaluation: plan.evaluate(metrics), set: Vec::new(), vary: Vec::new() }
    }

    /// The same question as one that is being put together already.
    pub(crate) fn of(plan: &'a Plan, metrics: &'a Metrics, evaluation: Evaluation<'a>) -> WhatIf<'a> {
        WhatIf { plan, metrics, evaluation, set: Vec::new(), vary: Vec::new() }
    }

    /// The day to judge for. It must be given: the library reads no clock.
    pub fn as_of(mut self, day: impl Into<AsOf>) -> Self {
        self.evaluation = self.evaluation.as_of(day);
        self
    }

    /// The period to judge, instead of the latest one not after the day.
    pub fn period(mut self, period: Period) -> Self {
        self.evaluation = self.evaluation.period(period);
        self
    }

    /// The entity to judge, instead of every one.
    pub fn entity(mut self, entity: impl Into<String>) -> Self {
        self.evaluation = self.evaluation.entity(entity);
        self
    }

    /// Another value for one of the plan's assumptions.
    pub fn assume(mut self, name: impl Into<String>, value: impl Into<Input>) -> Self {
        self.evaluation = self.evaluation.assume(name, value);
        self
    }

    /// Another value for a metric: of each entity judged, in the latest period for which a target that reads the
    /// metric is judged and the data have a value of it.
    pub fn set(mut self, metric: impl Into<String>, value: impl Into<Input>) -> Self {
        self.set.push((metric.into(), None, value.into()));
        self
    }

    /// Another value for a metric in a period, for each entity judged.
    pub fn set_in(mut self, metric: impl Into<String>, period: Period, value: impl Into<Input>) -> Self {
        self.set.push((metric.into(), Some(period), value.into()));
        self
    }

    /// Every value of an assumption from one to another.
    pub fn vary(mut self, name: impl Into<String>, from: impl Into<Input>, to: impl Into<Input>) -> Self {
        self.vary.push((name.into(), from.into(), to.into()));
        self
    }

    /// Finds the answers. Each of them is judged by the engine before it is told.
    ///
    /// # Errors
    /// As for [`Evaluation::run`]; [`Error::Call`] also where a metric that is set or an assumption that varies is
    /// unknown or of no fitting value.
    pub fn run(self) -> Result<WhatIfReport, Error> {
        let question = self.evaluation.question()?;
        let call = |fault: Box<Diagnostic>| Error::Call(vec![*fault]);
        let base = self.plan.program().evaluate(self.metrics.values(), &question).map_err(call)?;
        let Setting { set, turned, scores } = self.replaced(&question, &base)?;
        let mut varied = Vec::new();
        for range in &self.vary {
            varied.extend(self.varied(&question, &base, range)?);
        }
        let plain = self.set.is_empty() && self.vary.is_empty();
        let missed = if plain { self.missed(&question, &base).map_err(call)? } else { Vec::new() };
        let Report { plan, as_of, assumptions, .. } = base;
        let format = WhatIfReport::FORMAT;
        Ok(WhatIfReport { format, plan, as_of, assumptions, set, turned, missed, varied, scores })
    }
}

/// Which of a target's answers for its entity a result is.
fn nth_of(report: &Report, at: usize) -> usize {
    let Some(own) = report.results.get(at) else { return 0 };
    let before = report.results.iter().take(at);
    before.filter(|one| one.target == own.target && one.entity == own.entity).count()
}
