//! What a term rests on.

use std::collections::HashSet;

use crate::checker::Checker;
use crate::plan::{AssumptionId, MetricId, RecordQuery, TermId, TermKind};

/// The observed metrics and the assumptions under a term, each once, in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    pub(crate) metrics: Vec<MetricId>,
    pub(crate) assumptions: Vec<AssumptionId>,
}

/// Collects what a term rests on, through derived metrics too.
pub(crate) fn uses(checker: &Checker<'_>, id: TermId) -> Uses {
    let mut uses = Uses::default();
    let mut seen = Seen::default();
    let mut open = Vec::with_capacity(8);
    open.push(id);
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let Some(term) = checker.plan.terms.get(id) else { continue };
        match &term.kind {
            TermKind::Metric { metric, .. } if !uses.metrics.contains(metric) => {
                uses.metrics.push(*metric);
                let of_records = checker.plan.query_of(*metric).map(RecordQuery::assumptions);
                for id in of_records.into_iter().flatten() {
                    if !uses.assumptions.contains(&id) {
                        uses.assumptions.push(id);
                    }
                }
            }
            TermKind::Assumption(id) if !uses.assumptions.contains(id) => uses.assumptions.push(*id),
            _ => {}
        }
        // The last one pushed is looked at first, so the parts go in from right to left.
        let known = open.len();
        term.kind.each_part(|part| open.push(part));
        if let Some(parts) = open.get_mut(known..) {
            parts.reverse();
        }
    }
    uses
}

/// The terms that were looked at: few in nearly all conditions, so that they are found without a table.
#[derive(Default)]
struct Seen {
    few: Vec<TermId>,
    many: HashSet<TermId>,
}

impl Seen {
    /// Whether a term is new.
    fn insert(&mut self, id: TermId) -> bool {
        const FEW: usize = 16;
        if self.few.contains(&id) {
            return false;
        }
        if self.few.len() < FEW {
            self.few.push(id);
            return true;
        }
        self.many.insert(id)
    }
}
