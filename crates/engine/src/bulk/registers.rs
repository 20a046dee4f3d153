//! What a run writes its bits into.

use super::rows::{CHUNK, WORDS, full};

/// The answer of one test for the rows of a chunk, one bit for each. A row whose bit is in none of the three does not
/// hold.
#[derive(Debug, Clone)]
pub(super) struct Truth {
    /// The condition holds.
    pub(super) held: [u64; WORDS],
    /// It is not known.
    pub(super) gap: [u64; WORDS],
    /// Something is wrong.
    pub(super) fault: [u64; WORDS],
}

/// One answer for every row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Constant {
    Held,
    Failed,
    Gap,
    Fault,
}

impl Truth {
    pub(super) const NONE: Truth = Truth { held: [0; WORDS], gap: [0; WORDS], fault: [0; WORDS] };

    /// The same answer in so many rows.
    pub(super) fn fill(&mut self, constant: Constant, rows: usize) {
        let of = |this| if this == constant { full(rows) } else { [0; WORDS] };
        self.held = of(Constant::Held);
        self.gap = of(Constant::Gap);
        self.fault = of(Constant::Fault);
    }
}

/// Room for the integers of readings that do not stand one after the other.
#[derive(Debug)]
pub(super) struct Scratch {
    pub(super) left: Box<[i64; CHUNK]>,
    pub(super) right: Box<[i64; CHUNK]>,
}

impl Scratch {
    pub(super) fn new() -> Scratch {
        Scratch { left: Box::new([0; CHUNK]), right: Box::new([0; CHUNK]) }
    }
}
