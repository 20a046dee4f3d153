//! The rows of the table.

use std::collections::HashSet;

use dabiao_model::Period;
use indexmap::IndexSet;

use crate::ids::RowId;
use crate::row::Row;

/// Every entity and period that the data name together, in the order in which they first do.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    rows: IndexSet<Row>,
    periods: HashSet<Period>,
}

impl Rows {
    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The row of a place, which is added where there is none.
    pub(super) fn add(&mut self, place: Row) -> RowId {
        self.periods.extend(place.period);
        self.add_quietly(place)
    }

    /// As [`Rows::add`], for a period that does not tell how far the data have come.
    pub(super) fn add_quietly(&mut self, place: Row) -> RowId {
        RowId::new(self.rows.insert_full(place).0)
    }

    /// Notes that the data have come to a period.
    pub(super) fn reach(&mut self, period: Option<Period>) {
        self.periods.extend(period);
    }

    /// The row of a place.
    pub(super) fn find(&self, place: Row) -> Option<RowId> {
        self.rows.get_index_of(&place).map(RowId::new)
    }

    /// The place of a row.
    pub(super) fn place(&self, row: RowId) -> Option<Row> {
        self.rows.get_index(row.index()).copied()
    }

    /// The periods that the data have come to, in no order.
    pub(super) fn periods(&self) -> impl Iterator<Item = Period> {
        self.periods.iter().copied()
    }
}
