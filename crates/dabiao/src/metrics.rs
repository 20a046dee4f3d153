//! The values that a plan is judged on.

use std::borrow::Cow;

use dabiao_data::{Format, Limits, fill_bytes};
use dabiao_engine::Template;
use dabiao_model::{
    Diagnostic, EntityRow, Intake, Observation, Period, Place, RecordSheet, RecordTallies, nfc,
};
use serde::Serialize;

use crate::{Error, Input, Plan, flatten};

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
    /// What the last JSON text said between its numbers, as long as the table holds what it said and nothing else.
    template: Option<Template>,
}

/// What places and sources call a text that has no name of its own.
const JSON: &str = "JSON";

impl Metrics {
    pub(crate) fn new(plan: &Plan) -> Metrics {
        Metrics { table: dabiao_engine::Metrics::new(plan.program()), template: None }
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
        self.template = None;
        self.table.replace(&observation).map_err(|fault| Error::Data(vec![*fault]))
    }

    /// Adds a value that a reader of files has found.
    ///
    /// # Errors
    /// The diagnostic of a value that the plan's types refuse, or of a second value at the same place.
    pub fn insert(&mut self, observation: &Observation) -> Result<(), Diagnostic> {
        self.template = None;
        self.table.insert(observation).map_err(|fault| *fault)
    }

    /// Adds the values of a JSON text: an object, or an array of objects with their `entity` and `period`. Numbers go to
    /// their columns straight from the text.
    ///
    /// # Errors
    /// [`Error::Data`] with everything that is wrong with the text and its values. The table is then not one to judge.
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("complaints falls by at least 20% since 2010")?;
    /// let mut metrics = plan.metrics();
    /// metrics.fill_json(r#"[{"period": "2010", "complaints": 250}, {"period": "2011", "complaints": 200}]"#)?;
    /// let report = plan.evaluate(&metrics).as_of("2011-12-31").run()?;
    /// assert!(report["complaints"].is_met());
    /// assert_eq!(report["complaints"].evidence[0].source.as_deref(), Some("JSON:1"));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn fill_json(&mut self, text: &str) -> Result<(), Error> {
        self.template = None;
        self.read(text, false)
    }

    /// Puts the values of a JSON text in the place of all values that the table has. Records and listed entities stay.
    ///
    /// A text that differs from the last one in nothing but its numbers costs little more than reading them, and
    /// [`Prepared`](crate::Prepared) judges the table without being fitted anew.
    ///
    /// # Errors
    /// As for [`Metrics::fill_json`].
    ///
    /// ```
    /// let plan = dabiao::Plan::parse("complaints < 100\nwater.pass_rate >= 95%")?;
    /// let mut metrics = plan.metrics();
    /// metrics.refill_json(r#"{"complaints": 99, "water": {"pass_rate": 95.1}}"#)?;
    /// let mut prepared = plan.evaluate(&metrics).as_of("2011-12-31").prepare()?;
    /// assert_eq!(prepared.judge(&metrics)?.summary().met, 2);
    /// metrics.refill_json(r#"{"complaints": 100, "water": {"pass_rate": 95.1}}"#)?;
    /// assert_eq!(prepared.judge(&metrics)?.summary().met, 1);
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn refill_json(&mut self, text: &str) -> Result<(), Error> {
        if let Some(template) = &self.template
            && self.table.refill(template, text)
        {
            return Ok(());
        }
        self.template = None;
        self.table.clear();
        // Offsets are those of the text as it is read.
        let is_as_read = !text.starts_with('\u{FEFF}') && matches!(nfc(text), Cow::Borrowed(_));
        self.read(text, is_as_read)
    }

    /// Adds values as a reader of files finds them, for example one of `dabiao-data`.
    ///
    /// # Errors
    /// [`Error::Data`] with everything that is wrong with the values, and with what `read` gives back. The table is then
    /// not one to judge.
    ///
    /// ```
    /// use dabiao_data::{Format, Limits, fill_bytes};
    /// let plan = dabiao::Plan::parse("market.pass_rate >= 90%")?;
    /// let mut metrics = plan.metrics();
    /// let text = "entity,period,market.pass_rate\nriverside,2011,91.2%\nhillside,2011,89.9%\n";
    /// metrics.fill(|intake| fill_bytes("m.csv", text.as_bytes(), Format::Csv, &Limits::default(), intake))?;
    /// let report = plan.evaluate(&metrics).as_of("2011-12-31").run()?;
    /// assert_eq!((report.summary.met, report.summary.missed), (1, 1));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn fill(&mut self, read: impl FnOnce(&mut dyn Intake) -> Vec<Diagnostic>) -> Result<(), Error> {
        self.template = None;
        let mut fill = self.table.fill();
        let mut faults = read(&mut fill);
        faults.extend(fill.faults());
        if faults.is_empty() { Ok(()) } else { Err(Error::Data(faults)) }
    }

    /// Gives the records of a table that the rules declare, from a list of any `Serialize` rows: each field is a column.
    /// Fields that the table does not declare are not read.
    ///
    /// # Errors
    /// [`Error::Data`] with everything that is wrong: an unknown table or one that was given already, a missing
    /// column, each value that its column refuses, a metric of the records that was set itself.
    ///
    /// ```
    /// #[derive(serde::Serialize)]
    /// struct Sample { period: &'static str, outcome: &'static str }
    ///
    /// let plan = dabiao::Plan::parse(
    ///     "table samples\n  columns: period period, outcome text\n\
    ///      target pass: (share of samples where outcome = \"pass\") >= 50%",
    /// )?;
    /// let mut metrics = plan.metrics();
    /// let rows = [Sample { period: "2011", outcome: "pass" }, Sample { period: "2011", outcome: "fail" }];
    /// metrics.table("samples", &rows)?;
    /// let report = plan.evaluate(&metrics).as_of("2011-12-31").run()?;
    /// assert!(report["pass"].is_met());
    /// assert_eq!(report["pass"].evidence[0].count.as_deref(), Some("1/2"));
    /// # Ok::<(), dabiao::Error>(())
    /// ```
    pub fn table<T: Serialize + ?Sized>(&mut self, name: &str, rows: &T) -> Result<(), Error> {
        let sheet = flatten::sheet(name, rows).map_err(|fault| Error::Data(vec![fault]))?;
        self.set_table(name, sheet)
    }

    /// Gives the records of a table as a reader of files has found them.
    ///
    /// # Errors
    /// As for [`Metrics::table`].
    pub fn set_table(&mut self, name: &str, sheet: RecordSheet) -> Result<(), Error> {
        self.template = None;
        self.table.set_table(name, sheet).map_err(Error::Data)
    }

    /// Gives what the records of a table amount to, taken together for one question ([`Evaluation::record_ask`]), in
    /// place of the records.
    ///
    /// # Errors
    /// [`Error::Data`] for an unknown table or one that was given already, tallies of other questions than the plan's,
    /// a metric of the records that was set itself.
    ///
    /// [`Evaluation::record_ask`]: crate::Evaluation::record_ask
    pub fn set_tallies(&mut self, name: &str, tallies: RecordTallies) -> Result<(), Error> {
        self.table.set_tallies(name, tallies).map_err(Error::Data)
    }

    /// Adds the rows of an entity tree, and gives back what is wrong with them.
    #[must_use]
    pub fn set_entities(&mut self, rows: &[EntityRow]) -> Vec<Diagnostic> {
        self.template = None;
        self.table.set_entities(rows)
    }

    fn read(&mut self, text: &str, learns: bool) -> Result<(), Error> {
        let fill = self.table.fill();
        let mut fill = if learns { fill.with_template() } else { fill };
        let mut faults = fill_bytes(JSON, text.as_bytes(), Format::Json, &Limits::default(), &mut fill);
        faults.extend(fill.faults());
        if !faults.is_empty() {
            return Err(Error::Data(faults));
        }
        self.template = fill.template(text);
        Ok(())
    }

    pub(crate) fn values(&self) -> &dabiao_engine::Metrics {
        &self.table
    }
}
