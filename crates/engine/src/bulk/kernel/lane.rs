//! Loops over integers that write a bit for each, in shapes that a compiler makes vectors of.

/// An integer in a form that columns have.
pub(super) trait Lane: Copy + Ord + Into<i64> {
    /// Sixty-four bits, the first in the lowest place.
    fn pack(bits: impl Iterator<Item = bool>) -> u64;
}

impl Lane for i32 {
    /// Bytes are the way here: comparisons of four bytes each narrow to them in few steps.
    #[inline(always)]
    fn pack(bits: impl Iterator<Item = bool>) -> u64 {
        let mut bytes = [0_u8; 64];
        bytes.iter_mut().zip(bits).for_each(|(byte, bit)| *byte = bit.into());
        let (eights, _) = bytes.as_chunks::<8>();
        eights.iter().rev().fold(0, |word, eight| word << 8 | gather(*eight))
    }
}

impl Lane for i64 {
    #[inline(always)]
    fn pack(bits: impl Iterator<Item = bool>) -> u64 {
        one_by_one(bits)
    }
}

/// The lowest bits of eight bytes that are 0 or 1, the first in the lowest place.
#[inline(always)]
fn gather(bytes: [u8; 8]) -> u64 {
    // The product has the bit of byte n at place 56 + n, and no two bits of it meet.
    u64::from_le_bytes(bytes).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[inline(always)]
fn one_by_one(bits: impl Iterator<Item = bool>) -> u64 {
    bits.enumerate().fold(0, |word, (place, bit)| word | u64::from(bit) << place)
}

/// Writes a bit for each value.
#[inline(always)]
pub(super) fn fill<T: Lane>(values: &[T], into: &mut [u64], holds: impl Fn(T) -> bool) {
    // One row is a batch of its own so often that it has a way of its own.
    if let ([only], [word, ..]) = (values, &mut *into) {
        *word = holds(*only).into();
        return;
    }
    let (blocks, rest) = values.as_chunks::<64>();
    of_blocks(blocks, into, &holds);
    if let Some(word) = into.get_mut(blocks.len()) {
        *word = one_by_one(rest.iter().map(|value| holds(*value)));
    }
}

#[inline(always)]
fn of_blocks<T: Lane>(blocks: &[[T; 64]], into: &mut [u64], holds: &impl Fn(T) -> bool) {
    for (block, word) in blocks.iter().zip(into) {
        *word = T::pack(block.iter().map(|value| holds(*value)));
    }
}

/// Writes a bit for each pair of values. `block` makes a word of sixty-four pairs.
#[inline(always)]
pub(super) fn fill_pairs<T: Lane, U: Lane>(
    left: &[T],
    right: &[U],
    into: &mut [u64],
    block: impl Fn(&[T; 64], &[U; 64]) -> u64,
    holds: impl Fn(T, U) -> bool,
) {
    if let ([left], [right], [word, ..]) = (left, right, &mut *into) {
        *word = holds(*left, *right).into();
        return;
    }
    let ((lefts, left), (rights, right)) = (left.as_chunks::<64>(), right.as_chunks::<64>());
    of_pairs(lefts, rights, into, &block);
    if let Some(word) = into.get_mut(lefts.len()) {
        *word = one_by_one(left.iter().zip(right).map(|(left, right)| holds(*left, *right)));
    }
}

#[inline(always)]
fn of_pairs<T: Lane, U: Lane>(
    lefts: &[[T; 64]],
    rights: &[[U; 64]],
    into: &mut [u64],
    block: &impl Fn(&[T; 64], &[U; 64]) -> u64,
) {
    for ((left, right), word) in lefts.iter().zip(rights).zip(into) {
        *word = block(left, right);
    }
}

/// A word of sixty-four pairs, by the lane of the left ones.
#[inline(always)]
pub(super) fn pack_pairs<T: Lane, U: Lane>(
    left: &[T; 64],
    right: &[U; 64],
    holds: impl Fn(T, U) -> bool,
) -> u64 {
    T::pack(left.iter().zip(right).map(|(left, right)| holds(*left, *right)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wanted(bits: impl Iterator<Item = bool>) -> Vec<u64> {
        let bits: Vec<bool> = bits.collect();
        let word = |bits: &[bool]| bits.iter().rev().fold(0, |word, bit| word << 1 | u64::from(*bit));
        bits.chunks(64).map(word).collect()
    }

    proptest! {
        #[test]
        fn every_value_has_its_bit(values in prop::collection::vec(-3_i32..3, 0..200), limit in -3_i32..3) {
            let mut words = vec![0; values.len().div_ceil(64)];
            fill(&values, &mut words, |value| value >= limit);
            prop_assert_eq!(&words, &wanted(values.iter().map(|value| *value >= limit)));
            let long: Vec<i64> = values.iter().map(|value| i64::from(*value)).collect();
            fill(&long, &mut words, |value| value >= limit.into());
            prop_assert_eq!(&words, &wanted(values.iter().map(|value| *value >= limit)));
            let turned: Vec<i32> = values.iter().rev().copied().collect();
            let less = |left: i32, right: i32| left < right;
            fill_pairs(&values, &turned, &mut words, |left, right| pack_pairs(left, right, less), less);
            prop_assert_eq!(words, wanted(values.iter().zip(&turned).map(|(left, right)| left < right)));
        }
    }
}
