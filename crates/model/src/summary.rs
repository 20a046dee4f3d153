//! How many results bear which verdict.

use serde::{Deserialize, Serialize};

use crate::Verdict;

/// Counts of verdicts.
///
/// ```
/// use dabiao_model::{Summary, Verdict};
/// let summary: Summary = [Verdict::Met, Verdict::Met, Verdict::Missed].into_iter().collect();
/// assert_eq!((summary.met, summary.missed, summary.total()), (2, 1, 3));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field is the count of the verdict of its name")]
pub struct Summary {
    pub met: usize,
    pub missed: usize,
    pub pending: usize,
    pub unknown: usize,
    pub uncertain: usize,
    pub not_applicable: usize,
    pub error: usize,
}

impl Summary {
    /// The count of one verdict.
    #[must_use]
    pub fn get(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Met => self.met,
            Verdict::Missed => self.missed,
            Verdict::Pending => self.pending,
            Verdict::Unknown => self.unknown,
            Verdict::Uncertain => self.uncertain,
            Verdict::NotApplicable => self.not_applicable,
            Verdict::Error => self.error,
        }
    }

    /// How many results were counted.
    #[must_use]
    pub fn total(&self) -> usize {
        Verdict::ALL.iter().map(|verdict| self.get(*verdict)).sum()
    }

    /// Counts so many more results with a verdict.
    ///
    /// ```
    /// use dabiao_model::{Summary, Verdict};
    /// let mut summary: Summary = [Verdict::Met].into_iter().collect();
    /// summary.add(Verdict::Met, 2);
    /// assert_eq!(summary.met, 3);
    /// ```
    pub fn add(&mut self, verdict: Verdict, count: usize) {
        let slot = self.slot(verdict);
        *slot = slot.saturating_add(count);
    }

    fn slot(&mut self, verdict: Verdict) -> &mut usize {
        match verdict {
            Verdict::Met => &mut self.met,
            Verdict::Missed => &mut self.missed,
            Verdict::Pending => &mut self.pending,
            Verdict::Unknown => &mut self.unknown,
            Verdict::Uncertain => &mut self.uncertain,
            Verdict::NotApplicable => &mut self.not_applicable,
            Verdict::Error => &mut self.error,
        }
    }
}

impl FromIterator<Verdict> for Summary {
    fn from_iter<I: IntoIterator<Item = Verdict>>(verdicts: I) -> Summary {
        let mut summary = Summary::default();
        verdicts.into_iter().for_each(|verdict| summary.add(verdict, 1));
        summary
    }
}
