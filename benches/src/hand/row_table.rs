//! Row by row through the table of terms.

use std::thread;

use super::table::IntegerTerms;
use crate::batch::{Batch, Columns, Judging, shares};
use crate::engine::{Fault, Mask, Stand};
use crate::row::{Row, TARGETS};
use crate::rules;

/// The table-driven loop for one row after the other.
pub(crate) struct RowTable;

impl Batch for RowTable {
    fn name(&self) -> &'static str {
        "table-driven i64, row by row"
    }

    fn stand(&self) -> Stand {
        Stand::Hand
    }

    fn hold(&self, columns: &Columns, rows: usize, threads: usize) -> Result<Box<dyn Judging>, Fault> {
        let data: Vec<Row> = (0..rows).map(|row| columns.row(row)).collect();
        let parts = shares(rows, threads).into_iter().map(|share| vec![0; share.len()]).collect();
        Ok(Box::new(Judged { terms: IntegerTerms::read(&rules::text(1))?, data, threads, parts }))
    }
}

struct Judged {
    terms: IntegerTerms,
    data: Vec<Row>,
    threads: usize,
    parts: Vec<Vec<Mask>>,
}

impl Judging for Judged {
    fn judge(&mut self) -> Result<Vec<u64>, Fault> {
        let Judged { terms, data, threads, parts } = self;
        let mut counts = vec![0; TARGETS];
        thread::scope(|scope| {
            let (terms, data) = (&*terms, &*data);
            let mut handles = Vec::new();
            for (share, masks) in shares(data.len(), *threads).into_iter().zip(parts.iter_mut()) {
                handles.push(scope.spawn(move || judge_share(terms, &data[share], masks)));
            }
            for handle in handles {
                let of_share = handle.join().map_err(|_| "a thread stopped")?;
                counts.iter_mut().zip(of_share).for_each(|(count, more)| *count += more);
            }
            Ok::<(), Fault>(())
        })?;
        Ok(counts)
    }

    fn is_met(&self, target: usize, row: usize) -> Option<bool> {
        let shares = shares(self.data.len(), self.threads).into_iter();
        let (share, masks) = shares.zip(&self.parts).find(|(share, _)| share.contains(&row))?;
        Some(masks[row - share.start] >> target & 1 == 1)
    }
}

fn judge_share(terms: &IntegerTerms, rows: &[Row], masks: &mut [Mask]) -> Vec<u64> {
    let mut counts = vec![0; TARGETS];
    for (row, mask) in rows.iter().zip(masks) {
        *mask = terms.judge(&row.0);
        counts.iter_mut().enumerate().for_each(|(target, count)| *count += *mask >> target & 1);
    }
    counts
}
