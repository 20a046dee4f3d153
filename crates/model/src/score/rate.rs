//! So many points for each step of something.

use serde::{Deserialize, Serialize};

use crate::Number;

/// How a step counts that is not whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Part {
    /// Each step that was begun counts whole.
    Begun,
    /// Only complete steps count.
    Complete,
    /// Each step counts as far as it went.
    Exact,
}

/// Points per step: `1 per 1 point begun`, 每降1%扣1分.
///
/// ```
/// use dabiao_model::Number;
/// use dabiao_model::score::{Part, Rate};
/// let number = |text| Number::parse(text).unwrap();
/// let cost = |part| Rate::new(Number::ONE, number("0.01"), part).unwrap().points(&number("0.017"));
/// assert_eq!(cost(Part::Exact), number("1.7"));
/// assert_eq!(cost(Part::Begun), number("2"));
/// assert_eq!(cost(Part::Complete), number("1"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rate {
    points: Number,
    per: Number,
    part: Part,
}

impl Rate {
    /// So many points for each `per`; `None` where the points are negative or the step is not above zero.
    #[must_use]
    pub fn new(points: Number, per: Number, part: Part) -> Option<Rate> {
        (!points.is_negative() && per.is_positive()).then_some(Rate { points, per, part })
    }

    /// The points for an amount, which is in the unit of the step; none for an amount below zero.
    #[must_use]
    pub fn points(&self, amount: &Number) -> Number {
        // The step is above zero, so the quotient exists.
        let Some(steps) = amount.checked_div(&self.per).filter(Number::is_positive) else {
            return Number::ZERO;
        };
        let counted = match self.part {
            Part::Begun => steps.ceil(),
            Part::Complete => steps.floor(),
            Part::Exact => steps,
        };
        counted * &self.points
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn points_for_an_amount() {
        for (points, per, amount, begun, complete, exact) in [
            ("1", "1", "1.7", "2", "1", "1.7"),
            ("1", "0.01", "0.017", "2", "1", "1.7"),
            ("1", "1", "2", "2", "2", "2"),
            ("2", "0.1", "0.15", "4", "2", "3"),
            ("0.5", "3", "10", "2", "1.5", "5/3"),
            ("1", "1", "0", "0", "0", "0"),
            ("1", "1", "-3", "0", "0", "0"),
            ("0", "1", "7", "0", "0", "0"),
            ("1", "1/3", "0.5", "2", "1", "1.5"),
        ] {
            for (part, expected) in [(Part::Begun, begun), (Part::Complete, complete), (Part::Exact, exact)] {
                let rate = Rate::new(n(points), n(per), part).unwrap();
                assert_eq!(rate.points(&n(amount)), n(expected), "{points} per {per} {part:?}: {amount}");
            }
        }
    }

    #[test]
    fn a_step_is_above_zero() {
        for (points, per) in [("1", "0"), ("1", "-1"), ("-1", "1")] {
            assert_eq!(Rate::new(n(points), n(per), Part::Exact), None, "{points} per {per}");
        }
    }

    proptest! {
        #[test]
        fn begun_is_never_less_than_exact_nor_that_than_complete(amount in -500_i32..500, per in 1_i32..40) {
            let points = |part| Rate::new(3.into(), per.into(), part).unwrap().points(&amount.into());
            let (complete, exact, begun) = (points(Part::Complete), points(Part::Exact), points(Part::Begun));
            prop_assert!(complete <= exact && exact <= begun && begun <= complete + Number::from(3));
        }
    }
}
