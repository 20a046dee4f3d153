//! What a target rests on.

use std::collections::HashSet;

use crate::plan::{AssumptionId, At, MetricId, Plan, RecordQuery, Target, TermId, TermKind};

/// Everything under some terms, through computed metrics and the records behind observed ones.
#[derive(Debug, Default)]
pub(super) struct Rests {
    pub(super) metrics: HashSet<MetricId>,
    pub(super) assumptions: HashSet<AssumptionId>,
    /// Where its terms stand; a computed metric's stand where it is declared.
    pub(super) places: HashSet<At>,
}

impl Rests {
    /// What a target's condition and the others beside it rest on.
    pub(super) fn of_target(plan: &Plan, target: &Target) -> Rests {
        let beside = [target.when, target.warn].into_iter().flatten();
        let milestones = target.milestones.iter().map(|milestone| milestone.condition);
        let mut open: Vec<TermId> = beside.chain(milestones).chain([target.condition]).collect();
        let (mut rests, mut seen) = (Rests::default(), HashSet::new());
        while let Some(id) = open.pop() {
            let Some(term) = plan.terms.get(id).filter(|_| seen.insert(id)) else { continue };
            rests.places.insert(term.at);
            match &term.kind {
                TermKind::Metric { metric, .. } => {
                    rests.metrics.insert(*metric);
                    let asked = plan.query_of(*metric).map(RecordQuery::assumptions);
                    rests.assumptions.extend(asked.into_iter().flatten());
                }
                TermKind::Assumption(assumption) => {
                    rests.assumptions.insert(*assumption);
                }
                _ => {}
            }
            open.extend(term.kind.parts());
        }
        rests
    }
}
