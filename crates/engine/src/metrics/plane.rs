//! The values of one metric in one period.

use dabiao_model::{Number, Type, Value};

use super::Provenance;
use super::bits::Bits;
use super::scaled::Scaled;

/// One metric's values in one period, or without any, by the seat of their entity, with where they come from.
#[derive(Debug, Clone)]
pub(crate) struct Plane {
    cells: Cells,
    /// What is known of every cell that the data speak of, missing values included.
    origins: Vec<Option<Box<Provenance>>>,
    /// How many cells have a value.
    values: usize,
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
        Plane { cells, origins: Vec::new(), values: 0 }
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

    /// What is known of the cell at a seat, whether it has a value or the data call it missing.
    pub(crate) fn provenance(&self, seat: usize) -> Option<&Provenance> {
        self.origins.get(seat)?.as_deref()
    }

    /// Every cell that the data speak of.
    pub(super) fn seen(&self) -> impl Iterator<Item = (usize, &Provenance)> {
        self.origins.iter().enumerate().filter_map(|(seat, origin)| Some((seat, origin.as_deref()?)))
    }

    /// Sets a value in place of what the data said before, or notes that it is missing, which changes nothing where
    /// there is one. A value of another type than the plane's, which nothing lets come here, is left out.
    pub(super) fn set(&mut self, seat: usize, value: Option<Value>, provenance: Provenance) {
        let had_value = self.holds(seat);
        let replaces = value.is_some();
        if let Some(value) = value {
            self.write(seat, value);
        }
        if !had_value && self.holds(seat) {
            self.values = self.values.saturating_add(1);
        }
        if self.origins.len() <= seat {
            self.origins.resize_with(seat.saturating_add(1), || None);
        }
        if let Some(origin) = self.origins.get_mut(seat)
            && (replaces || origin.is_none())
        {
            *origin = Some(Box::new(provenance));
        }
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
        if let Some(origin) = self.origins.get_mut(seat) {
            *origin = None;
        }
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
