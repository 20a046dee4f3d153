//! A column at a time, verdicts as bitmaps: plain loops over integers.

use std::thread;

use crate::batch::{Batch, Columns as Data, Judging, shares};
use crate::engine::{Fault, Stand};
use crate::row::{TARGETS, YEARS};
use crate::target::{Condition, conditions};

/// The loops over columns of `i64`, or only the reading of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Columns {
    /// Every value is read once and added up: what the memory allows.
    Roofline,
    /// Every target is judged.
    Bitmaps,
}

impl Batch for Columns {
    fn name(&self) -> &'static str {
        match self {
            Columns::Roofline => "reading the i64 columns once",
            Columns::Bitmaps => "i64 columns, bitmaps",
        }
    }

    fn stand(&self) -> Stand {
        Stand::Hand
    }

    fn hold(&self, columns: &Data, rows: usize, threads: usize) -> Result<Box<dyn Judging>, Fault> {
        let slots: Vec<Vec<i64>> = columns.slots.iter().map(|column| column[..rows].to_vec()).collect();
        if *self == Columns::Roofline {
            return Ok(Box::new(Reading { slots, threads }));
        }
        let parts: Vec<Bitmaps> =
            shares(rows, threads).into_iter().map(|share| Bitmaps::new(share.len())).collect();
        Ok(Box::new(Judged { slots, conditions: conditions(), rows, threads, parts }))
    }
}

struct Reading {
    slots: Vec<Vec<i64>>,
    threads: usize,
}

impl Judging for Reading {
    fn judge(&mut self) -> Result<Vec<u64>, Fault> {
        let rows = self.slots.first().map_or(0, Vec::len);
        let slots = &self.slots;
        let sum = |share: std::ops::Range<usize>| {
            let sums = slots.iter().map(|column| {
                column[share.clone()].iter().fold(0_i64, |sum, value| sum.wrapping_add(*value))
            });
            sums.fold(0_i64, i64::wrapping_add)
        };
        let sums: Vec<i64> = thread::scope(|scope| {
            let handles: Vec<_> =
                shares(rows, self.threads).into_iter().map(|share| scope.spawn(move || sum(share))).collect();
            handles.into_iter().filter_map(|handle| handle.join().ok()).collect()
        });
        Ok(sums.into_iter().map(i64::cast_unsigned).collect())
    }

    fn is_met(&self, _: usize, _: usize) -> Option<bool> {
        None
    }
}

struct Judged {
    slots: Vec<Vec<i64>>,
    conditions: Vec<Condition>,
    rows: usize,
    threads: usize,
    /// The verdicts of each thread's share.
    parts: Vec<Bitmaps>,
}

/// A bitmap for each target.
struct Bitmaps(Vec<Vec<u64>>);

impl Bitmaps {
    fn new(rows: usize) -> Bitmaps {
        Bitmaps(vec![vec![0; rows.div_ceil(64)]; TARGETS])
    }
}

impl Judging for Judged {
    fn judge(&mut self) -> Result<Vec<u64>, Fault> {
        let Judged { slots, conditions, rows, threads, parts } = self;
        let (slots, conditions) = (&*slots, &*conditions);
        let mut counts = vec![0; TARGETS];
        thread::scope(|scope| {
            let mut handles = Vec::new();
            for (share, bitmaps) in shares(*rows, *threads).into_iter().zip(parts.iter_mut()) {
                handles.push(scope.spawn(move || judge_share(slots, conditions, share, bitmaps)));
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
        let (part, share) =
            shares(self.rows, self.threads).into_iter().enumerate().find(|(_, it)| it.contains(&row))?;
        let row = row - share.start;
        Some(self.parts[part].0[target][row / 64] >> (row % 64) & 1 == 1)
    }
}

fn judge_share(
    slots: &[Vec<i64>],
    conditions: &[Condition],
    share: std::ops::Range<usize>,
    bitmaps: &mut Bitmaps,
) -> Vec<u64> {
    let column = |slot: usize| &slots[slot][share.clone()];
    let judge = |(condition, bitmap): (&Condition, &mut Vec<u64>)| match *condition {
        Condition::AtLeast(slot, line) => {
            fill(bitmap, column(slot).chunks(64).map(|rows| word(rows.iter().map(|value| *value >= line))))
        }
        Condition::Below(left, right) => {
            pairs(bitmap, column(left), column(right), |left, right| left < right)
        }
        Condition::FallsByAFifth(base, now) => {
            pairs(bitmap, column(base), column(now), |base, now| (base - now) * 5 >= base)
        }
        Condition::FallsEveryYear(first) => {
            bitmap.fill(!0);
            for slot in first + 1..first + YEARS {
                let (before, after) = (column(slot - 1).chunks(64), column(slot).chunks(64));
                for (kept, (before, after)) in bitmap.iter_mut().zip(before.zip(after)) {
                    *kept &= word(before.iter().zip(after).map(|(before, after)| after < before));
                }
            }
            bitmap.iter().map(|word| u64::from(word.count_ones())).sum()
        }
        Condition::Both([(left, least), (right, lowest)]) => {
            pairs(bitmap, column(left), column(right), |left, right| (left >= least) & (right >= lowest))
        }
    };
    conditions.iter().zip(&mut bitmaps.0).map(judge).collect()
}

fn pairs(bitmap: &mut [u64], left: &[i64], right: &[i64], is_met: impl Fn(i64, i64) -> bool) -> u64 {
    let words = left.chunks(64).zip(right.chunks(64));
    fill(
        bitmap,
        words.map(|(left, right)| word(left.iter().zip(right).map(|(left, right)| is_met(*left, *right)))),
    )
}

fn fill(bitmap: &mut [u64], words: impl Iterator<Item = u64>) -> u64 {
    let mut count = 0;
    for (place, word) in bitmap.iter_mut().zip(words) {
        *place = word;
        count += u64::from(word.count_ones());
    }
    count
}

#[inline]
fn word(rows: impl Iterator<Item = bool>) -> u64 {
    rows.enumerate().fold(0, |word, (bit, is_met)| word | u64::from(is_met) << bit)
}
