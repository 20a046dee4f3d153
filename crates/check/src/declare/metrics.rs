//! `metric` items.

use dabiao_model::{Code, Type, Value};
use dabiao_syntax::{Expr, Item, ItemKind, Key, Name};

use super::{Items, types};
use crate::checker::Checker;
use crate::fields::{self, Fields};
use crate::lower;
use crate::plan::{At, Metric, MetricId, SourceId};

/// Reads the metrics with their names and declared types; what computes a derived one is kept for later.
pub(crate) fn metrics<'t>(checker: &mut Checker<'t>, items: Items<'_, 't>) {
    let mut ranged = Vec::new();
    for (source, item) in items {
        let ItemKind::Metric { path, titles } = &item.kind else { continue };
        checker.declares_metrics = true;
        let Some(id) = declare(checker, *source, item, path, fields::titles(titles)) else { continue };
        let fields = Fields(&item.fields);
        if let Some(expr) = fields.expr(Key::Value) {
            checker.derived.insert(id, (*source, expr));
        }
        let Some(ty) = fields.type_expr(Key::Type) else { continue };
        // A type that cannot be read was reported; its use tells the type instead, so that nothing else is said.
        let Some(known) = types::resolve(checker, *source, &ty.name) else { continue };
        if let Some(range) = &ty.range {
            ranged.push((id, *source, range));
        }
        set_type(checker, id, known);
    }
    for (id, source, (first, last)) in ranged {
        range(checker, id, source, first, last);
    }
}

/// Adds a metric that no rule declares; without a hint, its use has to tell its type.
pub(crate) fn add_undeclared(checker: &mut Checker<'_>, source: SourceId, name: &Name, hint: Option<Type>) {
    push(checker, &name.text, Vec::new(), At { source, span: name.span }, false, hint);
}

/// Fixes a metric's type.
pub(crate) fn set_type(checker: &mut Checker<'_>, id: MetricId, ty: Type) {
    if let Some(metric) = checker.plan.metrics.get_mut(id.index()) {
        metric.ty = ty.clone();
    }
    if let Some(known) = checker.metric_types.get_mut(id.index()) {
        *known = Some(ty);
    }
}

fn declare(
    checker: &mut Checker<'_>,
    source: SourceId,
    item: &Item,
    path: &Name,
    mut titles: Vec<String>,
) -> Option<MetricId> {
    let fields = Fields(&item.fields);
    titles.extend(fields.texts(Key::Title));
    if !is_free(checker, source, path, &path.text) {
        return None;
    }
    titles.retain(|title| is_free(checker, source, path, title));
    let id = push(checker, &path.text, titles, At { source, span: path.span }, true, None);
    checker.heads.insert(id, At { source, span: item.head });
    if let Some(metric) = checker.plan.metrics.get_mut(id.index()) {
        metric.cite = fields.texts(Key::Cite);
        metric.source = fields.texts(Key::Source).into_iter().next();
    }
    Some(id)
}

/// Whether no other metric has a name; otherwise the clash is reported.
fn is_free(checker: &mut Checker<'_>, source: SourceId, path: &Name, name: &str) -> bool {
    let Some(earlier) = checker.plan.metric_id(name).and_then(|id| checker.plan.metric(id)) else {
        return true;
    };
    let note = checker.place(earlier.at);
    let fault = checker.fault(Code::DuplicateName, source, path.span).with("name", name);
    checker.report(fault.note(note, "note-first-declared"));
    false
}

fn push(
    checker: &mut Checker<'_>,
    path: &str,
    titles: Vec<String>,
    at: At,
    declared: bool,
    ty: Option<Type>,
) -> MetricId {
    let id = MetricId::new(checker.plan.metrics.len());
    checker.plan.metric_names.insert(path.to_string(), id);
    for title in &titles {
        checker.plan.metric_names.insert(title.clone(), id);
    }
    checker.metric_types.push(ty.clone());
    checker.plan.metrics.push(Metric {
        path: path.to_string(),
        titles,
        ty: ty.unwrap_or(Type::Number),
        range: None,
        value: None,
        cite: Vec::new(),
        source: None,
        declared,
        at,
    });
    id
}

/// Reads `in 0%..100%`: both ends are constants of the metric's type, in order.
fn range(checker: &mut Checker<'_>, id: MetricId, source: SourceId, first: &Expr, last: &Expr) {
    let Some(ty) = checker.plan.metric(id).map(|metric| metric.ty.clone()) else { return };
    let Some(least) = lower::constant_of(checker, source, first, &ty) else { return };
    let Some(greatest) = lower::constant_of(checker, source, last, &ty) else { return };
    let reversed = match (&least, &greatest) {
        (Value::Number(least), Value::Number(greatest)) => least > greatest,
        (Value::Level(least), Value::Level(greatest)) => least > greatest,
        (Value::Date(least), Value::Date(greatest)) => least > greatest,
        _ => false,
    };
    if reversed {
        let fault = checker.fault(Code::RangeReversed, source, first.span.to(last.span));
        checker.report(fault);
    } else if let Some(metric) = checker.plan.metrics.get_mut(id.index()) {
        metric.range = Some((least, greatest));
    }
}
