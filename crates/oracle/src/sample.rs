//! Whether a sample supports a verdict, by the probabilities themselves.

use num_bigint::BigInt;
use num_traits::{One, Pow, Zero};

use crate::answer::Number;
use crate::evaluate::whole;
use crate::scenario::{Op, Sample};

/// What a sample says of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Met,
    Missed,
    Neither,
}

/// Holds `passes` of `all` against a threshold.
pub(crate) fn says(sample: Sample, op: Op, passes: usize, all: usize, threshold: &Number) -> Says {
    let bounds = if sample.wilson { wilson } else { clopper_pearson };
    let (low, high) = bounds(sample.confidence, passes, all, threshold);
    use std::cmp::Ordering::{Equal, Greater, Less};
    let (met, missed) = match op {
        Op::AtLeast => (low != Less, high == Less),
        Op::Above => (low == Greater, high != Greater),
        Op::AtMost => (high != Greater, low == Greater),
        Op::Below => (high == Less, low != Less),
        Op::Equal | Op::NotEqual => (low == Equal && high == Equal, false),
    };
    match (met, missed) {
        (true, _) => Says::Met,
        (_, true) => Says::Missed,
        _ => Says::Neither,
    }
}

type Bounds = (std::cmp::Ordering, std::cmp::Ordering);

/// How the lower and the upper bound stand to a threshold. The lower one is the share at which so many passes or more
/// have the probability that is left; with a larger share they are likelier.
fn clopper_pearson(confidence: u8, passes: usize, all: usize, threshold: &Number) -> Bounds {
    let left = Number::one() - whole(confidence.into()) / whole(100);
    let probability = |from: usize, to: usize| {
        (from..=to).fold(Number::zero(), |sum, count| {
            let share = Pow::pow(threshold.clone(), count as i32);
            let rest = Pow::pow(Number::one() - threshold, (all - count) as i32);
            sum + Number::from_integer(choose(all, count)) * share * rest
        })
    };
    let low = if passes == 0 { Number::zero().cmp(threshold) } else { left.cmp(&probability(passes, all)) };
    let high = if passes == all { Number::one().cmp(threshold) } else { probability(0, passes).cmp(&left) };
    (low, high)
}

fn choose(all: usize, count: usize) -> BigInt {
    (0..count).fold(BigInt::one(), |product, index| product * (all - index) / (index + 1))
}

/// The bounds `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)` are the shares T for which
/// `n·(p − T)² = z²·T·(1 − T)`.
fn wilson(confidence: u8, passes: usize, all: usize, threshold: &Number) -> Bounds {
    use std::cmp::Ordering::{Equal, Greater, Less};
    // One-sided quantiles of the normal distribution, to more digits than any sample here can tell apart.
    let (digits, places) = match confidence {
        90 => (1_281_551_565_544_600_466_965_103_i128, 24_u32),
        99 => (2_326_347_874_040_841_100_885_606_i128, 24),
        _ => (1_644_853_626_951_472_714_863_848_i128, 24),
    };
    let z = Number::new(BigInt::from(digits), BigInt::from(10).pow(places));
    let share = whole(passes) / whole(all);
    let distance = &share - threshold;
    let left = whole(all) * &distance * &distance;
    let right = &z * &z * threshold * (Number::one() - threshold);
    let side = left.cmp(&right);
    // A threshold on one side of the share is held against the bound on that side, and nearer than it lies between both.
    // One that is the share itself is a bound only at the very ends.
    let low = match share.cmp(threshold) {
        Greater => side,
        Less => Less,
        Equal if threshold.is_zero() => Equal,
        Equal => Less,
    };
    let high = match share.cmp(threshold) {
        Less => side.reverse(),
        Greater => Greater,
        Equal if threshold.is_one() => Equal,
        Equal => Greater,
    };
    (low, high)
}
