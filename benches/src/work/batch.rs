//! Many rows to columns of verdicts and counts.

use super::{Found, Size, Workload};
use crate::batch::{Batch, Columns, Judging};
use crate::clock::Clock;
use crate::engine::{Arithmetic, Fault};
use crate::field::Field;
use crate::hand;
use crate::measure::{Candidate, Effort, compare};
use crate::ours::DabiaoBatch;
use crate::outcome::Mistakes;
use crate::peak;
use crate::reference;
use crate::row::{SLOTS, TARGETS};
use crate::target::conditions;

pub(crate) const ONE_THREAD: Workload = Workload {
    name: "batch-1",
    heading: "A batch by one thread",
    about: ABOUT,
    run: |field, size| run(ONE_THREAD.name, field, size, 1),
    repeat,
};

pub(crate) const TWO_THREADS: Workload = Workload {
    name: "batch-2",
    heading: "A batch by two threads",
    about: ABOUT,
    run: |field, size| run(TWO_THREADS.name, field, size, 2),
    repeat,
};

const ABOUT: &str = "The forty targets over a million rows of 56 values: a verdict for each row and target, and for \
                     each target how many rows meet it. Times are those of all rows. The limit reads every column \
                     once and adds it up.";

/// Every one of so many first rows is held against the reference, and every so-many-th row behind them.
const FIRST: usize = 512;
const EVERY: usize = 997;

fn run(name: &str, field: &Field, size: Size, threads: usize) -> Result<Found, Fault> {
    let columns = Columns::of(size.rows);
    let (mut candidates, mut mistakes) = (Vec::new(), Vec::new());
    for batch in &field.batches {
        let rows = columns.rows();
        let mut judging =
            batch.hold(&columns, rows, threads).map_err(|fault| format!("{}: {fault}", batch.name()))?;
        mistakes.push(agree(batch.as_ref(), judging.as_mut(), &columns, rows)?);
        let run = move |_| Ok(judging.judge()?.iter().fold(0, |sum, count| sum ^ count));
        candidates.push(Candidate {
            arithmetic: batch.arithmetic(),
            ..Candidate::new(batch.name(), batch.stand(), run)
        });
    }
    let roofline = hand::Columns::Roofline.name();
    // Two threads share the work, so that only the wall's clock tells how long it took.
    let clock = if threads == 1 { size.effort.clock } else { Clock::Wall };
    let effort = Effort { clock, ..size.effort.fewer() };
    let mut outcomes = compare(name, Some(roofline), effort, &mut candidates)?;
    drop(candidates);
    drop(columns);
    if threads == 1 {
        for (outcome, batch) in outcomes.iter_mut().zip(&field.batches) {
            outcome.peak_mib = peak::ask("--peak-batch", batch.name(), size.rows);
            outcome.columns_mib = Some((size.rows * SLOTS * size_of::<i64>()) as f64 / f64::from(1 << 20));
        }
    }
    Ok(Found::with_mistakes(outcomes, mistakes))
}

/// Holds the verdicts of a sample of the rows, and all counts, against the reference. The counts of all rows are
/// those of the row-by-row table, which the sample holds against the reference too.
fn agree(
    batch: &dyn Batch,
    judging: &mut dyn Judging,
    columns: &Columns,
    rows: usize,
) -> Result<Vec<Mistakes>, Fault> {
    let name = batch.name();
    let counts = judging.judge().map_err(|fault| format!("{name}: {fault}"))?;
    if judging.is_met(0, 0).is_none() {
        return Ok(Vec::new());
    }
    let conditions = conditions();
    let mut mistakes: Vec<Mistakes> = Vec::new();
    for row in (0..rows).filter(|row| *row < FIRST || row % EVERY == 0) {
        let wanted = reference::verdicts(&columns.row(row));
        for (target, condition) in conditions.iter().enumerate() {
            let is_wrong = judging.is_met(target, row) != Some(wanted >> target & 1 == 1);
            if is_wrong && batch.arithmetic() == Arithmetic::Exact {
                return Err(format!("{name} differs from the reference: target {target} of row {row}").into());
            }
            Mistakes::count(&mut mistakes, condition.kind(), is_wrong);
        }
    }
    if batch.arithmetic() == Arithmetic::Exact {
        let wanted = hand::RowTable.hold(columns, rows, 1)?.judge()?;
        if let Some(target) = (0..TARGETS).find(|target| counts.get(*target) != wanted.get(*target)) {
            return Err(format!("{name} counts other verdicts of target {target} than the table").into());
        }
    }
    Ok(mistakes)
}

fn repeat(turns: usize) -> Result<u64, Fault> {
    let mut judging = DabiaoBatch.hold(&Columns::of(256), 256, 1)?;
    (0..turns).try_fold(0, |sum, _| judging.judge().map(|counts| sum + counts.len() as u64))
}
