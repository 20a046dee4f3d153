//! Verdicts for many rows, without evidence.

use arrow_array::RecordBatch;
use dabiao::Summary;

use crate::{Fault, Metrics, Plan, Question};

/// The verdicts of one run: a column for each target, a row for each entity.
#[derive(Debug, Clone)]
pub struct Verdicts {
    summary: Summary,
    batch: RecordBatch,
}

impl Verdicts {
    /// Judges every target for every entity and collects no evidence; so many threads share the rows.
    ///
    /// # Errors
    /// Everything that is wrong with the question.
    pub fn judge(
        plan: &Plan,
        metrics: &Metrics,
        question: &Question,
        threads: usize,
    ) -> Result<Verdicts, Fault> {
        #[cfg(feature = "planted-panic")]
        crate::planted::panic_where_asked(question);
        let mut prepared = question.ask(plan.facade(), metrics.facade())?.prepare()?.threads(threads.max(1));
        let summary = prepared.judge(metrics.facade())?.summary();
        let batch = dabiao_arrow::verdicts(plan.facade(), &prepared, metrics.facade());
        Ok(Verdicts { summary, batch: batch.map_err(|error| Fault::arrow(&error))? })
    }

    /// How many verdicts there are of each kind.
    #[must_use]
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The verdicts as `dabiao-arrow` lays them out.
    #[must_use]
    pub fn batch(&self) -> &RecordBatch {
        &self.batch
    }
}
