//! Many rows at once: the columns, and what a candidate for them has to be able to do.

use crate::engine::{Arithmetic, Fault, Stand};
use crate::row::{Row, SLOTS};

/// Columns of thousandths, one for each slot.
#[derive(Debug, Clone)]
pub struct Columns {
    /// By slot, then by row.
    pub slots: Vec<Vec<i64>>,
}

impl Columns {
    /// So many rows, their values within two thousandths of the lines. The same rows come out every time.
    #[must_use]
    pub fn of(rows: usize) -> Columns {
        let mut slots: Vec<Vec<i64>> = (0..SLOTS).map(|_| Vec::with_capacity(rows)).collect();
        // xorshift64: which values lie on their lines has no pattern that a branch predictor could learn.
        let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
        for _ in 0..rows {
            let mut offs = [0; SLOTS];
            for off in &mut offs {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                *off = (state >> 33) as i64 % 5 - 2;
            }
            let row = Row::around_the_lines(|slot| offs[slot]);
            for (column, value) in slots.iter_mut().zip(row.0) {
                column.push(value);
            }
        }
        Columns { slots }
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.slots.first().map_or(0, Vec::len)
    }

    /// The values of one row.
    #[must_use]
    pub fn row(&self, row: usize) -> Row {
        Row(std::array::from_fn(|slot| self.slots[slot][row]))
    }
}

/// A candidate for many rows.
pub trait Batch {
    /// Its name in the tables.
    fn name(&self) -> &'static str;

    /// What it is.
    fn stand(&self) -> Stand;

    /// What it computes with.
    fn arithmetic(&self) -> Arithmetic {
        Arithmetic::Exact
    }

    /// Keeps the first `rows` rows in its own form, for a run by so many threads.
    ///
    /// # Errors
    /// Where the candidate refuses the data.
    fn hold(&self, columns: &Columns, rows: usize, threads: usize) -> Result<Box<dyn Judging>, Fault>;
}

/// A candidate that holds its columns.
pub trait Judging {
    /// Judges every row; gives how many rows meet each target, and keeps a verdict for each.
    ///
    /// # Errors
    /// Where the candidate fails.
    fn judge(&mut self) -> Result<Vec<u64>, Fault>;

    /// Whether a target is met in a row, by the last run. A candidate that keeps no verdicts knows none.
    fn is_met(&self, target: usize, row: usize) -> Option<bool>;
}

/// The rows of each of so many threads.
#[must_use]
pub fn shares(rows: usize, threads: usize) -> Vec<std::ops::Range<usize>> {
    // Shares begin at whole words of a bitmap, so that no two threads write to one.
    let share = rows.div_ceil(threads).next_multiple_of(64);
    (0..threads).map(|thread| (thread * share).min(rows)..((thread + 1) * share).min(rows)).collect()
}
