//! The values of one metric.

use dabiao_model::{Period, Step, Type, Value};

use super::origin::Origin;
use super::plane::{Plane, Rare};
use crate::ids::EntityId;
use crate::row::Row;

/// One metric's values, a plane for each period and one for those that hold in every period, with where they come
/// from.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    ty: Type,
    /// In the order of their periods, without a period first.
    planes: Vec<(Option<Period>, Plane)>,
    /// The only kind of period whose values call for judgement, where not every kind does.
    home: Option<Step>,
}

impl Column {
    /// An empty column for values of a type.
    pub(super) fn new(ty: &Type) -> Column {
        Column { ty: ty.clone(), planes: Vec::new(), home: None }
    }

    /// The type of the values.
    pub(crate) fn ty(&self) -> &Type {
        &self.ty
    }

    /// The values of one period, or those without one.
    pub(crate) fn plane(&self, period: Option<Period>) -> Option<&Plane> {
        self.planes.get(self.position(period).ok()?).map(|(_, plane)| plane)
    }

    /// Where the plane of a period stands among all, or would stand.
    pub(crate) fn position(&self, period: Option<Period>) -> Result<usize, usize> {
        self.planes.binary_search_by_key(&period, |(period, _)| *period)
    }

    /// The plane of a period, which is added where there is none, with its position; `None` where values of another
    /// period, or of none, may bar one in this.
    #[inline]
    pub(super) fn plane_of(&mut self, period: Option<Period>, guess: usize) -> Option<(usize, &mut Plane)> {
        let position = match self.planes.get(guess) {
            Some((known, _)) if *known == period => guess,
            _ => self.position(period).unwrap_or_else(|position| {
                self.planes.insert(position, (period, Plane::new(&self.ty)));
                position
            }),
        };
        let has_undated = self.planes.first().is_some_and(|(first, _)| first.is_none());
        if has_undated && self.planes.len() > 1 {
            return None;
        }
        self.planes.get_mut(position).map(|(_, plane)| (position, plane))
    }

    /// The plane at a position.
    #[inline]
    pub(super) fn plane_at_mut(&mut self, position: usize) -> Option<&mut Plane> {
        self.planes.get_mut(position).map(|(_, plane)| plane)
    }

    /// The plane at a position.
    #[inline]
    pub(crate) fn plane_at(&self, position: usize) -> Option<&Plane> {
        self.planes.get(position).map(|(_, plane)| plane)
    }

    /// All planes with their periods, in order.
    pub(crate) fn planes(&self) -> impl Iterator<Item = (Option<Period>, &Plane)> {
        self.planes.iter().map(|(period, plane)| (*period, plane))
    }

    /// The value at exactly this place.
    pub(crate) fn value(&self, at: Row) -> Option<Value> {
        self.plane(at.period)?.value(at.seat())
    }

    /// Whether there is a value at exactly this place.
    pub(crate) fn holds(&self, at: Row) -> bool {
        self.plane(at.period).is_some_and(|plane| plane.holds(at.seat()))
    }

    /// Where the value for a place stands: the place itself or, where it has none, the entity's place without a period.
    pub(crate) fn find(&self, at: Row) -> Option<Row> {
        [at, at.without_period()].into_iter().find(|row| self.holds(*row))
    }

    /// Where the cell at a place comes from, whether it has a value or the data call it missing.
    pub(super) fn origin(&self, at: Row) -> Option<Origin> {
        self.plane(at.period)?.origin(at.seat())
    }

    /// What the cell at a place has beside a value, where it has anything.
    pub(crate) fn rare(&self, at: Row) -> Option<&Rare> {
        self.plane(at.period)?.rare(at.seat())
    }

    /// The first period of a kind in which an entity has a value.
    pub(crate) fn first(&self, entity: Option<EntityId>, step: Step) -> Option<Period> {
        let mut of_kind =
            self.planes.iter().filter_map(|(period, _)| *period).filter(|period| period.step() == step);
        of_kind.find(|period| self.holds(Row { entity, period: Some(*period) }))
    }

    /// Whether the data speak of the metric at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.planes.is_empty()
    }

    /// Where the first value comes from, by period.
    pub(super) fn first_value(&self) -> Option<Origin> {
        self.seen().find(|(row, _)| self.holds(*row)).map(|(_, origin)| origin)
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
        self.planes.iter().filter_map(|(period, plane)| Some(((*period)?, plane.has_values())))
    }

    /// Where the value of a place comes from; `None` where it has none.
    pub(super) fn taken(&self, at: Row) -> Option<Origin> {
        self.origin(at).filter(|_| self.holds(at))
    }

    /// How many cells more the column would have with one at a place.
    pub(super) fn growth(&self, at: Row) -> usize {
        let len = self.plane(at.period).map_or(0, Plane::len);
        at.seat().saturating_add(1).saturating_sub(len)
    }

    /// Sets a value in place of what the data said of the place before, or notes that it is missing, which changes
    /// nothing where there is one.
    pub(super) fn set(&mut self, at: Row, value: Option<Value>, origin: Origin, rare: Rare) {
        let position = self.position(at.period).unwrap_or_else(|position| {
            self.planes.insert(position, (at.period, Plane::new(&self.ty)));
            position
        });
        if let Some((_, plane)) = self.planes.get_mut(position) {
            plane.set(at.seat(), value, origin, rare);
        }
    }

    /// Takes away what the data say of a place.
    pub(super) fn clear(&mut self, at: Row) {
        let Ok(position) = self.position(at.period) else { return };
        let Some((_, plane)) = self.planes.get_mut(position) else { return };
        plane.clear(at.seat());
        if plane.seen().next().is_none() {
            self.planes.remove(position);
        }
    }

    /// Every place that the data speak of, by period.
    pub(super) fn seen(&self) -> impl Iterator<Item = (Row, Origin)> {
        self.planes.iter().flat_map(|(period, plane)| {
            plane.seen().map(|(seat, origin)| (Row::at_seat(seat, *period), origin))
        })
    }

    /// Where a value of the same entity stands that has a period where this place has none, or the other way round.
    pub(super) fn other_kind(&self, place: Row) -> Option<Origin> {
        let other = match place.period {
            Some(_) => Some(place.without_period()),
            None => {
                let dated = self.planes.iter().filter(|(period, _)| period.is_some());
                dated.map(|(period, _)| Row { period: *period, ..place }).find(|row| self.holds(*row))
            }
        };
        self.taken(other?)
    }
}
