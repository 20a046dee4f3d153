//! W0605, W0606 and W0620: a metric, an assumption or a table of records that no rule uses.

use std::collections::HashSet;

use dabiao_model::Code;

use crate::allowance;
use crate::checker::Checker;
use crate::plan::{AssumptionId, At, MetricId, RecordQuery, TableId, TermKind};

/// Warns of declared metrics that no target and no other metric uses.
pub(super) fn metrics(checker: &mut Checker<'_>) {
    let unused: Vec<_> = checker
        .plan
        .metrics
        .iter()
        .enumerate()
        .filter(|(_, metric)| metric.declared && !checker.is_shipped(metric.at.source))
        .filter(|(index, _)| !checker.used_metrics.contains(&MetricId::new(*index)))
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
    let of_records = checker.plan.queries.iter().flat_map(RecordQuery::assumptions);
    let used: HashSet<AssumptionId> = checker
        .plan
        .terms
        .iter()
        .filter_map(|(_, term)| match term.kind {
            TermKind::Assumption(id) => Some(id),
            _ => None,
        })
        .chain(of_records)
        .collect();
    let mut unused = Vec::new();
    for (index, assumption) in checker.plan.assumptions.iter_mut().enumerate() {
        if used.contains(&AssumptionId::new(index)) {
            continue;
        }
        assumption.is_spare = assumption.origin.is_shipped;
        if !assumption.is_spare {
            unused.push((assumption.name.clone(), assumption.at));
        }
    }
    for (name, at) in unused {
        let warning = checker.fault(Code::UnusedAssumption, at.source, at.span).with("name", name);
        allowance::warn(checker, at, warning);
    }
}

/// Warns of tables of records of which nothing is asked.
pub(super) fn tables(checker: &mut Checker<'_>) {
    let used: HashSet<TableId> = checker.plan.queries.iter().map(|query| query.table).collect();
    let unused: Vec<(String, At, Option<At>)> = checker
        .plan
        .tables
        .iter()
        .enumerate()
        .filter(|(index, _)| !used.contains(&TableId::new(*index)))
        .map(|(index, table)| (table.name.clone(), table.at, checker.heads_of_tables.get(index).copied()))
        .collect();
    for (name, at, head) in unused {
        let warning = checker.fault(Code::UnusedTable, at.source, at.span).with("name", name);
        allowance::warn(checker, head.unwrap_or(at), warning);
    }
}
