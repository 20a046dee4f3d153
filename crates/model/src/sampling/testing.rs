//! What the tests of samples share.

use proptest::prelude::*;

use super::{Confidence, Counts, Interval};
use crate::Number;
use crate::fraction::Fraction;

pub(super) fn n(text: &str) -> Number {
    Number::parse(text).unwrap()
}

pub(super) fn fraction(text: &str) -> Fraction {
    Fraction::of(&n(text)).unwrap()
}

pub(super) fn counts(passes: u64, total: u64) -> Counts {
    Counts::new(&passes.into(), &total.into()).unwrap()
}

pub(super) fn confidence(level: &str, interval: Interval) -> Confidence {
    Confidence::new(n(level), interval).unwrap()
}

/// Samples of every share.
pub(super) fn any_counts(most: u64) -> impl Strategy<Value = Counts> {
    (1..=most).prop_flat_map(|total| (0..=total).prop_map(move |passes| counts(passes, total)))
}
