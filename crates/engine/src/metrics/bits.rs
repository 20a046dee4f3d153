//! A set of positions, one bit each.

/// Positions that are in or out; those beyond the end are out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// Whether a position is in.
    #[inline]
    pub(crate) fn get(&self, at: usize) -> bool {
        self.0.get(at >> 6).is_some_and(|word| word >> (at & 63) & 1 == 1)
    }

    /// Puts a position in or takes it out.
    pub(crate) fn set(&mut self, at: usize, is_in: bool) {
        if is_in && self.0.len() <= at >> 6 {
            self.0.resize((at >> 6).saturating_add(1), 0);
        }
        if let Some(word) = self.0.get_mut(at >> 6) {
            let bit = 1 << (at & 63);
            *word = if is_in { *word | bit } else { *word & !bit };
        }
    }

    /// The sixty-four positions from one on, the first in the lowest bit.
    #[inline]
    pub(crate) fn word_at(&self, first: usize) -> u64 {
        let (index, shift) = (first >> 6, first & 63);
        let low = self.0.get(index).copied().unwrap_or(0) >> shift;
        if shift == 0 {
            return low;
        }
        let next = self.0.get(index.saturating_add(1)).copied().unwrap_or(0);
        low | next << 64_usize.saturating_sub(shift)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_go_in_and_out() {
        let mut bits = Bits::default();
        for at in [0, 63, 64, 200] {
            bits.set(at, true);
        }
        bits.set(63, false);
        bits.set(9_999, false);
        let held: Vec<usize> = (0..300).filter(|at| bits.get(*at)).collect();
        assert_eq!(held, [0, 64, 200]);
    }

    #[test]
    fn words_begin_anywhere() {
        let mut bits = Bits::default();
        for at in [0, 1, 63, 64, 130, 700] {
            bits.set(at, true);
        }
        for first in [0, 1, 2, 63, 64, 65, 699, 5_000] {
            let word = bits.word_at(first);
            for place in 0..64 {
                assert_eq!(word >> place & 1 == 1, bits.get(first + place), "{first} {place}");
            }
        }
    }
}
