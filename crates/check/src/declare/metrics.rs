//! `metric` items.

use dabiao_model::{Code, Type, Value, Verdict};
use dabiao_syntax::{Expr, ExprKind, FieldValue, Item, ItemKind, Key, Name};

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
            // What is exactly one question about records is observed, through that question.
            let of_records = matches!(expr.kind, ExprKind::Records { .. } | ExprKind::Every { .. });
            let kept = if of_records { &mut checker.of_records } else { &mut checker.derived };
            kept.insert(id, (*source, expr));
        }
        if_none(checker, *source, id, &fields);
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

/// Adds the metric that bears the answers to a question about records which no metric declares.
pub(crate) fn add_asked(checker: &mut Checker<'_>, path: &str, at: At, ty: Type) -> MetricId {
    push(checker, path, Vec::new(), at, false, Some(ty))
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
        query: None,
        cite: Vec::new(),
        source: None,
        declared,
        at,
    });
    id
}

/// Reads `if none: met`, which only questions about records can have.
fn if_none(checker: &mut Checker<'_>, source: SourceId, id: MetricId, fields: &Fields<'_>) {
    let Some(field) = fields.all(Key::IfNone).next() else { return };
    let FieldValue::Verdict(verdict) = &field.value else { return };
    let variant = match verdict {
        Verdict::Met | Verdict::Missed if checker.of_records.contains_key(&id) => {
            checker.if_none.insert(id, *verdict == Verdict::Met);
            return;
        }
        Verdict::Met | Verdict::Missed => "if-none",
        _ => "if-none-verdict",
    };
    let fault = checker.fault(Code::FieldNotHere, source, field.span).variant(variant);
    checker.report(fault);
}

/// Reads `in 0%..100%` of a metric.
fn range(checker: &mut Checker<'_>, id: MetricId, source: SourceId, first: &Expr, last: &Expr) {
    let Some(ty) = checker.plan.metric(id).map(|metric| metric.ty.clone()) else { return };
    let found = range_of(checker, source, &ty, first, last);
    if let Some(metric) = checker.plan.metrics.get_mut(id.index()) {
        metric.range = found;
    }
}

/// Reads `in 0%..100%`: both ends are constants of a type, in order.
pub(super) fn range_of(
    checker: &mut Checker<'_>,
    source: SourceId,
    ty: &Type,
    first: &Expr,
    last: &Expr,
) -> Option<(Value, Value)> {
    let least = lower::constant_of(checker, source, first, ty)?;
    let greatest = lower::constant_of(checker, source, last, ty)?;
    let reversed = match (&least, &greatest) {
        (Value::Number(least), Value::Number(greatest)) => least > greatest,
        (Value::Level(least), Value::Level(greatest)) => least > greatest,
        (Value::Date(least), Value::Date(greatest)) => least > greatest,
        _ => false,
    };
    if reversed {
        let fault = checker.fault(Code::RangeReversed, source, first.span.to(last.span));
        checker.report(fault);
        return None;
    }
    Some((least, greatest))
}
