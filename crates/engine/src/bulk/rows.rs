//! The rows of a run, and the seats that they read at.

use crate::ids::EntityId;
use crate::metrics::Bits;
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

/// Copies the bits of so many positions from a first one on into words, the first position into the lowest bit.
#[inline]
pub(super) fn copy_bits<const W: usize>(bits: &Bits, first: usize, rows: usize, into: &mut [u64; W]) {
    let (skip, shift) = (first >> 6, first & 63);
    let words = bits.words().get(skip..).unwrap_or_default();
    let count = rows.div_ceil(64);
    for (index, word) in into.iter_mut().take(count).enumerate() {
        let low = words.get(index).copied().unwrap_or(0) >> shift;
        let high = match shift {
            0 => 0,
            _ => words.get(index.saturating_add(1)).copied().unwrap_or(0) << 64_usize.saturating_sub(shift),
        };
        *word = (low | high) & full_word(rows, index);
    }
}

/// The bits of a word that belong to one of so many rows.
#[inline]
pub(super) fn full_word(rows: usize, index: usize) -> u64 {
    match rows.saturating_sub(index.saturating_mul(64)) {
        0 => 0,
        rest if rest >= 64 => u64::MAX,
        rest => !(u64::MAX << rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_copied_from_anywhere() {
        let mut bits = Bits::default();
        for at in [0, 1, 63, 64, 130, 700] {
            bits.set(at, true);
        }
        for first in [0, 1, 2, 63, 64, 65, 699, 5_000] {
            for rows in [1, 63, 64, 65, 129] {
                let mut words = [u64::MAX; WORDS];
                copy_bits(&bits, first, rows, &mut words);
                for row in 0..rows {
                    assert_eq!(words[row >> 6] >> (row & 63) & 1 == 1, bits.get(first + row), "{first} {row}");
                }
                if rows & 63 > 0 {
                    assert_eq!(words[rows >> 6] & !full_word(rows, rows >> 6), 0, "nothing beyond the last row");
                }
            }
        }
    }

    #[test]
    fn seats_that_follow_each_other_are_a_run() {
        assert_eq!(Seats::new([Some(3), Some(4)].into_iter()), Seats::Run(3));
        assert_eq!(Seats::new([Some(0)].into_iter()), Seats::Run(0));
        assert_eq!(Seats::new([Some(4), Some(4)].into_iter()), Seats::Each([4, 4].into()));
        assert_eq!(Seats::new([None, Some(0)].into_iter()), Seats::Each([NOWHERE, 0].into()));
    }
}
