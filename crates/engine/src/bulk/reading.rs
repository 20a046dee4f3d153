//! Where a condition reads a metric.

use dabiao_check::{MetricId, TermId, TermKind, Time};
use dabiao_model::Period;

use super::rows::{NOWHERE, Seats, full_word, seat};
use super::shape::form;
use crate::Metrics;
use crate::evaluate::Context;
use crate::metrics::{Bits, Cells, Column, Plane, Scaled};
use crate::program::Leaf;

/// A metric at a fixed time, at a seat for each row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Reading {
    metric: MetricId,
    /// The plane's position among its column's.
    plane: usize,
    /// The plane without a period, where the column has both.
    undated: Option<usize>,
    seats: Seats,
    /// In which form the values are held.
    form: u32,
}

/// What a term that reads a metric comes to.
#[derive(Debug)]
pub(super) enum Found {
    /// Values, some of which may be missing.
    Reading(Reading),
    /// No row has a value.
    Nothing,
}

impl Reading {
    /// Finds where a term reads when a period is judged; `None` for a term that reads no metric, and where values are
    /// held in several forms.
    pub(super) fn find(term: TermId, period: Option<Period>, context: &Context<'_>) -> Option<Found> {
        let TermKind::Metric { metric, places, time } = &context.program.plan().terms.get(term)?.kind else {
            return None;
        };
        Reading::at(&Leaf { metric: *metric, places: places.clone().into(), time: *time }, period, context)
    }

    pub(super) fn at(leaf: &Leaf, period: Option<Period>, context: &Context<'_>) -> Option<Found> {
        let column = context.metrics.column(leaf.metric)?;
        let is_now = leaf.time == Time::NOW;
        let period = match leaf.time.anchor.or(period) {
            None if is_now => None,
            None => return Some(Found::Nothing),
            Some(from) => match leaf.time.resolve(from) {
                Some(period) => Some(period),
                None => return Some(Found::Nothing),
            },
        };
        let position = |period| {
            let position = column.position(period).ok()?;
            column.plane_at(position).filter(|plane| plane.has_values()).map(|_| position)
        };
        let dated = period.and_then(|period| position(Some(period)));
        let (plane, undated) = match (dated, position(None)) {
            (None, None) => return Some(Found::Nothing),
            (Some(plane), undated) => (plane, undated),
            (None, Some(plane)) => (plane, None),
        };
        let form_of = |position| column.plane_at(position).map(|plane| form(plane.cells()));
        let form = form_of(plane)?;
        if undated.is_some_and(|undated| form_of(undated) != Some(form)) {
            return None;
        }
        let seats = seats(leaf, context);
        Some(Found::Reading(Reading { metric: leaf.metric, plane, undated, seats, form }))
    }

    /// The power of ten, for numbers that are held as integers.
    pub(super) fn exponent(&self) -> Option<u32> {
        (self.form < 100).then_some(self.form)
    }

    /// Whether the values are yes and no.
    pub(super) fn is_truth(&self) -> bool {
        self.form == 101
    }

    /// The integers of a chunk, and which of them are known. They are lent where they stand one after the other, and
    /// gathered where they do not.
    #[inline(always)]
    pub(super) fn integers<'a, const W: usize>(
        &self,
        metrics: &'a Metrics,
        chunk: (usize, usize),
        scratch: &'a mut [i64],
        known: &mut [u64; W],
    ) -> &'a [i64] {
        match self.lend(metrics, chunk) {
            Some((scaled, start, values)) => {
                let words = known.iter_mut().take(chunk.1.div_ceil(64)).enumerate();
                for (index, word) in words {
                    let bits = scaled.known().word_at(start.saturating_add(index << 6));
                    *word = bits & full_word(chunk.1, index);
                }
                values
            }
            None => self.gather(metrics, chunk, scratch, known),
        }
    }

    #[inline(always)]
    fn lend<'a>(
        &self,
        metrics: &'a Metrics,
        (first, rows): (usize, usize),
    ) -> Option<(&'a Scaled, usize, &'a [i64])> {
        let (Seats::Run(start), None) = (&self.seats, self.undated) else { return None };
        let start = start.checked_add(first)?;
        let scaled = scaled(metrics.column(self.metric), self.plane)?;
        Some((scaled, start, scaled.values().get(start..start.checked_add(rows)?)?))
    }

    #[cold]
    fn gather<'a, const W: usize>(
        &self,
        metrics: &Metrics,
        (first, rows): (usize, usize),
        scratch: &'a mut [i64],
        known: &mut [u64; W],
    ) -> &'a [i64] {
        let column = metrics.column(self.metric);
        let planes = [scaled(column, self.plane), self.undated.and_then(|undated| scaled(column, undated))];
        let Some(into) = scratch.get_mut(..rows) else { return &[] };
        *known = [0; W];
        for (row, cell) in into.iter_mut().enumerate() {
            let of = |seat: usize, scaled: &Scaled| {
                scaled.known().get(seat).then(|| scaled.values().get(seat).copied()).flatten()
            };
            let seat = self.seat(first.saturating_add(row));
            let found = seat.and_then(|seat| planes.iter().flatten().find_map(|plane| of(seat, plane)));
            if let Some(word) = known.get_mut(row >> 6) {
                *word |= u64::from(found.is_some()) << (row & 63);
            }
            *cell = found.unwrap_or_default();
        }
        into
    }

    /// Which rows of a chunk say yes, and which say anything.
    pub(super) fn truths<const W: usize>(
        &self,
        metrics: &Metrics,
        (first, rows): (usize, usize),
        held: &mut [u64; W],
        known: &mut [u64; W],
    ) {
        let column = metrics.column(self.metric);
        let planes = [Some(self.plane), self.undated].map(|position| truths(column, position?));
        (*held, *known) = ([0; W], [0; W]);
        for row in 0..rows {
            let of = |seat: usize, (known, held): (&Bits, &Bits)| known.get(seat).then(|| held.get(seat));
            let seat = self.seat(first.saturating_add(row));
            let says = seat.and_then(|seat| planes.iter().flatten().find_map(|plane| of(seat, *plane)));
            let words = held.get_mut(row >> 6).zip(known.get_mut(row >> 6));
            if let (Some(says), Some((held, known))) = (says, words) {
                *held |= u64::from(says) << (row & 63);
                *known |= 1 << (row & 63);
            }
        }
    }

    #[inline]
    fn seat(&self, row: usize) -> Option<usize> {
        match &self.seats {
            Seats::Run(first) => first.checked_add(row),
            Seats::Each(seats) => usize::try_from(*seats.get(row).filter(|seat| **seat != NOWHERE)?).ok(),
        }
    }
}

#[inline]
fn scaled(column: Option<&Column>, position: usize) -> Option<&Scaled> {
    match column?.plane_at(position).map(Plane::cells)? {
        Cells::Scaled(scaled) => Some(scaled),
        _ => None,
    }
}

fn truths(column: Option<&Column>, position: usize) -> Option<(&Bits, &Bits)> {
    match column?.plane_at(position).map(Plane::cells)? {
        Cells::Truths { known, held } => Some((known, held)),
        _ => None,
    }
}

/// The seats that a leaf leads to from the entities judged.
fn seats(leaf: &Leaf, context: &Context<'_>) -> Seats {
    let tree = context.metrics.tree();
    Seats::new(context.entities.iter().map(|entity| tree.go(*entity, &leaf.places).ok().map(seat)))
}
