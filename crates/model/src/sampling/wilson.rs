//! The bound of Wilson.
//!
//! Both bounds are the roots t of n(p − t)² = z²t(1 − t), with p the share that passed: so a threshold is compared
//! with them by the sign of a quadratic, exactly for a given z, and no root is taken.

use std::cmp::Ordering;

use num_traits::ToPrimitive;

use super::{Confidence, Counts};
use crate::Number;
use crate::fraction::Fraction;

/// Compares the lower bound with a threshold, exactly.
pub(super) fn compare_lower(counts: Counts, confidence: &Confidence, threshold: &Number) -> Ordering {
    let share = counts.share();
    match threshold.cmp(&share) {
        // The lower bound is below the share, other than at 0, where they are one.
        Ordering::Greater => Ordering::Less,
        Ordering::Equal if counts.passes() == 0 => Ordering::Equal,
        Ordering::Equal => Ordering::Less,
        Ordering::Less => {
            let off = &share - threshold;
            let z = confidence.z();
            let spread = z * z * threshold * (Number::ONE - threshold);
            (Number::from(counts.total()) * &off * &off).cmp(&spread)
        }
    }
}

/// The lower bound for display.
pub(super) fn lower(counts: Counts, confidence: &Confidence) -> Option<f64> {
    if counts.passes() == 0 {
        return Some(0.0);
    }
    let total = counts.total().to_f64()?;
    let share = counts.passes().to_f64()? / total;
    let z = Fraction::of(confidence.z())?.to_f64()?;
    let square = z * z / total;
    let spread = z * (share * (1.0 - share) / total + square / (4.0 * total)).sqrt();
    Some(((share + square / 2.0 - spread) / (1.0 + square)).max(0.0))
}
