//! What the tests of samples share.

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
