//! The rows of a run, and the seats that they read at.

use crate::ids::EntityId;
use crate::row::Row;

/// The words of bits of a chunk of many rows: few enough for the registers of forty targets to stay in the nearest
/// cache. A table of no more than 64 rows is judged in chunks of a single word, by the same code.
pub(super) const WORDS: usize = 16;

/// No seat at all, for a row whose way to a place leads nowhere.
pub(super) const NOWHERE: u32 = u32::MAX;

/// At which seats the rows read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Seats {
    /// One seat after the other, from the first.
    Run(usize),
    /// Each at its own.
    Each(Box<[u32]>),
}

impl Seats {
    /// The seats of entities, in the shortest form.
    pub(super) fn new(seats: impl Iterator<Item = Option<usize>>) -> Seats {
        let seats: Vec<u32> =
            seats.map(|seat| seat.and_then(|seat| u32::try_from(seat).ok()).unwrap_or(NOWHERE)).collect();
        let first = seats.first().copied().unwrap_or(0);
        let is_run = first != NOWHERE && seats.iter().zip(first..).all(|(seat, expected)| *seat == expected);
        match usize::try_from(first) {
            Ok(first) if is_run => Seats::Run(first),
            _ => Seats::Each(seats.into()),
        }
    }
}

/// The seat of an entity.
pub(super) fn seat(entity: Option<EntityId>) -> usize {
    Row { entity, period: None }.seat()
}

/// The rows that are judged at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chunk {
    /// How many rows there are before them.
    pub(super) first: usize,
    /// How many of those are judged by others, and have no place in the columns.
    pub(super) skipped: usize,
    /// How many there are.
    pub(super) rows: usize,
}

impl Chunk {
    /// How many words have their bits.
    #[inline]
    pub(super) fn words(self) -> usize {
        self.rows.div_ceil(64)
    }

    /// The position among the words of all rows of one of the chunk's.
    #[inline]
    pub(super) fn word(self, index: usize) -> usize {
        (self.first.saturating_sub(self.skipped) >> 6).saturating_add(index)
    }

    /// The bits of a word that belong to one of the rows.
    #[inline]
    pub(super) fn full(self, index: usize) -> u64 {
        match self.rows.saturating_sub(index.saturating_mul(64)) {
            0 => 0,
            rest if rest >= 64 => u64::MAX,
            rest => !(u64::MAX << rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_is_cut() {
        let words = |rows| [0, 1, 2].map(|index| Chunk { first: 0, skipped: 0, rows }.full(index));
        assert_eq!(words(0), [0, 0, 0]);
        assert_eq!(words(3), [0b111, 0, 0]);
        assert_eq!(words(64), [u64::MAX, 0, 0]);
        assert_eq!(words(66), [u64::MAX, 0b11, 0]);
    }

    #[test]
    fn seats_that_follow_each_other_are_a_run() {
        assert_eq!(Seats::new([Some(3), Some(4)].into_iter()), Seats::Run(3));
        assert_eq!(Seats::new([Some(0)].into_iter()), Seats::Run(0));
        assert_eq!(Seats::new([Some(4), Some(4)].into_iter()), Seats::Each([4, 4].into()));
        assert_eq!(Seats::new([None, Some(0)].into_iter()), Seats::Each([NOWHERE, 0].into()));
    }
}
