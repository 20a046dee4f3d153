//! The columns of a table that a plan's questions read.

use std::sync::Arc;

use dabiao_check::{Plan, RecordQuery, RowExpr, Table, TableColumn, TableId};
use dabiao_model::{Number, Type, Units};
use datafusion::arrow::datatypes::DataType;

/// What is read of a table's records, and for which questions.
#[derive(Debug, Clone)]
pub(crate) struct Shape<'p> {
    /// The plan.
    pub(crate) plan: &'p Plan,
    /// The table.
    pub(crate) table: &'p Table,
    /// The questions about it, in the plan's order.
    pub(crate) queries: Vec<&'p RecordQuery>,
    /// What readers of files have to know of it.
    pub(crate) reads: Arc<Reads>,
}

/// What a reader of records has to know: the table, the units, and which columns matter.
#[derive(Debug, Clone)]
pub(crate) struct Reads {
    pub(crate) table: Table,
    pub(crate) units: Units,
    /// The positions of the columns that are read, in the table's order.
    pub(crate) columns: Vec<usize>,
}

/// How the cells of a column are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A decimal, counted in the column's own unit (hundredths for a percent).
    Number,
    /// A truth value.
    YesNo,
    /// A level's position.
    Level,
    /// A day.
    Date,
    /// A period, as its text.
    Period,
    /// A text.
    Text,
}

/// How many digits are kept of numbers that are read from texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Digits {
    /// 18 before the point and 10 behind it.
    Narrow,
    /// 36 before the point and 30 behind it.
    Wide,
}

impl<'p> Shape<'p> {
    /// The columns that the questions about a table read, its entity and its time.
    pub(crate) fn new(plan: &'p Plan, id: TableId) -> Option<Shape<'p>> {
        let table = plan.table(id)?;
        let queries: Vec<&RecordQuery> = plan.queries.iter().filter(|query| query.table == id).collect();
        let mut read: Vec<usize> = table.entity.into_iter().chain(table.time).collect();
        for query in &queries {
            read.extend(query.column);
            read.extend(query.filter.iter().chain(&query.among).flat_map(RowExpr::columns));
        }
        read.sort_unstable();
        read.dedup();
        let reads = Reads { table: table.clone(), units: plan.units.clone(), columns: read };
        Some(Shape { plan, table, queries, reads: Arc::new(reads) })
    }

    /// A column by its position in the table.
    pub(crate) fn column(&self, index: usize) -> Option<&'p TableColumn> {
        self.table.columns.get(index)
    }

    /// Whether records name days.
    pub(crate) fn is_dated(&self) -> bool {
        let time = self.table.time.and_then(|index| self.column(index));
        time.is_some_and(|column| column.ty == Type::Date)
    }
}

impl Reads {
    /// The columns that are read, with their positions.
    pub(crate) fn columns(&self) -> impl Iterator<Item = (usize, &TableColumn)> {
        self.columns.iter().filter_map(|index| Some((*index, self.table.columns.get(*index)?)))
    }
}

impl Kind {
    /// How cells of a type are held.
    pub(crate) fn of(ty: &Type) -> Kind {
        match ty {
            Type::Percent | Type::Points | Type::Number | Type::Ratio | Type::Quantity(_) => Kind::Number,
            Type::YesNo => Kind::YesNo,
            Type::Level(_) => Kind::Level,
            Type::Date => Kind::Date,
            Type::Period => Kind::Period,
            Type::Text => Kind::Text,
        }
    }

    /// The form of cells that are read from texts.
    pub(crate) fn data_type(self, digits: Digits) -> DataType {
        match self {
            Kind::Number => digits.data_type(),
            Kind::YesNo => DataType::Boolean,
            Kind::Level => DataType::Int32,
            Kind::Date => DataType::Date32,
            Kind::Period | Kind::Text => DataType::Utf8,
        }
    }
}

impl Digits {
    /// The decimals that have them.
    pub(crate) fn data_type(self) -> DataType {
        match self {
            Digits::Narrow => DataType::Decimal128(28, 10),
            Digits::Wide => DataType::Decimal256(66, 30),
        }
    }
}

/// One of a column's own unit, in base units.
pub(crate) fn factor(ty: &Type) -> Number {
    match ty {
        Type::Percent | Type::Points => Number::HUNDRED.recip().unwrap_or(Number::ONE),
        Type::Quantity(unit) => unit.factor().clone(),
        _ => Number::ONE,
    }
}

/// A number of base units, counted in a column's own unit.
pub(crate) fn in_own_unit(ty: &Type, number: &Number) -> Number {
    match ty {
        Type::Percent | Type::Points => number * &Number::HUNDRED,
        _ => ty.in_own_unit(number),
    }
}
