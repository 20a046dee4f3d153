//! W0605, W0606, W0613 and W0620: what is declared and used by no rule.

use std::collections::HashSet;

use dabiao_model::{Code, Type};
use dabiao_syntax::{Item, ItemKind, Key, Name};

use crate::allowance;
use crate::checker::Checker;
use crate::declare::Items;
use crate::fields::Fields;
use crate::plan::{AssumptionId, At, MetricId, RecordQuery, SourceId, TableId, TermKind};

/// Warns of declared metrics that no target and no other metric uses.
pub(super) fn metrics(checker: &mut Checker<'_>) {
    let unused: Vec<_> = checker
        .plan
        .metrics
        .iter()
        .enumerate()
        .filter(|(_, metric)| metric.declared && !checker.is_shipped(metric.at.source))
        .filter(|(index, _)| !checker.uses(*index))
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

/// Warns of units, scales and organisations that no rule uses. A file that others bring in is there for many plans,
/// and none of them needs all of it.
pub(super) fn names(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    // Rules without a target are there for others to use.
    if checker.plan.targets.is_empty() {
        return;
    }
    let scales: HashSet<&str> = levels(checker).collect();
    let units: HashSet<&str> = checker.used_units.iter().flat_map(|text| words(text)).collect();
    let shared = shared(checker, items);
    let mut unused: Vec<(At, At, String)> = Vec::new();
    for (source, item) in items.iter().filter(|(source, _)| !shared.contains(source)) {
        let name = match &item.kind {
            ItemKind::Organisation { id, .. } if !checker.used_organisations.contains(id.text.as_ref()) => id,
            ItemKind::Scale { name, .. } if !scales.contains(name.text.as_ref()) => name,
            ItemKind::Unit { name, .. } if !spellings(item, name).any(|one| units.contains(one.as_str())) => {
                name
            }
            _ => continue,
        };
        let at = |span| At { source: *source, span };
        unused.push((at(item.head), at(name.span), name.text.to_string()));
    }
    for (item, at, name) in unused {
        let warning = checker.fault(Code::UnusedName, at.source, at.span).with("name", name);
        allowance::warn(checker, item, warning);
    }
}

/// The scales of metrics and terms.
fn levels<'c>(checker: &'c Checker<'_>) -> impl Iterator<Item = &'c str> {
    let metrics = checker.plan.metrics.iter().map(|metric| &metric.ty);
    let terms = checker.plan.terms.iter().map(|(_, term)| &term.ty);
    metrics.chain(terms).filter_map(|ty| match ty {
        Type::Level(scale) => Some(scale.name()),
        _ => None,
    })
}

/// The units of a product or quotient of units.
fn words(unit: &str) -> impl Iterator<Item = &str> {
    let parts = unit.split(['/', '*', '·', '×', '^', '(', ')', ' ']);
    parts.chain([unit]).filter(|word| !word.is_empty())
}

/// The ways in which a unit may be written.
fn spellings(item: &Item, name: &Name) -> impl Iterator<Item = String> {
    let fields = Fields(&item.fields);
    let symbol = match &item.kind {
        ItemKind::Unit { symbol, .. } => symbol.as_ref().map(|symbol| symbol.text.to_string()),
        _ => None,
    };
    let also = fields.texts(Key::Also);
    let names: Vec<String> = fields.names(Key::Also).iter().map(|name| name.text.to_string()).collect();
    [name.text.to_string()].into_iter().chain(symbol).chain(also).chain(names)
}

/// The files that `use` items name, and those that are shipped.
fn shared(checker: &Checker<'_>, items: Items<'_, '_>) -> HashSet<SourceId> {
    let used: Vec<&str> = items
        .iter()
        .filter_map(|(_, item)| match &item.kind {
            ItemKind::Use { path } => Some(path.text.trim_start_matches("./").trim_end_matches(".dabiao")),
            _ => None,
        })
        .collect();
    // A `use` names a file, or a folder with all files in it.
    let is_used = |name: &str| {
        let name = name.trim_end_matches(".dabiao");
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        used.iter().any(|path| name.ends_with(path) || folder.ends_with(path.trim_end_matches('/')))
    };
    let sources = checker.plan.sources.iter().enumerate();
    let ids = sources.map(|(index, source)| (SourceId::new(index), source));
    let is_shared = |id, name: &str| checker.is_shipped(id) || is_used(name);
    ids.filter(|(id, source)| is_shared(*id, source.name())).map(|(id, _)| id).collect()
}
