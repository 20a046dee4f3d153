//! DataFusion: one projection of forty conditions over a table in memory. It is planned once, and counting the truths
//! of each column is cheaper than an aggregate, so a run is the projection alone and the counts of its bitmaps.

use std::sync::Arc;

use arrow::array::{Array, AsArray, RecordBatch};
use arrow::datatypes::{Field, Schema};
use dabiao_benches::batch::{Batch, Columns, Judging, shares};
use dabiao_benches::engine::{Fault, Stand};
use dabiao_benches::row::{SLOTS, TARGETS, YEARS};
use dabiao_benches::target::{Condition, conditions};
use datafusion::common::ScalarValue;
use datafusion::datasource::MemTable;
use datafusion::execution::TaskContext;
use datafusion::physical_plan::{ExecutionPlan, collect_partitioned};
use datafusion::prelude::{Expr, SessionConfig, SessionContext, col, lit};
use tokio::runtime::{Builder, Runtime};

use crate::decimals::Width;

/// Rows of a batch: what it takes unasked.
const CHUNK: usize = 8_192;

/// The engine, over decimals of a width.
pub(crate) struct DataFusion(pub(crate) Width);

impl Batch for DataFusion {
    fn name(&self) -> &'static str {
        match self.0 {
            Width::Decimal64 => "DataFusion, Decimal64",
            Width::Decimal128 => "DataFusion, Decimal128",
        }
    }

    fn stand(&self) -> Stand {
        Stand::Peer
    }

    fn hold(&self, columns: &Columns, rows: usize, threads: usize) -> Result<Box<dyn Judging>, Fault> {
        let runtime = match threads {
            1 => Builder::new_current_thread().build()?,
            _ => Builder::new_multi_thread().worker_threads(threads).build()?,
        };
        let session = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(threads));
        let shares = shares(rows, threads);
        let share = shares.first().map_or(0, ExactSizeIterator::len);
        let table = table(self.0, columns, &shares)?;
        let (plan, context) = runtime.block_on(async {
            let conditions = conditions().into_iter().map(|condition| expression(self.0, condition));
            let named = conditions.enumerate().map(|(target, met)| Ok(met?.alias(format!("t{target}"))));
            let query =
                session.read_table(Arc::new(table))?.select(named.collect::<Result<Vec<_>, Fault>>()?)?;
            let context = Arc::new(query.task_ctx());
            Ok::<_, Fault>((query.create_physical_plan().await?, context))
        })?;
        Ok(Box::new(Judged { runtime, plan, context, share, verdicts: Vec::new() }))
    }
}

/// A partition for each thread.
fn table(width: Width, columns: &Columns, shares: &[std::ops::Range<usize>]) -> Result<MemTable, Fault> {
    let kind = width.thousandths(&[])?.data_type().clone();
    let fields: Vec<Field> =
        (0..SLOTS).map(|slot| Field::new(format!("s{slot}"), kind.clone(), false)).collect();
    let schema = Arc::new(Schema::new(fields));
    let batch = |from: usize, until: usize| {
        let slots = columns.slots.iter().map(|column| width.thousandths(&column[from..until]));
        Ok::<_, Fault>(RecordBatch::try_new(Arc::clone(&schema), slots.collect::<Result<_, _>>()?)?)
    };
    let part = |share: &std::ops::Range<usize>| {
        let starts = share.clone().step_by(CHUNK);
        starts.map(|from| batch(from, (from + CHUNK).min(share.end))).collect::<Result<Vec<_>, _>>()
    };
    let parts = shares.iter().map(part).collect::<Result<Vec<_>, _>>()?;
    Ok(MemTable::try_new(schema, parts)?)
}

fn expression(width: Width, condition: Condition) -> Result<Expr, Fault> {
    let at = |slot: usize| col(format!("s{slot}"));
    let number = |value: i64, places: i8| {
        Ok::<_, Fault>(lit(ScalarValue::try_from_array(&width.array(&[value], places)?, 0)?))
    };
    let at_least = |slot: usize, line: i64| Ok::<_, Fault>(at(slot).gt_eq(number(line, 3)?));
    match condition {
        Condition::AtLeast(slot, line) => at_least(slot, line),
        Condition::Below(left, right) => Ok(at(left).lt(at(right))),
        Condition::FallsByAFifth(base, now) => Ok(((at(base) - at(now)) * number(5, 0)?).gt_eq(at(base))),
        Condition::FallsEveryYear(first) => {
            let step = |slot: usize| at(slot).lt(at(slot - 1));
            Ok((first + 2..first + YEARS).fold(step(first + 1), |falls, slot| falls.and(step(slot))))
        }
        Condition::Both([(left, least), (right, lowest)]) => {
            Ok(at_least(left, least)?.and(at_least(right, lowest)?))
        }
    }
}

struct Judged {
    runtime: Runtime,
    plan: Arc<dyn ExecutionPlan>,
    context: Arc<TaskContext>,
    /// Rows of each partition but the last.
    share: usize,
    /// The batches of each partition.
    verdicts: Vec<Vec<RecordBatch>>,
}

impl Judging for Judged {
    fn judge(&mut self) -> Result<Vec<u64>, Fault> {
        let (plan, context) = (Arc::clone(&self.plan), Arc::clone(&self.context));
        self.verdicts = self.runtime.block_on(collect_partitioned(plan, context))?;
        let mut counts = vec![0; TARGETS];
        for batch in self.verdicts.iter().flatten() {
            let met = batch.columns().iter().map(|column| column.as_boolean().true_count() as u64);
            counts.iter_mut().zip(met).for_each(|(count, more)| *count += more);
        }
        Ok(counts)
    }

    fn is_met(&self, target: usize, row: usize) -> Option<bool> {
        let (part, row) = (row / self.share, row % self.share);
        let batch = self.verdicts.get(part)?.get(row / CHUNK)?;
        Some(batch.column(target).as_boolean().value(row % CHUNK))
    }
}
