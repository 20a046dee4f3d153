//! `share of market_samples where …`, `every villages satisfies …`: questions about records.

use dabiao_model::{Code, Span, Type, Wording};
use dabiao_syntax::{Aggregate, Expr, ExprKind, Name};

use super::{Context, compare, name, row};
use crate::checker::Checker;
use crate::declare;
use crate::plan::{
    At, MetricId, QueryId, RecordFunction, RecordQuery, RowExpr, SourceId, TableColumn, TableId, TermId,
};

/// Lowers a question about records to the reading of the metric that bears its answers.
pub(super) fn records(checker: &mut Checker<'_>, cx: &Context, expr: &Expr) -> Option<TermId> {
    let at = At { source: cx.source, span: expr.span };
    let metric = match checker.asked.get(&at) {
        Some(known) => *known,
        None => {
            let metric = query(checker, at, expr).map(|query| bear(checker, query));
            checker.asked.insert(at, metric);
            metric
        }
    };
    name::metric(checker, cx, expr.span, metric?)
}

/// Lowers the questions of the metrics whose `value:` is exactly one, so that their types are known.
pub(crate) fn metrics_of_records(checker: &mut Checker<'_>) {
    let mut ids: Vec<MetricId> = checker.of_records.keys().copied().collect();
    ids.sort();
    for id in ids {
        let Some((source, expr)) = checker.of_records.get(&id).copied() else { continue };
        let Some(query) = query(checker, At { source, span: expr.span }, expr) else { continue };
        match checker.metric_types.get(id.index()).cloned().flatten() {
            Some(declared) => {
                compare::fit_constant(checker, source, &declared, expr, &query.ty);
            }
            None => declare::set_type(checker, id, query.ty.clone()),
        }
        keep(checker, RecordQuery { metric: id, ..query });
    }
}

/// The type of the answer, as far as the table is known.
pub(crate) fn answer_type(checker: &Checker<'_>, function: Aggregate, table: &str) -> Option<Type> {
    match function {
        Aggregate::Share => Some(Type::Percent),
        Aggregate::Count => Some(Type::Number),
        _ => {
            let (table, column) = table.rsplit_once('.')?;
            let table = checker.plan.table(checker.plan.table_id(table)?)?;
            table.columns.iter().find(|one| one.name == column).map(|column| column.ty.clone())
        }
    }
}

/// The table of a name; an unknown one is reported.
pub(crate) fn table_of(
    checker: &mut Checker<'_>,
    source: SourceId,
    text: &str,
    span: Span,
) -> Option<TableId> {
    if let Some(id) = checker.plan.table_id(text) {
        return Some(id);
    }
    if checker.is_lost(text) {
        return None;
    }
    let fault = checker.fault(Code::UnknownName, source, span).with("name", text);
    let names = checker.plan.tables.iter().map(|table| table.name.as_str());
    let fault = match dabiao_model::similar(text, names).map(str::to_string) {
        Some(similar) => fault.variant("table-similar").with("similar", &similar).fix(span, similar),
        None if checker.plan.metric_id(text).is_some() => fault.variant("metric-as-table"),
        None => fault.variant("table"),
    };
    checker.report(fault);
    None
}

/// A question with the id of no metric of its own yet.
fn query(checker: &mut Checker<'_>, at: At, expr: &Expr) -> Option<RecordQuery> {
    match &expr.kind {
        ExprKind::Records { function, table, filter, among } => {
            let of = subject(checker, at.source, table)?;
            let function = RecordFunction::from(*function);
            let column = column(checker, at, function, &of);
            let filter = filter.as_deref().map(|expr| row::condition(checker, at.source, of.table, expr));
            let whole = among.as_deref().map(|expr| row::condition(checker, at.source, of.table, expr));
            let variant = match function {
                RecordFunction::Share if filter.is_none() => Some("share-where"),
                RecordFunction::Share => None,
                _ if among.is_some() => Some("among"),
                _ => None,
            };
            if let Some(variant) = variant {
                let span = among.as_ref().filter(|_| variant == "among").map_or(at.span, |among| among.span);
                broken(checker, at.source, span, variant, &of);
                return None;
            }
            let (column, ty) = column?;
            let (filter, among) = (optional(filter)?, optional(whole)?);
            Some(RecordQuery {
                table: of.table,
                function,
                column,
                filter,
                among,
                ty,
                metric: no_metric(),
                at,
            })
        }
        ExprKind::Every { table, condition } => {
            let of = subject(checker, at.source, table)?;
            let filter = row::condition(checker, at.source, of.table, condition);
            if of.column.is_some() {
                broken(checker, at.source, table.span, "every-column", &of);
                return None;
            }
            Some(RecordQuery {
                table: of.table,
                function: RecordFunction::Every,
                column: None,
                filter: Some(filter?),
                among: None,
                ty: Type::YesNo,
                metric: no_metric(),
                at,
            })
        }
        _ => None,
    }
}

/// Stands in a question until the metric that bears its answers is known.
fn no_metric() -> MetricId {
    MetricId::new(usize::MAX)
}

/// What a question is about: a table, and a column of it where one is named.
struct Subject {
    table: TableId,
    column: Option<(usize, TableColumn)>,
    name: String,
    span: Span,
}

fn subject(checker: &mut Checker<'_>, source: SourceId, name: &Name) -> Option<Subject> {
    let text = name.text.as_ref();
    let subject = |table, column| Subject { table, column, name: text.to_string(), span: name.span };
    if let Some(table) = checker.plan.table_id(text) {
        return Some(subject(table, None));
    }
    let split = text.rsplit_once('.').filter(|(table, _)| checker.plan.table_id(table).is_some());
    let Some((table, column)) = split else {
        let table = text.rsplit_once('.').map_or(text, |(table, _)| table);
        // Where a metric stands in a table's place, it is named whole.
        let whole = if checker.plan.metric_id(text).is_some() { text } else { table };
        table_of(checker, source, whole, name.span);
        return None;
    };
    let table = checker.plan.table_id(table)?;
    let index = row::column_of(checker, source, table, column, name.span)?;
    let found = checker.plan.table(table)?.columns.get(index)?.clone();
    Some(subject(table, Some((index, found))))
}

/// The column whose values are taken together, with the type of the answer.
fn column(
    checker: &mut Checker<'_>,
    at: At,
    function: RecordFunction,
    of: &Subject,
) -> Option<(Option<usize>, Type)> {
    let needs_none = matches!(function, RecordFunction::Share | RecordFunction::Count);
    let (index, column) = match (&of.column, needs_none) {
        (None, true) => {
            let ty = if function == RecordFunction::Share { Type::Percent } else { Type::Number };
            return Some((None, ty));
        }
        (Some(_), true) => {
            let variant = if function == RecordFunction::Share { "share-column" } else { "count-column" };
            broken(checker, at.source, of.span, variant, of);
            return None;
        }
        (None, false) => {
            broken(checker, at.source, of.span, "needs-column", of);
            return None;
        }
        (Some((index, column)), false) => (*index, column),
    };
    let code = match function {
        RecordFunction::Least | RecordFunction::Greatest => {
            matches!(column.ty, Type::Text | Type::YesNo).then_some((Code::NotOrdered, "of-records"))
        }
        _ => (!column.ty.is_numeric()).then_some((Code::NotANumber, "of-records")),
    };
    if let Some((code, variant)) = code {
        let fault = checker.fault(code, at.source, of.span).variant(variant);
        checker.report(fault.with("type", &column.ty).with("name", &of.name));
        return None;
    }
    Some((Some(index), column.ty.clone()))
}

fn broken(checker: &mut Checker<'_>, source: SourceId, span: Span, variant: &'static str, of: &Subject) {
    let table = checker.plan.table(of.table);
    let columns = table.map_or_else(Vec::new, |table| {
        table.columns.iter().map(|column| Wording::quoted(column.name.as_str())).collect()
    });
    let table = table.map_or_else(String::new, |table| table.name.clone());
    let fault = checker.fault(Code::BrokenAggregate, source, span).variant(variant);
    checker.report(fault.with("table", table).with("columns", Wording::list(columns)));
}

/// The metric that bears the answers to a question: the one that bears them already, else a new one that is known by
/// the text of the question.
fn bear(checker: &mut Checker<'_>, query: RecordQuery) -> MetricId {
    if let Some(same) = checker.plan.queries.iter().find(|known| known.asks_the_same(&query)) {
        return same.metric;
    }
    let text = checker.plan.text_at(query.at);
    // A question begins with its word, so that a bracket before it stands around the whole.
    let path = text.trim_start_matches(['(', '（', ' ']);
    let around = text.chars().filter(|_| path.len() < text.len()).take_while(|c| !c.is_alphabetic());
    let closing = around.filter(|c| *c != ' ').count();
    let path = (0..closing).fold(path, |path, _| path.trim_end().strip_suffix([')', '）']).unwrap_or(path));
    let path = path.trim_end().to_string();
    let metric = declare::add_asked(checker, &path, query.at, query.ty.clone());
    keep(checker, RecordQuery { metric, ..query });
    metric
}

fn keep(checker: &mut Checker<'_>, query: RecordQuery) {
    let id = QueryId::new(checker.plan.queries.len());
    if let Some(metric) = checker.plan.metrics.get_mut(query.metric.index()) {
        metric.query = Some(id);
    }
    checker.plan.queries.push(query);
}

fn optional(part: Option<Option<RowExpr>>) -> Option<Option<RowExpr>> {
    match part {
        None => Some(None),
        Some(lowered) => lowered.map(Some),
    }
}
