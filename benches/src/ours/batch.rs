//! Many rows: one table for each thread, an entity for each row.

use std::thread;

use dabiao::{Metrics, Plan, Prepared};

use super::table::{AS_OF, table_of};
use crate::batch::{Batch, Columns, Judging, shares};
use crate::engine::{Fault, Stand};
use crate::row::TARGETS;
use crate::rules;

/// Rows that the engine is run on: filling its table a value at a time is slow, and judging grows with the rows.
const ROWS: usize = 131_072;

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
        let tables = shares.into_iter().map(|share| {
            let metrics = table_of(&plan, columns, share)?;
            let prepared = plan.evaluate(&metrics).as_of(AS_OF).prepare()?;
            Ok::<_, Fault>((metrics, prepared))
        });
        Ok(Box::new(Judged { tables: tables.collect::<Result<_, _>>()?, size }))
    }
}

struct Judged {
    /// Each table with the plan that is fitted to it, and its last verdicts.
    tables: Vec<(Metrics, Prepared)>,
    /// Rows of each table but the last.
    size: usize,
}

/// Judges a table, and tells how often each target is met. The one place that asks the engine for verdicts.
fn judge((metrics, prepared): &mut (Metrics, Prepared)) -> Result<Vec<u64>, dabiao::Error> {
    let ones = |words: &[u64]| words.iter().map(|word| u64::from(word.count_ones())).sum();
    Ok(prepared.judge(metrics)?.columns().iter().map(|column| ones(column.met())).collect())
}

impl Judging for Judged {
    fn judge(&mut self) -> Result<Vec<u64>, Fault> {
        let of_tables: Result<Vec<Vec<u64>>, Fault> = thread::scope(|scope| {
            let handles: Vec<_> =
                self.tables.iter_mut().map(|table| scope.spawn(move || judge(table))).collect();
            let ended = handles.into_iter().map(|handle| handle.join().map_err(|_| "a thread stopped"));
            ended.map(|met| Ok(met??)).collect()
        });
        let mut counts = vec![0; TARGETS];
        for of_table in of_tables? {
            counts.iter_mut().zip(of_table).for_each(|(count, met)| *count += met);
        }
        Ok(counts)
    }

    fn is_met(&self, target: usize, row: usize) -> Option<bool> {
        let (table, row) = (row.checked_div(self.size)?, row.checked_rem(self.size)?);
        let column = self.tables.get(table)?.1.verdicts().columns().get(target)?;
        Some(column.met().get(row / 64)? >> (row % 64) & 1 == 1)
    }
}
