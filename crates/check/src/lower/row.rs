//! What is asked of one record: `outcome = "pass" and amount >= 5 万元`.

use std::sync::Arc;

use dabiao_model::{Code, Span, Step, Type, Value, Wording};
use dabiao_syntax::{Arithmetic, Comparison, Expr, ExprKind, Function, Name};

use super::{arithmetic, compare, constant};
use crate::checker::Checker;
use crate::plan::{RowExpr, SourceId, TableId};

/// Lowers a condition on the records of a table.
pub(super) fn condition(
    checker: &mut Checker<'_>,
    source: SourceId,
    table: TableId,
    expr: &Expr,
) -> Option<RowExpr> {
    let (lowered, ty) = value(checker, source, table, expr)?;
    if ty == Type::YesNo {
        return Some(lowered);
    }
    let fault = checker.fault(Code::NotACondition, source, expr.span).with("type", &ty);
    checker.report(fault);
    None
}

/// The position of a table's column; an unknown one is reported.
pub(super) fn column_of(
    checker: &mut Checker<'_>,
    source: SourceId,
    table: TableId,
    text: &str,
    span: Span,
) -> Option<usize> {
    let known = checker.plan.table(table)?;
    if let Some(index) = known.columns.iter().position(|column| column.name == text) {
        return Some(index);
    }
    let name = known.name.clone();
    let columns = Wording::list(known.columns.iter().map(|column| Wording::quoted(column.name.as_str())));
    let similar = dabiao_model::similar(text, known.columns.iter().map(|column| column.name.as_str()));
    let similar = similar.map(str::to_string);
    let fault = checker.fault(Code::UnknownName, source, span).with("name", text).with("table", name);
    let is_whole = checker.plan.sources.get(source.index()).is_some_and(|source| source.slice(span) == text);
    let fault = match similar {
        Some(similar) => {
            let fault = fault.variant("column-similar").with("similar", &similar);
            if is_whole { fault.fix(span, similar) } else { fault }
        }
        None => fault.variant("column").with("columns", columns),
    };
    checker.report(fault);
    None
}

/// `outcome = "pass"`, as a test states what a record has: a column with a fixed value.
pub(crate) fn cell(
    checker: &mut Checker<'_>,
    source: SourceId,
    table: TableId,
    (left, right): (&Expr, &Expr),
) -> Option<(usize, Value)> {
    let ExprKind::Name(name) = &left.kind else {
        let fault = checker.fault(Code::NotOfARecord, source, left.span).variant("given");
        checker.report(fault);
        return None;
    };
    let index = column_of(checker, source, table, &name.text, name.span)?;
    let ty = checker.plan.table(table)?.columns.get(index)?.ty.clone();
    if let (Type::Text, ExprKind::Name(word)) = (&ty, &right.kind)
        && is_quoted(checker, source, word)
    {
        return Some((index, Value::Text(word.text.to_string())));
    }
    Some((index, constant::constant_of(checker, source, right, &ty)?))
}

type Typed = (RowExpr, Type);

fn value(checker: &mut Checker<'_>, source: SourceId, table: TableId, expr: &Expr) -> Option<Typed> {
    let truth = |expr| Some((expr, Type::YesNo));
    match &expr.kind {
        ExprKind::Quantity(quantity) => {
            let (number, ty) = constant::quantity_of(checker, source, quantity)?;
            Some((RowExpr::Constant(Value::Number(number)), ty))
        }
        ExprKind::YesNo(yes) => truth(RowExpr::Constant(Value::YesNo(*yes))),
        ExprKind::Text(text) => Some((RowExpr::Constant(Value::Text(text.text.to_string())), Type::Text)),
        ExprKind::Moment(moment) => Some(match moment.period.step() {
            Step::Day => (RowExpr::Constant(Value::Date(moment.period.end())), Type::Date),
            _ => (RowExpr::Constant(Value::Period(moment.period)), Type::Period),
        }),
        ExprKind::Name(written) => name(checker, source, table, written),
        ExprKind::Negate(only) => {
            let (only, ty) = number(checker, source, table, only)?;
            Some((RowExpr::Negate(Box::new(only)), ty))
        }
        ExprKind::Arithmetic { op, left, right } => sum(checker, source, table, expr, (*op, left, right)),
        ExprKind::Call { function, args } => call(checker, source, table, expr, (*function, args)),
        ExprKind::Compare { op, left, right } => {
            let ((left_row, right_row), ty) = alike(checker, source, table, left, right)?;
            ordered(checker, source, expr, *op, &ty)?;
            truth(RowExpr::Compare(*op, Box::new(left_row), Box::new(right_row)))
        }
        ExprKind::InRange { value, first, last } => {
            let lower = alike(checker, source, table, value, first);
            let upper = alike(checker, source, table, value, last);
            let (((value, first), ty), ((again, last), _)) = (lower?, upper?);
            ordered(checker, source, expr, Comparison::AtLeast, &ty)?;
            truth(RowExpr::All(vec![
                RowExpr::Compare(Comparison::AtLeast, Box::new(value), Box::new(first)),
                RowExpr::Compare(Comparison::AtMost, Box::new(again), Box::new(last)),
            ]))
        }
        ExprKind::InSet { value, members } => {
            let each = members.iter().map(|member| {
                let ((value, member), _) = alike(checker, source, table, value, member)?;
                Some(RowExpr::Compare(Comparison::Equal, Box::new(value), Box::new(member)))
            });
            let each: Vec<Option<RowExpr>> = each.collect();
            truth(RowExpr::Any(each.into_iter().collect::<Option<_>>()?))
        }
        ExprKind::Not(only) => truth(RowExpr::Not(Box::new(condition(checker, source, table, only)?))),
        ExprKind::All(parts) => truth(RowExpr::All(conditions(checker, source, table, parts)?)),
        ExprKind::Any(parts) => truth(RowExpr::Any(conditions(checker, source, table, parts)?)),
        ExprKind::AtLeast { count, of } => {
            let parts = conditions(checker, source, table, of)?;
            truth(RowExpr::AtLeast(*count, parts))
        }
        _ => {
            let fault = checker.fault(Code::NotOfARecord, source, expr.span);
            checker.report(fault);
            None
        }
    }
}

/// A column before an assumption, and that before a level.
fn name(checker: &mut Checker<'_>, source: SourceId, table: TableId, name: &Name) -> Option<Typed> {
    let text = name.text.as_ref();
    let columns = &checker.plan.table(table)?.columns;
    if let Some((index, column)) = columns.iter().enumerate().find(|(_, column)| column.name == text) {
        return Some((RowExpr::Column(index), column.ty.clone()));
    }
    if let Some(id) = checker.assumption_names.get(text).copied() {
        let ty = checker.plan.assumption(id).map(|assumption| assumption.ty.clone())?;
        return Some((RowExpr::Assumption(id), ty));
    }
    let level = checker.plan.scales.iter().find_map(|scale| Some((Arc::clone(scale), scale.index(text)?)));
    if let Some((scale, index)) = level {
        return Some((RowExpr::Constant(Value::Level(index)), Type::Level(scale)));
    }
    if checker.plan.metric_id(text).is_some() {
        let fault = checker.fault(Code::NotOfARecord, source, name.span).variant("metric");
        checker.report(fault.with("name", text));
        return None;
    }
    if !checker.is_lost(text) {
        column_of(checker, source, table, text, name.span);
    }
    None
}

/// Two sides that can be compared, with their common type.
fn alike(
    checker: &mut Checker<'_>,
    source: SourceId,
    table: TableId,
    left: &Expr,
    right: &Expr,
) -> Option<((RowExpr, RowExpr), Type)> {
    let (left_row, right_row) = match (bare_word(checker, table, left), bare_word(checker, table, right)) {
        (None, Some(word)) => {
            let left_row = value(checker, source, table, left)?;
            let right_row = beside(checker, source, table, &left_row.1, word, right)?;
            (left_row, right_row)
        }
        (Some(word), None) => {
            let right_row = value(checker, source, table, right)?;
            (beside(checker, source, table, &right_row.1, word, left)?, right_row)
        }
        _ => {
            let left_row = value(checker, source, table, left);
            let right_row = value(checker, source, table, right);
            (left_row?, right_row?)
        }
    };
    let ty = compare::fit_types(checker, source, (left, left_row.1), (right, right_row.1))?;
    Some(((left_row.0, right_row.0), ty))
}

/// A word that names nothing may be a level of the other side's scale, or in `「」` one of its texts.
fn beside(
    checker: &mut Checker<'_>,
    source: SourceId,
    table: TableId,
    other: &Type,
    word: &Name,
    expr: &Expr,
) -> Option<Typed> {
    match other {
        Type::Level(scale) => {
            let index = compare::level(checker, source, word, scale)?;
            Some((RowExpr::Constant(Value::Level(index)), Type::Level(Arc::clone(scale))))
        }
        Type::Text if is_quoted(checker, source, word) => {
            Some((RowExpr::Constant(Value::Text(word.text.to_string())), Type::Text))
        }
        _ => value(checker, source, table, expr),
    }
}

fn is_quoted(checker: &Checker<'_>, source: SourceId, word: &Name) -> bool {
    let source = checker.plan.sources.get(source.index());
    source.is_some_and(|source| source.slice(word.span).starts_with('「'))
}

/// A name that is neither a column nor an assumption.
fn bare_word<'e>(checker: &Checker<'_>, table: TableId, expr: &'e Expr) -> Option<&'e Name> {
    let ExprKind::Name(name) = &expr.kind else { return None };
    let text = name.text.as_ref();
    let columns = &checker.plan.table(table)?.columns;
    let known =
        columns.iter().any(|column| column.name == text) || checker.assumption_names.contains_key(text);
    (!known).then_some(name)
}

fn ordered(
    checker: &mut Checker<'_>,
    source: SourceId,
    expr: &Expr,
    op: Comparison,
    ty: &Type,
) -> Option<()> {
    let needs_order = !matches!(op, Comparison::Equal | Comparison::NotEqual);
    if needs_order && matches!(ty, Type::YesNo | Type::Text) {
        let fault = checker.fault(Code::NotOrdered, source, expr.span).with("type", ty);
        checker.report(fault);
        return None;
    }
    Some(())
}

fn conditions(
    checker: &mut Checker<'_>,
    source: SourceId,
    table: TableId,
    parts: &[Expr],
) -> Option<Vec<RowExpr>> {
    let lowered: Vec<Option<RowExpr>> =
        parts.iter().map(|part| condition(checker, source, table, part)).collect();
    lowered.into_iter().collect()
}

fn number(checker: &mut Checker<'_>, source: SourceId, table: TableId, expr: &Expr) -> Option<Typed> {
    let (lowered, ty) = value(checker, source, table, expr)?;
    if ty.is_numeric() {
        return Some((lowered, ty));
    }
    let fault = checker.fault(Code::NotANumber, source, expr.span).with("type", &ty);
    checker.report(fault);
    None
}

fn sum(
    checker: &mut Checker<'_>,
    source: SourceId,
    table: TableId,
    expr: &Expr,
    (op, left, right): (Arithmetic, &Expr, &Expr),
) -> Option<Typed> {
    let left_row = number(checker, source, table, left);
    let right_row = number(checker, source, table, right);
    let ((left_row, left_type), (right_row, right_type)) = (left_row?, right_row?);
    if op == Arithmetic::Divide && compare::is_zero(right) {
        let fault = checker.fault(Code::DivisionByZero, source, right.span);
        checker.report(fault);
        return None;
    }
    let ty = arithmetic::agreed(checker, source, expr, (op, left_type, right_type))?;
    Some((RowExpr::Arithmetic(op, Box::new(left_row), Box::new(right_row)), ty))
}

fn call(
    checker: &mut Checker<'_>,
    source: SourceId,
    table: TableId,
    expr: &Expr,
    (function, args): (Function, &[Expr]),
) -> Option<Typed> {
    let rows: Vec<Option<Typed>> = args.iter().map(|arg| number(checker, source, table, arg)).collect();
    let rows: Vec<Typed> = rows.into_iter().collect::<Option<_>>()?;
    let (first, ty) = args.first().zip(rows.first().map(|(_, ty)| ty.clone()))?;
    if function == Function::Abs {
        let [(only, _)] = rows.as_slice() else {
            let fault = checker.fault(Code::TypeMismatch, source, expr.span).variant("one-argument");
            checker.report(fault);
            return None;
        };
        return Some((RowExpr::Absolute(Box::new(only.clone())), ty));
    }
    for (arg, (_, other)) in args.iter().zip(&rows).skip(1) {
        compare::fit_types(checker, source, (first, ty.clone()), (arg, other.clone()))?;
    }
    let rows = rows.into_iter().map(|(row, _)| row).collect();
    Some((if function == Function::Min { RowExpr::Least(rows) } else { RowExpr::Greatest(rows) }, ty))
}
