//! What is wrong with bands of grades.

use super::Band;
use super::cut::Cut;
use crate::Number;

/// Why bands do not give each score from zero upwards exactly one grade.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum GradeFault {
    /// Two bands have one grade.
    Repeated {
        /// The grade.
        grade: String,
    },
    /// No score can earn the grade: its band ends before it begins, as where the lines of a list do not descend.
    Never {
        /// The grade.
        grade: String,
    },
    /// Scores without a grade.
    Hole {
        /// A score that has none.
        score: Number,
    },
    /// Scores with two grades.
    Overlap {
        /// The grade whose band begins lower.
        lower: String,
        /// The grade whose band begins higher.
        higher: String,
        /// A score that has both.
        score: Number,
    },
}

/// Every fault of the bands, from the lowest score to the highest.
pub(super) fn faults(bands: &[Band]) -> Vec<GradeFault> {
    let mut found: Vec<GradeFault> = bands
        .iter()
        .enumerate()
        .filter(|(place, band)| bands.iter().take(*place).any(|earlier| earlier.grade == band.grade))
        .map(|(_, band)| GradeFault::Repeated { grade: band.grade.clone() })
        .collect();
    let (mut placed, empty): (Vec<_>, Vec<_>) = bands
        .iter()
        .map(|band| (band.start(), band.end(), &band.grade))
        .partition(|(start, end, _)| start < end);
    found.extend(empty.into_iter().map(|(.., grade)| GradeFault::Never { grade: grade.clone() }));
    placed.sort();
    // The band that reaches furthest of those so far, and how far that is.
    let mut furthest: Option<&String> = None;
    let mut reach = Cut::Bottom;
    for (start, end, grade) in &placed {
        let covered = reach.clone().max(Cut::ZERO);
        if *start > covered {
            found.push(GradeFault::Hole { score: covered.score_before(start) });
        }
        if let Some(lower) = furthest.filter(|_| *start < reach) {
            let score = start.score_before(end.min(&reach));
            found.push(GradeFault::Overlap { lower: lower.clone(), higher: (*grade).clone(), score });
        }
        if *end > reach {
            furthest = Some(grade);
            reach = end.clone();
        }
    }
    if reach < Cut::Top {
        found.push(GradeFault::Hole { score: reach.max(Cut::ZERO).score_before(&Cut::Top) });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Grades;
    use std::ops::Bound::{self, Excluded, Included, Unbounded};

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn check(bands: &[(&str, Bound<&str>, Bound<&str>)], expected: &[&str]) {
        let read = |bound: Bound<&str>| bound.map(n);
        let bands = bands
            .iter()
            .map(|(grade, from, to)| Band { grade: grade.to_string(), from: read(*from), to: read(*to) })
            .collect();
        let shown: Vec<String> = Grades::new(bands).err().unwrap_or_default().iter().map(show).collect();
        assert_eq!(shown, expected);
    }

    fn show(fault: &GradeFault) -> String {
        match fault {
            GradeFault::Repeated { grade } => format!("{grade} twice"),
            GradeFault::Never { grade } => format!("{grade} never"),
            GradeFault::Hole { score } => format!("{score} has none"),
            GradeFault::Overlap { lower, higher, score } => format!("{score} has {lower} and {higher}"),
        }
    }

    #[test]
    fn bands_that_are_sound() {
        check(&[("A", Included("90"), Unbounded), ("B", Included("0"), Excluded("90"))], &[]);
        check(&[("B", Unbounded, Excluded("90")), ("A", Included("90"), Unbounded)], &[]);
        check(&[("A", Excluded("90"), Unbounded), ("B", Unbounded, Included("90"))], &[]);
    }

    /// The national quality-work assessment of 2013 prints whole numbers, and 89.5 has no grade there.
    #[test]
    fn bands_of_whole_numbers_have_holes() {
        check(
            &[
                ("A", Included("90"), Included("100")),
                ("B", Included("80"), Included("89")),
                ("C", Included("60"), Included("79")),
                ("D", Included("0"), Included("59")),
            ],
            &["59.5 has none", "79.5 has none", "89.5 has none", "101 has none"],
        );
    }

    #[test]
    fn holes_and_overlaps() {
        check(&[], &["0 has none"]);
        check(&[("A", Included("90"), Unbounded)], &["0 has none"]);
        check(&[("A", Excluded("0"), Unbounded)], &["0 has none"]);
        check(&[("A", Included("90"), Unbounded), ("B", Included("0"), Included("90"))], &["90 has B and A"]);
        check(&[("A", Excluded("80"), Unbounded), ("B", Unbounded, Included("90"))], &["85 has B and A"]);
        check(
            &[
                ("wide", Included("0"), Unbounded),
                ("low", Included("10"), Excluded("20")),
                ("high", Included("30"), Unbounded),
            ],
            &["10 has wide and low", "30 has wide and high"],
        );
        check(&[("A", Unbounded, Unbounded), ("B", Unbounded, Unbounded)], &["0 has A and B"]);
        check(&[("A", Included("-5"), Unbounded), ("B", Included("-9"), Excluded("-7"))], &[]);
        check(
            &[("A", Included("-8"), Unbounded), ("B", Included("-9"), Excluded("-7"))],
            &["-8 has B and A"],
        );
        check(&[("A", Included("-8"), Excluded("-7"))], &["0 has none"]);
    }

    #[test]
    fn grades_that_are_named_twice_or_never_earned() {
        check(&[("A", Included("50"), Unbounded), ("A", Unbounded, Excluded("50"))], &["A twice"]);
        check(&[("A", Unbounded, Unbounded), ("B", Included("9"), Excluded("9"))], &["B never"]);
        check(&[("A", Unbounded, Unbounded), ("B", Included("9"), Included("8"))], &["B never"]);
        let lines = [("B", 80), ("A", 90), ("C", 60)].map(|(grade, line)| (grade.to_string(), line.into()));
        let faults = Grades::descending(lines, Some("D".to_string())).unwrap_err();
        assert_eq!(faults.iter().map(show).collect::<Vec<_>>(), ["A never", "80 has C and B"]);
    }
}
