//! Which records stand together.

use std::collections::{BTreeSet, HashMap};

use dabiao_model::{Period, Step};
use indexmap::{IndexMap, IndexSet};

use crate::entities::Entities;
use crate::ids::EntityId;
use crate::row::Row;

/// The records of a table by entity and period.
#[derive(Debug)]
pub(super) struct Groups {
    /// The group of each record: those of one entity in the shortest of the periods that matter.
    pub(super) of: Vec<usize>,
    /// The entities and periods for which answers are due, each with the groups that count for it. A group counts for
    /// its entity and every one above it, and for its period and the longer ones around it.
    pub(super) places: IndexMap<Row, Vec<usize>>,
    /// How many groups there are.
    pub(super) count: usize,
}

/// The entity and the period of each of a list of records.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seats<'r> {
    pub(super) entities: &'r [Option<EntityId>],
    /// Positions in `known_periods`.
    pub(super) periods: &'r [Option<usize>],
    pub(super) known_periods: &'r IndexSet<Period>,
}

impl Groups {
    /// Groups records. Of the kinds of period, only `steps` matter.
    pub(super) fn new(seats: Seats<'_>, steps: &BTreeSet<Step>, entities: &Entities) -> Groups {
        let shortest: Vec<Option<Period>> =
            seats.known_periods.iter().map(|period| around(*period, steps).next_back()).collect();
        let mut groups: IndexMap<Row, ()> = IndexMap::new();
        // Records mostly come in runs of one entity and day, so that the last group is tried first.
        let mut last: Option<(Row, usize)> = None;
        let mut of = Vec::with_capacity(seats.entities.len());
        for (entity, period) in seats.entities.iter().zip(seats.periods) {
            let period = period.and_then(|index| shortest.get(index).copied().flatten());
            let row = Row { entity: *entity, period };
            let group = match last.filter(|(known, _)| *known == row) {
                Some((_, group)) => group,
                None => groups.insert_full(row, ()).0,
            };
            last = Some((row, group));
            of.push(group);
        }
        let mut places: IndexMap<Row, Vec<usize>> = IndexMap::new();
        let mut longer: HashMap<Period, Vec<Period>> = HashMap::new();
        for (group, row) in groups.keys().enumerate() {
            let above = row.entity.into_iter().flat_map(|id| entities.ancestors(id));
            let all_entities = std::iter::once(row.entity).chain(above.map(Some));
            let all_periods: Vec<Option<Period>> = match row.period {
                None => vec![None],
                Some(period) => {
                    let known = longer.entry(period).or_insert_with(|| around(period, steps).collect());
                    known.iter().copied().map(Some).collect()
                }
            };
            for entity in all_entities {
                for period in &all_periods {
                    places.entry(Row { entity, period: *period }).or_default().push(group);
                }
            }
        }
        Groups { of, places, count: groups.len() }
    }
}

/// The periods around another that are of a kind that matters, itself included, from the longest to the shortest.
fn around(period: Period, steps: &BTreeSet<Step>) -> std::vec::IntoIter<Period> {
    let fitting = steps.iter().filter(|step| **step <= period.step());
    let found: Vec<Period> = fitting.filter_map(|step| Period::containing(period.start(), *step)).collect();
    found.into_iter()
}
