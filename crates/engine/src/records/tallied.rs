//! Records that were taken together elsewhere, group by group.

use dabiao_check::{Plan, Table, TableId};
use dabiao_model::{Code, Diagnostic, Period, RecordTallies, Type};
use indexmap::IndexSet;

use super::group::Seats;
use crate::entities::Entities;
use crate::ids::EntityId;

/// Tallies, each with the entity and the period that it belongs to.
#[derive(Debug)]
pub(crate) struct Tallied {
    pub(super) of: RecordTallies,
    /// Whether a record names a day, however long the periods are that the days were taken together by.
    pub(super) is_dated: bool,
    entities: Vec<Option<EntityId>>,
    periods: Vec<Option<usize>>,
    known_periods: IndexSet<Period>,
}

impl Tallied {
    /// Takes tallies in.
    ///
    /// # Errors
    /// Where they do not answer every question that the plan asks of the table, or come from entities that the file of
    /// entities does not list.
    pub(crate) fn new(
        plan: &Plan,
        id: TableId,
        of: RecordTallies,
        entities: &mut Entities,
    ) -> Result<Tallied, Vec<Diagnostic>> {
        let table = plan.table(id);
        let questions = plan.queries.iter().filter(|query| query.table == id).count();
        let name = table.map_or("", |table| table.name.as_str());
        let fault = |code| Diagnostic::new(code, of.place.clone()).with("table", name);
        if of.groups.iter().any(|group| group.tallies.len() != questions) {
            return Err(vec![fault(Code::OtherTallies).variant("questions")]);
        }
        let is_listed = entities.are_listed();
        let named = of.groups.iter().filter_map(|group| group.entity.as_deref());
        let strangers: IndexSet<&str> =
            named.filter(|name| is_listed && entities.find(name).is_none()).collect();
        if !strangers.is_empty() {
            let unlisted =
                |name: &&str| fault(Code::BrokenEntityTree).variant("unlisted").with("entity", *name);
            return Err(strangers.iter().map(unlisted).collect());
        }
        let mut known_periods = IndexSet::new();
        let seats = of.groups.iter().map(|group| {
            let entity = group.entity.as_deref().map(|name| entities.add(name));
            (entity, group.period.map(|period| known_periods.insert_full(period).0))
        });
        let (entities, periods) = seats.unzip();
        let is_dated = table.is_some_and(is_dated);
        Ok(Tallied { of, is_dated, entities, periods, known_periods })
    }

    /// How many of how many records could not be used.
    pub(crate) fn refused(&self) -> Option<(u64, u64)> {
        (self.of.refused > 0).then_some((self.of.refused, self.of.records))
    }

    /// The tallies as they were given.
    pub(crate) fn given(&self) -> &RecordTallies {
        &self.of
    }

    pub(super) fn seats(&self) -> Seats<'_> {
        Seats { entities: &self.entities, periods: &self.periods, known_periods: &self.known_periods }
    }
}

/// Whether the records of a table name days.
fn is_dated(table: &Table) -> bool {
    let column = table.time.and_then(|index| table.columns.get(index));
    column.is_some_and(|column| column.ty == Type::Date)
}
