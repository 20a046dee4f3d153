//! dabiao over the records: read from CSV text into its table, and judged there.

use dabiao::{Metrics, Period, Plan, Prepared, Verdict};
use dabiao_data::{Format, Limits, read_sheet_bytes};

use super::{Data, RULES, YEAR};
use crate::engine::Fault;

/// The day on which it is asked: the year is over.
const AS_OF: &str = "2011-12-31";

/// The plan, the table of records and the verdicts of the last run.
pub(crate) struct Dabiao {
    metrics: Metrics,
    prepared: Prepared,
}

impl Dabiao {
    pub(crate) fn new(csv: &str) -> Result<Dabiao, Fault> {
        let plan = Plan::parse(RULES)?;
        let sheet = read_sheet_bytes("samples.csv", csv.as_bytes(), Format::Csv, &Limits::default());
        let sheet = sheet.map_err(|faults| format!("{faults:?}"))?;
        let mut metrics = plan.metrics();
        metrics.set_table("samples", sheet)?;
        let year = Period::year(YEAR).ok_or("a year that does not exist")?;
        let prepared = plan.evaluate(&metrics).as_of(AS_OF).period(year).prepare()?;
        Ok(Dabiao { metrics, prepared })
    }

    /// Asks the records anew and judges everything; gives how many targets are met.
    pub(crate) fn judge(&mut self) -> Result<u64, Fault> {
        Ok(self.prepared.judge(&self.metrics)?.summary().met as u64)
    }

    /// Whether a target is met for each entity, by the last run; entities by their position in the data.
    pub(crate) fn is_met(&self, target: usize, entity: usize) -> Option<bool> {
        let column = self.prepared.verdicts().columns().get(target)?;
        Some(column.verdict(entity) == Verdict::Met)
    }
}

/// From the text to the verdicts.
pub(crate) fn judged_of_csv(data: &Data) -> Result<u64, Fault> {
    Dabiao::new(&data.csv)?.judge()
}
