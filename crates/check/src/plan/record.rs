//! Tables of records, and what is asked of them.

use dabiao_model::{Type, Value};
use dabiao_syntax::{Aggregate, Arithmetic, Comparison};
use serde::{Deserialize, Serialize};

use super::{AssumptionId, At, MetricId, TableId};
use crate::stored::FlatRow;

/// A table of records. Where its rows come from is said at the call, never in the rules.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its titles.
    pub titles: Vec<String>,
    /// Its columns, in the order of the rules.
    pub columns: Vec<TableColumn>,
    /// The column that names the entity of a record; without one, its records belong to no entity.
    pub entity: Option<usize>,
    /// The column that names the period or the day of a record; without one, its records belong to no period.
    pub time: Option<usize>,
    /// Where it is declared.
    pub at: At,
}

/// A column of a table of records.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TableColumn {
    /// Its name, which heads it in files too.
    pub name: String,
    /// The type of its values.
    pub ty: Type,
    /// The least and greatest value it can have, both included.
    pub range: Option<(Value, Value)>,
    /// Where it is declared.
    pub at: At,
}

/// One question about the records of one table, whose answer for each entity and period is a value of a metric.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RecordQuery {
    /// The table.
    pub table: TableId,
    /// What the records are taken together to.
    pub function: RecordFunction,
    /// The column whose values are taken together.
    pub column: Option<usize>,
    /// Which records count; for [`RecordFunction::Every`], what each must satisfy.
    pub filter: Option<RowExpr>,
    /// Out of which records; only of a share.
    pub among: Option<RowExpr>,
    /// The type of the answer.
    pub ty: Type,
    /// The metric that bears the answers.
    pub metric: MetricId,
    /// Where it stands.
    pub at: At,
}

/// What records are taken together to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RecordFunction {
    /// `share of t where …`: how many of the records hold it, as a part of them.
    Share,
    /// `count of t`: how many records there are.
    Count,
    /// `sum of t.c`: the sum of their values.
    Sum,
    /// `average of t.c`: the sum of their values over their number.
    Average,
    /// `median of t.c`: the middle value, or the mean of the two middle ones.
    Median,
    /// `min of t.c`: the least value.
    Least,
    /// `max of t.c`: the greatest value.
    Greatest,
    /// `every t satisfies …`: whether each record does.
    Every,
}

impl From<Aggregate> for RecordFunction {
    fn from(aggregate: Aggregate) -> RecordFunction {
        match aggregate {
            Aggregate::Share => RecordFunction::Share,
            Aggregate::Count => RecordFunction::Count,
            Aggregate::Sum => RecordFunction::Sum,
            Aggregate::Average => RecordFunction::Average,
            Aggregate::Median => RecordFunction::Median,
            Aggregate::Min => RecordFunction::Least,
            Aggregate::Max => RecordFunction::Greatest,
        }
    }
}

/// A value or a condition of one record; conditions are three-valued over missing cells. Numbers are in base units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(into = "FlatRow", try_from = "FlatRow")]
pub enum RowExpr {
    /// A fixed value.
    Constant(Value),
    /// An assumption's value.
    Assumption(AssumptionId),
    /// The record's value in a column.
    Column(usize),
    /// `-a`
    Negate(Box<RowExpr>),
    /// `abs(a)`
    Absolute(Box<RowExpr>),
    /// `a + b`
    Arithmetic(Arithmetic, Box<RowExpr>, Box<RowExpr>),
    /// `min(a, b)`
    Least(Vec<RowExpr>),
    /// `max(a, b)`
    Greatest(Vec<RowExpr>),
    /// `a >= b`
    Compare(Comparison, Box<RowExpr>, Box<RowExpr>),
    /// `not a`
    Not(Box<RowExpr>),
    /// `a and b`
    All(Vec<RowExpr>),
    /// `a or b`, `a in {b, c}`
    Any(Vec<RowExpr>),
    /// `at least 2 of (a, b, c)`
    AtLeast(u32, Vec<RowExpr>),
}

impl RecordQuery {
    /// Whether another query asks the same of the same table.
    #[must_use]
    pub fn asks_the_same(&self, other: &RecordQuery) -> bool {
        self.table == other.table
            && self.function == other.function
            && self.column == other.column
            && self.filter == other.filter
            && self.among == other.among
    }

    /// The assumptions that the query rests on, each once, in the order of the text.
    #[must_use]
    pub fn assumptions(&self) -> Vec<AssumptionId> {
        let mut found = Vec::new();
        for condition in self.filter.iter().chain(&self.among) {
            condition.visit(&mut |part| match part {
                RowExpr::Assumption(id) if !found.contains(id) => found.push(*id),
                _ => {}
            });
        }
        found
    }
}

impl RowExpr {
    /// Shows each part of the expression, itself included, from left to right.
    pub fn visit(&self, see: &mut impl FnMut(&RowExpr)) {
        see(self);
        match self {
            RowExpr::Constant(_) | RowExpr::Assumption(_) | RowExpr::Column(_) => {}
            RowExpr::Negate(only) | RowExpr::Absolute(only) | RowExpr::Not(only) => only.visit(see),
            RowExpr::Arithmetic(_, left, right) | RowExpr::Compare(_, left, right) => {
                left.visit(see);
                right.visit(see);
            }
            RowExpr::Least(parts)
            | RowExpr::Greatest(parts)
            | RowExpr::All(parts)
            | RowExpr::Any(parts)
            | RowExpr::AtLeast(_, parts) => parts.iter().for_each(|part| part.visit(see)),
        }
    }

    /// The columns that the expression reads, each once.
    #[must_use]
    pub fn columns(&self) -> Vec<usize> {
        let mut columns = Vec::new();
        self.visit(&mut |part| match part {
            RowExpr::Column(column) if !columns.contains(column) => columns.push(*column),
            _ => {}
        });
        columns
    }
}
