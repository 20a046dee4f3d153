//! A binomial tail against a probability, in integers.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{One, Zero};

use super::Counts;
use crate::fraction::Fraction;

/// The largest sample for which the integers are formed. A comparison takes 15 ms at this size, up to 60 ms where the
/// threshold has many digits, and nine seconds at half a million.
const MOST_TOTAL: u64 = 20_000;

/// The most binary digits that the integers of one comparison may have.
const MOST_BITS: u64 = 1 << 20;

/// How often, in steps, the sum looks whether what is left of it can still matter.
const STEPS_BETWEEN_LOOKS: u64 = 16;

/// Compares the probability of so many passes or more, each with the probability `chance`, with `error`.
///
/// The chance lies between 0 and 1, and at neither. `None` also where the integers would be too large: above a sample
/// of 20,000, or where its total times the binary digits of the chance's denominator is over a million. Of 20,000
/// the threshold may have 15 decimals, of 1,000 it may have 300.
///
/// With chance = a / b, the probability is the sum of C(n, i) · aⁱ · (b − a)ⁿ⁻ⁱ over bⁿ, so that it is enough to
/// compare the sum with one integer. The sum ends as soon as it has passed that integer, or the geometric series
/// above the rest can no longer bring it there.
pub(super) fn compare(counts: Counts, chance: &Fraction, error: &Fraction) -> Option<Ordering> {
    let size = chance.denom.bits().checked_mul(counts.total())?;
    let is_between = !chance.numer.is_zero() && chance.numer < chance.denom;
    (counts.total() <= MOST_TOTAL && size <= MOST_BITS && is_between).then(|| tail(counts, chance, error))?
}

#[expect(
    clippy::arithmetic_side_effects,
    reason = "big integers; the divisors and the differences are not below 1"
)]
fn tail(counts: Counts, chance: &Fraction, error: &Fraction) -> Option<Ordering> {
    let (passes, total) = (counts.passes(), counts.total());
    let failures = total.checked_sub(passes)?;
    let others = &chance.denom - &chance.numer;
    let everything = chance.denom.pow(u32::try_from(total).ok()?) * &error.numer;
    let (line, beyond) = everything.div_rem(&error.denom);

    let mut term = choose(total, passes.min(failures))
        * chance.numer.pow(u32::try_from(passes).ok()?)
        * others.pow(u32::try_from(failures).ok()?);
    let mut sum = term.clone();
    for at in passes..total {
        if sum > line {
            return Some(Ordering::Greater);
        }
        let (rise, fall) = (&chance.numer * (total - at), &others * (at + 1));
        if at % STEPS_BETWEEN_LOOKS == 0
            && rise < fall
            && &sum + &term * &rise / (&fall - &rise) + 1_u32 < line
        {
            return Some(Ordering::Less);
        }
        term = term * rise / fall;
        sum += &term;
    }
    // The sum is whole, so a line with a fraction behind it is above a sum that equals the line's whole part.
    Some(sum.cmp(&line).then(if beyond.is_zero() { Ordering::Equal } else { Ordering::Less }))
}

/// The ways to take `few` of `total`.
#[expect(clippy::arithmetic_side_effects, reason = "big integers, and no divisor is zero")]
fn choose(total: u64, few: u64) -> BigUint {
    (0..few).fold(BigUint::one(), |ways, at| ways * (total - at) / (at + 1))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{any_counts, counts, fraction, n};
    use super::super::weights;
    use super::*;
    use crate::Number;
    use crate::fraction::whole;
    use proptest::prelude::*;

    #[test]
    fn tails_that_are_known() {
        use Ordering::{Equal, Greater, Less};
        for (passes, total, chance, error, order) in [
            // One of one has the chance itself, all of n have its n-th power.
            (1, 1, "0.05", "0.05", Equal),
            (1, 1, "0.05", "0.0500001", Less),
            (2, 2, "1/2", "1/4", Equal),
            (10, 10, "1/2", "1/1024", Equal),
            (10, 10, "1/2", "1/1023", Less),
            (10, 10, "1/2", "1/1025", Greater),
            // One or more of n: 1 − (1 − p)ⁿ.
            (1, 3, "1/2", "7/8", Equal),
            (1, 2, "0.1", "0.19", Equal),
            (1, 2, "0.1", "0.18999999999999999999", Greater),
            // Half or more of an odd number by chances of a half.
            (500, 999, "1/2", "1/2", Equal),
            (501, 999, "1/2", "1/2", Less),
            // 95 of 100 at 90 %: 0.0575769.
            (95, 100, "0.9", "0.05", Greater),
            (95, 100, "0.9", "0.06", Less),
            (96, 100, "0.9", "0.05", Less),
        ] {
            let found = compare(counts(passes, total), &fraction(chance), &fraction(error));
            assert_eq!(found, Some(order), "{passes}/{total} at {chance} against {error}");
        }
    }

    #[test]
    fn the_size_is_limited() {
        for (total, chance, answers) in [
            (20_000, "0.9", true),
            (20_001, "0.9", false),
            (20_000, "0.900000000000001", true),
            (20_000, "0.90000000000000001", false),
            (500, "0.90000000000000001", true),
        ] {
            let found = compare(counts(total, total), &fraction(chance), &fraction("0.05"));
            assert_eq!(found.is_some(), answers, "{total} at {chance}");
        }
        for chance in ["0", "1", "1.5"] {
            assert_eq!(compare(counts(1, 2), &fraction(chance), &fraction("0.05")), None);
        }
    }

    /// The whole sum, term by term, with nothing left out and nothing stopped early.
    fn plain_tail(counts: Counts, chance: &Number) -> Number {
        let power = |base: &Number, times: u64| (0..times).fold(Number::ONE, |product, _| product * base);
        let failing = Number::ONE - chance;
        (counts.passes()..=counts.total())
            .map(|at| {
                let rest = counts.total().saturating_sub(at);
                whole(&choose(counts.total(), at)) * power(chance, at) * power(&failing, rest)
            })
            .sum()
    }

    proptest! {
        #[test]
        fn the_sum_may_stop_early(counts in any_counts(40), chance in 1_u32..64, error in 1_u32..64) {
            let (chance, error) = (format!("{chance}/64"), format!("{error}/64"));
            let order = plain_tail(counts, &n(&chance)).cmp(&n(&error));
            prop_assert_eq!(compare(counts, &fraction(&chance), &fraction(&error)), Some(order));
        }

        #[test]
        fn floats_that_speak_are_right(
            anywhere in any_counts(3000), chance in 1_u32..1000, error in 1_u32..500, off in -100_i32..100,
        ) {
            let (share, error) = (f64::from(chance) / 1000.0, format!("{error}/1000"));
            // Few counts that are drawn at large lie where the tail is near the error; those near the mean do.
            let total = anywhere.total();
            let mean = (Number::from(total) * n(&format!("{chance}/1000"))).floor() + Number::from(off);
            let near = Counts::new(&mean.max(Number::ZERO).min(total.into()), &total.into()).unwrap();
            for counts in [anywhere, near] {
                let integers = compare(counts, &fraction(&format!("{chance}/1000")), &fraction(&error));
                let error = fraction(&error).to_f64().unwrap();
                let floats = weights::compare(counts, share / (1.0 - share), error, 1.0 - error);
                prop_assert!(floats.is_none() || floats == integers, "{counts:?} {floats:?} {integers:?}");
            }
        }
    }

    #[test]
    fn floats_say_nothing_where_they_cannot_know() {
        assert_eq!(weights::compare(counts(1, 1), 0.05 / 0.95, 0.05, 0.95), None);
        assert_eq!(weights::compare(counts(10, 10), 1.0, 1.0 / 1024.0, 1023.0 / 1024.0), None);
        for odds in [0.0, f64::INFINITY, f64::NAN, 5e-324] {
            assert_eq!(weights::compare(counts(5, 10), odds, 0.05, 0.95), None);
        }
    }
}
