//! Many rows: one table, an entity for each row.

use dabiao::{Metrics, Plan, Prepared};

use super::table::{AS_OF, table_of};
use crate::batch::{Batch, Columns, Judging};
use crate::engine::{Fault, Stand};
use crate::rules;

/// The engine.
pub(crate) struct Dabiao;

impl Batch for Dabiao {
    fn name(&self) -> &'static str {
        "dabiao"
    }

    fn stand(&self) -> Stand {
        Stand::Ours
    }

    fn hold(&self, columns: &Columns, rows: usize, threads: usize) -> Result<Box<dyn Judging>, Fault> {
        let plan = Plan::parse(&rules::text(1))?;
        let metrics = table_of(&plan, columns, 0..rows)?;
        let prepared = plan.evaluate(&metrics).as_of(AS_OF).prepare()?.threads(threads);
        Ok(Box::new(Judged { metrics, prepared }))
    }
}

struct Judged {
    metrics: Metrics,
    /// The plan fitted to the table, with the verdicts of the last run.
    prepared: Prepared,
}

impl Judging for Judged {
    /// The one place that asks the engine for verdicts.
    fn judge(&mut self) -> Result<Vec<u64>, Fault> {
        let ones = |words: &[u64]| words.iter().map(|word| u64::from(word.count_ones())).sum();
        Ok(self.prepared.judge(&self.metrics)?.columns().iter().map(|column| ones(column.met())).collect())
    }

    fn is_met(&self, target: usize, row: usize) -> Option<bool> {
        let column = self.prepared.verdicts().columns().get(target)?;
        Some(column.met().get(row / 64)? >> (row % 64) & 1 == 1)
    }
}
