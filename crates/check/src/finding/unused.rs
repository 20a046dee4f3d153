//! W0605 and W0606: a metric or an assumption that no rule uses.

use std::collections::HashSet;

use dabiao_model::Code;

use crate::allowance;
use crate::checker::Checker;
use crate::plan::{AssumptionId, MetricId, TermKind};

/// Warns of declared metrics that no target and no other metric uses.
pub(super) fn metrics(checker: &mut Checker<'_>) {
    let unused: Vec<_> = checker
        .plan
        .metrics
        .iter()
        .enumerate()
        .filter(|(index, metric)| metric.declared && !checker.used_metrics.contains(&MetricId::new(*index)))
        .map(|(index, metric)| {
            (metric.path.clone(), metric.at, checker.heads.get(&MetricId::new(index)).copied())
        })
        .collect();
    for (path, at, head) in unused {
        let warning = checker.fault(Code::UnusedMetric, at.source, at.span).with("name", path);
        allowance::warn(checker, head.unwrap_or(at), warning);
    }
}

/// Warns of assumptions that no target rests on.
pub(super) fn assumptions(checker: &mut Checker<'_>) {
    let used: HashSet<AssumptionId> = checker
        .plan
        .terms
        .iter()
        .filter_map(|(_, term)| match term.kind {
            TermKind::Assumption(id) => Some(id),
            _ => None,
        })
        .collect();
    let unused: Vec<_> = checker
        .plan
        .assumptions
        .iter()
        .enumerate()
        .filter(|(index, _)| !used.contains(&AssumptionId::new(*index)))
        .map(|(_, assumption)| (assumption.name.clone(), assumption.at))
        .collect();
    for (name, at) in unused {
        let warning = checker.fault(Code::UnusedAssumption, at.source, at.span).with("name", name);
        allowance::warn(checker, at, warning);
    }
}
