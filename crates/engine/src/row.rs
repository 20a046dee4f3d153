//! The place of one value in the data: an entity and a period.

use dabiao_model::Period;
use smallvec::SmallVec;

use crate::ids::EntityId;

/// Rows of a block. One stands in place, since evidence is asked for one row at a time.
pub(crate) type Rows = SmallVec<[Row; 1]>;

/// For whom and for when: what a metric is read at, and what a target is judged for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Row {
    /// The entity; `None` where the data name none.
    pub(crate) entity: Option<EntityId>,
    /// The period; `None` where the data name none.
    pub(crate) period: Option<Period>,
}

impl Row {
    /// The row of the same entity that belongs to no period.
    pub(crate) fn without_period(self) -> Row {
        Row { period: None, ..self }
    }

    /// The position of the entity's cell in a plane of values: no entity comes first, then every entity in order.
    #[inline]
    pub(crate) fn seat(self) -> usize {
        self.entity.map_or(0, |entity| entity.index().saturating_add(1))
    }

    /// The row of a seat.
    pub(crate) fn at_seat(seat: usize, period: Option<Period>) -> Row {
        Row { entity: seat.checked_sub(1).map(EntityId::new), period }
    }
}
