//! The table of metrics that a program is run on.

mod column;
mod entry;
mod of_records;
mod provenance;
mod rows;
mod typed;

use std::collections::HashMap;
use std::sync::Arc;

use dabiao_check::{Metric, MetricId};
use dabiao_model::{Code, Diagnostic, EntityRow, Observation, Period, Place, Value, similar};

pub(crate) use column::{Column, Store};
use entry::Entry;
pub use provenance::Provenance;
use rows::Rows;
pub(crate) use typed::{fits, outside};

use crate::Program;
use crate::entities::Entities;
use crate::ids::{EntityId, RowId};
use crate::limits;
use crate::records::{RecordGap, Records};
use crate::row::Row;

/// Values of a plan's metrics: a column for each metric over the rows (entity and period) that the data name.
///
/// A value that the plan's types refuse never gets in, so that judging needs no further checks. A value given without
/// a period holds in every period in which the entity has no value of its own.
///
/// ```
/// # use std::sync::Arc;
/// use dabiao_engine::{Metrics, Program, Provenance};
/// use dabiao_model::{Number, Period, Place, Source, Value};
/// let rules = Source::new("rules", "market_sampling.pass_rate >= 90%");
/// let plan = dabiao_check::check(vec![dabiao_syntax::parse(rules)]).plan;
/// let mut metrics = Metrics::new(&Program::compile(Arc::new(plan)));
///
/// let provenance = Provenance { source: "a test".into(), counts: None, mark: None, provisional: false, place: Place::Call("test".into()) };
/// let share = Value::Number(Number::parse("0.912").unwrap());
/// let year = Period::parse("2011");
/// metrics.set_value("market_sampling.pass_rate", Some("riverside"), year, share.clone(), provenance.clone()).unwrap();
/// assert_eq!(metrics.value("market_sampling.pass_rate", Some("riverside"), year), Some(share));
/// let yes = Value::YesNo(true);
/// assert!(metrics.set_value("market_sampling.pass_rate", None, year, yes, provenance).is_err());
/// ```
#[derive(Debug, Clone)]
pub struct Metrics {
    program: Program,
    entities: Entities,
    /// Whether the data have values without an entity.
    without_entity: bool,
    rows: Rows,
    columns: Vec<Column>,
    /// The tables of records that are given, by their position in the plan.
    tables: Vec<Option<Arc<Records>>>,
    /// Why records give no answer, by metric and place.
    gaps: HashMap<(MetricId, Row), RecordGap>,
    /// How many cells, rows times columns, there may be.
    limit: usize,
}

impl Metrics {
    /// An empty table for a program's metrics, of at most 50 million cells (rows times metrics).
    #[must_use]
    pub fn new(program: &Program) -> Metrics {
        Metrics::with_limit(program, limits::CELLS)
    }

    /// An empty table with another limit of cells.
    #[must_use]
    pub fn with_limit(program: &Program, cells: usize) -> Metrics {
        Metrics {
            program: program.clone(),
            entities: Entities::default(),
            without_entity: false,
            rows: Rows::default(),
            columns: program.plan().metrics.iter().map(|metric| Column::new(&metric.ty)).collect(),
            tables: vec![None; program.plan().tables.len()],
            gaps: HashMap::new(),
            limit: cells,
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
        let entry = Entry::read(observation, self)?;
        self.store(entry, false)
    }

    /// As [`Metrics::insert`], in place of the value that stands there.
    ///
    /// # Errors
    /// As for [`Metrics::insert`], except that a value may stand there; it stays where the new one is refused.
    pub fn replace(&mut self, observation: &Observation) -> Result<(), Box<Diagnostic>> {
        let entry = Entry::read(observation, self)?;
        self.store(entry, true)
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
        let metric = self.observed(metric, &provenance.place)?;
        self.set(Entry { metric, entity, period, value: Some(value), provenance })
    }

    /// As [`Metrics::set_value`], in place of the value that stands there.
    ///
    /// # Errors
    /// As for [`Metrics::replace`].
    pub fn replace_value(
        &mut self,
        metric: &str,
        entity: Option<&str>,
        period: Option<Period>,
        value: Value,
        provenance: Provenance,
    ) -> Result<(), Box<Diagnostic>> {
        let id = self.observed(metric, &provenance.place)?;
        if let Some(metric) = self.metric(id) {
            typed::accept(&value, metric, &provenance.place)?;
        }
        self.store(Entry { metric: id, entity, period, value: Some(value), provenance }, true)
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
        let mut periods: Vec<Period> = self.all_periods().collect();
        periods.sort_unstable();
        periods
    }

    /// The same periods in no order.
    pub(crate) fn all_periods(&self) -> impl Iterator<Item = Period> {
        self.rows.periods()
    }

    /// The value of a metric, by its path or title, at exactly this entity and period.
    #[must_use]
    pub fn value(&self, metric: &str, entity: Option<&str>, period: Option<Period>) -> Option<Value> {
        let column = self.column(self.program.plan().metric_id(metric)?)?;
        column.value(self.row_named(entity, period)?)
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

    pub(crate) fn column(&self, metric: MetricId) -> Option<&Column> {
        self.columns.get(metric.index())
    }

    /// The row at which cells hold the value for a place: the place itself or, where it has no value, the entity's
    /// row without a period.
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

    /// The row of an entity and period.
    pub(crate) fn row(&self, place: Row) -> Option<RowId> {
        self.rows.find(place)
    }

    /// The entity and period of a row.
    pub(crate) fn place_of(&self, row: RowId) -> Option<Row> {
        self.rows.place(row)
    }

    /// The same values, read by another program's plan.
    ///
    /// # Errors
    /// Where that plan does not have a metric, or refuses a value of it.
    pub(crate) fn retyped(&self, program: &Program) -> Result<Metrics, Box<Diagnostic>> {
        let mut metrics = Metrics::with_limit(program, self.limit);
        metrics.entities = self.entities.clone();
        for (metric, column) in self.program.plan().metrics.iter().zip(&self.columns) {
            for (row, provenance) in column.seen() {
                let Some(Row { entity, period }) = self.place_of(row) else { continue };
                let metric = metrics.observed(&metric.path, &provenance.place)?;
                let entity = entity.map(|id| self.entities.name(id));
                let (value, provenance) = (column.value(row), provenance.clone());
                metrics.set(Entry { metric, entity, period, value, provenance })?;
            }
        }
        self.retype_tables(&mut metrics)?;
        Ok(metrics)
    }

    /// Adds a typed value of a metric that is known by its position.
    #[cfg(test)]
    pub(crate) fn put(
        &mut self,
        metric: MetricId,
        entity: Option<&str>,
        period: Option<Period>,
        value: Value,
        provenance: Provenance,
    ) -> Result<(), Box<Diagnostic>> {
        self.set(Entry { metric, entity, period, value: Some(value), provenance })
    }

    fn metric(&self, id: MetricId) -> Option<&Metric> {
        self.program.plan().metric(id)
    }

    fn row_named(&self, entity: Option<&str>, period: Option<Period>) -> Option<RowId> {
        let entity = match entity {
            Some(name) => Some(self.entities.find(name)?),
            None => None,
        };
        self.row(Row { entity, period })
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

    /// Adds an entry whose value has not been held against its metric yet.
    fn set(&mut self, entry: Entry<'_>) -> Result<(), Box<Diagnostic>> {
        if let (Some(metric), Some(value)) = (self.metric(entry.metric), &entry.value) {
            typed::accept(value, metric, &entry.provenance.place)?;
        }
        self.store(entry, false)
    }

    fn store(&mut self, entry: Entry<'_>, replaces: bool) -> Result<(), Box<Diagnostic>> {
        let entity = entry.entity.map(|name| self.entities.add(name));
        let place = Row { entity, period: entry.period };
        let row = match self.row(place) {
            Some(row) => row,
            None => self.add_row(place, &entry)?,
        };
        match entity {
            Some(id) => self.entities.set_has_data(id),
            None => self.without_entity = true,
        }
        self.refuse_beside_records(&entry)?;
        let Some(column) = self.columns.get_mut(entry.metric.index()) else { return Ok(()) };
        if replaces && entry.value.is_none() {
            column.clear(row, &self.rows);
        }
        if let Some(first) = column.taken(row).filter(|_| !replaces && entry.value.is_some()) {
            let path = self.program.plan().metric(entry.metric).map_or("", |metric| metric.path.as_str());
            return Err(Box::new(entry.duplicate(path, first.clone())));
        }
        if let Some(other) = column.other_kind(place, &self.rows).filter(|_| entry.value.is_some()) {
            let path = self.program.plan().metric(entry.metric).map_or("", |metric| metric.path.as_str());
            return Err(Box::new(entry.mixed(path, other.clone())));
        }
        column.set(row, place, entry.value, entry.provenance);
        Ok(())
    }

    fn add_row(&mut self, place: Row, entry: &Entry<'_>) -> Result<RowId, Box<Diagnostic>> {
        self.has_room(&entry.provenance.place)?;
        Ok(self.rows.add(place))
    }

    /// Whether another row fits.
    fn has_room(&self, at: &Place) -> Result<(), Box<Diagnostic>> {
        let cells = self.rows.len().saturating_add(1).saturating_mul(self.columns.len());
        if cells > self.limit {
            let fault = Diagnostic::new(Code::TooMuchData, at.clone()).variant("cells");
            return Err(Box::new(fault.with("limit", self.limit)));
        }
        Ok(())
    }
}
