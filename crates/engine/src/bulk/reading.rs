//! Where a condition reads a metric.

use dabiao_check::{MetricId, TermId, TermKind, Time};
use dabiao_model::Period;

use super::rows::{Chunk, NOWHERE, Seats, seat};
use super::shape::{LEVELS, NUMBERS, TRUTHS, form};
use crate::Metrics;
use crate::evaluate::Context;
use crate::metrics::{Bits, Cells, Column, Heads, Plane, Scaled, Stretch};
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
    /// Where the value stands among those of the only row, in a table that has no other.
    head: Option<u32>,
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
        let is_only = |heads: &&Heads| seats == Seats::Run(heads.seat()) && context.entities.len() == 1;
        let heads = context.metrics.heads().filter(|_| undated.is_none()).filter(is_only);
        let head = heads.and_then(|heads| heads.position(leaf.metric, plane));
        Some(Found::Reading(Reading { metric: leaf.metric, plane, undated, seats, form, head }))
    }

    /// The power of ten, for numbers that are held as integers and for levels, which are whole.
    pub(super) fn exponent(&self) -> Option<u32> {
        match self.form {
            LEVELS => Some(0),
            exponent => (exponent < NUMBERS).then_some(exponent),
        }
    }

    /// Where the value stands among those of the only row, in a table that has no other.
    pub(super) fn head(&self) -> Option<u32> {
        self.head
    }

    /// Whether the values are levels of a scale.
    pub(super) fn is_level(&self) -> bool {
        self.form == LEVELS
    }

    /// Whether the values are yes and no.
    pub(super) fn is_truth(&self) -> bool {
        self.form == TRUTHS
    }

    /// The integers of a chunk, and which of them are known. They are lent where they stand one after the other, and
    /// gathered where they do not.
    #[inline]
    pub(super) fn integers<'a, const W: usize>(
        &self,
        metrics: &'a Metrics,
        chunk: Chunk,
        scratch: &'a mut [i64],
        known: &mut [u64; W],
    ) -> Stretch<'a> {
        match self.lend(metrics, chunk) {
            Some((of, start, values)) => {
                for (index, word) in known.iter_mut().take(chunk.words()).enumerate() {
                    *word = of.word_at(start.saturating_add(index << 6)) & chunk.full(index);
                }
                values
            }
            None => self.gather(metrics, chunk, scratch, known),
        }
    }

    #[inline]
    fn lend<'a>(&self, metrics: &'a Metrics, chunk: Chunk) -> Option<(&'a Bits, usize, Stretch<'a>)> {
        let (Seats::Run(start), None) = (&self.seats, self.undated) else { return None };
        let start = start.checked_add(chunk.first)?;
        let scaled = scaled(metrics.column(self.metric), self.plane)?;
        Some((scaled.known(), start, scaled.values().run(start, chunk.rows)?))
    }

    #[cold]
    fn gather<'a, const W: usize>(
        &self,
        metrics: &Metrics,
        chunk: Chunk,
        scratch: &'a mut [i64],
        known: &mut [u64; W],
    ) -> Stretch<'a> {
        let column = metrics.column(self.metric);
        let plane = scaled(column, self.plane);
        let undated = self.undated.and_then(|undated| scaled(column, undated));
        let Some(into) = scratch.get_mut(..chunk.rows) else { return Stretch::Long(&[]) };
        for ((index, cells), word) in into.chunks_mut(64).enumerate().zip(known.iter_mut()) {
            *word = 0;
            for (place, cell) in cells.iter_mut().enumerate() {
                let seat = self.seat(chunk.first.saturating_add(index << 6).saturating_add(place));
                let of = |scaled: Option<&Scaled>| scaled?.integer(seat?);
                let found = of(plane).or_else(|| of(undated));
                *word |= u64::from(found.is_some()) << place;
                *cell = found.unwrap_or_default();
            }
        }
        Stretch::Long(into)
    }

    /// Which rows of a chunk say yes, and which say anything.
    pub(super) fn truths<const W: usize>(
        &self,
        metrics: &Metrics,
        chunk: Chunk,
        held: &mut [u64; W],
        known: &mut [u64; W],
    ) {
        let column = metrics.column(self.metric);
        let plane = truths(column, self.plane);
        let words = held.iter_mut().zip(known).take(chunk.words()).enumerate();
        if let (Seats::Run(start), None, Some((known, held))) = (&self.seats, self.undated, plane) {
            for (index, (held_word, known_word)) in words {
                let at = start.saturating_add(chunk.first).saturating_add(index << 6);
                *known_word = known.word_at(at) & chunk.full(index);
                *held_word = held.word_at(at) & *known_word;
            }
            return;
        }
        let undated = self.undated.and_then(|undated| truths(column, undated));
        for (index, (held_word, known_word)) in words {
            let first = chunk.first.saturating_add(index << 6);
            (*held_word, *known_word) = (0, 0);
            for place in 0..64.min(chunk.rows.saturating_sub(index << 6)) {
                let seat = self.seat(first.saturating_add(place));
                let of = |plane: Option<(&Bits, &Bits)>| {
                    let ((known, held), seat) = plane.zip(seat)?;
                    known.get(seat).then(|| held.get(seat))
                };
                if let Some(says) = of(plane).or_else(|| of(undated)) {
                    *held_word |= u64::from(says) << place;
                    *known_word |= 1 << place;
                }
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
        Cells::Scaled(scaled) | Cells::Levels(scaled) => Some(scaled),
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
