//! The table of metrics that a program is run on.

mod bits;
mod column;
mod door;
mod entry;
mod fill;
mod heads;
mod integers;
mod of_records;
mod origin;
mod plane;
mod provenance;
mod scaled;
mod template;
mod trail;
mod typed;

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use dabiao_check::{Metric, MetricId};
use dabiao_model::{Code, Diagnostic, EntityRow, Observation, Period, Place, Value, similar};

pub(crate) use bits::Bits;
pub(crate) use column::Column;
use entry::Entry;
pub use fill::Fill;
pub(crate) use heads::{Head, Heads};
pub(crate) use integers::Stretch;
use origin::{Origin, Origins};
pub(crate) use plane::{Cells, Plane, Rare};
pub use provenance::Provenance;
pub(crate) use scaled::Scaled;
pub use template::Template;
pub(crate) use typed::{fits, outside};

use crate::Program;
use crate::bulk::{Shape, form};
use crate::entities::Entities;
use crate::ids::EntityId;
use crate::limits;
use crate::records::{Given, RecordGap};
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
    /// The periods that the data name, also those without a value.
    periods: BTreeSet<Period>,
    columns: Vec<Column>,
    /// What the places of the values have in common.
    origins: Origins,
    /// What is given for the tables of records, by their position in the plan.
    tables: Vec<Option<Given>>,
    /// Why records give no answer, by metric and place.
    gaps: HashMap<(MetricId, Row), RecordGap>,
    /// How many cells the columns have room for.
    cells: usize,
    /// How many they may have.
    limit: usize,
    /// What a prepared program needs to know, once it has asked.
    shape: OnceLock<Shape>,
    /// The values of the only row, once a prepared program has asked for them.
    heads: OnceLock<Option<Heads>>,
}

impl Metrics {
    /// An empty table for a program's metrics, of at most 200 million cells (a metric in one period has one for each entity).
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
            periods: BTreeSet::new(),
            columns: program.plan().metrics.iter().map(|metric| Column::new(&metric.ty)).collect(),
            origins: Origins::default(),
            tables: vec![None; program.plan().tables.len()],
            gaps: HashMap::new(),
            cells: 0,
            limit: cells,
            shape: OnceLock::new(),
            heads: OnceLock::new(),
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
        self.store(&entry, false)
    }

    /// As [`Metrics::insert`], in place of the value that stands there.
    ///
    /// # Errors
    /// As for [`Metrics::insert`], except that a value may stand there; it stays where the new one is refused.
    pub fn replace(&mut self, observation: &Observation) -> Result<(), Box<Diagnostic>> {
        let entry = Entry::read(observation, self)?;
        self.store(&entry, true)
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
        self.set(metric, (entity, period), Some(value), provenance, false)
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
        let metric = self.observed(metric, &provenance.place)?;
        self.set(metric, (entity, period), Some(value), provenance, true)
    }

    /// Begins to take values from files.
    pub fn fill(&mut self) -> Fill<'_> {
        Fill::new(self)
    }

    /// Forgets every value. Records stay, and so do the entities that a file lists or records name.
    pub fn clear(&mut self) {
        let tables = std::mem::take(&mut self.tables);
        let entities = std::mem::take(&mut self.entities);
        *self = Metrics::with_limit(&self.program, self.limit);
        let has_records = tables.iter().any(Option::is_some);
        self.entities = if has_records { entities.without_data() } else { entities.listed() };
        for given in tables.iter().flatten() {
            given.entities().iter().for_each(|entity| self.note(*entity));
        }
        self.tables = tables;
    }

    /// Adds the rows of an entity file, which give entities a level, a title and a place in a tree.
    ///
    /// Returns what is wrong with them: an entity named twice, under an unknown parent, or its own ancestor.
    pub fn set_entities(&mut self, rows: &[EntityRow]) -> Vec<Diagnostic> {
        self.reshape();
        self.entities.set(rows)
    }

    /// The names of all entities, in the order in which the data first name them.
    pub fn entities(&self) -> impl Iterator<Item = &str> {
        self.entities.iter().map(|id| self.entities.name(id))
    }

    /// The periods for which the data have values, or say that values are missing, from the earliest to the latest.
    #[must_use]
    pub fn periods(&self) -> Vec<Period> {
        self.periods.iter().copied().collect()
    }

    /// The same periods, as they are kept.
    pub(crate) fn all_periods(&self) -> impl Iterator<Item = Period> {
        self.periods.iter().copied()
    }

    /// The value of a metric, by its path or title, at exactly this entity and period.
    #[must_use]
    pub fn value(&self, metric: &str, entity: Option<&str>, period: Option<Period>) -> Option<Value> {
        let column = self.column(self.program.plan().metric_id(metric)?)?;
        let entity = match entity {
            Some(name) => Some(self.entities.find(name)?),
            None => None,
        };
        column.value(Row { entity, period })
    }

    /// What is known of the cell at a place beside its value, whether it has one or the data call it missing.
    pub(crate) fn provenance(&self, metric: MetricId, at: Row) -> Option<Provenance> {
        let column = self.column(metric)?;
        let origin = column.origin(at)?;
        let Rare { counts, mark } = column.rare(at).cloned().unwrap_or_default();
        let (source, place) = (self.origins.source(origin), self.origins.place(origin));
        Some(Provenance { source, counts, mark, provisional: origin.provisional, place })
    }

    /// What evidence names as the source of the cell at a place.
    pub(crate) fn source(&self, metric: MetricId, at: Row) -> Option<String> {
        self.column(metric)?.origin(at).map(|origin| self.origins.source(origin))
    }

    /// Whether the data call the value at a place provisional.
    pub(crate) fn is_provisional(&self, metric: MetricId, at: Row) -> bool {
        self.column(metric).and_then(|column| column.origin(at)).is_some_and(|origin| origin.provisional)
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

    /// What is known of the table beside its values.
    pub(crate) fn shape(&self) -> Shape {
        *self.shape.get_or_init(|| Shape::of(self))
    }

    /// The values of the only row that the table speaks of.
    #[inline]
    pub(crate) fn heads(&self) -> Option<&Heads> {
        self.heads.get_or_init(|| Heads::of(self)).as_ref()
    }

    pub(crate) fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub(crate) fn column(&self, metric: MetricId) -> Option<&Column> {
        self.columns.get(metric.index())
    }

    /// The same values, read by another program's plan.
    ///
    /// # Errors
    /// Where that plan does not have a metric, or refuses a value of it.
    pub(crate) fn retyped(&self, program: &Program) -> Result<Metrics, Box<Diagnostic>> {
        let mut metrics = Metrics::with_limit(program, self.limit);
        metrics.entities = self.entities.clone();
        for (index, (metric, column)) in self.program.plan().metrics.iter().zip(&self.columns).enumerate() {
            for (row, _) in column.seen() {
                let Row { entity, period } = row;
                let Some(provenance) = self.provenance(MetricId::new(index), row) else { continue };
                let metric = metrics.observed(&metric.path, &provenance.place)?;
                let entity = entity.map(|id| self.entities.name(id));
                let value = column.value(row);
                metrics.set(metric, (entity, period), value, provenance, false)?;
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
        self.set(metric, (entity, period), Some(value), provenance, false)
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

    /// Adds a value that has not been held against its metric yet.
    fn set(
        &mut self,
        metric: MetricId,
        (entity, period): (Option<&str>, Option<Period>),
        value: Option<Value>,
        provenance: Provenance,
        replaces: bool,
    ) -> Result<(), Box<Diagnostic>> {
        if let (Some(metric), Some(value)) = (self.metric(metric), &value) {
            typed::accept(value, metric, &provenance.place)?;
        }
        let Provenance { source, counts, mark, provisional, place } = provenance;
        let origin = self.origins.origin(&place, &source, provisional);
        self.store(&Entry { metric, entity, period, value, origin, rare: Rare { counts, mark } }, replaces)
    }

    fn store(&mut self, entry: &Entry<'_>, replaces: bool) -> Result<(), Box<Diagnostic>> {
        let known = self.entities.len();
        let entity = entry.entity.map(|name| self.entities.add(name));
        let (metric, place) = (entry.metric, Row { entity, period: entry.period });
        let before = self.outline(metric, place);
        let stored = self.store_at(place, entry, replaces);
        if self.entities.len() > known || self.outline(metric, place) != before {
            self.reshape();
        } else if let Some(Some(heads)) = self.heads.get_mut()
            && let Some(column) = self.columns.get(metric.index())
            && let Ok(position) = column.position(place.period)
            && let Some(plane) = column.plane_at(position)
        {
            heads.renew(metric, position, plane);
        }
        stored
    }

    /// Forgets what is known of the table beside its values.
    fn reshape(&mut self) {
        self.shape.take();
        self.heads.take();
    }

    fn store_at(&mut self, place: Row, entry: &Entry<'_>, replaces: bool) -> Result<(), Box<Diagnostic>> {
        self.make_room(entry.metric, place, entry.origin)?;
        self.periods.extend(place.period);
        match place.entity {
            Some(id) => self.entities.set_has_data(id),
            None => self.without_entity = true,
        }
        self.refuse_beside_records(entry)?;
        let Some(column) = self.columns.get_mut(entry.metric.index()) else { return Ok(()) };
        if replaces && entry.value.is_none() {
            column.clear(place);
        }
        let path = || self.program.plan().metric(entry.metric).map_or("", |metric| metric.path.as_str());
        if entry.value.is_some() {
            if let Some(first) = column.taken(place).filter(|_| !replaces) {
                let (second, first) = (self.origins.place(entry.origin), self.origins.place(first));
                return Err(Box::new(entry.duplicate(path(), second, first)));
            }
            if let Some(other) = column.other_kind(place) {
                let (second, first) = (self.origins.place(entry.origin), self.origins.place(other));
                return Err(Box::new(Entry::mixed(path(), second, first)));
            }
        }
        column.set(place, entry.value.clone(), entry.origin, entry.rare.clone());
        Ok(())
    }

    /// Counts the cells that a value at a place needs, or says that they do not fit.
    fn make_room(&mut self, metric: MetricId, place: Row, at: Origin) -> Result<(), Box<Diagnostic>> {
        let growth = self.column(metric).map_or(0, |column| column.growth(place));
        let cells = self.cells.saturating_add(growth);
        if cells > self.limit {
            let fault = Diagnostic::new(Code::TooMuchData, self.origins.place(at)).variant("cells");
            return Err(Box::new(fault.with("limit", self.limit)));
        }
        self.cells = cells;
        Ok(())
    }

    /// All of the shape that a value at a place may change, beside the number of entities.
    fn outline(&self, metric: MetricId, place: Row) -> (bool, bool, usize, Option<(u32, bool)>) {
        let plane = self.column(metric).and_then(|column| column.plane(place.period));
        (
            place.entity.is_some_and(|id| self.entities.has_data(id)),
            self.without_entity,
            self.periods.len(),
            plane.map(|plane| (form(plane.cells()), plane.has_values())),
        )
    }
}
