//! The values of one metric.

use std::collections::{BTreeMap, HashMap};

use dabiao_model::{Number, Period, Place, Step, Type, Value};

use super::Provenance;
use super::rows::Rows;
use crate::ids::{EntityId, RowId};
use crate::row::Row;

/// One metric's values over the rows of the table, with where they come from and when they begin.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    store: Store,
    /// Every cell that the data speak of, missing values included.
    seen: HashMap<RowId, Provenance>,
    /// The periods that the data speak of, and whether any entity has a value there.
    periods: BTreeMap<Period, bool>,
    /// The only kind of period whose values call for judgement, where not every kind does.
    home: Option<Step>,
    /// The first period of each kind in which an entity has a value.
    first: HashMap<(Option<EntityId>, Step), Period>,
}

/// Values in the form that their type needs, by row. A store is as long as the last row that it has a value for.
#[derive(Debug, Clone)]
pub(crate) enum Store {
    /// Percents, plain numbers and quantities, in base units.
    Numbers(Vec<Option<Number>>),
    /// Yes and no.
    Truths(Vec<Option<bool>>),
    /// Levels, dates, periods and texts.
    Values(Vec<Option<Value>>),
}

impl Column {
    /// An empty column for values of a type.
    pub(super) fn new(ty: &Type) -> Column {
        let store = match ty {
            Type::YesNo => Store::Truths(Vec::new()),
            ty if ty.is_numeric() => Store::Numbers(Vec::new()),
            _ => Store::Values(Vec::new()),
        };
        Column { store, seen: HashMap::new(), periods: BTreeMap::new(), home: None, first: HashMap::new() }
    }

    /// Where the value of a row was read; `None` where it has none.
    pub(super) fn taken(&self, id: RowId) -> Option<&Place> {
        self.seen.get(&id).filter(|_| self.has_value(id)).map(|first| &first.place)
    }

    /// Sets a value in place of what the data said of the row before, or notes that it is missing, which changes
    /// nothing where the row has a value.
    pub(super) fn set(&mut self, id: RowId, row: Row, value: Option<Value>, provenance: Provenance) {
        let has_value = value.is_some();
        match (&mut self.store, value) {
            (Store::Numbers(cells), Some(Value::Number(number))) => put(cells, id, Some(number)),
            (Store::Truths(cells), Some(Value::YesNo(truth))) => put(cells, id, Some(truth)),
            (Store::Values(cells), Some(value)) => put(cells, id, Some(value)),
            // The value was held against the column's type before.
            (_, Some(_)) => return,
            (_, None) => {}
        }
        if has_value {
            self.seen.insert(id, provenance);
        } else {
            self.seen.entry(id).or_insert(provenance);
        }
        self.note(row, has_value);
    }

    /// Takes away what the data say of a row.
    pub(super) fn clear(&mut self, id: RowId, rows: &Rows) {
        if self.seen.remove(&id).is_none() {
            return;
        }
        match &mut self.store {
            Store::Numbers(cells) => put(cells, id, None),
            Store::Truths(cells) => put(cells, id, None),
            Store::Values(cells) => put(cells, id, None),
        }
        // With one value less, what was noted of all of them has to be found anew.
        self.periods.clear();
        self.first.clear();
        let seen: Vec<RowId> = self.seen.keys().copied().collect();
        for (row, place) in seen.into_iter().filter_map(|row| Some((row, rows.place(row)?))) {
            self.note(place, self.has_value(row));
        }
    }

    /// The values, by row.
    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// The value at a row.
    pub(crate) fn value(&self, row: RowId) -> Option<Value> {
        match &self.store {
            Store::Numbers(cells) => cells.get(row.index())?.clone().map(Value::Number),
            Store::Truths(cells) => (*cells.get(row.index())?).map(Value::YesNo),
            Store::Values(cells) => cells.get(row.index())?.clone(),
        }
    }

    /// What is known of the cell at a row, whether it has a value or the data call it missing.
    pub(crate) fn provenance(&self, row: RowId) -> Option<&Provenance> {
        self.seen.get(&row)
    }

    /// Every cell that the data speak of, in the order of the rows.
    pub(super) fn seen(&self) -> Vec<(RowId, &Provenance)> {
        let mut seen: Vec<_> = self.seen.iter().map(|(row, provenance)| (*row, provenance)).collect();
        seen.sort_unstable_by_key(|(row, _)| *row);
        seen
    }

    /// The first period of a kind in which an entity has a value.
    pub(crate) fn first(&self, entity: Option<EntityId>, step: Step) -> Option<Period> {
        self.first.get(&(entity, step)).copied()
    }

    /// Where a value of the same entity stands that has a period where this place has none, or the other way round.
    pub(super) fn other_kind(&self, place: Row, rows: &Rows) -> Option<&Place> {
        let with_value = |row: Row| rows.find(row).filter(|row| self.has_value(*row));
        let other = match place.period {
            Some(_) => with_value(place.without_period()),
            None => {
                [Step::Year, Step::Half, Step::Quarter, Step::Month, Step::Day].into_iter().find_map(|step| {
                    with_value(Row { entity: place.entity, period: Some(self.first(place.entity, step)?) })
                })
            }
        };
        self.provenance(other?).map(|provenance| &provenance.place)
    }

    /// Whether the data speak of the metric at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }

    /// The place of the first value, in the order of the rows.
    pub(super) fn first_value(&self) -> Option<&Place> {
        let first = self.seen.keys().filter(|row| self.has_value(**row)).min()?;
        self.taken(*first)
    }

    /// Says that only periods of one kind call for judgement.
    pub(super) fn set_home(&mut self, home: Option<Step>) {
        self.home = home;
    }

    /// The kinds of period that call for judgement: all of them where there is no such kind.
    pub(crate) fn home(&self) -> Option<Step> {
        self.home
    }

    /// The periods that the data speak of, with whether any entity has a value there.
    pub(crate) fn periods(&self) -> impl Iterator<Item = (Period, bool)> {
        self.periods.iter().map(|(period, known)| (*period, *known))
    }

    /// Notes that the data speak of a place, and whether with a value.
    fn note(&mut self, row: Row, has_value: bool) {
        let Some(period) = row.period else { return };
        let known = self.periods.entry(period).or_default();
        *known = *known || has_value;
        if has_value {
            let first = self.first.entry((row.entity, period.step())).or_insert(period);
            *first = period.min(*first);
        }
    }

    fn has_value(&self, row: RowId) -> bool {
        match &self.store {
            Store::Numbers(cells) => holds(cells, row),
            Store::Truths(cells) => holds(cells, row),
            Store::Values(cells) => holds(cells, row),
        }
    }
}

fn holds<T>(cells: &[Option<T>], row: RowId) -> bool {
    cells.get(row.index()).is_some_and(Option::is_some)
}

fn put<T>(cells: &mut Vec<Option<T>>, row: RowId, value: Option<T>) {
    if cells.len() <= row.index() {
        cells.resize_with(row.index().saturating_add(1), || None);
    }
    if let Some(cell) = cells.get_mut(row.index()) {
        *cell = value;
    }
}
