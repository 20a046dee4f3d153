//! Small texts that stand in several parts of the page.

use dabiao_model::{Shown, TargetResult, Verdict};

use super::View;

/// The verdicts in the order in which they ask for attention.
pub(super) const BY_URGENCY: [Verdict; 7] = [
    Verdict::Missed,
    Verdict::Error,
    Verdict::Unknown,
    Verdict::Uncertain,
    Verdict::Pending,
    Verdict::Met,
    Verdict::NotApplicable,
];

/// The verdicts that someone has to see to.
pub(super) const OPEN: [Verdict; 4] = [Verdict::Missed, Verdict::Error, Verdict::Unknown, Verdict::Uncertain];

/// Where a verdict stands among those that ask for attention.
pub(super) fn rank(verdict: Verdict) -> usize {
    BY_URGENCY.iter().position(|one| *one == verdict).unwrap_or_default()
}

impl View<'_> {
    pub(super) fn shown(&self, one: &Option<Shown>) -> String {
        one.as_ref().map_or_else(String::new, |one| self.words.shown(one))
    }

    pub(super) fn time(&self, one: &Option<String>) -> String {
        one.as_deref().map_or_else(String::new, |one| self.words.time(one))
    }

    pub(super) fn owners(&self, result: &TargetResult) -> String {
        crate::owners::names(self.report, &result.owner, self.words)
    }

    /// How far a result is from its target, or why nobody knows.
    pub(super) fn short(&self, result: &TargetResult) -> String {
        let facts = [self.shown(&result.margin), self.words.why(result)];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        facts.join(&self.words.word("report-parts"))
    }

    /// The remarks beside a verdict.
    pub(super) fn flags(&self, result: &TargetResult) -> String {
        self.words.list(&result.flags.iter().map(|flag| self.words.flag(*flag)).collect::<Vec<_>>())
    }

    /// `12 missed, 3 unknown`, the most urgent first.
    pub(super) fn told(&self, results: &[&TargetResult]) -> String {
        let count = |verdict| results.iter().filter(|one| one.verdict == verdict).count();
        let told =
            BY_URGENCY.into_iter().map(|verdict| (verdict, count(verdict))).filter(|(_, count)| *count > 0);
        let told = told.map(|(verdict, count)| {
            let (count, verdict) = (count.to_string(), self.words.verdict(verdict));
            self.words.say("report-verdict-count", [("count", &count), ("verdict", &verdict)])
        });
        self.words.list(&told.collect::<Vec<_>>())
    }

    /// The verdict that asks most for attention.
    pub(super) fn gravest(&self, results: &[&TargetResult]) -> Verdict {
        results
            .iter()
            .map(|one| one.verdict)
            .min_by_key(|verdict| rank(*verdict))
            .unwrap_or(Verdict::NotApplicable)
    }
}
