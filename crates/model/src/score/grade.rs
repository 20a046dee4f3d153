//! Grades over bands of a score.

use std::cmp::Reverse;
use std::ops::{Bound, RangeBounds};

use serde::{Deserialize, Serialize};

use super::cut::Cut;
use super::grade_fault::{GradeFault, faults};
use crate::Number;

/// The scores that earn one grade.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Band {
    /// The grade's name.
    pub grade: String,
    /// Where the band begins.
    pub from: Bound<Number>,
    /// Where it ends.
    pub to: Bound<Number>,
}

/// Grades over bands that leave no score from zero upwards without a grade and give none two, the best grade first.
///
/// `A >= 90, B >= 80, C >= 60, D otherwise` are half-open bands: each includes the line it begins at and ends below
/// the next one. Bands as tables print them, `A 90–100, B 80–89, C 60–79`, do not cover the scores between: they are
/// refused with a score that falls through, and a plan that means them rounds its score first and says so.
///
/// ```
/// use dabiao_model::Number;
/// use dabiao_model::score::Grades;
/// let lines = [("A", 90), ("B", 80), ("C", 60)].map(|(grade, line)| (grade.to_string(), line.into()));
/// let grades = Grades::descending(lines, Some("D".to_string())).unwrap();
/// let grade = |score| grades.of(&Number::parse(score).unwrap());
/// assert_eq!([grade("90"), grade("89.5"), grade("60"), grade("59.99")], ["A", "B", "C", "D"].map(Some));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grades {
    bands: Vec<Band>,
}

impl Band {
    pub(super) fn start(&self) -> Cut {
        Cut::start(&self.from)
    }

    pub(super) fn end(&self) -> Cut {
        Cut::end(&self.to)
    }
}

impl Grades {
    /// Grades over bands, in whatever order.
    ///
    /// # Errors
    /// Every grade that is named twice or can never be earned, every hole and every overlap, each with a score that
    /// shows it.
    pub fn new(mut bands: Vec<Band>) -> Result<Grades, Vec<GradeFault>> {
        let found = faults(&bands);
        if !found.is_empty() {
            return Err(found);
        }
        bands.sort_by_key(|band| Reverse(band.start()));
        Ok(Grades { bands })
    }

    /// Grades over half-open bands, each from its line, itself included, to the line before it: `A >= 90, B >= 80`,
    /// with a grade for all that is below the last line, `D otherwise`.
    ///
    /// # Errors
    /// As for [`Grades::new`]: lines that do not descend make bands that no score is in.
    pub fn descending(
        lines: impl IntoIterator<Item = (String, Number)>,
        otherwise: Option<String>,
    ) -> Result<Grades, Vec<GradeFault>> {
        let mut to = Bound::Unbounded;
        let mut bands = Vec::new();
        for (grade, line) in lines {
            let end = std::mem::replace(&mut to, Bound::Excluded(line.clone()));
            bands.push(Band { grade, from: Bound::Included(line), to: end });
        }
        bands.extend(otherwise.map(|grade| Band { grade, from: Bound::Unbounded, to }));
        Grades::new(bands)
    }

    /// The grade of a score; `None` only below zero, where the bands need not reach.
    #[must_use]
    pub fn of(&self, score: &Number) -> Option<&str> {
        let band = self.bands.iter().find(|band| (band.from.as_ref(), band.to.as_ref()).contains(score));
        band.map(|band| band.grade.as_str())
    }

    /// The bands, that of the best grade first.
    #[must_use]
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// The place of a grade, counted from the best as 0.
    pub(super) fn place(&self, grade: &str) -> Option<usize> {
        self.bands.iter().position(|band| band.grade == grade)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn descending(lines: &[(&str, &str)], otherwise: Option<&str>) -> Result<Grades, Vec<GradeFault>> {
        let lines = lines.iter().map(|(grade, line)| (grade.to_string(), n(line)));
        Grades::descending(lines, otherwise.map(str::to_string))
    }

    fn abcd() -> Grades {
        descending(&[("A", "90"), ("B", "80"), ("C", "60")], Some("D")).unwrap()
    }

    #[test]
    fn half_open_bands() {
        for (score, grade) in [
            ("100", "A"),
            ("106", "A"),
            ("90", "A"),
            ("89.999999", "B"),
            ("89.5", "B"),
            ("80", "B"),
            ("79.5", "C"),
            ("60", "C"),
            ("59.5", "D"),
            ("0", "D"),
        ] {
            assert_eq!(abcd().of(&n(score)), Some(grade), "{score}");
        }
    }

    #[test]
    fn the_best_grade_comes_first() {
        let band = |grade: &str, from, to| Band { grade: grade.to_string(), from, to };
        let grades = Grades::new(vec![
            band("poor", Bound::Included(n("0")), Bound::Excluded(n("60"))),
            band("good", Bound::Included(n("60")), Bound::Unbounded),
        ])
        .unwrap();
        assert_eq!(
            grades.bands().iter().map(|band| band.grade.as_str()).collect::<Vec<_>>(),
            ["good", "poor"]
        );
        assert_eq!((grades.of(&n("-1")), grades.of(&n("60"))), (None, Some("good")));
        assert_eq!((abcd().place("A"), abcd().place("D"), abcd().place("E")), (Some(0), Some(3), None));
    }

    #[test]
    fn one_grade_for_all() {
        assert_eq!(descending(&[], Some("done")).unwrap().of(&n("0")), Some("done"));
    }

    proptest! {
        #[test]
        fn each_score_has_one_grade(lines in prop::collection::btree_set(1_u32..100, 1..6), score in 0_u32..1200) {
            let lines: Vec<(String, Number)> =
                lines.into_iter().rev().map(|line| (line.to_string(), line.into())).collect();
            let grades = Grades::descending(lines.clone(), Some("rest".to_string())).unwrap();
            let score = Number::fraction(score.into(), 10.into()).unwrap();
            let line = lines.iter().find(|(_, line)| score >= *line);
            let expected = line.map_or("rest", |(grade, _)| grade);
            prop_assert_eq!(grades.of(&score), Some(expected));
        }
    }
}
