//! What a sample leaves possible, for display.

use super::{Confidence, Counts, Interval, clopper_pearson, wilson};

/// The one-sided lower and upper bound of a share, both between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The share is at least this, with the confidence asked for.
    pub low: f64,
    /// The share is at most this, with the same confidence.
    pub high: f64,
}

/// The bounds as floats, right to nine decimals, for people to read.
///
/// They take no part in a verdict: [`decide`](super::decide) compares without them. `None` does not come about for
/// counts and a confidence that could be made.
///
/// ```
/// use dabiao_model::Number;
/// use dabiao_model::sampling::{Confidence, Counts, Interval, bounds};
/// let counts = Counts::new(&95.into(), &100.into()).unwrap();
/// let confidence = Confidence::new(Number::parse("0.95").unwrap(), Interval::ClopperPearson).unwrap();
/// let bounds = bounds(counts, &confidence).unwrap();
/// assert_eq!(format!("{:.6} {:.6}", bounds.low, bounds.high), "0.897747 0.980094");
/// ```
#[must_use]
pub fn bounds(counts: Counts, confidence: &Confidence) -> Option<Bounds> {
    let lower = match confidence.interval() {
        Interval::ClopperPearson => clopper_pearson::lower,
        Interval::Wilson => wilson::lower,
    };
    let high = 1.0 - lower(counts.failures(), confidence)?;
    Some(Bounds { low: lower(counts, confidence)?, high })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{confidence, counts};
    use super::*;

    /// `Clopper–Pearson` and Wilson bounds at 95 %, from design tables computed elsewhere.
    #[test]
    fn bounds_to_six_decimals() {
        use Interval::{ClopperPearson, Wilson};
        for (passes, total, interval, low, high) in [
            (95, 100, Wilson, "0.900839", "0.975453"),
            (96, 100, Wilson, "0.913847", "0.981918"),
            (460, 500, Wilson, "0.897709", "0.937770"),
            (465, 500, Wilson, "0.908825", "0.946546"),
            (29, 29, Wilson, "0.914667", "1.000000"),
            (0, 20, Wilson, "0.000000", "0.119158"),
            (95, 100, ClopperPearson, "0.897747", "0.980094"),
            (96, 100, ClopperPearson, "0.910804", "0.986223"),
            (460, 500, ClopperPearson, "0.897132", "0.939062"),
            (465, 500, ClopperPearson, "0.908260", "0.947830"),
            (29, 29, ClopperPearson, "0.901855", "1.000000"),
            (0, 20, ClopperPearson, "0.000000", "0.139108"),
        ] {
            let bounds = bounds(counts(passes, total), &confidence("0.95", interval)).unwrap();
            let shown = [bounds.low, bounds.high].map(|bound| format!("{bound:.6}"));
            assert_eq!(shown, [low, high], "{passes}/{total} by {interval:?}");
        }
    }

    #[test]
    fn the_ends_are_exact() {
        for interval in [Interval::ClopperPearson, Interval::Wilson] {
            for total in [1, 20, 1_000_000] {
                let confidence = confidence("0.99", interval);
                assert_eq!(bounds(counts(0, total), &confidence).unwrap().low, 0.0);
                assert_eq!(bounds(counts(total, total), &confidence).unwrap().high, 1.0);
            }
        }
    }
}
