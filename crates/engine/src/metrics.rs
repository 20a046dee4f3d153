//! The table of metrics that a program is run on.

mod column;
mod provenance;
mod typed;

use std::collections::HashSet;

use dabiao_check::{Metric, MetricId};
use dabiao_model::{Code, Diagnostic, EntityRow, Observation, Period, Place, Value, is_missing, similar};
use indexmap::IndexSet;

pub(crate) use column::{Column, Store};
pub(crate) use typed::fits;
pub use provenance::Provenance;

use crate::Program;
use crate::entities::Entities;
use crate::ids::{EntityId, RowId};
use crate::limits;
use crate::row::Row;

/// Values of a plan's metrics: a column for each metric over the rows (entity and period) that the data name.
///
/// A value that the plan's types refuse never gets in, so that judging needs no further checks. A value given without
/// a period holds in every period in which the entity has no value of its own.
#[derive(Debug, Clone)]
pub struct Metrics {
    program: Program,
    entities: Entities,
    /// Whether the data have values without an entity.
    without_entity: bool,
    rows: IndexSet<Row>,
    periods: HashSet<Period>,
    columns: Vec<Column>,
}

impl Metrics {
    /// An empty table for a program's metrics.
    #[must_use]
    pub fn new(program: &Program) -> Metrics {
        Metrics {
            program: program.clone(),
            entities: Entities::default(),
            without_entity: false,
            rows: IndexSet::new(),
            periods: HashSet::new(),
            columns: program.plan().metrics.iter().map(|metric| Column::new(&metric.ty)).collect(),
        }
    }

    /// Reads one value of a data file by the plan's types and adds it.
    ///
    /// A text that stands for a missing value is noted as such, and gives way to a value from elsewhere.
    ///
    /// # Errors
    /// Where the metric is unknown or computed by the plan, its type or range refuses the value, the place has a
    /// value already, or the table is full.
    pub fn insert(&mut self, observation: &Observation) -> Result<(), Box<Diagnostic>> {
        let reading = self.read(observation)?;
        self.store(reading)
    }

    /// As [`Metrics::insert`], in place of the value that stands there.
    ///
    /// # Errors
    /// As for [`Metrics::insert`], except that a value may stand there; it stays where the new one is refused.
    pub fn replace(&mut self, observation: &Observation) -> Result<(), Box<Diagnostic>> {
        let reading = self.read(observation)?;
        if let Some(row) = self.place_named(observation.entity.as_deref(), observation.period) {
            let rows = &self.rows;
            if let Some(column) = self.columns.get_mut(reading.metric.index()) {
                column.clear(row, |row| rows.get_index(row.index()).copied());
            }
        }
        self.store(reading)
    }

    /// Adds a typed value; numbers are in base units (a share for a percent).
    ///
    /// # Errors
    /// As for [`Metrics::insert`].
    pub fn set_value(
        &mut self,
        metric: &str,
        entity: Option<&str>,
        period: Option<Period>,
        value: Value,
        provenance: Provenance,
    ) -> Result<(), Box<Diagnostic>> {
        self.set_cell(metric, entity, period, Some(value), provenance)
    }

    /// Adds the rows of an entity file, which give entities a level, a title and a place in a tree.
    ///
    /// Returns what is wrong with them: an entity named twice, under an unknown parent, or its own ancestor.
    pub fn set_entities(&mut self, rows: &[EntityRow]) -> Vec<Diagnostic> {
        self.entities.set(rows)
    }

    /// The names of all entities, in the order in which the data first name them.
    pub fn entities(&self) -> impl Iterator<Item = &str> {
        self.entities.iter().map(|id| self.entities.name(id))
    }

    /// The periods for which the data have values, or say that values are missing, from the earliest to the latest.
    #[must_use]
    pub fn periods(&self) -> Vec<Period> {
        let mut periods: Vec<Period> = self.periods.iter().copied().collect();
        periods.sort_unstable();
        periods
    }

    /// The value of a metric at exactly this entity and period.
    #[must_use]
    pub fn value(&self, metric: &str, entity: Option<&str>, period: Option<Period>) -> Option<Value> {
        let column = self.column(self.program.plan().metric_id(metric)?)?;
        column.value(self.place_named(entity, period)?)
    }

    /// The program that the table was made for.
    pub(crate) fn program(&self) -> &Program {
        &self.program
    }

    pub(crate) fn tree(&self) -> &Entities {
        &self.entities
    }

    /// The entities to judge: those of which the data speak; the data's values without an entity come last.
    pub(crate) fn judged(&self) -> Vec<Option<EntityId>> {
        let named = self.entities.iter().filter(|id| self.entities.has_data(*id));
        let mut judged: Vec<Option<EntityId>> = named.map(Some).collect();
        if self.without_entity || judged.is_empty() {
            judged.push(None);
        }
        judged
    }

    pub(crate) fn has_period(&self, accept: impl Fn(Period) -> bool) -> bool {
        self.periods.iter().any(|period| accept(*period))
    }

    pub(crate) fn column(&self, metric: MetricId) -> Option<&Column> {
        self.columns.get(metric.index())
    }

    /// The row at which a column holds the value for a place: the place itself or, where it has no value, the
    /// entity's row without a period.
    pub(crate) fn find<T>(&self, cells: &[Option<T>], at: Row) -> Option<RowId> {
        let holds = |row: &RowId| cells.get(row.index()).is_some_and(Option::is_some);
        let exact = self.row(at).filter(holds);
        exact.or_else(|| self.row(at.without_period()).filter(holds))
    }

    /// As [`Metrics::find`], for the values of a metric's column.
    pub(crate) fn find_in(&self, column: &Column, at: Row) -> Option<RowId> {
        match column.store() {
            Store::Numbers(cells) => self.find(cells, at),
            Store::Truths(cells) => self.find(cells, at),
            Store::Values(cells) => self.find(cells, at),
        }
    }

    pub(crate) fn row(&self, row: Row) -> Option<RowId> {
        self.rows.get_index_of(&row).map(RowId::new)
    }

    /// The entity and period of a row.
    pub(crate) fn place_of(&self, row: RowId) -> Option<Row> {
        self.rows.get_index(row.index()).copied()
    }

    /// The same values, read by another program's plan.
    ///
    /// # Errors
    /// Where that plan does not have a metric, or refuses a value of it.
    pub(crate) fn retyped(&self, program: &Program) -> Result<Metrics, Box<Diagnostic>> {
        let mut metrics = Metrics::new(program);
        metrics.entities = self.entities.clone();
        for (metric, column) in self.program.plan().metrics.iter().zip(&self.columns) {
            for (row, provenance) in column.seen() {
                let Some(place) = self.place_of(row) else { continue };
                let entity = place.entity.map(|id| self.entities.name(id));
                metrics.set_cell(&metric.path, entity, place.period, column.value(row), provenance.clone())?;
            }
        }
        Ok(metrics)
    }

    fn metric(&self, id: MetricId) -> Option<&Metric> {
        self.program.plan().metric(id)
    }

    /// The id of a metric that data may give.
    fn observed(&self, name: &str, place: &Place) -> Result<MetricId, Box<Diagnostic>> {
        let plan = self.program.plan();
        let fault = || Diagnostic::new(Code::UnknownMetric, place.clone()).with("name", name);
        let Some(id) = plan.metric_id(name) else {
            let observed = plan.metrics.iter().filter(|metric| metric.value.is_none());
            let names = observed.flat_map(|metric| [&metric.path].into_iter().chain(&metric.titles));
            return Err(Box::new(match similar(name, names.map(String::as_str)) {
                Some(similar) => fault().variant("similar").with("similar", similar),
                None => fault(),
            }));
        };
        let is_derived = self.metric(id).is_some_and(|metric| metric.value.is_some());
        if is_derived { Err(Box::new(fault().variant("derived"))) } else { Ok(id) }
    }

    fn store(
        &mut self,
        id: MetricId,
        entity: Option<&str>,
        period: Option<Period>,
        value: Option<Value>,
        provenance: Provenance,
    ) -> Result<(), Box<Diagnostic>> {
        let entity_id = entity.map(|name| self.entities.add(name));
        match entity_id {
            Some(id) => self.entities.set_has_data(id),
            None => self.without_entity = true,
        }
        let row = self.add_row(Row { entity: entity_id, period }, &provenance.place)?;
        let Some(column) = self.columns.get_mut(id.index()) else { return Ok(()) };
        let Err(first) = column.set(row, Row { entity: entity_id, period }, value, &provenance) else { return Ok(()) };
        let path = self.metric(id).map_or("", |metric| metric.path.as_str());
        let fault = Diagnostic::new(Code::DuplicateValue, provenance.place).with("metric", path);
        let fault = match (entity, period) {
            (Some(entity), Some(period)) => fault.with("entity", entity).with("period", period),
            (Some(entity), None) => fault.variant("of-entity").with("entity", entity),
            (None, Some(period)) => fault.variant("of-period").with("period", period),
            (None, None) => fault.variant("alone"),
        };
        Err(Box::new(fault.note(first, "note-first-value")))
    }

    fn add_row(&mut self, row: Row, place: &Place) -> Result<RowId, Box<Diagnostic>> {
        if let Some(id) = self.row(row) {
            return Ok(id);
        }
        let rows = self.rows.len().saturating_add(1);
        if rows.saturating_mul(self.columns.len()) > limits::CELLS {
            let fault = Diagnostic::new(Code::TooMuchData, place.clone()).variant("cells");
            let fault = fault.with("limit", limits::CELLS);
            return Err(Box::new(fault));
        }
        self.periods.extend(row.period);
        Ok(RowId::new(self.rows.insert_full(row).0))
    }
}
