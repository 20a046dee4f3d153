//! Many rows: one table for each thread, an entity for each row.

use std::thread;

use dabiao::{Metrics, Plan, Verdict};

use super::table::{AS_OF, table_of};
use crate::batch::{Batch, Columns, Judging, shares};
use crate::engine::{Fault, Stand};
use crate::row::TARGETS;
use crate::rules;

/// Rows that the engine is run on: a table of metrics holds 50 million cells, of all five years, at the most.
const ROWS: usize = 4_096;

/// The engine.
pub(crate) struct Dabiao;

impl Batch for Dabiao {
    fn name(&self) -> &'static str {
        "dabiao"
    }

    fn stand(&self) -> Stand {
        Stand::Ours
    }

    fn rows(&self, all: usize) -> usize {
        all.min(ROWS)
    }

    fn hold(&self, columns: &Columns, rows: usize, threads: usize) -> Result<Box<dyn Judging>, Fault> {
        let plan = Plan::parse(&rules::text(1))?;
        let shares = shares(rows, threads);
        let size = shares.first().map_or(0, ExactSizeIterator::len);
        let tables = shares.into_iter().map(|share| table_of(&plan, columns, share));
        let tables = tables.collect::<Result<_, _>>()?;
        Ok(Box::new(Judged { plan, tables, size, met: Vec::new() }))
    }
}

struct Judged {
    plan: Plan,
    tables: Vec<Metrics>,
    /// Rows of each table but the last.
    size: usize,
    /// By table, then by row and target.
    met: Vec<Vec<bool>>,
}

/// The verdicts of a table. The one place that asks the engine for them.
fn verdicts(plan: &Plan, metrics: &Metrics) -> Result<Vec<bool>, dabiao::Error> {
    let judged = plan.evaluate(metrics).as_of(AS_OF).verdicts()?;
    Ok(judged.iter().map(|one| one.verdict == Verdict::Met).collect())
}

impl Judging for Judged {
    fn judge(&mut self) -> Result<Vec<u64>, Fault> {
        let (plan, tables) = (&self.plan, &self.tables);
        let met: Result<Vec<Vec<bool>>, Fault> = thread::scope(|scope| {
            let handles: Vec<_> =
                tables.iter().map(|metrics| scope.spawn(move || verdicts(plan, metrics))).collect();
            let ended = handles.into_iter().map(|handle| handle.join().map_err(|_| "a thread stopped"));
            ended.map(|met| Ok(met??)).collect()
        });
        self.met = met?;
        let mut counts = vec![0; TARGETS];
        for row in self.met.iter().flat_map(|met| met.chunks(TARGETS)) {
            counts.iter_mut().zip(row).for_each(|(count, is_met)| *count += u64::from(*is_met));
        }
        Ok(counts)
    }

    fn is_met(&self, target: usize, row: usize) -> Option<bool> {
        let (table, row) = (row.checked_div(self.size)?, row.checked_rem(self.size)?);
        self.met.get(table)?.get(row * TARGETS + target).copied()
    }
}
