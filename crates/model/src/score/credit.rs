//! The points of one item.

use serde::{Deserialize, Serialize};

use super::{Ladder, Rate};
use crate::Number;

/// What an item reached: the figures that a [`Credit`] can ask for, `None` where one does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Attainment {
    /// Whether the target is met.
    pub met: bool,
    /// The metric's value.
    pub value: Option<Number>,
    /// The share of the target that was reached (完成率), 1 for all of it. For a fall or a rise it is the actual change
    /// over the one that was asked for, and not the value over its target.
    pub completion: Option<Number>,
    /// How far the value stays behind its target (缺口), in the metric's unit or in points; negative where it is ahead.
    pub shortfall: Option<Number>,
}

/// How an item that is not wholly fulfilled earns points.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Credit {
    /// `all-or-nothing`: the full points where the target is met, else none.
    AllOrNothing,
    /// `proportional`: the full points times the completion, from none to all of them.
    Proportional,
    /// `linear from A to B`
    Linear(Linear),
    /// `ladder 100% -> 40, 90% -> 35, …`
    Ladder(Ladder),
    /// `deduct 1 per 1 point`: the full points less so many for the shortfall, and never below none.
    Deduct(Rate),
}

/// Points that grow evenly with the metric's value, from none at a threshold to all of them at a benchmark. The
/// benchmark may lie below the threshold, where less is better.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Linear {
    from: Number,
    to: Number,
}

impl Linear {
    /// From the threshold to the benchmark; `None` where they are one.
    #[must_use]
    pub fn new(from: Number, to: Number) -> Option<Linear> {
        (from != to).then_some(Linear { from, to })
    }

    /// How much of the way a value has come, from 0 to 1.
    fn share(&self, value: &Number) -> Option<Number> {
        let share = (value - &self.from).checked_div(&(&self.to - &self.from))?;
        Some(share.clamp(Number::ZERO, Number::ONE))
    }
}

impl Credit {
    /// The points for what was reached, of `full` ones; `None` where the figure that they depend on is missing.
    ///
    /// They are never below zero, and never above `full` but for a ladder, which names its own points.
    ///
    /// ```
    /// use dabiao_model::Number;
    /// use dabiao_model::score::{Attainment, Credit, Part, Rate};
    /// let number = |text| Number::parse(text).unwrap();
    /// let reached = Attainment { completion: Some(number("0.87")), ..Attainment::default() };
    /// assert_eq!(Credit::Proportional.points(&reached, &40.into()), Some(number("34.8")));
    ///
    /// let deduct = Credit::Deduct(Rate::new(Number::ONE, number("0.01"), Part::Begun).unwrap());
    /// assert_eq!(deduct.points(&reached, &10.into()), None);
    /// let short = Attainment { shortfall: Some(number("0.017")), ..reached };
    /// assert_eq!(deduct.points(&short, &10.into()), Some(8.into()));
    /// ```
    #[must_use]
    pub fn points(&self, reached: &Attainment, full: &Number) -> Option<Number> {
        let points = match self {
            Credit::AllOrNothing if reached.met => full.clone(),
            Credit::AllOrNothing => Number::ZERO,
            Credit::Proportional => reached.completion.clone()?.clamp(Number::ZERO, Number::ONE) * full,
            Credit::Linear(linear) => linear.share(reached.value.as_ref()?)? * full,
            Credit::Ladder(ladder) => ladder.points(reached.completion.as_ref()?),
            Credit::Deduct(rate) => full - rate.points(reached.shortfall.as_ref()?),
        };
        Some(points.max(Number::ZERO))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Part, Rung};
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn check(credit: &Credit, reached: &Attainment, full: &str, points: Option<&str>) {
        assert_eq!(credit.points(reached, &n(full)), points.map(n), "{credit:?} for {reached:?} of {full}");
    }

    fn completion(text: &str) -> Attainment {
        Attainment { completion: Some(n(text)), ..Attainment::default() }
    }

    fn linear(from: &str, to: &str) -> Credit {
        Credit::Linear(Linear::new(n(from), n(to)).unwrap())
    }

    #[test]
    fn all_or_nothing() {
        for (met, points) in [(true, "10"), (false, "0")] {
            check(&Credit::AllOrNothing, &Attainment { met, ..Attainment::default() }, "10", Some(points));
        }
    }

    #[test]
    fn proportional() {
        for (reached, full, points) in [
            ("0.9", "10", "9"),
            ("0.87", "40", "34.8"),
            ("1/3", "10", "10/3"),
            ("1", "10", "10"),
            ("1.4", "10", "10"),
            ("0", "10", "0"),
            ("-0.3", "10", "0"),
        ] {
            check(&Credit::Proportional, &completion(reached), full, Some(points));
        }
    }

    #[test]
    fn linear_between_a_threshold_and_a_benchmark() {
        for (from, to, value, points) in [
            ("0.6", "1", "0.6", "0"),
            ("0.6", "1", "0.8", "5"),
            ("0.6", "1", "1", "10"),
            ("0.6", "1", "0.5", "0"),
            ("0.6", "1", "1.5", "10"),
            ("30", "10", "15", "7.5"),
            ("30", "10", "40", "0"),
            ("30", "10", "0", "10"),
        ] {
            let reached = Attainment { value: Some(n(value)), ..Attainment::default() };
            check(&linear(from, to), &reached, "10", Some(points));
        }
        assert_eq!(Linear::new(n("0.5"), n("1/2")), None);
    }

    #[test]
    fn deductions() {
        for (shortfall, full, exact, begun, complete) in [
            ("0.017", "10", "8.3", "8", "9"),
            ("0.02", "10", "8", "8", "8"),
            ("0", "10", "10", "10", "10"),
            ("-0.05", "10", "10", "10", "10"),
            ("0.5", "10", "0", "0", "0"),
            ("0.095", "10", "0.5", "0", "1"),
        ] {
            let reached = Attainment { shortfall: Some(n(shortfall)), ..Attainment::default() };
            for (part, points) in [(Part::Exact, exact), (Part::Begun, begun), (Part::Complete, complete)] {
                let rate = Rate::new(Number::ONE, n("0.01"), part).unwrap();
                check(&Credit::Deduct(rate), &reached, full, Some(points));
            }
        }
    }

    #[test]
    fn a_figure_that_is_missing() {
        let rungs = vec![Rung { at: Number::ONE, points: 40.into() }];
        let rate = Rate::new(Number::ONE, Number::ONE, Part::Exact).unwrap();
        for (credit, points) in [
            (Credit::AllOrNothing, Some("0")),
            (Credit::Proportional, None),
            (linear("0", "1"), None),
            (Credit::Ladder(Ladder::new(rungs).unwrap()), None),
            (Credit::Deduct(rate), None),
        ] {
            check(&credit, &Attainment::default(), "40", points);
        }
    }

    /// 16 % of a fall by 20 % is a completion of 80 %, which the ladder of 40 points gives 30.
    #[test]
    fn a_ladder_names_its_own_points() {
        let rungs = [("1", "40"), ("0.8", "30")].map(|(at, points)| Rung { at: n(at), points: n(points) });
        let ladder = Credit::Ladder(Ladder::new(rungs.into()).unwrap());
        for (reached, full, points) in [("0.8", "40", "30"), ("1", "3", "40"), ("0.79", "40", "0")] {
            check(&ladder, &completion(reached), full, Some(points));
        }
    }

    proptest! {
        #[test]
        fn more_is_never_worth_less(one in -50_i32..250, more in 0_i32..100, full in 0_i32..100) {
            let share = |percent: i32| Number::fraction(percent.into(), Number::HUNDRED).unwrap();
            for credit in [Credit::Proportional, linear("0.2", "0.9")] {
                let points = |percent: i32| {
                    let share = Some(share(percent));
                    let reached = Attainment { completion: share.clone(), value: share, ..Attainment::default() };
                    credit.points(&reached, &full.into()).unwrap()
                };
                prop_assert!(points(one) <= points(one.saturating_add(more)));
                prop_assert!(!points(one).is_negative() && points(one) <= full.into());
            }
        }
    }
}
