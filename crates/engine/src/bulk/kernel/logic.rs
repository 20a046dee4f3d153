//! Three-valued logic, sixty-four rows at a time.

use super::super::registers::{Constant, Truth};
use super::super::rows::Chunk;
use super::super::test::TestId;

/// The most conditions that `at least 16 of (…)` may ask for here.
pub(in crate::bulk) const MOST: usize = 16;

pub(super) fn not<const W: usize>(of: Option<&Truth<W>>, chunk: Chunk, into: &mut Truth<W>) {
    let Some(of) = of else { return into.fill(Constant::Fault, chunk) };
    for (index, into_held, into_gap, into_fault) in into.words(chunk) {
        let [held, gap, fault] = of.word(index);
        *into_held = chunk.full(index) & !(held | gap | fault);
        (*into_gap, *into_fault) = (gap, fault);
    }
}

/// A part that fails decides; without one, a fault goes before a gap.
pub(super) fn all<const W: usize>(of: &[TestId], before: &[Truth<W>], chunk: Chunk, into: &mut Truth<W>) {
    for (index, into_held, into_gap, into_fault) in into.words(chunk) {
        let (mut failed, mut open, mut faulty) = (0, 0, 0);
        for part in of.iter().filter_map(|part| before.get(*part)) {
            let [held, gap, fault] = part.word(index);
            failed |= !(held | gap | fault);
            open |= gap;
            faulty |= fault;
        }
        *into_fault = faulty & !failed;
        *into_gap = open & !(failed | faulty);
        *into_held = chunk.full(index) & !(failed | faulty | open);
    }
}

/// A part that holds decides; without one, a fault goes before a gap.
pub(super) fn any<const W: usize>(of: &[TestId], before: &[Truth<W>], chunk: Chunk, into: &mut Truth<W>) {
    for (index, into_held, into_gap, into_fault) in into.words(chunk) {
        let (mut any, mut open, mut faulty) = (0, 0, 0);
        for part in of.iter().filter_map(|part| before.get(*part)) {
            let [held, gap, fault] = part.word(index);
            any |= held;
            open |= gap;
            faulty |= fault;
        }
        *into_held = any;
        *into_fault = faulty & !any;
        *into_gap = open & !(any | faulty);
    }
}

/// Decided as soon as enough hold, or too few still can.
pub(super) fn at_least<const W: usize>(
    count: usize,
    of: &[TestId],
    before: &[Truth<W>],
    chunk: Chunk,
    into: &mut Truth<W>,
) {
    for (index, into_held, into_gap, into_fault) in into.words(chunk) {
        let full = chunk.full(index);
        let (mut certain, mut possible, mut faulty) = (Tally::new(full), Tally::new(full), 0);
        for part in of.iter().filter_map(|part| before.get(*part)) {
            let [held, gap, fault] = part.word(index);
            certain.add(held, count);
            possible.add(held | gap | fault, count);
            faulty |= fault;
        }
        let (held, possible) = (certain.reached(count), possible.reached(count));
        *into_held = held;
        *into_fault = possible & !held & faulty;
        *into_gap = possible & !held & !faulty;
    }
}

/// For each number up to [`MOST`] the rows that have so many bits.
struct Tally([u64; MOST + 1]);

impl Tally {
    fn new(full: u64) -> Tally {
        let mut rows = [0; MOST + 1];
        let [none, ..] = &mut rows;
        *none = full;
        Tally(rows)
    }

    fn add(&mut self, bits: u64, count: usize) {
        for number in (0..count.min(MOST)).rev() {
            if let Some([fewer, more]) = self.0.get_mut(number..).and_then(|rows| rows.first_chunk_mut()) {
                *more |= *fewer & bits;
            }
        }
    }

    fn reached(&self, count: usize) -> u64 {
        self.0.get(count).copied().unwrap_or(0)
    }
}
