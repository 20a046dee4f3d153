//! Exact linear arithmetic: whether bounds on variables and on sums of variables can hold together.
//!
//! This is the general simplex method of B. Dutertre and L. de Moura, "A Fast Linear-Arithmetic Solver for DPLL(T)"
//! (CAV 2006), over exact rationals: every sum has a variable of its own, bounds are all that is added and taken
//! back, and a strict bound is one that is an infinitely small amount away. Bland's rule makes it end.

use std::collections::BTreeMap;

use dabiao_model::Number;

/// How many exchanges of variables one question may take.
const PIVOTS: u32 = 2_000;
/// How many binary digits a weight may grow to.
const BITS: u64 = 2_048;

/// The position of a variable or a sum.
pub(super) type Column = usize;

/// A number, and how many infinitely small amounts are added to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    pub(super) number: Number,
    pub(super) off: Number,
}

/// Which end of its range a bound closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Lower,
    Upper,
}

/// The work went over a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMuch;

#[derive(Debug)]
struct Cell {
    lower: Option<Near>,
    upper: Option<Near>,
    value: Near,
    /// The row that computes it, for a variable that is basic at this moment.
    row: Option<usize>,
}

#[derive(Debug)]
struct Row {
    basic: Column,
    weights: BTreeMap<Column, Number>,
}

/// Variables, sums and their bounds.
#[derive(Debug, Default)]
pub(super) struct Simplex {
    cells: Vec<Cell>,
    rows: Vec<Row>,
    trail: Vec<(Column, Side, Option<Near>)>,
    pivots: u32,
}

impl Near {
    pub(super) fn exactly(number: Number) -> Near {
        Near { number, off: Number::ZERO }
    }

    pub(super) fn above(number: Number) -> Near {
        Near { number, off: Number::ONE }
    }

    pub(super) fn below(number: Number) -> Near {
        Near { number, off: -Number::ONE }
    }

    fn minus(&self, other: &Near) -> Near {
        Near { number: &self.number - &other.number, off: &self.off - &other.off }
    }

    fn add(&mut self, other: &Near, weight: &Number) {
        self.number = &self.number + &(&other.number * weight);
        self.off = &self.off + &(&other.off * weight);
    }
}

impl Simplex {
    /// A new variable without bounds.
    pub(super) fn variable(&mut self) -> Column {
        let value = Near::exactly(Number::ZERO);
        self.cells.push(Cell { lower: None, upper: None, value, row: None });
        self.cells.len().saturating_sub(1)
    }

    /// A new variable that is the sum of others.
    pub(super) fn sum(&mut self, of: impl Iterator<Item = (Column, Number)>) -> Column {
        let column = self.variable();
        let mut weights = BTreeMap::new();
        for (part, weight) in of {
            match self.row_of(part) {
                Some(row) => row.weights.iter().for_each(|(inner, by)| {
                    add_weight(&mut weights, *inner, &(by * &weight));
                }),
                None => add_weight(&mut weights, part, &weight),
            }
        }
        let mut value = Near::exactly(Number::ZERO);
        for (part, weight) in &weights {
            if let Some(cell) = self.cells.get(*part) {
                value.add(&cell.value, weight);
            }
        }
        let row = self.rows.len();
        if let Some(cell) = self.cells.get_mut(column) {
            (cell.value, cell.row) = (value, Some(row));
        }
        self.rows.push(Row { basic: column, weights });
        column
    }

    /// The value that the variable has at the moment.
    pub(super) fn value(&self, column: Column) -> Option<&Near> {
        self.cells.get(column).map(|cell| &cell.value)
    }

    /// The bounds that the variable has at the moment.
    pub(super) fn bounds(&self, column: Column) -> [Option<&Near>; 2] {
        self.cells.get(column).map_or([None, None], |cell| [cell.lower.as_ref(), cell.upper.as_ref()])
    }

    /// A mark to come back to with [`Simplex::undo`].
    pub(super) fn mark(&self) -> usize {
        self.trail.len()
    }

    /// Takes back every bound since a mark.
    pub(super) fn undo(&mut self, mark: usize) {
        while self.trail.len() > mark {
            let Some((column, side, before)) = self.trail.pop() else { return };
            if let Some(cell) = self.cells.get_mut(column) {
                match side {
                    Side::Lower => cell.lower = before,
                    Side::Upper => cell.upper = before,
                }
            }
        }
    }

    /// Adds a bound; `false` where it contradicts another bound of the same variable.
    pub(super) fn bound(&mut self, column: Column, side: Side, bound: Near) -> bool {
        let Some(cell) = self.cells.get_mut(column) else { return false };
        let (own, other) = match side {
            Side::Lower => (&mut cell.lower, &cell.upper),
            Side::Upper => (&mut cell.upper, &cell.lower),
        };
        let beyond = |one: &Near, two: &Near| match side {
            Side::Lower => one > two,
            Side::Upper => one < two,
        };
        if other.as_ref().is_some_and(|other| beyond(&bound, other)) {
            return false;
        }
        if own.as_ref().is_some_and(|own| !beyond(&bound, own)) {
            return true;
        }
        self.trail.push((column, side, own.replace(bound.clone())));
        if cell.row.is_none() && beyond(&bound, &cell.value) {
            self.move_to(column, bound);
        }
        true
    }

    /// Whether all bounds can hold together. Where they can, each variable has a value that shows it.
    pub(super) fn check(&mut self) -> Result<bool, TooMuch> {
        loop {
            let Some((row, side, bound)) = self.violated() else { return Ok(true) };
            let Some(column) = self.entering(row, side) else { return Ok(false) };
            self.pivots = self.pivots.saturating_add(1);
            if self.pivots > PIVOTS {
                return Err(TooMuch);
            }
            self.pivot(row, column, bound)?;
        }
    }

    fn row_of(&self, column: Column) -> Option<&Row> {
        self.rows.get(self.cells.get(column)?.row?)
    }

    /// The first basic variable that is outside its bounds.
    fn violated(&self) -> Option<(usize, Side, Near)> {
        let broken = |(index, row): (usize, &Row)| {
            let cell = self.cells.get(row.basic)?;
            let lower = cell.lower.as_ref().filter(|lower| cell.value < **lower);
            let upper = || cell.upper.as_ref().filter(|upper| cell.value > **upper);
            let (side, bound) = match lower {
                Some(lower) => (Side::Lower, lower),
                None => (Side::Upper, upper()?),
            };
            Some((row.basic, index, side, bound.clone()))
        };
        let first = self.rows.iter().enumerate().filter_map(broken).min_by_key(|(basic, ..)| *basic);
        first.map(|(_, row, side, bound)| (row, side, bound))
    }

    /// The first variable of a row that can make up for what its sum is short of.
    fn entering(&self, row: usize, side: Side) -> Option<Column> {
        let can_move = |(column, weight): (&Column, &Number)| {
            let cell = self.cells.get(*column)?;
            let rises = weight.is_positive() == (side == Side::Lower);
            let has_room = match rises {
                true => cell.upper.as_ref().is_none_or(|upper| cell.value < *upper),
                false => cell.lower.as_ref().is_none_or(|lower| cell.value > *lower),
            };
            has_room.then_some(*column)
        };
        self.rows.get(row)?.weights.iter().find_map(can_move)
    }

    /// Moves a variable that is not basic, and the sums with it.
    fn move_to(&mut self, column: Column, value: Near) {
        let Some(cell) = self.cells.get_mut(column) else { return };
        let step = value.minus(&cell.value);
        cell.value = value;
        for row in &self.rows {
            if let Some(weight) = row.weights.get(&column)
                && let Some(basic) = self.cells.get_mut(row.basic)
            {
                basic.value.add(&step, weight);
            }
        }
    }

    /// Exchanges a row's basic variable, which goes to a bound, for another of its variables.
    fn pivot(&mut self, index: usize, column: Column, bound: Near) -> Result<(), TooMuch> {
        let Some(row) = self.rows.get_mut(index) else { return Ok(()) };
        let leaving = row.basic;
        let Some(weight) = row.weights.remove(&column) else { return Ok(()) };
        // A row holds no weight of zero.
        let Some(inverse) = weight.recip() else { return Ok(()) };
        if inverse.bits() > BITS {
            return Err(TooMuch);
        }
        let mut weights: BTreeMap<Column, Number> =
            row.weights.iter().map(|(part, by)| (*part, -(by * &inverse))).collect();
        weights.insert(leaving, inverse.clone());
        (row.basic, row.weights) = (column, weights.clone());
        let target = self.cells.get(leaving).map(|cell| bound.minus(&cell.value));
        for (other, row) in self.rows.iter_mut().enumerate() {
            if other == index {
                continue;
            }
            let Some(by) = row.weights.remove(&column) else { continue };
            for (part, weight) in &weights {
                add_weight(&mut row.weights, *part, &(weight * &by));
            }
        }
        if let Some(cell) = self.cells.get_mut(leaving) {
            cell.row = None;
        }
        if let Some(cell) = self.cells.get_mut(column) {
            cell.row = Some(index);
        }
        if target.is_some() {
            self.move_to(leaving, bound);
        }
        Ok(())
    }
}

fn add_weight(weights: &mut BTreeMap<Column, Number>, column: Column, weight: &Number) {
    let sum = weights.get(&column).map_or_else(|| weight.clone(), |before| before + weight);
    if sum.is_zero() {
        weights.remove(&column);
    } else {
        weights.insert(column, sum);
    }
}
