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

    /// Sixty-four positions a word, the first in the lowest bit; words beyond the last position are left out.
    #[inline]
    pub(crate) fn words(&self) -> &[u64] {
        &self.0
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
        assert_eq!((held, bits.words().len()), (vec![0, 64, 200], 4));
    }
}
