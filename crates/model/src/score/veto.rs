//! A veto on a grade (一票否决).

use super::Grades;
use crate::Number;

/// A veto that applies, because its indicator was missed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Veto {
    /// The grade that it gives. It need not be one of the bands' grades: a missed energy target is "not fulfilled"
    /// whatever the total.
    pub grade: String,
    /// Why it applies.
    pub reason: String,
}

/// A grade before and after vetoes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Graded {
    /// The grade that the score earned; `None` where the score is not known.
    pub earned: Option<String>,
    /// The grade that is given; `None` where it is not known.
    pub given: Option<String>,
    /// The veto that put `given` in the place of `earned`.
    pub veto: Option<Veto>,
}

impl Grades {
    /// The grade of a score with the vetoes that apply, which come last.
    ///
    /// Of several vetoes the one with the worst grade decides, and of those the first. A veto never makes a grade
    /// better. A grade that no band has is worse than all that one has. Where the score is not known, a veto decides
    /// only if no score could have earned a worse grade than its own.
    ///
    /// ```
    /// use dabiao_model::score::{Grades, Veto};
    /// let grades = Grades::descending([("A".to_string(), 90.into())], Some("D".to_string())).unwrap();
    /// let veto = Veto { grade: "D".to_string(), reason: "a systemic product-safety incident".to_string() };
    /// let graded = grades.grade(Some(&97.into()), &[veto.clone()]);
    /// assert_eq!((graded.earned.as_deref(), graded.given.as_deref()), (Some("A"), Some("D")));
    /// assert_eq!(graded.veto, Some(veto));
    /// ```
    #[must_use]
    pub fn grade(&self, score: Option<&Number>, vetoes: &[Veto]) -> Graded {
        let earned = score.and_then(|score| self.of(score)).map(str::to_string);
        let deciding = vetoes.iter().rev().max_by_key(|veto| self.depth(&veto.grade));
        let deciding = deciding.filter(|veto| {
            let least = self.bands().len().saturating_sub(1);
            match &earned {
                Some(earned) => self.depth(&veto.grade) > self.depth(earned),
                None => self.depth(&veto.grade) >= least,
            }
        });
        let given = deciding.map(|veto| veto.grade.clone()).or_else(|| earned.clone());
        Graded { earned, given, veto: deciding.cloned() }
    }

    /// How far down a grade is, one that no band has below all others.
    fn depth(&self, grade: &str) -> usize {
        self.place(grade).unwrap_or(self.bands().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        score: Option<&str>,
        vetoes: &[&str],
        earned: Option<&str>,
        given: Option<&str>,
        reason: Option<&str>,
    ) {
        let lines = [("A", 90), ("B", 80), ("C", 60)].map(|(grade, line)| (grade.to_string(), line.into()));
        let grades = Grades::descending(lines, Some("D".to_string())).unwrap();
        let vetoes: Vec<Veto> = vetoes
            .iter()
            .enumerate()
            .map(|(place, grade)| Veto { grade: grade.to_string(), reason: format!("reason {place}") })
            .collect();
        let graded = grades.grade(score.map(|score| Number::parse(score).unwrap()).as_ref(), &vetoes);
        assert_eq!(
            (
                graded.earned.as_deref(),
                graded.given.as_deref(),
                graded.veto.map(|veto| veto.reason).as_deref()
            ),
            (earned, given, reason),
            "{score:?} {vetoes:?}"
        );
    }

    #[test]
    fn both_grades_are_kept() {
        check(Some("95"), &[], Some("A"), Some("A"), None);
        check(Some("95"), &["D"], Some("A"), Some("D"), Some("reason 0"));
        check(Some("89.5"), &["not fulfilled"], Some("B"), Some("not fulfilled"), Some("reason 0"));
        check(Some("10"), &["not fulfilled"], Some("D"), Some("not fulfilled"), Some("reason 0"));
    }

    #[test]
    fn the_worst_veto_decides_and_none_improves() {
        check(Some("95"), &["B", "D", "C", "D"], Some("A"), Some("D"), Some("reason 1"));
        check(Some("70"), &["B"], Some("C"), Some("C"), None);
        check(Some("70"), &["C"], Some("C"), Some("C"), None);
    }

    #[test]
    fn a_score_that_is_not_known() {
        check(None, &[], None, None, None);
        check(None, &["C"], None, None, None);
        check(None, &["D"], None, Some("D"), Some("reason 0"));
        check(None, &["not fulfilled"], None, Some("not fulfilled"), Some("reason 0"));
    }
}
