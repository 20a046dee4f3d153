//! The records of one table, column by column.

use std::collections::HashMap;
use std::sync::Arc;

use dabiao_check::{Table, TableColumn};
use dabiao_model::{Number, Period, Place, RecordSheet, Type, Value};
use indexmap::IndexSet;

use crate::ids::EntityId;

/// Typed records, each with the entity and the period that it belongs to.
#[derive(Debug)]
pub(crate) struct Records {
    /// What evidence names as their source.
    pub(crate) source: String,
    /// Where they come from as a whole.
    pub(crate) place: Place,
    pub(crate) columns: Vec<Cells>,
    pub(crate) entities: Vec<Option<EntityId>>,
    /// The period of each record, as a position in `known_periods`.
    pub(crate) periods: Vec<Option<usize>>,
    pub(crate) known_periods: IndexSet<Period>,
    /// The sheet that they were read from, for another plan to read.
    pub(crate) sheet: Option<Arc<RecordSheet>>,
}

/// The cells of one column, in the form that its type needs.
#[derive(Debug)]
pub(crate) enum Cells {
    /// Percents, plain numbers and quantities, in base units.
    Numbers(Vec<Option<Number>>),
    /// Yes and no.
    Truths(Vec<Option<bool>>),
    /// Texts, as positions among all that occur.
    Texts(Vec<Option<usize>>, IndexSet<String>),
    /// Levels, dates and periods.
    Values(Vec<Option<Value>>),
}

/// Records that are being put together.
#[derive(Debug)]
pub(crate) struct Builder<'t> {
    table: &'t Table,
    records: Records,
}

impl Records {
    /// How many records there are.
    pub(crate) fn len(&self) -> usize {
        self.entities.len()
    }
}

impl Cells {
    fn new(ty: &Type) -> Cells {
        match ty {
            Type::YesNo => Cells::Truths(Vec::new()),
            Type::Text => Cells::Texts(Vec::new(), IndexSet::new()),
            ty if ty.is_numeric() => Cells::Numbers(Vec::new()),
            _ => Cells::Values(Vec::new()),
        }
    }

    fn push(&mut self, value: Option<Value>) {
        match self {
            Cells::Numbers(cells) => cells.push(match value {
                Some(Value::Number(number)) => Some(number),
                _ => None,
            }),
            Cells::Truths(cells) => cells.push(match value {
                Some(Value::YesNo(truth)) => Some(truth),
                _ => None,
            }),
            Cells::Texts(cells, known) => cells.push(match value {
                Some(Value::Text(text)) => Some(match known.get_index_of(&text) {
                    Some(index) => index,
                    None => known.insert_full(text).0,
                }),
                _ => None,
            }),
            Cells::Values(cells) => cells.push(value),
        }
    }

    /// The value of a row.
    pub(crate) fn value(&self, row: usize) -> Option<Value> {
        match self {
            Cells::Numbers(cells) => cells.get(row)?.clone().map(Value::Number),
            Cells::Truths(cells) => (*cells.get(row)?).map(Value::YesNo),
            Cells::Texts(cells, known) => {
                let index = (*cells.get(row)?)?;
                known.get_index(index).cloned().map(Value::Text)
            }
            Cells::Values(cells) => cells.get(row)?.clone(),
        }
    }

    /// Whether a row has a value.
    pub(crate) fn has(&self, row: usize) -> bool {
        match self {
            Cells::Numbers(cells) => cells.get(row).is_some_and(Option::is_some),
            Cells::Truths(cells) => cells.get(row).is_some_and(Option::is_some),
            Cells::Texts(cells, _) => cells.get(row).is_some_and(Option::is_some),
            Cells::Values(cells) => cells.get(row).is_some_and(Option::is_some),
        }
    }
}

impl<'t> Builder<'t> {
    pub(crate) fn new(table: &'t Table, source: String, place: Place) -> Builder<'t> {
        let columns = table.columns.iter().map(|column: &TableColumn| Cells::new(&column.ty)).collect();
        let records = Records {
            source,
            place,
            columns,
            entities: Vec::new(),
            periods: Vec::new(),
            known_periods: IndexSet::new(),
            sheet: None,
        };
        Builder { table, records }
    }

    /// Adds a record with a value, or none, for every column.
    pub(crate) fn push(
        &mut self,
        entity: Option<EntityId>,
        period: Option<Period>,
        values: impl IntoIterator<Item = Option<Value>>,
    ) {
        for (cells, value) in self.records.columns.iter_mut().zip(values) {
            cells.push(value);
        }
        let period = period.map(|period| self.records.known_periods.insert_full(period).0);
        self.records.entities.push(entity);
        self.records.periods.push(period);
    }

    /// Adds the same record several times; columns that are not named have no value.
    pub(crate) fn repeat(
        &mut self,
        count: u32,
        entity: Option<EntityId>,
        period: Option<Period>,
        values: &[(usize, Value)],
    ) {
        let by_column: HashMap<usize, &Value> = values.iter().map(|(index, value)| (*index, value)).collect();
        for _ in 0..count {
            let width = 0..self.table.columns.len();
            self.push(entity, period, width.map(|index| by_column.get(&index).map(|value| (*value).clone())));
        }
    }

    pub(crate) fn finish(self, sheet: Option<RecordSheet>) -> Records {
        Records { sheet: sheet.map(Arc::new), ..self.records }
    }
}

/// The period that a value of a table's time column stands for.
pub(crate) fn period_of(value: &Value) -> Option<Period> {
    match value {
        Value::Date(date) => Period::day(*date),
        Value::Period(period) => Some(*period),
        _ => None,
    }
}
