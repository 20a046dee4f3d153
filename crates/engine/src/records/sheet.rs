//! From the texts of a sheet to typed records, every fault with its place.

use std::collections::{HashMap, HashSet};

use dabiao_check::{Table, TableColumn};
use dabiao_model::{
    Code, Diagnostic, ENTITY_HEADINGS, PERIOD_HEADINGS, Period, Place, ReadingFault, RecordRow, RecordSheet,
    Type, Units, Value, Wording, brief, is_missing, read_value, similar,
};

use super::Records;
use super::table::{Builder, period_of};
use crate::entities::Entities;
use crate::ids::EntityId;
use crate::limits;
use crate::metrics::outside;

/// Reads a sheet by the columns of a table.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn read(
    table: &Table,
    sheet: RecordSheet,
    units: &Units,
    entities: &mut Entities,
) -> Result<Records, Vec<Diagnostic>> {
    let cells = sheet.rows.len().saturating_mul(table.columns.len());
    if cells > limits::RECORD_CELLS {
        let fault = Diagnostic::new(Code::TooMuchData, sheet.place.clone()).variant("records");
        return Err(vec![fault.with("table", &table.name).with("limit", limits::RECORD_CELLS)]);
    }
    let mut faults = Vec::new();
    let found: Vec<Option<usize>> =
        table.columns.iter().map(|column| heading(table, column, &sheet, &mut faults)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut builder = Builder::new(table, sheet.source.clone(), sheet.place.clone());
    let mut reader = Reader {
        table,
        sheet: &sheet,
        units,
        known: vec![HashMap::new(); table.columns.len()],
        seen_entities: HashMap::new(),
        strangers: HashSet::new(),
        faults,
    };
    for row in &sheet.rows {
        let values: Vec<Option<Value>> =
            found.iter().enumerate().map(|(index, heading)| reader.value(index, *heading, row)).collect();
        let period = reader.period(row, &found, &values);
        let entity = reader.entity(row, &found, &values, entities);
        builder.push(entity, period, values);
    }
    if reader.faults.is_empty() { Ok(builder.finish(Some(sheet))) } else { Err(reader.faults) }
}

/// The heading of a column: its own name in any case, or for the entity and the period one of their names.
fn heading(
    table: &Table,
    column: &TableColumn,
    sheet: &RecordSheet,
    faults: &mut Vec<Diagnostic>,
) -> Option<usize> {
    let plain = |text: &str| text.trim().to_lowercase();
    let wanted = plain(&column.name);
    let kin = [ENTITY_HEADINGS, PERIOD_HEADINGS].into_iter().find(|names| names.contains(&wanted.as_str()));
    let exact = sheet.headings.iter().position(|(heading, _)| plain(heading) == wanted);
    let is_kin = |heading: &str| kin.is_some_and(|names| names.contains(&plain(heading).as_str()));
    let found = exact.or_else(|| sheet.headings.iter().position(|(heading, _)| is_kin(heading)));
    // A table without a single row has nothing that could be missing.
    if found.is_none() && !(sheet.headings.is_empty() && sheet.rows.is_empty()) {
        let place = match sheet.headings.first() {
            Some((_, Place::Cell { file, row, .. })) => {
                Place::Cell { file: file.clone(), row: *row, column: None }
            }
            _ => sheet.place.clone(),
        };
        let fault = Diagnostic::new(Code::MissingColumn, place).variant("of-table");
        faults.push(fault.with("name", &column.name).with("table", &table.name));
    }
    found
}

struct Reader<'a> {
    table: &'a Table,
    sheet: &'a RecordSheet,
    units: &'a Units,
    /// What texts of each column were read as before, for those that repeat.
    known: Vec<HashMap<&'a str, Value>>,
    seen_entities: HashMap<&'a str, EntityId>,
    strangers: HashSet<&'a str>,
    faults: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// The value of a column in a row; `None` where it is missing, or faulty.
    fn value(&mut self, index: usize, heading: Option<usize>, row: &'a RecordRow) -> Option<Value> {
        let heading = heading?;
        let text = row.cells.get(heading)?.as_str();
        let column = self.table.columns.get(index)?;
        if is_missing(text) {
            return None;
        }
        if column.ty == Type::Text {
            return Some(Value::Text(text.trim().to_string()));
        }
        if let Some(known) = self.known.get(index).and_then(|known| known.get(text)) {
            return Some(known.clone());
        }
        match self.read(column, text) {
            Ok(value) => {
                if let Some(known) = self.known.get_mut(index).filter(|known| known.len() < MEMORY) {
                    known.insert(text, value.clone());
                }
                Some(value)
            }
            Err(fault) => {
                let fault = self.fault(column, text, heading, row, &fault);
                self.faults.push(fault);
                None
            }
        }
    }

    fn read(&self, column: &TableColumn, text: &str) -> Result<Value, Fault> {
        let reading = read_value(text, None, &column.ty, self.units).map_err(Fault::Reading)?;
        // A mark of rounding speaks of a published figure, and a record has none.
        if reading.mark.is_some() {
            return Err(Fault::Reading(ReadingFault::NotOfType));
        }
        match &column.range {
            Some((least, greatest)) if outside(&reading.value, least, greatest) => Err(Fault::Range),
            _ => Ok(reading.value),
        }
    }

    fn fault(
        &self,
        column: &TableColumn,
        text: &str,
        heading: usize,
        row: &RecordRow,
        fault: &Fault,
    ) -> Diagnostic {
        let heading = self.sheet.headings.get(heading).map_or(column.name.as_str(), |(name, _)| name);
        let place = self.sheet.cell(row.line, heading);
        let name = format!("{}.{}", self.table.name, column.name);
        match (fault, &column.range) {
            (Fault::Reading(ReadingFault::Unit(unit)), _) => Diagnostic::new(Code::WrongUnit, place)
                .with("metric", name)
                .with("unit", unit)
                .with("wanted", &column.ty),
            (Fault::Reading(fault), _) => Diagnostic::new(Code::UnreadableValue, place)
                .with("text", brief(text))
                .with("type", &column.ty)
                .with("metric", name)
                .with("reason", fault),
            (Fault::Range, range) => {
                let show = |value: Option<&Value>| {
                    value.map_or_else(|| Wording::from(""), |value| column.ty.wording(value))
                };
                let (least, greatest) =
                    (range.as_ref().map(|(one, _)| one), range.as_ref().map(|(_, one)| one));
                let range = Wording::about("value-range", "first", show(least)).with("last", show(greatest));
                let fault = Diagnostic::new(Code::ValueOutOfRange, place);
                fault.with("metric", name).with("text", brief(text)).with("range", range)
            }
        }
    }

    /// The period that a row belongs to. Where the table has a column for it, every row has to say.
    fn period(
        &mut self,
        row: &'a RecordRow,
        found: &[Option<usize>],
        values: &[Option<Value>],
    ) -> Option<Period> {
        let time = self.table.time?;
        if let Some(value) = values.get(time).and_then(Option::as_ref) {
            return period_of(value);
        }
        let heading = found.get(time).copied().flatten()?;
        let is_empty = row.cells.get(heading).is_none_or(|text| is_missing(text));
        if is_empty {
            let name = self.sheet.headings.get(heading).map_or("", |(name, _)| name);
            let fault = Diagnostic::new(Code::UnreadablePeriod, self.sheet.cell(row.line, name));
            let text = row.cells.get(heading).map_or("", String::as_str);
            self.faults.push(fault.variant("of-record").with("table", &self.table.name).with("text", text));
        }
        None
    }

    /// The entity that a row belongs to. Where a tree of entities is given, one outside it is most likely mistyped,
    /// and is named once.
    fn entity(
        &mut self,
        row: &'a RecordRow,
        found: &[Option<usize>],
        values: &[Option<Value>],
        entities: &mut Entities,
    ) -> Option<EntityId> {
        let column = self.table.entity?;
        values.get(column)?.as_ref()?;
        let heading = found.get(column).copied().flatten()?;
        let text = row.cells.get(heading)?.trim();
        if let Some(known) = self.seen_entities.get(text) {
            return Some(*known);
        }
        if entities.are_listed() && entities.find(text).is_none() {
            if self.strangers.insert(text) {
                let name = self.sheet.headings.get(heading).map_or("", |(name, _)| name);
                let fault = Diagnostic::new(Code::BrokenEntityTree, self.sheet.cell(row.line, name));
                let fault = fault.with("entity", text);
                self.faults.push(match similar(text, entities.names()) {
                    Some(similar) => fault.variant("unlisted-similar").with("similar", similar),
                    None => fault.variant("unlisted"),
                });
            }
            return None;
        }
        let id = entities.add(text);
        self.seen_entities.insert(text, id);
        Some(id)
    }
}

/// Texts of a column that are remembered with their values.
const MEMORY: usize = 10_000;

enum Fault {
    Reading(ReadingFault),
    Range,
}
