//! Points by steps of completion.

use serde::{Deserialize, Serialize};

use crate::Number;

/// One step of a ladder: `90% -> 35`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rung {
    /// The completion from which on the rung holds, itself included.
    pub at: Number,
    /// The points for it.
    pub points: Number,
}

/// Points by steps of completion, the highest step first; below the lowest step there are none.
///
/// A ladder names its own points, and its first rung names the full ones. What is earned beyond them, such as two
/// points for each 10 % over, is a bonus ([`Adjustment`](super::Adjustment)).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ladder {
    rungs: Vec<Rung>,
}

/// Why rungs are not a ladder. The numbers are places among the rungs, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LadderFault {
    /// There is no rung.
    Empty,
    /// The rung is not below the one before it.
    NotDescending(usize),
    /// The rung gives more points than the one above it, or points below zero.
    Points(usize),
}

impl Ladder {
    /// A ladder of rungs, the highest completion first.
    ///
    /// # Errors
    /// Where there is no rung, one is not below the one before it, or one gives more points than the one before it
    /// or points below zero: the first such rung.
    ///
    /// ```
    /// use dabiao_model::score::{Ladder, LadderFault, Rung};
    /// let ladder = |rungs: [(i32, i32); 2]| {
    ///     Ladder::new(rungs.map(|(at, points)| Rung { at: at.into(), points: points.into() }).into())
    /// };
    /// assert!(ladder([(1, 40), (0, 20)]).is_ok());
    /// assert_eq!(ladder([(0, 20), (1, 40)]), Err(LadderFault::NotDescending(1)));
    /// assert_eq!(ladder([(1, 20), (0, 40)]), Err(LadderFault::Points(1)));
    /// ```
    pub fn new(rungs: Vec<Rung>) -> Result<Ladder, LadderFault> {
        if rungs.is_empty() {
            return Err(LadderFault::Empty);
        }
        let mut above: Option<&Rung> = None;
        for (place, rung) in rungs.iter().enumerate() {
            if above.is_some_and(|above| rung.at >= above.at) {
                return Err(LadderFault::NotDescending(place));
            }
            if rung.points.is_negative() || above.is_some_and(|above| rung.points > above.points) {
                return Err(LadderFault::Points(place));
            }
            above = Some(rung);
        }
        Ok(Ladder { rungs })
    }

    /// The rungs, the highest first; there is at least one.
    #[must_use]
    pub fn rungs(&self) -> &[Rung] {
        &self.rungs
    }

    /// The points of the highest rung that the completion reaches, or none.
    #[must_use]
    pub fn points(&self, completion: &Number) -> Number {
        let reached = self.rungs.iter().find(|rung| *completion >= rung.at);
        reached.map_or(Number::ZERO, |rung| rung.points.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn ladder(rungs: &[(&str, &str)]) -> Result<Ladder, LadderFault> {
        Ladder::new(rungs.iter().map(|(at, points)| Rung { at: n(at), points: n(points) }).collect())
    }

    /// The 40 points of the energy-intensity assessment.
    #[test]
    fn the_highest_rung_reached_counts() {
        let rungs = [("1", "40"), ("0.9", "35"), ("0.8", "30"), ("0.7", "25"), ("0.6", "20"), ("0.5", "15")];
        let ladder = ladder(&rungs).unwrap();
        for (completion, points) in [
            ("0.87", "30"),
            ("1", "40"),
            ("1.3", "40"),
            ("0.9999999999", "35"),
            ("0.9", "35"),
            ("0.8", "30"),
            ("0.799", "25"),
            ("0.5", "15"),
            ("0.4999", "0"),
            ("0", "0"),
            ("-0.2", "0"),
        ] {
            assert_eq!(ladder.points(&n(completion)), n(points), "{completion}");
        }
    }

    #[test]
    fn what_is_no_ladder() {
        for (rungs, fault) in [
            (&[][..], LadderFault::Empty),
            (&[("1", "40"), ("1", "35")], LadderFault::NotDescending(1)),
            (&[("1", "40"), ("0.8", "35"), ("0.9", "30")], LadderFault::NotDescending(2)),
            (&[("1", "40"), ("0.9", "41")], LadderFault::Points(1)),
            (&[("1", "40"), ("0.9", "-1")], LadderFault::Points(1)),
            (&[("1", "-1")], LadderFault::Points(0)),
        ] {
            assert_eq!(ladder(rungs), Err(fault), "{rungs:?}");
        }
        assert_eq!(ladder(&[("1", "40"), ("0.9", "40")]).unwrap().rungs().len(), 2);
    }
}
