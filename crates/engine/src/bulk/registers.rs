//! What a run writes its bits into.

use super::rows::full_word;

/// The answer of one test for the rows of a chunk, one bit for each. A row whose bit is in none of the three does not
/// hold.
#[derive(Debug, Clone)]
pub(super) struct Truth<const W: usize> {
    /// The condition holds.
    pub(super) held: [u64; W],
    /// It is not known.
    pub(super) gap: [u64; W],
    /// Something is wrong.
    pub(super) fault: [u64; W],
}

/// One answer for every row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Constant {
    Held,
    Failed,
    Gap,
    Fault,
}

impl<const W: usize> Truth<W> {
    pub(super) const NONE: Truth<W> = Truth { held: [0; W], gap: [0; W], fault: [0; W] };

    /// The same answer in so many rows.
    pub(super) fn fill(&mut self, constant: Constant, rows: usize) {
        let words = self.held.iter_mut().zip(&mut self.gap).zip(&mut self.fault);
        for (index, ((held, gap), fault)) in words.take(rows.div_ceil(64)).enumerate() {
            let of = |this| if this == constant { full_word(rows, index) } else { 0 };
            (*held, *gap, *fault) = (of(Constant::Held), of(Constant::Gap), of(Constant::Fault));
        }
    }
}

/// Room for the integers of readings that do not stand one after the other.
#[derive(Debug)]
pub(super) struct Scratch {
    pub(super) left: Box<[i64]>,
    pub(super) right: Box<[i64]>,
}

impl Scratch {
    /// Room for the rows of one chunk.
    pub(super) fn new(rows: usize) -> Scratch {
        Scratch { left: vec![0; rows].into(), right: vec![0; rows].into() }
    }
}

/// An answer for each test, and room to work in.
#[derive(Debug)]
pub(super) struct Registers<const W: usize> {
    pub(super) truths: Vec<Truth<W>>,
    pub(super) scratch: Scratch,
}

impl<const W: usize> Registers<W> {
    /// The rows that are judged at a time.
    pub(super) const ROWS: usize = W * 64;

    /// Registers for so many tests.
    pub(super) fn new(tests: usize) -> Registers<W> {
        Registers { truths: vec![Truth::NONE; tests], scratch: Scratch::new(Registers::<W>::ROWS) }
    }
}
