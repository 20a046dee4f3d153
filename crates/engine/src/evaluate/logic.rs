//! Three-valued logic.
//!
//! A part without a value leaves the whole without one, unless the other parts already decide it: `no and x` is no
//! and `yes or x` is yes, whether `x` is missing or at fault. Where the whole stays open, a fault goes before a gap.

use smallvec::{SmallVec, smallvec};

use super::Cause;
use super::column::{Cell, Column};

/// `not a`
pub(super) fn not(of: &Column) -> Option<Column> {
    Some(Column::Truths(of.truths()?.iter().map(|cell| cell.map(|truth| !truth)).collect()))
}

/// `a and …`; no parts at all hold.
pub(super) fn all(of: &[&Column], rows: usize) -> Option<Column> {
    fold(of, rows, |tally, parts| if tally.failed > 0 { Some(false) } else { tally.all_hold(parts) })
}

/// `a or …`; no parts at all do not hold.
pub(super) fn any(of: &[&Column], rows: usize) -> Option<Column> {
    at_least(1, of, rows)
}

/// `at least 2 of (a, …)`: decided as soon as enough hold, or too few still can.
pub(super) fn at_least(count: u32, of: &[&Column], rows: usize) -> Option<Column> {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    fold(of, rows, |tally, parts| {
        let possible = parts.saturating_sub(tally.failed);
        if tally.held >= count {
            Some(true)
        } else if possible < count {
            Some(false)
        } else {
            None
        }
    })
}

/// How the parts of one row came out.
#[derive(Clone, Copy, Default)]
struct Tally {
    held: usize,
    failed: usize,
    open: Option<Cause>,
}

impl Tally {
    fn add(&mut self, cell: &Cell<bool>) {
        match cell {
            Ok(true) => self.held = self.held.saturating_add(1),
            Ok(false) => self.failed = self.failed.saturating_add(1),
            Err(cause) => self.open = Some(self.open.map_or(*cause, |first| first.and(*cause))),
        }
    }

    fn all_hold(&self, parts: usize) -> Option<bool> {
        (self.held == parts).then_some(true)
    }
}

/// Counts the parts of each row and lets `decide` say what they amount to.
fn fold(of: &[&Column], rows: usize, decide: impl Fn(&Tally, usize) -> Option<bool>) -> Option<Column> {
    let mut tallies: SmallVec<[Tally; 1]> = smallvec![Tally::default(); rows];
    for column in of {
        for (tally, cell) in tallies.iter_mut().zip(column.truths()?) {
            tally.add(cell);
        }
    }
    let result = |tally: &Tally| match (decide(tally, of.len()), tally.open) {
        (Some(truth), _) => Ok(truth),
        (None, Some(cause)) => Err(cause),
        // Without an open part each of the deciders has decided.
        (None, None) => Ok(false),
    };
    Some(Column::Truths(tallies.iter().map(result).collect()))
}
