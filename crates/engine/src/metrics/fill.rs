//! From the values of files straight into columns.

use std::collections::HashMap;
use std::sync::Arc;

use dabiao_check::MetricId;
use dabiao_model::{Diagnostic, EntityRow, Intake, Period, PlainDecimal, RawCell, RowHead, Type, is_missing};

use super::Metrics;
use super::door::Door;
use super::entry::Entry;
use super::origin::Origin;
use super::plane::Rare;
use super::template::{Hole, Template};
use crate::row::Row;

/// Takes the values of files into a table of metrics as they are read, and remembers what is wrong with them.
///
/// A metric is looked up once for each heading, and where values come from is kept in as few words as possible. A number of
/// the usual form goes to its column as an integer; every other value takes the way of [`Metrics::insert`].
#[derive(Debug)]
pub struct Fill<'m> {
    metrics: &'m mut Metrics,
    file: Arc<str>,
    row: Head,
    known: Vec<Known>,
    /// The position of what is known of each heading of the file.
    headings: Vec<Option<usize>>,
    /// The same for metrics that are named in cells.
    named: HashMap<String, usize>,
    entities: Vec<EntityRow>,
    faults: Vec<Diagnostic>,
    /// The numbers that went straight to their places, where somebody wants a template of the text.
    log: Option<Vec<Logged>>,
}

/// What the values of the row have in common.
#[derive(Debug, Default)]
struct Head {
    entity: Option<String>,
    period: Option<Period>,
    provisional: bool,
    source: Option<String>,
    /// The number of the source among the words of the table.
    word: u32,
    /// The seat of the entity, once the row has had a value.
    seat: Option<usize>,
}

/// What is known of a metric's name in a file.
#[derive(Debug)]
struct Known {
    metric: MetricId,
    /// The column of the last value and the way to it.
    column: Arc<str>,
    is_element: bool,
    way: u32,
    /// Whether numbers may go straight to their places.
    is_open: bool,
    is_percent: bool,
    door: Option<Door>,
    /// Where the plane of the last value stood.
    plane: usize,
}

#[derive(Debug)]
struct Logged {
    offset: usize,
    length: usize,
    metric: MetricId,
    period: Option<Period>,
    seat: usize,
}

impl<'m> Fill<'m> {
    pub(super) fn new(metrics: &'m mut Metrics) -> Fill<'m> {
        metrics.reshape();
        Fill {
            metrics,
            file: "".into(),
            row: Head::default(),
            known: Vec::new(),
            headings: Vec::new(),
            named: HashMap::new(),
            entities: Vec::new(),
            faults: Vec::new(),
            log: None,
        }
    }

    /// Also remembers where the numbers of the text go, for [`Fill::template`].
    #[must_use]
    pub fn with_template(mut self) -> Fill<'m> {
        self.log = Some(Vec::new());
        self
    }

    /// What is wrong with what was taken so far.
    pub fn faults(&mut self) -> Vec<Diagnostic> {
        self.plant();
        std::mem::take(&mut self.faults)
    }

    /// Brings the entities that were listed into the table, all at once.
    fn plant(&mut self) {
        if !self.entities.is_empty() {
            let entities = std::mem::take(&mut self.entities);
            self.faults.extend(self.metrics.set_entities(&entities));
        }
    }

    /// The template of the only text that was read; `None` where none was wanted or no number went straight to its
    /// place.
    #[must_use]
    pub fn template(self, text: &str) -> Option<Template> {
        let log = self.log.filter(|log| !log.is_empty())?;
        let mut between = String::new();
        let mut holes = Vec::new();
        let mut begin = 0;
        for one in log {
            between.push_str(text.get(begin..one.offset)?);
            begin = one.offset.checked_add(one.length)?;
            let column = self.metrics.columns.get_mut(one.metric.index())?;
            let plane = column.position(one.period).ok()?;
            let exponent = column.plane_at_mut(plane)?.scaled()?.exponent();
            let door = Door::new(self.metrics.program.plan().metric(one.metric)?, exponent)?;
            holes.push(Hole { end: between.len(), metric: one.metric, plane, seat: one.seat, door });
        }
        between.push_str(text.get(begin..)?);
        Some(Template::new(between, holes))
    }

    /// Puts a plain number straight into its place; `false` where anything is unusual.
    fn put(&mut self, cell: &RawCell<'_>) -> bool {
        let Some((decimal, length)) = PlainDecimal::begin(cell.text.as_bytes()) else { return false };
        let is_plain = match cell.text.as_bytes().get(length..) {
            Some([]) => true,
            Some([b'%']) => {
                let position = self.known(cell);
                position.and_then(|at| self.known.get(at)).is_some_and(|known| known.is_percent)
            }
            _ => false,
        };
        is_plain && cell.unit.is_none_or(str::is_empty) && self.put_number(cell, decimal, length)
    }

    /// Puts a number in the metric's own unit straight into its place; `length` is that of its text.
    fn put_number(&mut self, cell: &RawCell<'_>, decimal: PlainDecimal, length: usize) -> bool {
        let Ok(line) = u32::try_from(cell.line) else { return false };
        let Some(position) = self.known(cell) else { return false };
        let seat = self.seat();
        let Some(known) = self.known.get_mut(position).filter(|known| known.is_open) else { return false };
        let Some(column) = self.metrics.columns.get_mut(known.metric.index()) else { return false };
        let Some((at, plane)) = column.plane_of(self.row.period, known.plane) else { return false };
        known.plane = at;
        let cells = self.metrics.cells.saturating_add(seat.saturating_add(1).saturating_sub(plane.len()));
        let Some(exponent) = plane.scaled().map(|scaled| scaled.exponent()) else { return false };
        if known.door.is_none_or(|door| door.exponent() != exponent) {
            let metric = self.metrics.program.plan().metric(known.metric);
            known.door = metric.and_then(|metric| Door::new(metric, exponent));
        }
        let Some(integer) = known.door.and_then(|door| door.pass(decimal)) else { return false };
        let origin = Origin {
            way: known.way,
            line,
            index: cell.element.unwrap_or(0),
            word: self.row.word,
            provisional: self.row.provisional,
        };
        if cells > self.metrics.limit || !plane.put(seat, integer, origin) {
            return false;
        }
        self.metrics.cells = cells;
        if let (Some(log), Some(offset)) = (&mut self.log, cell.offset) {
            let (metric, period) = (known.metric, self.row.period);
            log.push(Logged { offset, length, metric, period, seat });
        }
        true
    }

    /// Adds a value of any form, or remembers what is wrong with it.
    fn insert(&mut self, cell: &RawCell<'_>) {
        let stored = match self.known(cell).and_then(|position| self.known.get(position)) {
            Some(known) if is_missing(cell.text) => {
                let origin = Origin {
                    way: known.way,
                    line: u32::try_from(cell.line).unwrap_or(u32::MAX),
                    index: cell.element.unwrap_or(0),
                    word: self.row.word,
                    provisional: self.row.provisional,
                };
                let (metric, entity, period) = (known.metric, self.row.entity.as_deref(), self.row.period);
                let entry = Entry { metric, entity, period, value: None, origin, rare: Rare::default() };
                self.metrics.store(&entry, false)
            }
            _ => {
                let row = RowHead {
                    entity: self.row.entity.as_deref(),
                    period: self.row.period,
                    provisional: self.row.provisional,
                    source: self.row.source.as_deref(),
                };
                self.metrics.insert(&cell.observation(&self.file, &row))
            }
        };
        self.faults.extend(stored.err().map(|fault| *fault));
    }

    /// The position of what is known of the metric of a cell; `None` for one that data may not give.
    #[inline]
    fn known(&mut self, cell: &RawCell<'_>) -> Option<usize> {
        let found = match cell.heading {
            Some(heading) => self.headings.get(heading).copied().flatten(),
            None => self.named.get(cell.metric).copied(),
        };
        let position = match found {
            Some(position) => position,
            None => self.look_up(cell)?,
        };
        let known = self.known.get_mut(position)?;
        let is_element = cell.element.is_some();
        if known.is_element != is_element || !Arc::ptr_eq(&known.column, cell.column) {
            known.way = self.metrics.origins.column(&self.file, cell.column, is_element);
            (known.column, known.is_element) = (Arc::clone(cell.column), is_element);
        }
        Some(position)
    }

    #[cold]
    fn look_up(&mut self, cell: &RawCell<'_>) -> Option<usize> {
        let plan = self.metrics.program.plan();
        let id = plan.metric_id(cell.metric)?;
        let metric = plan.metric(id).filter(|metric| metric.value.is_none())?;
        let is_asked = plan.query_of(id).is_some_and(|query| self.metrics.has_table(query.table));
        let is_element = cell.element.is_some();
        let known = Known {
            metric: id,
            column: Arc::clone(cell.column),
            is_element,
            way: self.metrics.origins.column(&self.file, cell.column, is_element),
            is_open: !is_asked && metric.ty.is_numeric(),
            is_percent: metric.ty == Type::Percent,
            door: None,
            plane: 0,
        };
        let position = self.known.len();
        self.known.push(known);
        match cell.heading {
            Some(heading) => {
                if self.headings.len() <= heading {
                    self.headings.resize(heading.saturating_add(1), None);
                }
                if let Some(place) = self.headings.get_mut(heading) {
                    *place = Some(position);
                }
            }
            None => {
                self.named.insert(cell.metric.to_string(), position);
            }
        }
        Some(position)
    }

    /// The seat of the row's entity. What the row is for comes into the table with its first value.
    #[inline]
    fn seat(&mut self) -> usize {
        if let Some(seat) = self.row.seat {
            return seat;
        }
        let entity = self.row.entity.as_deref().map(|name| self.metrics.entities.add(name));
        match entity {
            Some(id) => self.metrics.entities.set_has_data(id),
            None => self.metrics.without_entity = true,
        }
        self.metrics.periods.extend(self.row.period);
        let seat = Row { entity, period: None }.seat();
        self.row.seat = Some(seat);
        seat
    }
}

impl Intake for Fill<'_> {
    fn file(&mut self, name: &Arc<str>) {
        self.file = Arc::clone(name);
        self.known.clear();
        self.headings.clear();
        self.named.clear();
    }

    fn row(&mut self, row: &RowHead<'_>) {
        self.plant();
        if self.row.entity.as_deref() != row.entity {
            self.row.entity = row.entity.map(str::to_string);
            self.row.seat = None;
        }
        if self.row.period != row.period {
            self.row.period = row.period;
            self.row.seat = None;
        }
        if self.row.source.as_deref() != row.source {
            self.row.source = row.source.map(str::to_string);
            self.row.word = row.source.map_or(0, |named| self.metrics.origins.named(named));
        }
        self.row.provisional = row.provisional;
    }

    fn cell(&mut self, cell: &RawCell<'_>) {
        if !self.put(cell) {
            self.insert(cell);
        }
    }

    fn number(&mut self, cell: &RawCell<'_>, number: PlainDecimal) -> bool {
        self.put_number(cell, number, 0)
    }

    fn entity(&mut self, row: EntityRow) {
        self.entities.push(row);
    }
}
