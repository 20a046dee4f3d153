//! Targets as proofs see them.

use crate::plan::{Plan, Target, TermId, TermKind};
use crate::proof::{Claim, Condition, Prover};
use dabiao_model::Type;

/// A target's conditions, read for proofs.
pub(super) struct Asked {
    /// Where the target applies.
    pub(super) when: Option<Condition>,
    /// What must be true.
    pub(super) condition: Condition,
}

impl Asked {
    pub(super) fn read<'p>(prover: &mut Prover<'p>, plan: &'p Plan, target: &Target) -> Asked {
        let when = target.when.map(|when| prover.read(plan, when));
        Asked { when, condition: prover.read(plan, target.condition) }
    }

    /// That the target applies; nothing is claimed of one that always does.
    pub(super) fn applies(&self) -> impl Iterator<Item = Claim> {
        self.when.iter().map(Condition::holds)
    }

    /// That the target applies and its condition holds.
    pub(super) fn met(&self) -> Vec<Claim> {
        self.applies().chain([self.condition.holds()]).collect()
    }

    /// That the target applies and its condition does not hold.
    pub(super) fn missed(&self) -> Vec<Claim> {
        self.applies().chain([self.condition.fails()]).collect()
    }
}

/// Whether a condition can obviously come out either way: it compares readings that have no range, each once.
pub(super) fn is_open(plan: &Plan, id: TermId) -> bool {
    let kind = |id: TermId| plan.terms.get(id).map(|term| &term.kind);
    let free = |id: TermId| match kind(id) {
        Some(TermKind::Metric { metric, .. }) => plan
            .metric(*metric)
            .filter(|metric| metric.range.is_none() && !matches!(metric.ty, Type::Level(_)))
            .map(|metric| &metric.path),
        _ => None,
    };
    let fixed = |id: TermId| matches!(kind(id), Some(TermKind::Constant(_) | TermKind::Assumption(_)));
    match kind(id) {
        Some(TermKind::Metric { .. }) => true,
        Some(TermKind::Compare { left, right, .. }) => match (free(*left), free(*right)) {
            (Some(left), Some(right)) => left != right,
            (Some(_), None) => fixed(*right),
            (None, Some(_)) => fixed(*left),
            (None, None) => false,
        },
        Some(TermKind::Change(test)) => free(test.now).is_some() && fixed(test.amount),
        Some(TermKind::Trend(test)) => free(test.value).is_some(),
        _ => false,
    }
}
