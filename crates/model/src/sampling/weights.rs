//! The binomial weights on both sides of a count, in floats of known error.

use std::cmp::Ordering;
use std::iter::successors;

use num_traits::ToPrimitive;

use super::Counts;

/// The sums of the binomial weights at and above a count of passes, and below it, both relative to the weight of the
/// count itself. So the probability of so many passes or more is `upper / (upper + lower)`, and neither a factorial
/// nor a power is ever formed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weights {
    pub(super) upper: f64,
    pub(super) lower: f64,
    steps: u32,
}

/// What a float may be off by after one step of a sum, relative to it: each step multiplies by a ratio that has an
/// error of five roundings and adds the term, so 8 roundings of 2⁻⁵³ each would do. This is 32.
const ERROR_OF_STEP: f64 = 1.0 / 281_474_976_710_656.0;

/// Steps that are counted beyond those that were made, for the roundings outside the sums and the rest cut off.
const STEPS_OUTSIDE: u32 = 8;

/// A sum stops where all that is left could no longer change it.
const NEGLIGIBLE: f64 = f64::EPSILON / 2.0;

/// Where a growing sum stops unless the caller says so earlier: far from infinity, further from anything that counts.
const HUGE: f64 = 1e250;

/// Compares the probability of so many passes or more with α: at the odds `p / (1 − p)` of one pass.
///
/// The answer is certain, or it is `None`: the sums carry a bound of their rounding error, and where the two sides
/// are nearer to each other than that, nothing is said. `odds` and `error` are the floats nearest to the exact values,
/// `level` is 1 − `error`.
pub(super) fn compare(counts: Counts, odds: f64, error: f64, level: f64) -> Option<Ordering> {
    if ![odds, error, level].into_iter().all(f64::is_normal) {
        return None;
    }
    // upper / (upper + lower) against the error is upper · level against lower · error.
    let weights = Weights::around(counts, odds, level / error)?;
    let (upper, lower) = (weights.upper * level, weights.lower * error);
    let slack = 1.0 + f64::from(weights.steps.saturating_add(STEPS_OUTSIDE)) * ERROR_OF_STEP;
    if upper > lower * slack {
        Some(Ordering::Greater)
    } else if lower > upper * slack {
        Some(Ordering::Less)
    } else {
        None
    }
}

impl Weights {
    /// The sums as far as floats can hold them.
    pub(super) fn whole(counts: Counts, odds: f64) -> Option<Weights> {
        Weights::around(counts, odds, 0.0)
    }

    /// The sums around a count. Where `balance` is above zero, the longer sum stops once it outweighs the other by
    /// more than twice, with the upper one counted `balance` times: by then it is known which one is greater.
    fn around(counts: Counts, odds: f64, balance: f64) -> Option<Weights> {
        let (passes, total) = (counts.passes().to_f64()?, counts.total().to_f64()?);
        let up = successors(Some(passes), |at| Some(at + 1.0))
            .take_while(|at| *at < total)
            .map(|at| (total - at) / (at + 1.0) * odds);
        let down = successors(Some(passes), |at| Some(at - 1.0))
            .take_while(|at| *at > 0.0)
            .map(|at| at / (total - at + 1.0) / odds);
        let limit = |other: f64| if balance > 0.0 { (2.0 * other).min(HUGE) } else { HUGE };
        // At least one of the sums runs away from the greatest weight and is short; it bounds the other.
        let falls_upwards = (total - passes) * odds < passes + 1.0;
        let (upper, lower) = if falls_upwards {
            let upper = sum(up, HUGE);
            (upper, sum(down, limit((1.0 + upper.0) * balance)))
        } else {
            let lower = sum(down, HUGE);
            (sum(up, limit(lower.0 / balance)), lower)
        };
        let steps = upper.1.checked_add(lower.1)?;
        Some(Weights { upper: 1.0 + upper.0, lower: lower.0, steps })
    }
}

/// The sum of the products of the first ratios, and how many it took. The ratios fall, so that what is left after a
/// term is less than that of a geometric series.
fn sum(ratios: impl Iterator<Item = f64>, limit: f64) -> (f64, u32) {
    let (mut sum, mut term, mut steps) = (0.0, 1.0, 0_u32);
    for ratio in ratios {
        term *= ratio;
        sum += term;
        steps = steps.saturating_add(1);
        let is_rest_negligible = ratio < 1.0 && term * ratio <= sum * NEGLIGIBLE * (1.0 - ratio);
        if is_rest_negligible || sum > limit {
            break;
        }
    }
    (sum, steps)
}
