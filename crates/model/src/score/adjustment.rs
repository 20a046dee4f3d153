//! Bonus and penalty.

use serde::{Deserialize, Serialize};

use super::Rate;
use crate::Number;

/// Points that are added or taken beside an item's own: `2 per 10% over 100% up to 6`.
///
/// ```
/// use dabiao_model::Number;
/// use dabiao_model::score::{Adjustment, Part, Rate};
/// let number = |text| Number::parse(text).unwrap();
/// let rate = Rate::new(2.into(), number("0.1"), Part::Complete).unwrap();
/// let bonus = Adjustment::bonus(rate, Number::ONE, Some(6.into())).unwrap();
/// let points = ["0.95", "1.1", "1.25", "1.9"].map(|completion| bonus.points(&number(completion)).to_string());
/// assert_eq!(points, ["0", "2", "4", "6"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Adjustment {
    side: Side,
    rate: Rate,
    line: Number,
    cap: Option<Number>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
enum Side {
    /// 加分
    Bonus,
    /// 扣分
    Penalty,
}

impl Adjustment {
    /// Points for each step above a line, and at most `cap` of them; `None` where the cap is negative.
    #[must_use]
    pub fn bonus(rate: Rate, over: Number, cap: Option<Number>) -> Option<Adjustment> {
        Adjustment::new(Side::Bonus, rate, over, cap)
    }

    /// Points off for each step below a line, and at most `cap` of them; `None` where the cap is negative.
    #[must_use]
    pub fn penalty(rate: Rate, under: Number, cap: Option<Number>) -> Option<Adjustment> {
        Adjustment::new(Side::Penalty, rate, under, cap)
    }

    /// The points for a figure that is in the unit of the line: positive for a bonus, negative for a penalty.
    #[must_use]
    pub fn points(&self, figure: &Number) -> Number {
        let beyond = match self.side {
            Side::Bonus => figure - &self.line,
            Side::Penalty => &self.line - figure,
        };
        let points = self.rate.points(&beyond);
        let capped = match &self.cap {
            Some(cap) if points > *cap => cap.clone(),
            _ => points,
        };
        match self.side {
            Side::Bonus => capped,
            Side::Penalty => -capped,
        }
    }

    fn new(side: Side, rate: Rate, line: Number, cap: Option<Number>) -> Option<Adjustment> {
        let is_sound = !cap.as_ref().is_some_and(Number::is_negative);
        is_sound.then_some(Adjustment { side, rate, line, cap })
    }
}

/// A sum of points with bonus and penalty points applied, and never below zero.
///
/// ```
/// use dabiao_model::Number;
/// use dabiao_model::score::adjusted;
/// assert_eq!(adjusted(&90.into(), [6.into(), Number::from(-2)]), 94.into());
/// assert_eq!(adjusted(&3.into(), [Number::from(-5)]), Number::ZERO);
/// ```
#[must_use]
pub fn adjusted(sum: &Number, points: impl IntoIterator<Item = Number>) -> Number {
    (sum + points.into_iter().sum::<Number>()).max(Number::ZERO)
}

#[cfg(test)]
mod tests {
    use super::super::Part;
    use super::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn a_bonus_and_its_cap() {
        for (completion, complete, begun, exact) in [
            ("0.9", "0", "0", "0"),
            ("1", "0", "0", "0"),
            ("1.05", "0", "2", "1"),
            ("1.1", "2", "2", "2"),
            ("1.299", "4", "6", "5.98"),
            ("1.3", "6", "6", "6"),
            ("2", "6", "6", "6"),
        ] {
            for (part, points) in [(Part::Complete, complete), (Part::Begun, begun), (Part::Exact, exact)] {
                let rate = Rate::new(n("2"), n("0.1"), part).unwrap();
                let bonus = Adjustment::bonus(rate, n("1"), Some(n("6"))).unwrap();
                assert_eq!(bonus.points(&n(completion)), n(points), "{completion} {part:?}");
            }
        }
    }

    #[test]
    fn a_penalty_and_its_cap() {
        let rate = Rate::new(n("1"), n("0.05"), Part::Begun).unwrap();
        for (cap, completion, points) in [
            (Some("5"), "0.6", "0"),
            (Some("5"), "0.7", "0"),
            (Some("5"), "0.59", "-1"),
            (Some("5"), "0.5", "-2"),
            (Some("5"), "0", "-5"),
            (None, "0", "-12"),
            (Some("0"), "0", "0"),
        ] {
            let penalty = Adjustment::penalty(rate.clone(), n("0.6"), cap.map(n)).unwrap();
            assert_eq!(penalty.points(&n(completion)), n(points), "{completion} up to {cap:?}");
        }
        assert_eq!(Adjustment::penalty(rate.clone(), n("0.6"), Some(n("-1"))), None);
        assert_eq!(Adjustment::bonus(rate, n("0.6"), Some(n("-1"))), None);
    }

    #[test]
    fn the_floor_is_zero() {
        for (sum, points, total) in [
            ("34.8", &[][..], "34.8"),
            ("98", &["6", "-1.5"], "102.5"),
            ("1", &["-3", "1"], "0"),
            ("-1", &[], "0"),
        ] {
            assert_eq!(adjusted(&n(sum), points.iter().map(|text| n(text))), n(total), "{sum} {points:?}");
        }
    }
}
