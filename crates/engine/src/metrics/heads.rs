//! The values of a table that speaks of one row only.

use dabiao_check::MetricId;

use super::Metrics;
use super::plane::{Cells, Plane};

/// A table's integers for the only row that it speaks of, one beside the other: a prepared program that judges nothing
/// else then reads a few lines of memory, and not a plane for each value.
///
/// They stand in the order of the metrics, then of the periods. A value of another form leaves its place empty.
#[derive(Debug, Clone)]
pub(crate) struct Heads {
    seat: usize,
    /// Where each metric's first plane stands.
    first: Box<[u32]>,
    heads: Box<[Head]>,
}

/// One value.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Head {
    /// The integer; yes is 1.
    pub(crate) value: i64,
    /// Whether the value is known.
    pub(crate) is_known: bool,
}

impl Heads {
    /// The values of the only row; `None` for a table that speaks of several, or of too many values.
    pub(super) fn of(metrics: &Metrics) -> Option<Heads> {
        let [only] = *metrics.judged().as_slice() else { return None };
        let seat = only.map_or(0, |entity| entity.index().saturating_add(1));
        let mut next = 0_u32;
        let mut first = Vec::with_capacity(metrics.columns().len());
        for column in metrics.columns() {
            first.push(next);
            next = next.checked_add(u32::try_from(column.planes().count()).ok()?)?;
        }
        let count = usize::try_from(next).ok()?;
        let mut heads = Heads { seat, first: first.into(), heads: vec![Head::default(); count].into() };
        let planes = metrics.columns().iter().flat_map(|column| column.planes());
        planes.enumerate().for_each(|(at, (_, plane))| heads.set(at, plane));
        Some(heads)
    }

    /// The seat of the only row.
    pub(crate) fn seat(&self) -> usize {
        self.seat
    }

    /// Where the value of a metric's plane stands.
    pub(crate) fn position(&self, metric: MetricId, plane: usize) -> Option<u32> {
        self.first.get(metric.index())?.checked_add(u32::try_from(plane).ok()?)
    }

    /// The value at a position.
    #[inline]
    pub(crate) fn get(&self, at: u32) -> Option<&Head> {
        self.heads.get(usize::try_from(at).ok()?)
    }

    /// Takes the value of a plane over, which is the plane of a metric at a position.
    pub(super) fn renew(&mut self, metric: MetricId, position: usize, plane: &Plane) {
        if let Some(at) = self.position(metric, position).and_then(|at| usize::try_from(at).ok()) {
            self.set(at, plane);
        }
    }

    /// Takes an integer over that was put at a seat of the plane of a metric.
    #[inline]
    pub(super) fn put(&mut self, metric: MetricId, position: usize, seat: usize, integer: i64) {
        let at = self.position(metric, position).filter(|_| seat == self.seat);
        if let Some(head) = at.and_then(|at| self.heads.get_mut(usize::try_from(at).ok()?)) {
            *head = Head { value: integer, is_known: true };
        }
    }

    fn set(&mut self, at: usize, plane: &Plane) {
        let value = match plane.cells() {
            Cells::Scaled(scaled) | Cells::Levels(scaled) => scaled.integer(self.seat),
            Cells::Truths { known, held } => known.get(self.seat).then(|| held.get(self.seat).into()),
            Cells::Numbers(_) | Cells::Values(_) => None,
        };
        if let Some(head) = self.heads.get_mut(at) {
            *head = Head { value: value.unwrap_or_default(), is_known: value.is_some() };
        }
    }
}
