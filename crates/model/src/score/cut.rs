//! A place between scores.

use std::ops::Bound;

use crate::Number;

/// A place on the line of scores that is not itself a score: just before one, just after it, or an end of the line.
/// A band is what lies between two of them, whether its bounds are included or not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cut {
    Bottom,
    At { score: Number, is_after: bool },
    Top,
}

impl Cut {
    /// Where scores from zero upwards begin.
    pub(super) const ZERO: Cut = Cut::At { score: Number::ZERO, is_after: false };

    /// The place where a band begins.
    pub(super) fn start(bound: &Bound<Number>) -> Cut {
        match bound {
            Bound::Unbounded => Cut::Bottom,
            Bound::Included(score) => Cut::At { score: score.clone(), is_after: false },
            Bound::Excluded(score) => Cut::At { score: score.clone(), is_after: true },
        }
    }

    /// The place where a band ends.
    pub(super) fn end(bound: &Bound<Number>) -> Cut {
        match bound {
            Bound::Unbounded => Cut::Top,
            Bound::Included(score) => Cut::At { score: score.clone(), is_after: true },
            Bound::Excluded(score) => Cut::At { score: score.clone(), is_after: false },
        }
    }

    /// A score between this place and a later one.
    pub(super) fn score_before(&self, later: &Cut) -> Number {
        match (self, later) {
            (Cut::At { score, is_after: false }, _) => score.clone(),
            (Cut::At { score: from, .. }, Cut::At { score: to, .. }) => {
                let sum = from + to;
                sum.checked_div(&2.into()).unwrap_or(sum)
            }
            (Cut::At { score, .. }, _) => score + Number::ONE,
            (_, Cut::At { score, .. }) => score - Number::ONE,
            _ => Number::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Bound::{Excluded, Included, Unbounded};
    use std::ops::RangeBounds;

    #[test]
    fn a_score_between() {
        let n = |text: &str| Number::parse(text).unwrap();
        for (from, to, score) in [
            (Included(n("80")), Excluded(n("90")), "80"),
            (Excluded(n("89")), Excluded(n("90")), "89.5"),
            (Excluded(n("89")), Included(n("90")), "89.5"),
            (Included(n("90")), Included(n("90")), "90"),
            (Excluded(n("90")), Unbounded, "91"),
            (Unbounded, Excluded(n("60")), "59"),
            (Unbounded, Unbounded, "0"),
        ] {
            let (start, end) = (Cut::start(&from), Cut::end(&to));
            assert!(start < end, "{from:?} {to:?}");
            assert_eq!(start.score_before(&end), n(score), "{from:?} {to:?}");
            assert!((from, to).contains(&n(score)));
        }
    }

    #[test]
    fn the_order_of_places() {
        let row = [
            Cut::Bottom,
            Cut::ZERO,
            Cut::end(&Included(Number::ZERO)),
            Cut::start(&Included(Number::ONE)),
            Cut::start(&Excluded(Number::ONE)),
            Cut::Top,
        ];
        assert!(row.is_sorted_by(|left, right| left < right));
    }
}
