//! What a run writes its bits into.

use super::rows::Chunk;
use super::test::Test;

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

    /// The same answer in every row.
    pub(super) fn fill(&mut self, constant: Constant, chunk: Chunk) {
        for (index, held, gap, fault) in self.words(chunk) {
            let of = |this| if this == constant { chunk.full(index) } else { 0 };
            (*held, *gap, *fault) = (of(Constant::Held), of(Constant::Gap), of(Constant::Fault));
        }
    }

    /// Makes an answer of what holds, with the known rows in the place of the gaps, perhaps the other way round.
    #[inline]
    pub(super) fn settle(&mut self, negated: bool, chunk: Chunk) {
        let turn = if negated { u64::MAX } else { 0 };
        for (index, held, gap, fault) in self.words(chunk) {
            let known = *gap;
            *held = (*held ^ turn) & known;
            *gap = chunk.full(index) & !known;
            *fault = 0;
        }
    }

    /// The words of the rows, by their position.
    #[inline]
    pub(super) fn words(
        &mut self,
        chunk: Chunk,
    ) -> impl Iterator<Item = (usize, &mut u64, &mut u64, &mut u64)> {
        let words = self.held.iter_mut().zip(&mut self.gap).zip(&mut self.fault);
        words.take(chunk.words()).enumerate().map(|(index, ((held, gap), fault))| (index, held, gap, fault))
    }

    /// The three bits of sixty-four rows: held, open and faulty.
    #[inline]
    pub(super) fn word(&self, index: usize) -> [u64; 3] {
        [&self.held, &self.gap, &self.fault].map(|words| words.get(index).copied().unwrap_or(0))
    }
}

/// Room for the integers of readings that do not stand one after the other.
#[derive(Debug)]
pub(super) struct Scratch {
    pub(super) left: Box<[i64]>,
    pub(super) right: Box<[i64]>,
    /// A lane for each step of the longest formula.
    pub(super) lanes: Vec<Lane>,
    /// Whether a formula of the chunk needs more than sixteen bytes for a row.
    pub(super) is_short: bool,
}

/// The integers of one step of a formula for sixty-four rows, and which of them are open or faulty.
#[derive(Debug, Clone)]
pub(super) struct Lane {
    pub(super) values: [i128; 64],
    pub(super) gap: u64,
    pub(super) fault: u64,
}

impl Lane {
    /// The same integer in every row.
    pub(super) fn fill(&mut self, value: i128) {
        *self = Lane { values: [value; 64], gap: 0, fault: 0 };
    }
}

impl Scratch {
    /// Room for the rows of one chunk.
    pub(super) fn new(rows: usize, steps: usize) -> Scratch {
        let lane = Lane { values: [0; 64], gap: 0, fault: 0 };
        let room = || vec![0; rows].into();
        Scratch { left: room(), right: room(), lanes: vec![lane; steps], is_short: false }
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

    /// Registers for some tests.
    pub(super) fn new(tests: &[Test]) -> Registers<W> {
        let steps = tests.iter().map(Test::steps).max().unwrap_or(0);
        Registers {
            truths: vec![Truth::NONE; tests.len()],
            scratch: Scratch::new(Registers::<W>::ROWS, steps),
        }
    }
}
