//! The values that a plan is judged on.

use dabiao_model::{Diagnostic, EntityRow, Observation, Period, Place};

use crate::{Error, Input, Plan};

/// A table of one plan's metrics. Every value is held to its metric's type as it comes in.
///
/// ```
/// let plan = dabiao::Plan::parse("metric market.pass_rate\n  type: percent in 0%..100%\nmarket.pass_rate >= 90%")?;
/// let mut metrics = plan.metrics();
/// metrics.set("market.pass_rate", (462, 500))?;
/// assert!(metrics.set("market.pass_rate", "120%").is_err(), "out of its range");
/// assert!(metrics.set("market.pass_rat", "90%").is_err(), "no such metric");
/// # Ok::<(), dabiao::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Metrics {
    table: dabiao_engine::Metrics,
}

impl Metrics {
    pub(crate) fn new(plan: &Plan) -> Metrics {
        Metrics { table: dabiao_engine::Metrics::new(plan.program()) }
    }

    /// Sets a metric that stands for no entity and no period, in place of the value it had.
    ///
    /// # Errors
    /// [`Error::Data`] where the metric is unknown, or its type or range refuses the value; the metric keeps the
    /// value it had.
    pub fn set(&mut self, metric: &str, value: impl Into<Input>) -> Result<(), Error> {
        self.set_at(None, None, metric, value)
    }

    /// Sets a metric of an entity, of a period, or of both, in place of the value it had.
    ///
    /// # Errors
    /// As for [`Metrics::set`].
    ///
    /// ```
    /// use dabiao::Period;
    /// let plan = dabiao::Plan::parse("complaints falls by at least 20% since 2010")?;
    /// let mut metrics = plan.metrics();
    /// metrics.set_at(Some("riverside"), Period::parse("2010"), "complaints", 250)?;
    /// metrics.set_at(Some("riverside"), Period::parse("2011"), "complaints", 200)?;
    /// let report = plan.evaluate(&metrics).as_of("2011-12-31").run()?;
    /// assert!(report["complaints"].is_met(), "exactly 20 %");
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn set_at(
        &mut self,
        entity: Option<&str>,
        period: Option<Period>,
        metric: &str,
        value: impl Into<Input>,
    ) -> Result<(), Error> {
        let text = value.into().text(metric).map_err(|fault| Error::Data(vec![fault]))?;
        let observation = Observation {
            entity: entity.map(str::to_string),
            period,
            source: "set".to_string(),
            ..Observation::new(metric, text, Place::Call(metric.into()))
        };
        self.table.replace(&observation).map_err(|fault| Error::Data(vec![*fault]))
    }

    /// Adds a value that a reader of files has found.
    ///
    /// # Errors
    /// The diagnostic of a value that the plan's types refuse, or of a second value at the same place.
    pub fn insert(&mut self, observation: &Observation) -> Result<(), Diagnostic> {
        self.table.insert(observation).map_err(|fault| *fault)
    }

    /// Adds the rows of an entity tree, and gives back what is wrong with them.
    #[must_use]
    pub fn set_entities(&mut self, rows: &[EntityRow]) -> Vec<Diagnostic> {
        self.table.set_entities(rows)
    }

    pub(crate) fn table(&self) -> &dabiao_engine::Metrics {
        &self.table
    }
}
