//! Types of metrics that no rule declares, told by how they are used.

mod inference;

use std::collections::HashSet;

use dabiao_model::{Code, Type};
use dabiao_syntax::{Expr, ExprKind, FieldValue, Item, ItemKind, Key, Name};

use crate::checker::Checker;
use crate::declare::{self, Items};
use crate::lower::lookalike;
use crate::plan::{At, SourceId};
use crate::{allowance, parts};
use inference::Inference;

/// Adds the metrics that rules use and none declares, and finds the type of each metric that has none.
///
/// A name close to a declared one is left out: the rule that uses it reports it as unknown. What no use tells is
/// a plain number.
pub(crate) fn undeclared_metrics<'t>(checker: &mut Checker<'t>, items: Items<'_, 't>) {
    let conditions = conditions(items);
    let declared = checker.plan.metrics.len();
    checker.plan.metric_names.reserve(conditions.len());
    for condition in &conditions {
        add_names(checker, condition.source, condition.expr);
    }
    // Each round may tell a type that tells another one in the next; a round that tells none is the last, and so is one
    // that leaves nothing to be told.
    while checker.metric_types.iter().any(Option::is_none) {
        let mut inference = Inference { checker, changed: false };
        inference.derived();
        for condition in &conditions {
            if condition.is_condition {
                inference.expect(condition.expr, &Type::YesNo);
            }
            inference.visit(condition.expr);
        }
        if !inference.changed {
            break;
        }
    }
    settle(checker, declared, items);
}

/// An expression of the rules, and whether it must be a condition.
struct Use<'t> {
    source: SourceId,
    expr: &'t Expr,
    is_condition: bool,
}

fn conditions<'t>(items: Items<'_, 't>) -> Vec<Use<'t>> {
    let mut found = Vec::new();
    for (source, item) in items {
        let item: &'t Item = item;
        let mut keep = |expr: &'t Expr, is_condition| found.push(Use { source: *source, expr, is_condition });
        if let ItemKind::Target { condition, .. } = &item.kind {
            keep(condition, true);
        }
        for field in &item.fields {
            match (&field.value, field.key) {
                (FieldValue::Expr(expr), Key::When | Key::Warn) => keep(expr, true),
                (FieldValue::Expr(expr), Key::Value) => keep(expr, false),
                (FieldValue::Milestone(milestone), _) => keep(&milestone.condition, true),
                (FieldValue::Adjustment(adjustment), _) => {
                    adjustment.when.iter().for_each(|when| keep(when, true));
                }
                _ => {}
            }
        }
    }
    found
}

/// Adds every name of an expression that can only be a metric.
fn add_names(checker: &mut Checker<'_>, source: SourceId, expr: &Expr) {
    if let ExprKind::Name(name) = &expr.kind {
        let is_open = !is_known(checker, name) && !lookalike::is_lookalike(&name.text);
        if is_open && !resembles_declared(checker, name) {
            let hint = checker.hints.get(name.text.as_ref()).cloned();
            declare::add_undeclared(checker, source, name, hint);
        }
        return;
    }
    if let ExprKind::Compare { left, right, .. } = &expr.kind
        && !checker.plan.scales.is_empty()
    {
        // Beside a level stands a level: an unknown word there is a mistyped one.
        let inference = Inference { checker, changed: false };
        let beside_level = |one: &Expr, other: &Expr| {
            is_single_word(other) && matches!(inference.guess(one), Some(Type::Level(_)))
        };
        if beside_level(left, right) || beside_level(right, left) {
            let side = if is_single_word(right) { left } else { right };
            add_names(checker, source, side);
            return;
        }
    }
    parts::each(expr, &mut |part| add_names(checker, source, part));
}

fn is_known(checker: &Checker<'_>, name: &Name) -> bool {
    checker.plan.metric_id(&name.text).is_some()
        || checker.is_lost(&name.text)
        || checker.assumption_names.contains_key(name.text.as_ref())
        || checker.plan.scales.iter().any(|scale| scale.index(&name.text).is_some())
}

/// Whether a name is most likely a declared one, mistyped.
fn resembles_declared(checker: &Checker<'_>, name: &Name) -> bool {
    if !checker.declares_metrics {
        return false;
    }
    let declared = checker.plan.metrics.iter().filter(|metric| metric.declared);
    let paths = declared.clone().map(|metric| metric.path.as_str());
    let titles = declared.flat_map(|metric| metric.titles.iter().map(String::as_str));
    let assumptions = checker.plan.assumptions.iter().map(|assumption| assumption.name.as_str());
    let similar = dabiao_model::similar(&name.text, paths.chain(titles).chain(assumptions));
    similar.is_some_and(|similar| is_slip(&name.text, similar))
}

/// Whether two similar names differ in segments that are long enough to mistype: `a.rate` and `b.rate` are two
/// metrics, `market.pass_rate` and `markt.pass_rate` are one.
fn is_slip(name: &str, similar: &str) -> bool {
    const SHORT: usize = 3;
    let mut pairs = name.split('.').zip(similar.split('.'));
    let is_long = |segment: &str| segment.chars().count() > SHORT;
    name.split('.').count() != similar.split('.').count()
        || pairs.all(|(one, other)| one == other || !one.is_ascii() || is_long(one) || is_long(other))
}

fn is_single_word(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Name(name) if !name.text.contains('.'))
}

/// Gives what is still open its type, and says which metrics were inferred where the rules declare others.
fn settle(checker: &mut Checker<'_>, declared: usize, items: Items<'_, '_>) {
    let derived: HashSet<_> = checker.derived.keys().copied().collect();
    for index in 0..checker.plan.metrics.len() {
        let id = crate::plan::MetricId::new(index);
        let open = checker.metric_types.get(index).is_some_and(Option::is_none);
        if open && !derived.contains(&id) {
            declare::set_type(checker, id, Type::Number);
        }
        let Some(metric) = checker.plan.metrics.get(index) else { continue };
        if index >= declared && checker.declares_metrics {
            let (path, ty, at) = (metric.path.clone(), metric.ty.clone(), metric.at);
            let warning = checker.fault(Code::UndeclaredMetric, at.source, at.span);
            let item = item_around(items, at);
            allowance::warn(checker, item, warning.with("name", path).with("type", ty));
        }
    }
}

/// The head of the item that a place stands in.
pub(crate) fn item_around(items: Items<'_, '_>, at: At) -> At {
    let before =
        |(source, item): &&(SourceId, &Item)| *source == at.source && item.head.start <= at.span.start;
    let item = items.iter().rev().find(before);
    item.map_or(at, |(source, item)| At { source: *source, span: item.head })
}
