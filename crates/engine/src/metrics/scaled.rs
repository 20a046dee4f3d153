//! Numbers as integers over one power of ten.

use dabiao_model::Number;

use super::bits::Bits;
use super::integers::Integers;

/// Numbers of one metric in one period, each an integer over the same power of ten. This is how nearly all data are
/// held: an eighth of the room that exact numbers take, and a form that comparisons run over in bulk.
#[derive(Debug, Clone)]
pub(crate) struct Scaled {
    values: Integers,
    known: Bits,
    exponent: u32,
}

/// The powers of ten that are tried in turn. The first takes shares as people write them, `91.25%`, so that data of
/// one kind come to have one form, whatever their last digits.
const EXPONENTS: [u32; 5] = [4, 6, 9, 12, 18];

impl Scaled {
    /// No numbers yet.
    pub(super) fn new() -> Scaled {
        Scaled { values: Integers::new(), known: Bits::default(), exponent: EXPONENTS[0] }
    }

    /// No whole numbers yet, as the places of levels on their scale are.
    pub(super) fn whole() -> Scaled {
        Scaled { exponent: 0, ..Scaled::new() }
    }

    /// Puts a number at a position; `false` where no power of ten takes it beside those that are there.
    pub(super) fn put(&mut self, at: usize, number: &Number) -> bool {
        let later = EXPONENTS.iter().filter(|exponent| **exponent >= self.exponent);
        let fitting = later.filter_map(|exponent| Some((*exponent, number.scaled(*exponent)?))).next();
        let Some((exponent, value)) = fitting else { return false };
        if exponent > self.exponent && !self.rescale(exponent) {
            return false;
        }
        self.put_integer(at, value);
        true
    }

    /// Puts an integer over the power of ten at a position.
    #[inline]
    pub(super) fn put_integer(&mut self, at: usize, value: i64) {
        self.values.put(at, value);
        self.known.set(at, true);
    }

    /// Takes a number away.
    pub(super) fn remove(&mut self, at: usize) {
        self.known.set(at, false);
    }

    /// The number at a position.
    pub(crate) fn get(&self, at: usize) -> Option<Number> {
        Some(Number::of_scaled(self.integer(at)?, self.exponent))
    }

    /// The integer at a position that has a number.
    #[inline]
    pub(crate) fn integer(&self, at: usize) -> Option<i64> {
        self.known.get(at).then(|| self.values.get(at)).flatten()
    }

    /// Whether there is a number at a position.
    pub(crate) fn holds(&self, at: usize) -> bool {
        self.known.get(at)
    }

    /// The integers by position; those at positions that are not known mean nothing.
    #[inline]
    pub(crate) fn values(&self) -> &Integers {
        &self.values
    }

    /// The positions that have a number.
    #[inline]
    pub(crate) fn known(&self) -> &Bits {
        &self.known
    }

    /// The power of ten that the integers are over.
    #[inline]
    pub(crate) fn exponent(&self) -> u32 {
        self.exponent
    }

    /// Every position's number, where there is one.
    pub(super) fn exact(&self) -> Vec<Option<Number>> {
        (0..self.values.len()).map(|at| self.get(at)).collect()
    }

    /// Brings all integers over a greater power of ten; `false`, with nothing changed, where one does not fit.
    fn rescale(&mut self, exponent: u32) -> bool {
        let Some(factor) = 10_i64.checked_pow(exponent.saturating_sub(self.exponent)) else { return false };
        let mut rescaled = Integers::new();
        for at in 0..self.values.len() {
            // What stands at a position without a number is free to be anything.
            let Some(value) = self.integer(at).unwrap_or(0).checked_mul(factor) else { return false };
            rescaled.put(at, value);
        }
        self.values = rescaled;
        self.exponent = exponent;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_as_they_were() {
        let mut scaled = Scaled::new();
        let texts = ["0.912", "-3", "0.123456789", "0", "9000000000"];
        for (at, text) in texts.iter().enumerate() {
            assert!(scaled.put(at * 70, &Number::parse(text).unwrap()), "{text}");
        }
        for (at, text) in texts.iter().enumerate() {
            assert_eq!(scaled.get(at * 70), Some(Number::parse(text).unwrap()));
        }
        assert_eq!((scaled.exponent(), scaled.get(1)), (9, None));
    }

    #[test]
    fn what_fits_no_power_of_ten_is_refused() {
        for (first, second) in [("0", "1/3"), ("0", "1e15"), ("9e14", "0.123456789"), ("0", "1e-19")] {
            let mut scaled = Scaled::new();
            assert!(scaled.put(0, &Number::parse(first).unwrap()));
            assert!(!scaled.put(1, &Number::parse(second).unwrap()), "{first} and {second}");
            assert_eq!(scaled.get(0), Some(Number::parse(first).unwrap()));
        }
    }
}
