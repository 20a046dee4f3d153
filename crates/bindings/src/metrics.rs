//! The values that a plan is judged on.

use dabiao::{Error, Input, Period, Wording};
use dabiao_data::{Format, Limits, fill_bytes, read_sheet_bytes};

use crate::{Fault, Plan};

/// A table of one plan's metrics.
#[derive(Debug, Clone)]
pub struct Metrics {
    metrics: dabiao::Metrics,
}

impl Metrics {
    /// An empty table.
    #[must_use]
    pub fn new(plan: &Plan) -> Metrics {
        Metrics { metrics: plan.facade().metrics() }
    }

    /// A table that was filled already.
    #[must_use]
    pub fn of(metrics: dabiao::Metrics) -> Metrics {
        Metrics { metrics }
    }

    /// The table of the facade.
    #[must_use]
    pub fn facade(&self) -> &dabiao::Metrics {
        &self.metrics
    }

    /// The table of the facade, to be filled.
    pub fn facade_mut(&mut self) -> &mut dabiao::Metrics {
        &mut self.metrics
    }

    /// Sets a metric in place of the value it had, of an entity and a period where they are named.
    ///
    /// # Errors
    /// Where the metric is unknown, its type refuses the value, or the period is none.
    ///
    /// ```
    /// use dabiao_bindings::{Metrics, Plan};
    /// let mut metrics = Metrics::new(&Plan::parse("complaints <= 300")?);
    /// metrics.set(Some("riverside"), Some("2011"), "complaints", "280")?;
    /// assert!(metrics.set(None, Some("soon"), "complaints", "280").is_err());
    /// # Ok::<(), dabiao_bindings::Fault>(())
    /// ```
    pub fn set(
        &mut self,
        entity: Option<&str>,
        period: Option<&str>,
        metric: &str,
        value: impl Into<Input>,
    ) -> Result<(), Fault> {
        let period = period.map(read_period).transpose()?;
        Ok(self.metrics.set_at(entity, period, metric, value)?)
    }

    /// Adds the values of a JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with the text and its values. The table is then not one to judge.
    pub fn fill_json(&mut self, text: &str) -> Result<(), Fault> {
        Ok(self.metrics.fill_json(text)?)
    }

    /// Adds the values of a file that was read already. The ending of its name tells its format; evidence and faults name
    /// it.
    ///
    /// # Errors
    /// Everything that is wrong with the file and its values. The table is then not one to judge.
    pub fn read(&mut self, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        let format = format_of(name)?;
        let fill = self.metrics.fill(|intake| fill_bytes(name, bytes, format, &Limits::default(), intake));
        Ok(fill?)
    }

    /// Gives the records of a table that the rules declare, from a file that was read already.
    ///
    /// # Errors
    /// Everything that is wrong with the file and its values, a table that is unknown or was given already.
    ///
    /// ```
    /// use dabiao_bindings::{Metrics, Plan};
    /// let plan = Plan::parse("table samples\n  columns: outcome text\nvisits = 1")?;
    /// let mut metrics = Metrics::new(&plan);
    /// metrics.read_table("samples", "samples.json", br#"[{"outcome": "pass"}]"#)?;
    /// assert!(metrics.read_table("sample", "samples.json", b"[]").is_err());
    /// # Ok::<(), dabiao_bindings::Fault>(())
    /// ```
    pub fn read_table(&mut self, table: &str, name: &str, bytes: &[u8]) -> Result<(), Fault> {
        let format = format_of(name)?;
        let sheet = read_sheet_bytes(name, bytes, format, &Limits::default()).map_err(Error::Data)?;
        Ok(self.metrics.set_table(table, sheet)?)
    }
}

pub(crate) fn read_period(text: &str) -> Result<Period, Fault> {
    Period::parse(text).ok_or_else(|| Fault::argument("period", text, Wording::word("wanted-period")))
}

fn format_of(name: &str) -> Result<Format, Fault> {
    Format::of_path(name).ok_or_else(|| {
        Fault::argument("name", name, Wording::about("wanted-file-name", "endings", Format::ENDINGS))
    })
}
