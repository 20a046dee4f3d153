//! By which of its terms a plan rests on declarations that change.

use std::collections::{BTreeSet, HashMap};

use dabiao_model::{DeclarationChangeKind, DeclarationKind};

use super::DeclaredChange;
use super::walk::Rests;
use crate::plan::{AssumptionId, At, MetricId, Plan};

/// The positions of changes by what a term shows of them.
#[derive(Debug, Default)]
pub(super) struct Uses {
    by_metric: HashMap<MetricId, Vec<usize>>,
    by_assumption: HashMap<AssumptionId, Vec<usize>>,
    /// A computed metric shows by where its value is written.
    by_place: HashMap<At, Vec<usize>>,
}

impl Uses {
    pub(super) fn of_plan(plan: &Plan, changes: &[DeclaredChange]) -> Uses {
        let mut uses = Uses::default();
        let assumptions: HashMap<&str, AssumptionId> = plan
            .assumptions
            .iter()
            .enumerate()
            .map(|(place, one)| (one.name.as_str(), AssumptionId::new(place)))
            .collect();
        for (at, change) in changes.iter().enumerate() {
            if change.change == DeclarationChangeKind::Editorial {
                continue;
            }
            match change.kind {
                DeclarationKind::Assumption => {
                    if let Some(id) = assumptions.get(change.name.as_str()) {
                        uses.by_assumption.entry(*id).or_default().push(at);
                    }
                }
                DeclarationKind::Metric => {
                    let Some(id) = plan.metric_id(&change.name) else { continue };
                    uses.by_metric.entry(id).or_default().push(at);
                    let value = plan.metric(id).and_then(|metric| plan.terms.get(metric.value?));
                    if let Some(term) = value {
                        uses.by_place.entry(term.at).or_default().push(at);
                    }
                }
                _ => {}
            }
        }
        uses
    }

    /// The changes that something rests on, in their order.
    pub(super) fn of(&self, rests: &Rests) -> BTreeSet<usize> {
        let metrics = rests.metrics.iter().filter_map(|id| self.by_metric.get(id));
        let assumptions = rests.assumptions.iter().filter_map(|id| self.by_assumption.get(id));
        let places = rests.places.iter().filter_map(|at| self.by_place.get(at));
        metrics.chain(assumptions).chain(places).flatten().copied().collect()
    }
}
