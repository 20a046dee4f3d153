//! One record as texts, read by the types of a table's columns.

use std::collections::HashMap;
use std::sync::Arc;

use dabiao_check::TableColumn;
use dabiao_model::{
    Code, Diagnostic, Place, ReadingFault, RecordAsk, Type, Value, Wording, brief, is_missing, nfc,
    read_value, similar,
};

use crate::date::days_of;
use crate::decimal::{fits, narrow, plain, wide};
use crate::shape::{Digits, Reads, in_own_unit};

/// A cell in the form in which a query holds it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Missing,
    Narrow(i128),
    Wide(datafusion::arrow::datatypes::i256),
    YesNo(bool),
    Level(i32),
    Date(i32),
    /// A text or a period, which the row itself holds.
    Text,
}

/// Reads records, and says of those that cannot be used what is wrong.
#[derive(Debug)]
pub(crate) struct RowReader {
    reads: Arc<Reads>,
    ask: Arc<RecordAsk>,
    digits: Digits,
    /// What texts were read as before, for each column that is read.
    known: Vec<HashMap<String, Cell>>,
    /// Whether a number had more digits than are kept.
    pub(crate) needs_wide: bool,
}

/// Texts of a column that are remembered with their values.
const MEMORY: usize = 10_000;

impl RowReader {
    pub(crate) fn new(reads: Arc<Reads>, ask: Arc<RecordAsk>, digits: Digits) -> RowReader {
        let known = vec![HashMap::new(); reads.columns.len()];
        RowReader { reads, ask, digits, known, needs_wide: false }
    }

    /// Reads the texts of a record, one for each column that is read, into as many cells. `place` tells where the
    /// text of a column stands.
    ///
    /// # Errors
    /// The first thing that keeps the record from being used.
    pub(crate) fn read<'t>(
        &mut self,
        texts: impl Iterator<Item = &'t str>,
        cells: &mut Vec<Cell>,
        place: &dyn Fn(usize) -> Place,
    ) -> Result<(), Box<Diagnostic>> {
        cells.clear();
        let reads = Arc::clone(&self.reads);
        for (position, ((index, column), text)) in reads.columns().zip(texts).enumerate() {
            let cell = self.cell(position, column, text, &|| place(index))?;
            self.belongs(index, text, &cell, &|| place(index))?;
            cells.push(cell);
        }
        Ok(())
    }

    fn cell(
        &mut self,
        position: usize,
        column: &TableColumn,
        text: &str,
        place: &dyn Fn() -> Place,
    ) -> Result<Cell, Box<Diagnostic>> {
        if is_missing(text) {
            return Ok(Cell::Missing);
        }
        if column.ty == Type::Text {
            return Ok(Cell::Text);
        }
        let is_bare = matches!(column.ty, Type::Number | Type::Ratio) && column.range.is_none();
        if is_bare
            && self.digits == Digits::Narrow
            && let Some(cell) = plain(text)
        {
            return Ok(Cell::Narrow(cell));
        }
        if let Some(known) = self.known.get(position).and_then(|known| known.get(text)) {
            return Ok(known.clone());
        }
        let cell = self.typed(column, text, place)?;
        if let Some(known) = self.known.get_mut(position).filter(|known| known.len() < MEMORY) {
            known.insert(text.to_string(), cell.clone());
        }
        Ok(cell)
    }

    fn typed(
        &mut self,
        column: &TableColumn,
        text: &str,
        place: &dyn Fn() -> Place,
    ) -> Result<Cell, Box<Diagnostic>> {
        let name = || format!("{}.{}", self.reads.table.name, column.name);
        let unreadable = |fault: &ReadingFault| {
            Box::new(match fault {
                ReadingFault::Unit(unit) => Diagnostic::new(Code::WrongUnit, place())
                    .with("metric", name())
                    .with("unit", unit)
                    .with("wanted", &column.ty),
                fault => Diagnostic::new(Code::UnreadableValue, place())
                    .with("text", brief(text))
                    .with("type", &column.ty)
                    .with("metric", name())
                    .with("reason", fault),
            })
        };
        let reading =
            read_value(text, None, &column.ty, &self.reads.units).map_err(|fault| unreadable(&fault))?;
        // A mark of rounding speaks of a published figure, and a record has none.
        if reading.mark.is_some() {
            return Err(unreadable(&ReadingFault::NotOfType));
        }
        if let Some((least, greatest)) = &column.range
            && is_outside(&reading.value, least, greatest)
        {
            let show = |value| column.ty.wording(value);
            let range = Wording::about("value-range", "first", show(least)).with("last", show(greatest));
            let fault = Diagnostic::new(Code::ValueOutOfRange, place());
            return Err(Box::new(
                fault.with("metric", name()).with("text", brief(text)).with("range", range),
            ));
        }
        Ok(match reading.value {
            Value::Number(number) => {
                let own = in_own_unit(&column.ty, &number);
                let cell = match self.digits {
                    Digits::Narrow => narrow(&own).map(Cell::Narrow),
                    Digits::Wide => wide(&own).map(Cell::Wide),
                };
                match cell {
                    Some(cell) => cell,
                    None => {
                        self.needs_wide |= fits(&own, Digits::Wide);
                        let fault = Diagnostic::new(Code::UnreadableValue, place()).variant("digits");
                        let fault = fault.with("text", brief(text)).with("type", &column.ty);
                        return Err(Box::new(fault.with("metric", name())));
                    }
                }
            }
            Value::YesNo(truth) => Cell::YesNo(truth),
            Value::Level(level) => Cell::Level(i32::try_from(level).unwrap_or(i32::MAX)),
            Value::Date(date) => Cell::Date(days_of(date)),
            Value::Period(_) | Value::Text(_) => Cell::Text,
        })
    }

    /// Whether a record belongs somewhere: every one of a table with a column for the time has to say when it was,
    /// and no day of it lies ahead.
    fn belongs(
        &self,
        index: usize,
        text: &str,
        cell: &Cell,
        place: &dyn Fn() -> Place,
    ) -> Result<(), Box<Diagnostic>> {
        let table = &self.reads.table;
        if table.time == Some(index) {
            if *cell == Cell::Missing {
                let fault = Diagnostic::new(Code::UnreadablePeriod, place()).variant("of-record");
                return Err(Box::new(fault.with("table", &table.name).with("text", text)));
            }
            if matches!(cell, Cell::Date(days) if *days > days_of(self.ask.as_of)) {
                let fault = Diagnostic::new(Code::FutureRecord, place()).with("text", brief(text));
                return Err(Box::new(fault.with("table", &table.name).with("as_of", self.ask.as_of)));
            }
        }
        if table.entity == Some(index)
            && *cell != Cell::Missing
            && let Some(listed) = &self.ask.listed
            && !listed.contains(nfc(text.trim()).as_ref())
        {
            let fault = Diagnostic::new(Code::BrokenEntityTree, place()).with("entity", text.trim());
            return Err(Box::new(match similar(text.trim(), listed.iter().map(String::as_str)) {
                Some(similar) => fault.variant("unlisted-similar").with("similar", similar),
                None => fault.variant("unlisted"),
            }));
        }
        Ok(())
    }
}

/// Whether a value lies outside a column's range.
pub(crate) fn is_outside(value: &Value, least: &Value, greatest: &Value) -> bool {
    match (value, least, greatest) {
        (Value::Number(value), Value::Number(least), Value::Number(greatest)) => {
            value < least || value > greatest
        }
        (Value::Level(value), Value::Level(least), Value::Level(greatest)) => {
            value < least || value > greatest
        }
        (Value::Date(value), Value::Date(least), Value::Date(greatest)) => value < least || value > greatest,
        (Value::Period(value), Value::Period(least), Value::Period(greatest)) => {
            value < least || value > greatest
        }
        _ => false,
    }
}
