//! What was given for a table: its records, or what they amount to.

use std::collections::BTreeSet;
use std::sync::Arc;

use dabiao_check::{Plan, RecordQuery, TableId};
use dabiao_model::{Code, Diagnostic, Place, Step, Value};

use super::Records;
use super::group::{Groups, Seats};
use super::tallied::Tallied;
use super::tally::{Tally, tallies};
use crate::ids::EntityId;

/// The records of a table, or their tallies.
#[derive(Debug, Clone)]
pub(crate) enum Given {
    Records(Arc<Records>),
    Tallied(Arc<Tallied>),
}

impl Given {
    /// What evidence names as the source.
    pub(super) fn source(&self) -> &str {
        match self {
            Given::Records(records) => &records.source,
            Given::Tallied(tallied) => &tallied.of.source,
        }
    }

    /// Where the records come from as a whole.
    pub(super) fn place(&self) -> &Place {
        match self {
            Given::Records(records) => &records.place,
            Given::Tallied(tallied) => &tallied.of.place,
        }
    }

    /// The longest kind of period that a record says of itself.
    pub(super) fn longest(&self) -> Option<Step> {
        let known = self.seats().known_periods;
        let longest = known.iter().map(|period| period.step()).min()?;
        match self {
            Given::Tallied(tallied) if tallied.is_dated => Some(Step::Day),
            _ => Some(longest),
        }
    }

    /// The entities of the records, or of their groups.
    pub(crate) fn entities(&self) -> &[Option<EntityId>] {
        self.seats().entities
    }

    /// The entity and the period of each record, or of each group of them.
    pub(super) fn seats(&self) -> Seats<'_> {
        match self {
            Given::Records(records) => Seats {
                entities: &records.entities,
                periods: &records.periods,
                known_periods: &records.known_periods,
            },
            Given::Tallied(tallied) => tallied.seats(),
        }
    }

    /// One tally for each group, for the question at a position among those about the table.
    pub(super) fn tallies(
        &self,
        position: usize,
        query: &RecordQuery,
        groups: &Groups,
        assumptions: &[Value],
    ) -> Vec<Tally> {
        match self {
            Given::Records(records) => tallies(query, records, &groups.of, groups.count, assumptions),
            Given::Tallied(tallied) => {
                let mut tallies = vec![Tally::new(); groups.count];
                for (group, of) in groups.of.iter().zip(&tallied.of.groups) {
                    let Some((tally, more)) = tallies.get_mut(*group).zip(of.tallies.get(position)) else {
                        continue;
                    };
                    tally.merge(query.function, &Tally::from(more));
                }
                tallies
            }
        }
    }

    /// Refuses tallies that were made for another question: shorter periods, or other values of assumptions that
    /// conditions rest on. They would answer, and wrongly.
    pub(super) fn refuse_other(
        &self,
        plan: &Plan,
        table: TableId,
        steps: &BTreeSet<Step>,
        assumptions: &[Value],
    ) -> Result<(), Box<Diagnostic>> {
        let Given::Tallied(tallied) = self else { return Ok(()) };
        let name = plan.table(table).map_or("", |table| table.name.as_str());
        let fault = || Diagnostic::new(Code::OtherTallies, tallied.of.place.clone()).with("table", name);
        if let Some((grain, wanted)) = tallied.of.grain.zip(steps.last())
            && *wanted > grain
        {
            return Err(Box::new(fault()));
        }
        let of_table = plan.queries.iter().filter(|query| query.table == table);
        for id in of_table.flat_map(RecordQuery::assumptions) {
            if tallied.of.assumptions.get(id.index()) != assumptions.get(id.index()) {
                let name = plan.assumption(id).map_or("", |assumption| assumption.name.as_str());
                return Err(Box::new(fault().variant("assumption").with("name", name)));
            }
        }
        Ok(())
    }
}
