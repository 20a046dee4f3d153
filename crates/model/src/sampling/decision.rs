//! Whether a sample meets a threshold.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::{Confidence, Counts, Interval, clopper_pearson, wilson};
use crate::Number;

/// What a sample says about a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// The bound on the threshold's side meets it: all that the sample leaves possible does.
    Met,
    /// The bound on the other side misses it: nothing that the sample leaves possible meets it.
    Missed,
    /// The threshold lies between the bounds: the sample is too small to decide.
    Uncertain,
}

/// Which way a threshold is to be met. 以上 and 以下, 不低于 and 不高于 include the figure, 超过 and 不满 do not (Civil Code
/// of China, article 1259).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// `>=`
    AtLeast,
    /// `>`
    MoreThan,
    /// `<=`
    AtMost,
    /// `<`
    LessThan,
}

/// Decides whether a sample's share meets a threshold with a confidence, by the one-sided bounds.
///
/// For `>= T`: met where the lower bound is at least T, missed where the upper bound is below T, otherwise
/// uncertain; the other directions in the same way.
///
/// The decision does not depend on how floats round. Wilson's bound is compared exactly, for the deviate that
/// [`Confidence::z`] describes. That of Clopper and Pearson is compared in floats with a bound of their error, and
/// in integers where that leaves it open, for a total of up to 20,000. A larger sample that is so close to the line
/// (the probability of its tail within about one part in 10¹⁰ of α) is uncertain, and so is one whose threshold has
/// so many digits that the integers would have more than a million.
///
/// ```
/// use dabiao_model::Number;
/// use dabiao_model::sampling::{Confidence, Counts, Decision, Direction, Interval, decide};
/// let confidence = Confidence::new(Number::parse("0.95").unwrap(), Interval::ClopperPearson).unwrap();
/// let decide = |passes: u32| {
///     let counts = Counts::new(&passes.into(), &100.into()).unwrap();
///     decide(counts, &confidence, &Number::parse("0.9").unwrap(), Direction::AtLeast)
/// };
/// assert_eq!([96, 95].map(decide), [Decision::Met, Decision::Uncertain]);
/// assert_eq!([85, 84].map(decide), [Decision::Uncertain, Decision::Missed]);
/// ```
#[must_use]
pub fn decide(counts: Counts, confidence: &Confidence, threshold: &Number, direction: Direction) -> Decision {
    let low = || compare_lower(counts, confidence, threshold);
    // The upper bound of the passes is the lower bound of the failures, seen from 1.
    let high =
        || compare_lower(counts.failures(), confidence, &(Number::ONE - threshold)).map(Ordering::reverse);
    let (met, missed) = match direction {
        Direction::AtLeast => (low().is_some_and(Ordering::is_ge), high().is_some_and(Ordering::is_lt)),
        Direction::MoreThan => (low().is_some_and(Ordering::is_gt), high().is_some_and(Ordering::is_le)),
        Direction::AtMost => (high().is_some_and(Ordering::is_le), low().is_some_and(Ordering::is_gt)),
        Direction::LessThan => (high().is_some_and(Ordering::is_lt), low().is_some_and(Ordering::is_ge)),
    };
    match (met, missed) {
        (true, _) => Decision::Met,
        (false, true) => Decision::Missed,
        (false, false) => Decision::Uncertain,
    }
}

fn compare_lower(counts: Counts, confidence: &Confidence, threshold: &Number) -> Option<Ordering> {
    match confidence.interval() {
        Interval::ClopperPearson => clopper_pearson::compare_lower(counts, confidence, threshold),
        Interval::Wilson => Some(wilson::compare_lower(counts, confidence, threshold)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{any_counts, confidence, counts, n};
    use super::*;
    use crate::sampling::bounds;
    use Decision::{Met, Missed, Uncertain};
    use Direction::{AtLeast, AtMost, LessThan, MoreThan};
    use proptest::prelude::*;

    const DIRECTIONS: [Direction; 4] = [AtLeast, MoreThan, AtMost, LessThan];
    const INTERVALS: [Interval; 2] = [Interval::ClopperPearson, Interval::Wilson];

    #[test]
    fn three_answers() {
        for (passes, total, direction, threshold, clopper_pearson, wilson) in [
            (95, 100, AtLeast, "0.9", Uncertain, Met),
            (96, 100, AtLeast, "0.9", Met, Met),
            (460, 500, AtLeast, "0.9", Uncertain, Uncertain),
            (465, 500, AtLeast, "0.9", Met, Met),
            (29, 29, AtLeast, "0.9", Met, Met),
            (28, 28, AtLeast, "0.9", Uncertain, Met),
            (90, 100, AtLeast, "0.9", Uncertain, Uncertain),
            (80, 100, AtLeast, "0.9", Missed, Missed),
            (0, 20, AtLeast, "0.9", Missed, Missed),
            (0, 20, AtMost, "0.12", Uncertain, Met),
            (0, 20, AtMost, "0.14", Met, Met),
            (0, 20, LessThan, "0.13", Uncertain, Met),
            (5, 100, AtMost, "0.1", Uncertain, Met),
            (4, 100, AtMost, "0.1", Met, Met),
            (20, 100, AtMost, "0.1", Missed, Missed),
            (20, 100, LessThan, "0.1", Missed, Missed),
            (95, 100, MoreThan, "0.9", Uncertain, Met),
            (96, 100, MoreThan, "0.9", Met, Met),
        ] {
            let found = INTERVALS.map(|interval| {
                decide(counts(passes, total), &confidence("0.95", interval), &n(threshold), direction)
            });
            assert_eq!(found, [clopper_pearson, wilson], "{passes}/{total} {direction:?} {threshold}");
        }
    }

    /// A threshold that is a bound itself, to the last digit: only there do `>=` and `>` part.
    #[test]
    fn on_the_very_line() {
        // All of two pass: the lower bound is √α, a half for α = 1/4.
        let confidence = confidence("0.75", Interval::ClopperPearson);
        for (passes, direction, threshold, decision) in [
            (2, AtLeast, "1/2", Met),
            (2, MoreThan, "1/2", Uncertain),
            (2, AtMost, "1/2", Uncertain),
            (2, LessThan, "1/2", Missed),
            (2, MoreThan, "0.4999999999999999999999999999", Met),
            (2, AtLeast, "0.5000000000000000000000000001", Uncertain),
            (0, AtMost, "1/2", Met),
            (0, LessThan, "1/2", Uncertain),
            (0, AtLeast, "1/2", Uncertain),
            (0, MoreThan, "1/2", Missed),
        ] {
            let found = decide(counts(passes, 2), &confidence, &n(threshold), direction);
            assert_eq!(found, decision, "{passes}/2 {direction:?} {threshold}");
        }
    }

    /// The bounds 0 and 1 belong to the samples in which nothing or all passed.
    #[test]
    fn thresholds_at_and_beyond_the_ends() {
        for (passes, direction, threshold, decision) in [
            (0, AtLeast, "0", Met),
            (0, MoreThan, "0", Uncertain),
            (0, AtMost, "0", Uncertain),
            (0, LessThan, "0", Missed),
            (1, MoreThan, "0", Met),
            (1, AtMost, "0", Missed),
            (20, AtLeast, "1", Uncertain),
            (20, MoreThan, "1", Missed),
            (20, AtMost, "1", Met),
            (20, LessThan, "1", Uncertain),
            (19, LessThan, "1", Met),
            (19, AtLeast, "1", Missed),
            (20, AtLeast, "1.2", Missed),
            (20, AtMost, "1.2", Met),
            (0, AtLeast, "-0.1", Met),
            (0, LessThan, "-0.1", Missed),
            (10, MoreThan, "-1e300", Met),
            (10, MoreThan, "1e300", Missed),
        ] {
            for interval in INTERVALS {
                let found =
                    decide(counts(passes, 20), &confidence("0.95", interval), &n(threshold), direction);
                assert_eq!(found, decision, "{passes}/20 {direction:?} {threshold} by {interval:?}");
            }
        }
    }

    #[test]
    fn samples_of_every_size() {
        for (passes, total, threshold, decision) in [
            (1, 1, "0.05", Met),
            (1, 1, "0.051", Uncertain),
            (18_100, 20_000, "0.9", Met),
            (18_060, 20_000, "0.9", Uncertain),
            (17_900, 20_000, "0.9", Missed),
            (900_500, 1_000_000, "0.9", Met),
            (900_400, 1_000_000, "0.9", Uncertain),
            (500_000_000_000, 1_000_000_000_000, "0.5", Uncertain),
            (500_001_000_000, 1_000_000_000_000, "0.5", Met),
            (100_000_000_000, 1_000_000_000_000, "0.5", Missed),
            (1, 1_000_000_000_000, "1e-300", Met),
            (1, 1_000_000_000_000, "3e-13", Uncertain),
        ] {
            for interval in INTERVALS {
                let found =
                    decide(counts(passes, total), &confidence("0.95", interval), &n(threshold), AtLeast);
                let wilson_is_wider = interval == Interval::Wilson && total == 1;
                assert!(
                    found == decision || wilson_is_wider,
                    "{passes}/{total} {threshold} by {interval:?}: {found:?}"
                );
            }
        }
    }

    fn opposite(direction: Direction) -> Direction {
        match direction {
            AtLeast => LessThan,
            MoreThan => AtMost,
            AtMost => MoreThan,
            LessThan => AtLeast,
        }
    }

    proptest! {
        #[test]
        fn decisions_agree_with_the_bounds(
            counts in any_counts(2000), threshold in 0_u32..=1000, level in 501_u32..1000,
        ) {
            let (share, text) = (f64::from(threshold) / 1000.0, format!("{threshold}/1000"));
            for interval in INTERVALS {
                let confidence = confidence(&format!("{level}/1000"), interval);
                let bounds = bounds(counts, &confidence).unwrap();
                prop_assert!(0.0 <= bounds.low && bounds.low < bounds.high && bounds.high <= 1.0);
                if (bounds.low - share).abs() < 1e-9 || (bounds.high - share).abs() < 1e-9 {
                    continue;
                }
                for (direction, met, missed) in [
                    (AtLeast, bounds.low > share, bounds.high < share),
                    (MoreThan, bounds.low > share, bounds.high < share),
                    (AtMost, bounds.high < share, bounds.low > share),
                    (LessThan, bounds.high < share, bounds.low > share),
                ] {
                    let expected = if met { Met } else if missed { Missed } else { Uncertain };
                    prop_assert_eq!(decide(counts, &confidence, &n(&text), direction), expected);
                }
            }
        }

        /// More passes never make a floor harder to meet, nor a ceiling easier.
        #[test]
        fn more_passes_are_never_worse(total in 1_u64..60, threshold in 0_u32..=64, level in 33_u32..64) {
            let rank = |decision| match decision { Missed => 0, Uncertain => 1, Met => 2 };
            for interval in INTERVALS {
                let confidence = confidence(&format!("{level}/64"), interval);
                for direction in DIRECTIONS {
                    let ranks: Vec<i32> = (0..=total)
                        .map(|passes| decide(counts(passes, total), &confidence, &n(&format!("{threshold}/64")), direction))
                        .map(rank)
                        .collect();
                    let in_order = match direction {
                        AtLeast | MoreThan => ranks.is_sorted(),
                        AtMost | LessThan => ranks.iter().rev().is_sorted(),
                    };
                    prop_assert!(in_order, "{:?} {:?} {:?}", interval, direction, ranks);
                }
            }
        }

        /// What meets a condition misses its opposite, and failures are passes seen from the other side.
        #[test]
        fn symmetries(counts in any_counts(400), threshold in 0_u32..=64) {
            let threshold = n(&format!("{threshold}/64"));
            let mirrored = Number::ONE - &threshold;
            for interval in INTERVALS {
                let confidence = confidence("0.9", interval);
                for (direction, mirror) in [(AtLeast, AtMost), (MoreThan, LessThan)] {
                    let found = decide(counts, &confidence, &threshold, direction);
                    prop_assert_eq!(decide(counts.failures(), &confidence, &mirrored, mirror), found);
                    let turned = match found { Met => Missed, Missed => Met, Uncertain => Uncertain };
                    prop_assert_eq!(decide(counts, &confidence, &threshold, opposite(direction)), turned);
                }
            }
        }
    }
}
