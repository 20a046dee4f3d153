//! How many results bear which verdict.

use serde::Serialize;

use crate::Verdict;

/// Counts of verdicts.
///
/// ```
/// use dabiao_model::{Summary, Verdict};
/// let summary: Summary = [Verdict::Met, Verdict::Met, Verdict::Missed].into_iter().collect();
/// assert_eq!((summary.met, summary.missed, summary.total()), (2, 1, 3));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
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
        verdicts.into_iter().map(|verdict| (verdict, 1)).collect()
    }
}

/// Verdicts with how often each of them came.
impl FromIterator<(Verdict, usize)> for Summary {
    fn from_iter<I: IntoIterator<Item = (Verdict, usize)>>(counts: I) -> Summary {
        let mut summary = Summary::default();
        for (verdict, count) in counts {
            let slot = summary.slot(verdict);
            *slot = slot.saturating_add(count);
        }
        summary
    }
}
