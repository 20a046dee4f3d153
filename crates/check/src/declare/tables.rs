//! `table` items.

use dabiao_model::{Code, ENTITY_HEADINGS, PERIOD_HEADINGS, Type};
use dabiao_syntax::{Column, FieldValue, Item, ItemKind, Key};

use super::{Items, metrics, types};
use crate::checker::Checker;
use crate::fields::{self, Fields};
use crate::plan::{At, SourceId, Table, TableColumn};

/// Reads the tables with their columns.
pub(crate) fn tables(checker: &mut Checker<'_>, items: Items<'_, '_>) {
    for (source, item) in items {
        let ItemKind::Table { name, titles } = &item.kind else { continue };
        let at = At { source: *source, span: name.span };
        if let Some(first) = checker.plan.tables.iter().find(|table| table.name == *name.text) {
            let note = checker.place(first.at);
            let fault = checker.fault(Code::DuplicateName, *source, name.span).with("name", &name.text);
            checker.report(fault.note(note, "note-first-declared"));
            continue;
        }
        let mut titles = fields::titles(titles);
        titles.extend(Fields(&item.fields).texts(Key::Title));
        let columns = columns(checker, *source, item);
        if columns.is_empty() && Fields(&item.fields).all(Key::Columns).next().is_none() {
            let fault = checker.fault(Code::MissingField, *source, item.head).variant("table");
            checker.report(fault.with("name", &name.text));
        }
        let entity = named(&columns, ENTITY_HEADINGS);
        let time = named(&columns, PERIOD_HEADINGS).or_else(|| only_time(&columns));
        held(checker, &columns, entity, |ty| *ty == Type::Text, "entity-column");
        held(checker, &columns, time, |ty| matches!(ty, Type::Date | Type::Period), "period-column");
        let name = name.text.to_string();
        checker.heads_of_tables.push(At { source: *source, span: item.head });
        checker.plan.tables.push(Table { name, titles, columns, entity, time, at });
    }
}

fn columns(checker: &mut Checker<'_>, source: SourceId, item: &Item) -> Vec<TableColumn> {
    let mut columns: Vec<TableColumn> = Vec::new();
    for field in Fields(&item.fields).all(Key::Columns) {
        let FieldValue::Columns(written) = &field.value else { continue };
        for Column { name, ty } in written {
            let at = At { source, span: name.span };
            if let Some(first) = columns.iter().find(|column| column.name == *name.text) {
                let note = checker.place(first.at);
                let fault = checker.fault(Code::DuplicateName, source, name.span).with("name", &name.text);
                checker.report(fault.note(note, "note-first-declared"));
                continue;
            }
            // A type that cannot be read was reported; the column stays, so that nothing else is said of its name.
            let known = types::resolve(checker, source, &ty.name);
            let range = match (&known, &ty.range) {
                (Some(known), Some((first, last))) => metrics::range_of(checker, source, known, first, last),
                _ => None,
            };
            let ty = known.unwrap_or(Type::Text);
            columns.push(TableColumn { name: name.text.to_string(), ty, range, at });
        }
    }
    columns
}

fn named(columns: &[TableColumn], headings: &[&str]) -> Option<usize> {
    columns.iter().position(|column| headings.contains(&column.name.to_lowercase().as_str()))
}

/// The only column of dates or periods; of several, none is meant more than another.
fn only_time(columns: &[TableColumn]) -> Option<usize> {
    let is_time = |column: &TableColumn| matches!(column.ty, Type::Date | Type::Period);
    let mut found = columns.iter().enumerate().filter(|(_, column)| is_time(column)).map(|(index, _)| index);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Reports a column whose name says what it holds and whose type says otherwise.
fn held(
    checker: &mut Checker<'_>,
    columns: &[TableColumn],
    found: Option<usize>,
    fits: impl Fn(&Type) -> bool,
    variant: &'static str,
) {
    let Some(column) = found.and_then(|index| columns.get(index)) else { return };
    if !fits(&column.ty) {
        let fault = checker.fault(Code::TypeMismatch, column.at.source, column.at.span).variant(variant);
        checker.report(fault.with("name", &column.name).with("found", &column.ty));
    }
}
