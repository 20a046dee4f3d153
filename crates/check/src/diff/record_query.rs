//! What is asked of records, and whether it is the same in both versions.

use dabiao_model::{TargetPart, Wording};

use super::walk::Rests;
use super::{Finding, PartChange, Versions};
use crate::plan::{Plan, RecordQuery, RowExpr, Table, Target};
use crate::proof::meaning;

impl Versions<'_> {
    /// Whether the records behind a target are asked otherwise, or count otherwise where there are none.
    pub(super) fn records(&mut self, old: &Target, new: &Target) -> Vec<PartChange> {
        let mut changes = Vec::new();
        if self.declarations.changes_records() {
            let rests = Rests::of_target(self.new, new);
            let asked = |path: &str| {
                let of = |plan: &Plan| {
                    let query = plan.query_of(plan.metric_id(path)?)?;
                    Some(Wording::from(plan.text_at(query.at)))
                };
                (of(self.old), of(self.new))
            };
            let mut read: Vec<_> = rests.metrics.into_iter().collect();
            read.sort_unstable();
            let read = read.into_iter().filter_map(|id| self.new.metric(id));
            for metric in read.filter(|metric| self.declarations.asks_otherwise(&metric.path)) {
                let (before, after) = asked(&metric.path);
                changes.push(PartChange {
                    part: TargetPart::Records,
                    old: before,
                    new: after,
                    finding: Finding::Records,
                    causes: vec![metric.path.clone()],
                });
            }
        }
        if old.if_none != new.if_none {
            let word = |of: Option<bool>| {
                of.map(|met| Wording::word(if met { "verdict-met" } else { "verdict-missed" }))
            };
            changes.push(PartChange {
                part: TargetPart::IfNone,
                old: word(old.if_none),
                new: word(new.if_none),
                finding: Finding::Records,
                causes: Vec::new(),
            });
        }
        changes
    }
}

/// A query as a text that is the same where the same is asked.
pub(super) fn written(plan: &Plan, query: &RecordQuery) -> String {
    let table = plan.table(query.table);
    let column = query.column.map(|column| named(table, column));
    let filter = |of: &Option<RowExpr>| of.as_ref().map(|expr| expression(plan, table, expr));
    format!(
        "{:?} {:?} {column:?} {:?} {:?} {}",
        table.map(|table| &table.name),
        query.function,
        filter(&query.filter),
        filter(&query.among),
        meaning(&query.ty),
    )
}

fn expression(plan: &Plan, table: Option<&Table>, expr: &RowExpr) -> String {
    let one = |expr: &RowExpr| expression(plan, table, expr);
    let all = |of: &[RowExpr]| of.iter().map(one).collect::<Vec<_>>().join(", ");
    match expr {
        RowExpr::Constant(value) => format!("{value:?}"),
        RowExpr::Assumption(id) => format!("{:?}", plan.assumption(*id).map(|one| &one.value)),
        RowExpr::Column(column) => named(table, *column),
        RowExpr::Negate(only) => format!("-({})", one(only)),
        RowExpr::Absolute(only) => format!("abs({})", one(only)),
        RowExpr::Not(only) => format!("not({})", one(only)),
        RowExpr::Arithmetic(op, left, right) => format!("{op:?}({}, {})", one(left), one(right)),
        RowExpr::Compare(op, left, right) => format!("{op:?}({}, {})", one(left), one(right)),
        RowExpr::Least(of) => format!("least({})", all(of)),
        RowExpr::Greatest(of) => format!("greatest({})", all(of)),
        RowExpr::All(of) => format!("all({})", all(of)),
        RowExpr::Any(of) => format!("any({})", all(of)),
        RowExpr::AtLeast(count, of) => format!("at least {count}({})", all(of)),
    }
}

fn named(table: Option<&Table>, column: usize) -> String {
    let column = table.and_then(|table| table.columns.get(column));
    column.map_or_else(String::new, |column| format!("{:?}", column.name))
}
