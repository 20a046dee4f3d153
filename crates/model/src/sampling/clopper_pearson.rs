//! The bound of Clopper and Pearson.
//!
//! The lower bound is the chance of a pass at which so many passes or more have the probability α. Whether a
//! threshold lies below it is therefore one comparison of a binomial tail with α, and no quantile is needed: floats
//! whose error is known answer almost always, and integers answer what is left.

use std::cmp::Ordering;

use num_traits::ToPrimitive;
use statrs::distribution::{Beta, ContinuousCDF};

use super::weights::Weights;
use super::{Confidence, Counts, exact, weights};
use crate::Number;
use crate::fraction::Fraction;

/// The largest sample whose quantile is the library's. Its incomplete beta function ends after 140 terms and is off
/// in the seventh decimal for samples of a million; up to here it is right to ten (see the tests).
const MOST_FOR_LIBRARY: u64 = 100_000;

/// Steps in which a quantile is found at the latest; six are usual.
const MOST_STEPS: usize = 100;

/// A step that is smaller than this share of the quantile is the last.
const PRECISION: f64 = 1e-12;

/// Compares the lower bound with a threshold; `None` where it is too near to tell in a sample too large to compute.
pub(super) fn compare_lower(counts: Counts, confidence: &Confidence, threshold: &Number) -> Option<Ordering> {
    if counts.passes() == 0 {
        return Some(Number::ZERO.cmp(threshold));
    }
    // With a pass or more, the bound lies above 0; it lies below 1 always.
    if !threshold.is_positive() {
        return Some(Ordering::Greater);
    }
    if *threshold >= Number::ONE {
        return Some(Ordering::Less);
    }
    let (chance, error) = (Fraction::of(threshold)?, Fraction::of(&confidence.error())?);
    let odds = threshold.checked_div(&(Number::ONE - threshold))?;
    let float = |number: &Number| Fraction::of(number)?.to_f64();
    let by_floats = weights::compare(counts, float(&odds)?, error.to_f64()?, float(confidence.level())?);
    // The tail grows with the chance: one that is smaller than α belongs to a threshold below the bound.
    by_floats.or_else(|| exact::compare(counts, &chance, &error)).map(Ordering::reverse)
}

/// The lower bound for display.
pub(super) fn lower(counts: Counts, confidence: &Confidence) -> Option<f64> {
    let error = Fraction::of(&confidence.error())?.to_f64()?;
    let (passes, total) = (counts.passes().to_f64()?, counts.total().to_f64()?);
    if counts.passes() == 0 {
        Some(0.0)
    } else if counts.passes() == counts.total() {
        Some(error.powf(total.recip()))
    } else if counts.total() <= MOST_FOR_LIBRARY {
        Some(Beta::new(passes, total - passes + 1.0).ok()?.inverse_cdf(error))
    } else {
        quantile(counts, error)
    }
}

/// The lower bound by Newton's method, kept between two chances of which one is below it and one above.
fn quantile(counts: Counts, error: f64) -> Option<f64> {
    let passes = counts.passes().to_f64()?;
    let (mut below, mut above) = (0.0, 1.0);
    let mut chance = passes / counts.total().to_f64()?;
    for _ in 0..MOST_STEPS {
        let weights = Weights::whole(counts, chance / (1.0 - chance))?;
        let all = weights.upper + weights.lower;
        let tail = weights.upper / all;
        if tail < error {
            below = chance;
        } else {
            above = chance;
        }
        // The tail's slope in the chance is its first term times passes / chance.
        let next = chance - (tail - error) * all * chance / passes;
        if (next - chance).abs() <= PRECISION * chance {
            return Some(next);
        }
        chance = if below < next && next < above { next } else { f64::midpoint(below, above) };
    }
    Some(chance)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{confidence, counts};
    use super::*;
    use crate::sampling::Interval;

    /// The library's quantile and the one from the sums are computed in unlike ways.
    #[test]
    fn two_ways_to_a_quantile() {
        for total in [2_u64, 10, 29, 100, 1000, 20_000, 100_000] {
            for passes in [1, 2, total / 10, total / 3, total / 2, total.saturating_sub(1)] {
                for level in ["0.6", "0.95", "0.999999999"] {
                    let counts = counts(passes.max(1), total);
                    let confidence = confidence(level, Interval::ClopperPearson);
                    let library = lower(counts, &confidence).unwrap();
                    let error = Fraction::of(&confidence.error()).unwrap().to_f64().unwrap();
                    let sums = quantile(counts, error).unwrap();
                    assert!((library - sums).abs() < 2e-10, "{counts:?} {level}: {library} {sums}");
                }
            }
        }
    }

    /// Quantiles to 12 decimals from a computation with 40 digits.
    #[test]
    fn large_samples() {
        for (passes, total, low) in LARGE {
            let found = lower(counts(passes, total), &confidence("0.95", Interval::ClopperPearson)).unwrap();
            assert!((found - low).abs() < 1e-12, "{passes}/{total}: {found} {low}");
        }
    }

    const LARGE: [(u64, u64, f64); 6] = [
        (3, 200_000, 0.000_004_088_469),
        (1, 1_000_000, 0.000_000_051_293),
        (200_000, 1_000_000, 0.199_342_200_691),
        (900_000, 1_000_000, 0.899_505_188_005),
        (999_999, 1_000_000, 0.999_995_256_144),
        (45_000_000, 100_000_000, 0.449_918_165_635),
    ];
}
