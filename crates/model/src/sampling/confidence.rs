//! How sure a verdict on a sample has to be.

use serde::{Deserialize, Serialize};
use statrs::distribution::{ContinuousCDF, Normal};

use crate::fraction::Fraction;
use crate::{Number, Rounding, RoundingMode};

/// How the bound around a share is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Interval {
    /// The bound at which a binomial tail has exactly the probability α = 1 − level (Clopper and Pearson,
    /// Biometrika 26, 1934). It never errs more often than α and is the default.
    #[default]
    ClopperPearson,
    /// The score bound (Wilson, Journal of the American Statistical Association 22, 1927). It is closer to the share
    /// and errs about as often as α says, in some samples a little more often.
    Wilson,
}

/// A confidence level with the kind of bound that it asks for: `confidence: 95%`.
///
/// Both bounds are one-sided: of all samples that could be drawn, the lower bound comes out above the true share in
/// a part α = 1 − level, and the upper bound below it in the same part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Confidence {
    level: Number,
    interval: Interval,
    z: Number,
}

impl Confidence {
    /// A level as a share; `None` unless it is above a half and at most 1 − 10⁻⁹.
    ///
    /// At a half and below, both bounds could speak at once, and met and missed would be the same thing.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// use dabiao_model::sampling::{Confidence, Interval};
    /// let level = |text| Confidence::new(Number::parse(text).unwrap(), Interval::Wilson);
    /// assert!(level("0.95").is_some());
    /// assert!(level("0.5").is_none() && level("1").is_none() && level("95").is_none());
    /// ```
    #[must_use]
    pub fn new(level: Number, interval: Interval) -> Option<Confidence> {
        let least_error = billionth()?;
        let sound = &level + &level > Number::ONE && &level + &least_error <= Number::ONE;
        if !sound {
            return None;
        }
        let z = deviate(&level)?;
        Some(Confidence { level, interval, z })
    }

    /// The level, a share.
    #[must_use]
    pub fn level(&self) -> &Number {
        &self.level
    }

    /// The kind of bound.
    #[must_use]
    pub fn interval(&self) -> Interval {
        self.interval
    }

    /// The probability of an error to one side: 1 − level.
    #[must_use]
    pub fn error(&self) -> Number {
        Number::ONE - &self.level
    }

    /// The standard normal deviate that the level leaves behind it, 1.644853626951 for 95 %.
    ///
    /// It has no exact value. It is the statistics library's, rounded to 12 decimals, so that every machine takes
    /// the same one; comparisons with a Wilson bound are exact for this value.
    #[must_use]
    pub fn z(&self) -> &Number {
        &self.z
    }
}

fn billionth() -> Option<Number> {
    Number::fraction(Number::ONE, 1_000_000_000.into())
}

fn deviate(level: &Number) -> Option<Number> {
    // From the small tail, because a float near one has too few digits left. It is a share, and so is its float.
    let tail = Fraction::of(&(Number::ONE - level))?.to_f64()?;
    let quantile = -Normal::standard().inverse_cdf(tail);
    let places = Number::fraction(Number::ONE, 1_000_000_000_000_i64.into())?;
    Some(Rounding::new(places, RoundingMode::HalfEven)?.apply(&Number::try_from(quantile).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_their_deviates() {
        // Deviates to 12 decimals from a computation with 50 digits.
        for (level, z) in [
            ("0.95", Some("1.644853626951")),
            ("0.9", Some("1.281551565545")),
            ("0.99", Some("2.326347874041")),
            ("0.975", Some("1.959963984540")),
            ("0.8", Some("0.841621233573")),
            ("2/3", Some("0.430727299295")),
            ("0.999999999", Some("5.997807015008")),
            ("0.9999999991", None),
            ("0.5", None),
            ("0.05", None),
            ("0", None),
            ("-0.95", None),
            ("1", None),
            ("95", None),
        ] {
            let confidence = Confidence::new(Number::parse(level).unwrap(), Interval::Wilson);
            assert_eq!(confidence.map(|it| it.z), z.map(|z| Number::parse(z).unwrap()), "{level}");
        }
    }

    #[test]
    fn what_a_confidence_says_of_itself() {
        let confidence = Confidence::new(Number::parse("0.95").unwrap(), Interval::default()).unwrap();
        assert_eq!(confidence.interval(), Interval::ClopperPearson);
        assert_eq!(
            (confidence.level().to_string(), confidence.error().to_string()),
            ("0.95".into(), "0.05".into())
        );
    }
}
