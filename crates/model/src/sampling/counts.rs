//! How many of how many passed.

use crate::Number;

/// The most that a sample may hold. No sample comes near it, and the work for one of this size stays below a second.
const MOST: u64 = 1_000_000_000_000;

/// The passes in a sample and its total; the total is at least one and the passes are no more than it.
///
/// ```
/// use dabiao_model::sampling::{Counts, CountsFault};
/// let counts = Counts::new(&462.into(), &500.into()).unwrap();
/// assert_eq!(counts.share().to_string(), "0.924");
/// assert_eq!(Counts::new(&0.into(), &0.into()), Err(CountsFault::NoData));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Counts {
    passes: u64,
    total: u64,
}

/// Why two numbers are not the counts of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CountsFault {
    /// One of them has a fraction.
    NotWhole,
    /// One of them is below zero.
    Negative,
    /// More passed than there were.
    MoreThanTotal,
    /// The total is zero: a share of nothing is no data, and neither 0 % nor 100 %.
    NoData,
    /// The total is above 10¹².
    TooLarge,
}

impl Counts {
    /// The counts of a sample.
    ///
    /// # Errors
    /// Where the numbers are not whole, negative, more passes than the total, or the total is zero or above 10¹².
    pub fn new(passes: &Number, total: &Number) -> Result<Counts, CountsFault> {
        if !passes.is_integer() || !total.is_integer() {
            return Err(CountsFault::NotWhole);
        }
        if passes.is_negative() || total.is_negative() {
            return Err(CountsFault::Negative);
        }
        if passes > total {
            return Err(CountsFault::MoreThanTotal);
        }
        if total.is_zero() {
            return Err(CountsFault::NoData);
        }
        match (fitting(passes), fitting(total)) {
            (Some(passes), Some(total)) => Ok(Counts { passes, total }),
            _ => Err(CountsFault::TooLarge),
        }
    }

    /// How many passed.
    #[must_use]
    pub fn passes(self) -> u64 {
        self.passes
    }

    /// How many there were; at least one.
    #[must_use]
    pub fn total(self) -> u64 {
        self.total
    }

    /// The share that passed, exactly.
    #[must_use]
    pub fn share(self) -> Number {
        // The total is at least one, so the quotient exists.
        Number::fraction(self.passes.into(), self.total.into()).unwrap_or(Number::ZERO)
    }

    /// The same sample with passes and failures changed over: an upper bound of one is a lower bound of the other.
    pub(super) fn failures(self) -> Counts {
        Counts { passes: self.total.saturating_sub(self.passes), total: self.total }
    }
}

fn fitting(count: &Number) -> Option<u64> {
    count.to_i128().and_then(|count| u64::try_from(count).ok()).filter(|count| *count <= MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_count() {
        for (passes, total, fault) in [
            ("95", "100", None),
            ("0", "1", None),
            ("1", "1", None),
            ("12.0", "20", None),
            ("0", "0", Some(CountsFault::NoData)),
            ("1", "0", Some(CountsFault::MoreThanTotal)),
            ("101", "100", Some(CountsFault::MoreThanTotal)),
            ("-1", "100", Some(CountsFault::Negative)),
            ("-2", "-1", Some(CountsFault::Negative)),
            ("1.5", "100", Some(CountsFault::NotWhole)),
            ("1", "1/3", Some(CountsFault::NotWhole)),
            ("0", "1000000000000", None),
            ("0", "1000000000001", Some(CountsFault::TooLarge)),
            ("1e300", "1e300", Some(CountsFault::TooLarge)),
        ] {
            let counts = Counts::new(&Number::parse(passes).unwrap(), &Number::parse(total).unwrap());
            assert_eq!(counts.err(), fault, "{passes}/{total}");
        }
    }

    #[test]
    fn passes_and_failures_make_the_total() {
        let counts = Counts::new(&462.into(), &500.into()).unwrap();
        assert_eq!((counts.failures().passes(), counts.failures().total()), (38, 500));
        assert_eq!(counts.failures().failures(), counts);
        assert_eq!(counts.share() + counts.failures().share(), Number::ONE);
    }
}
