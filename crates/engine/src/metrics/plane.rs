//! The values of one metric in one period.

use std::collections::HashMap;

use dabiao_model::{Mark, Number, Type, Value};

use super::bits::Bits;
use super::origin::Origin;
use super::scaled::Scaled;
use super::trail::Trail;

/// One metric's values in one period, or without any, by the seat of their entity, with where they come from.
#[derive(Debug, Clone)]
pub(crate) struct Plane {
    cells: Cells,
    /// Where every cell that the data speak of comes from, missing values included.
    origins: Trail,
    /// What few cells have beside a value.
    rare: HashMap<usize, Rare>,
    /// How many cells have a value.
    values: usize,
}

/// What is known of few values beside the value itself and where it comes from.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Rare {
    /// The passes and the total behind a share that was given as `462/500`.
    pub(crate) counts: Option<(Number, Number)>,
    /// On which side of the value the exact one lies, where the data give it as already rounded, `15.5(−)`.
    pub(crate) mark: Option<Mark>,
}

/// Values in the form that their type needs.
#[derive(Debug, Clone)]
pub(crate) enum Cells {
    /// Percents, plain numbers and quantities in base units, as nearly all data are: over one power of ten.
    Scaled(Scaled),
    /// The same, where one of them is no such number.
    Numbers(Vec<Option<Number>>),
    /// Levels of a scale, by their places on it.
    Levels(Scaled),
    /// Yes and no.
    Truths {
        /// The cells with a value.
        known: Bits,
        /// The cells that say yes.
        held: Bits,
    },
    /// Dates, periods and texts.
    Values(Vec<Option<Value>>),
}

impl Plane {
    /// No values of a type yet.
    pub(super) fn new(ty: &Type) -> Plane {
        let cells = match ty {
            Type::YesNo => Cells::Truths { known: Bits::default(), held: Bits::default() },
            Type::Level(_) => Cells::Levels(Scaled::whole()),
            ty if ty.is_numeric() => Cells::Scaled(Scaled::new()),
            _ => Cells::Values(Vec::new()),
        };
        Plane { cells, origins: Trail::default(), rare: HashMap::new(), values: 0 }
    }

    /// The values.
    #[inline]
    pub(crate) fn cells(&self) -> &Cells {
        &self.cells
    }

    /// Whether any cell has a value.
    pub(crate) fn has_values(&self) -> bool {
        self.values > 0
    }

    /// How many seats the plane has room for.
    pub(super) fn len(&self) -> usize {
        self.origins.len()
    }

    /// The value at a seat.
    pub(crate) fn value(&self, seat: usize) -> Option<Value> {
        match &self.cells {
            Cells::Scaled(scaled) => scaled.get(seat).map(Value::Number),
            Cells::Numbers(cells) => cells.get(seat)?.clone().map(Value::Number),
            Cells::Levels(levels) => levels.integer(seat)?.try_into().ok().map(Value::Level),
            Cells::Truths { known, held } => known.get(seat).then(|| Value::YesNo(held.get(seat))),
            Cells::Values(cells) => cells.get(seat)?.clone(),
        }
    }

    /// Whether there is a value at a seat.
    pub(crate) fn holds(&self, seat: usize) -> bool {
        match &self.cells {
            Cells::Scaled(scaled) | Cells::Levels(scaled) => scaled.holds(seat),
            Cells::Numbers(cells) => cells.get(seat).is_some_and(Option::is_some),
            Cells::Truths { known, .. } => known.get(seat),
            Cells::Values(cells) => cells.get(seat).is_some_and(Option::is_some),
        }
    }

    /// Where the cell at a seat comes from, whether it has a value or the data call it missing.
    pub(super) fn origin(&self, seat: usize) -> Option<Origin> {
        self.origins.get(seat)
    }

    /// What the cell at a seat has beside a value.
    pub(super) fn rare(&self, seat: usize) -> Option<&Rare> {
        self.rare.get(&seat)
    }

    /// Every cell that the data speak of.
    pub(super) fn seen(&self) -> impl Iterator<Item = (usize, Origin)> {
        self.origins.seen()
    }

    /// Sets a value in place of what the data said before, or notes that it is missing, which changes nothing where
    /// there is one. A value of another type than the plane's, which nothing lets come here, is left out.
    pub(super) fn set(&mut self, seat: usize, value: Option<Value>, origin: Origin, rare: Rare) {
        let had_value = self.holds(seat);
        let replaces = value.is_some();
        if let Some(value) = value {
            self.write(seat, value);
        }
        if !had_value && self.holds(seat) {
            self.values = self.values.saturating_add(1);
        }
        if replaces || self.origins.get(seat).is_none() {
            self.origins.put(seat, origin);
            if rare == Rare::default() {
                self.rare.remove(&seat);
            } else {
                self.rare.insert(seat, rare);
            }
        }
    }

    /// The numbers, where they are held as integers over a power of ten.
    #[inline]
    pub(super) fn scaled(&mut self) -> Option<&mut Scaled> {
        match &mut self.cells {
            Cells::Scaled(scaled) => Some(scaled),
            _ => None,
        }
    }

    /// Sets an integer over the power of ten of the numbers at a seat that has no value yet; `false` where there is a
    /// value, or the numbers are held otherwise.
    #[inline]
    pub(super) fn put(&mut self, seat: usize, integer: i64, origin: Origin) -> bool {
        let Cells::Scaled(scaled) = &mut self.cells else { return false };
        if scaled.holds(seat) {
            return false;
        }
        scaled.put_integer(seat, integer);
        self.values = self.values.saturating_add(1);
        self.origins.put(seat, origin);
        true
    }

    /// Takes away what the data say of a seat.
    pub(super) fn clear(&mut self, seat: usize) {
        if self.holds(seat) {
            self.values = self.values.saturating_sub(1);
        }
        match &mut self.cells {
            Cells::Scaled(scaled) | Cells::Levels(scaled) => scaled.remove(seat),
            Cells::Numbers(cells) => put(cells, seat, None),
            Cells::Truths { known, held } => {
                known.set(seat, false);
                held.set(seat, false);
            }
            Cells::Values(cells) => put(cells, seat, None),
        }
        self.origins.remove(seat);
        self.rare.remove(&seat);
    }

    fn write(&mut self, seat: usize, value: Value) {
        match (&mut self.cells, value) {
            (Cells::Scaled(scaled), Value::Number(number)) => {
                if scaled.put(seat, &number) {
                    return;
                }
                let mut numbers = scaled.exact();
                put(&mut numbers, seat, Some(number));
                self.cells = Cells::Numbers(numbers);
            }
            (Cells::Numbers(cells), Value::Number(number)) => put(cells, seat, Some(number)),
            (Cells::Levels(levels), Value::Level(place)) => {
                // A scale has far fewer levels than an `i64` counts.
                levels.put_integer(seat, i64::try_from(place).unwrap_or(i64::MAX));
            }
            (Cells::Truths { known, held }, Value::YesNo(truth)) => {
                known.set(seat, true);
                held.set(seat, truth);
            }
            (Cells::Values(cells), value) => put(cells, seat, Some(value)),
            _ => {}
        }
    }
}

fn put<T>(cells: &mut Vec<Option<T>>, seat: usize, value: Option<T>) {
    if cells.len() <= seat {
        cells.resize_with(seat.saturating_add(1), || None);
    }
    if let Some(cell) = cells.get_mut(seat) {
        *cell = value;
    }
}
