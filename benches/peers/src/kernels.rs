//! Arrow's kernels over decimal columns, one call for each comparison: what a program on Arrow without a query engine
//! would do.

use std::thread;

use arrow::array::{ArrayRef, BooleanArray, Scalar};
use arrow::compute::and;
use arrow::compute::kernels::cmp::{gt_eq, lt};
use arrow::compute::kernels::numeric::{mul, sub};
use arrow::error::ArrowError;
use dabiao_benches::batch::{Batch, Columns, Judging, shares};
use dabiao_benches::engine::{Fault, Stand};
use dabiao_benches::row::{TARGETS, YEARS};
use dabiao_benches::target::{Condition, conditions};

use crate::decimals::Width;

/// Rows of a chunk: what a few columns of it take fits the cache of a core.
const CHUNK: usize = 8_192;

/// The kernels, over decimals of a width.
pub(crate) struct Kernels(pub(crate) Width);

impl Batch for Kernels {
    fn name(&self) -> &'static str {
        match self.0 {
            Width::Decimal64 => "arrow kernels, Decimal64",
            Width::Decimal128 => "arrow kernels, Decimal128",
        }
    }

    fn stand(&self) -> Stand {
        Stand::Peer
    }

    fn hold(&self, columns: &Columns, rows: usize, threads: usize) -> Result<Box<dyn Judging>, Fault> {
        let chunk = |from: usize, until: usize| {
            let slots = columns.slots.iter().map(|column| self.0.thousandths(&column[from..until]));
            Ok::<_, ArrowError>(Chunk { slots: slots.collect::<Result<_, _>>()?, verdicts: Vec::new() })
        };
        let part = |share: std::ops::Range<usize>| {
            let starts = share.clone().step_by(CHUNK);
            starts.map(|from| chunk(from, (from + CHUNK).min(share.end))).collect()
        };
        let shares = shares(rows, threads);
        let share = shares.first().map_or(0, ExactSizeIterator::len);
        let parts = shares.into_iter().map(part).collect::<Result<_, ArrowError>>()?;
        let terms = conditions().into_iter().map(|condition| Term::new(self.0, condition));
        let terms = terms.collect::<Result<_, _>>()?;
        Ok(Box::new(Judged { terms, parts, share }))
    }
}

struct Judged {
    terms: Vec<Term>,
    /// The chunks of each thread.
    parts: Vec<Vec<Chunk>>,
    /// Rows of each thread but the last.
    share: usize,
}

struct Chunk {
    slots: Vec<ArrayRef>,
    verdicts: Vec<BooleanArray>,
}

/// A condition with its constants as scalars.
struct Term {
    condition: Condition,
    constants: Vec<Scalar<ArrayRef>>,
}

impl Term {
    fn new(width: Width, condition: Condition) -> Result<Term, ArrowError> {
        let line = |thousandths: i64| Ok::<_, ArrowError>(Scalar::new(width.thousandths(&[thousandths])?));
        let constants = match condition {
            Condition::AtLeast(_, least) => vec![line(least)?],
            Condition::FallsByAFifth(..) => vec![Scalar::new(width.array(&[5], 0)?)],
            Condition::Both(parts) => {
                parts.into_iter().map(|(_, least)| line(least)).collect::<Result<_, _>>()?
            }
            Condition::Below(..) | Condition::FallsEveryYear(_) => Vec::new(),
        };
        Ok(Term { condition, constants })
    }

    fn judge(&self, slots: &[ArrayRef]) -> Result<BooleanArray, ArrowError> {
        match self.condition {
            Condition::AtLeast(slot, _) => gt_eq(&slots[slot], &self.constants[0]),
            Condition::Below(left, right) => lt(&slots[left], &slots[right]),
            Condition::FallsByAFifth(base, now) => {
                let fall = sub(&slots[base], &slots[now])?;
                gt_eq(&mul(&fall, &self.constants[0])?, &slots[base])
            }
            Condition::FallsEveryYear(first) => {
                let step = |slot: usize| lt(&slots[slot], &slots[slot - 1]);
                (first + 2..first + YEARS).try_fold(step(first + 1)?, |falls, slot| and(&falls, &step(slot)?))
            }
            Condition::Both([(left, _), (right, _)]) => {
                and(&gt_eq(&slots[left], &self.constants[0])?, &gt_eq(&slots[right], &self.constants[1])?)
            }
        }
    }
}

impl Judging for Judged {
    fn judge(&mut self) -> Result<Vec<u64>, Fault> {
        let terms = &self.terms;
        let mut counts = vec![0; TARGETS];
        thread::scope(|scope| {
            let parts = self.parts.iter_mut();
            let handles: Vec<_> =
                parts.map(|chunks| scope.spawn(move || judge_chunks(terms, chunks))).collect();
            for handle in handles {
                let of_part = handle.join().map_err(|_| "a thread stopped")??;
                counts.iter_mut().zip(of_part).for_each(|(count, more)| *count += more);
            }
            Ok(counts)
        })
    }

    fn is_met(&self, target: usize, row: usize) -> Option<bool> {
        let (part, row) = (row / self.share, row % self.share);
        let verdicts = self.parts.get(part)?.get(row / CHUNK)?.verdicts.get(target)?;
        Some(verdicts.value(row % CHUNK))
    }
}

fn judge_chunks(terms: &[Term], chunks: &mut [Chunk]) -> Result<Vec<u64>, ArrowError> {
    let mut counts = vec![0; terms.len()];
    for chunk in chunks {
        chunk.verdicts = terms.iter().map(|term| term.judge(&chunk.slots)).collect::<Result<_, _>>()?;
        let met = chunk.verdicts.iter().map(|verdicts| verdicts.true_count() as u64);
        counts.iter_mut().zip(met).for_each(|(count, more)| *count += more);
    }
    Ok(counts)
}
