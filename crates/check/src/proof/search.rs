//! The search for an assignment under which a claim holds.

use std::collections::HashMap;

use dabiao_model::Number;

use super::claim::{Against, Form};
use super::linear::Linear;
use super::simplex::{Column, Near, Side, Simplex, TooMuch};
use super::variable::{Slot, Variable, Variables};

/// How many alternatives one question may try.
const STEPS: u32 = 4_000;
/// How many sums of several variables one question may speak of.
const SUMS: usize = 400;

/// One question, with everything that is assumed at the moment.
pub(super) struct Search<'v> {
    pub(super) variables: &'v Variables,
    pub(super) simplex: Simplex,
    pub(super) columns: HashMap<Variable, Column>,
    sums: HashMap<Vec<(Variable, Number)>, Column>,
    truths: Vec<(Variable, bool)>,
    /// The variables that the assumed sums speak of, as often as they do.
    touched: Vec<Variable>,
    /// The assumed sums of several variables, as often as they are assumed.
    bounded: Vec<Column>,
    /// Whether parts that the proof does not look into may be assumed one way or the other.
    opaque: bool,
    steps: u32,
}

/// Where to come back to.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    simplex: usize,
    truths: usize,
    touched: usize,
    bounded: usize,
}

impl<'v> Search<'v> {
    /// A question about the variables. Without `opaque`, nothing is assumed of what the proof does not look into, so
    /// that what is found shows that the claim can hold.
    pub(super) fn new(variables: &'v Variables, opaque: bool) -> Search<'v> {
        let (mut simplex, mut columns) = (Simplex::default(), HashMap::new());
        // What is known of the variables is never taken back, so it goes in first.
        for (variable, known) in variables.iter() {
            let column = simplex.variable();
            columns.insert(variable, column);
            for (side, limit) in [(Side::Lower, &known.least), (Side::Upper, &known.greatest)] {
                if let Some(limit) = limit {
                    simplex.bound(column, side, bound(side, limit, false, known.is_whole));
                }
            }
        }
        Search {
            variables,
            simplex,
            columns,
            sums: HashMap::new(),
            truths: Vec::new(),
            touched: Vec::new(),
            bounded: Vec::new(),
            opaque,
            steps: 0,
        }
    }

    /// Whether all forms can hold together. If so, what they need stays assumed.
    pub(super) fn solve(&mut self, forms: &[&Form]) -> Result<bool, TooMuch> {
        self.go(forms.to_vec(), Vec::new())
    }

    /// The yes/no variables that are assumed.
    pub(super) fn truths(&self) -> &[(Variable, bool)] {
        &self.truths
    }

    /// The ordered variables that are assumed to be within bounds, each once, in their order.
    pub(super) fn touched(&self) -> Vec<Variable> {
        let mut touched = self.touched.clone();
        touched.sort();
        touched.dedup();
        touched
    }

    /// Assumes that a variable has a value; takes it back and says so where it cannot.
    pub(super) fn fix(&mut self, variable: Variable, value: &Number) -> Result<bool, TooMuch> {
        let mark = self.mark();
        let is_whole = self.variables.known(variable).is_some_and(|known| known.is_whole);
        let column = self.column(variable)?;
        let mut bound = |side| self.simplex.bound(column, side, Near::exactly(value.clone()));
        let holds = (!is_whole || value.is_integer()) && bound(Side::Lower) && bound(Side::Upper);
        let holds = holds && self.simplex.check()?;
        if !holds {
            self.undo(mark);
        }
        Ok(holds)
    }

    /// Brings each assumed sum to the very limit that it has to keep, as far as they all can be there.
    pub(super) fn tighten(&mut self) -> Result<(), TooMuch> {
        for column in self.bounded.clone() {
            let [lower, upper] = self.simplex.bounds(column);
            let Some(limit) = upper.or(lower).filter(|limit| limit.off.is_zero()).cloned() else { continue };
            let mark = self.simplex.mark();
            let holds = self.simplex.bound(column, Side::Lower, limit.clone())
                && self.simplex.bound(column, Side::Upper, limit)
                && self.simplex.check()?;
            if !holds {
                self.simplex.undo(mark);
            }
        }
        Ok(())
    }

    /// Assumes that the period judged is of the kind that windows and trends step in, so that a reading now and the
    /// last one of a window are one; without them nothing is assumed.
    pub(super) fn judge_by_steps(&mut self) -> Result<bool, TooMuch> {
        let readings = || self.variables.iter().filter_map(|(id, known)| Some((id, known.reading.as_ref()?)));
        let kind = readings().find_map(|(_, reading)| match reading.slot {
            Slot::Step { step, .. } => Some(step),
            _ => None,
        });
        let Some(kind) = kind else { return Ok(true) };
        let mut pairs = Vec::new();
        for (stepped, of) in readings() {
            let Slot::Step { step, back } = of.slot else { continue };
            for (other, reading) in readings() {
                let is_same = step == kind
                    && reading.metric == of.metric
                    && reading.places == of.places
                    && reading.slot.steps_back(kind) == Some(back);
                if is_same {
                    pairs.push(Linear::variable(stepped).minus(&Linear::variable(other)));
                }
            }
        }
        for pair in pairs {
            if !self.assume_sum(&pair, Against::Equal)? {
                return Ok(false);
            }
        }
        // Only what the claim needs counts as needed.
        self.touched.clear();
        self.bounded.clear();
        Ok(true)
    }

    fn go<'f>(
        &mut self,
        mut open: Vec<&'f Form>,
        mut choices: Vec<(usize, &'f [Form])>,
    ) -> Result<bool, TooMuch> {
        self.steps = self.steps.saturating_add(1);
        if self.steps > STEPS {
            return Err(TooMuch);
        }
        while let Some(form) = open.pop() {
            let holds = match form {
                Form::All(parts) => {
                    open.extend(parts.iter());
                    true
                }
                Form::Any(parts) => {
                    choices.push((1, parts));
                    !parts.is_empty()
                }
                Form::AtLeast(count, parts) => {
                    choices.push((*count, parts));
                    *count <= parts.len()
                }
                Form::Sum(linear, against) => self.assume_sum(linear, *against)?,
                Form::Truth(variable, truth) => self.assume_truth(*variable, *truth),
            };
            if !holds {
                return Ok(false);
            }
        }
        if !self.simplex.check()? {
            return Ok(false);
        }
        // The choice with the fewest ways out goes first.
        let fewest = choices.iter().enumerate().min_by_key(|(_, (count, parts))| (*count, parts.len()));
        let Some((at, _)) = fewest else { return Ok(true) };
        let (count, parts) = choices.swap_remove(at);
        for (index, part) in parts.iter().enumerate() {
            let mark = self.mark();
            let mut rest = choices.clone();
            let behind = parts.get(index.saturating_add(1)..).unwrap_or_default();
            let needed = count.saturating_sub(1);
            if needed > behind.len() {
                break;
            }
            if needed > 0 {
                rest.push((needed, behind));
            }
            if self.go(vec![part], rest)? {
                return Ok(true);
            }
            self.undo(mark);
        }
        Ok(false)
    }

    fn assume_truth(&mut self, variable: Variable, truth: bool) -> bool {
        if !self.opaque && self.variables.is_opaque(variable) {
            return false;
        }
        match self.truths.iter().find(|(one, _)| *one == variable) {
            Some((_, known)) => *known == truth,
            None => {
                self.truths.push((variable, truth));
                true
            }
        }
    }

    fn assume_sum(&mut self, linear: &Linear, against: Against) -> Result<bool, TooMuch> {
        let weights = linear.weights();
        if !self.opaque && weights.iter().any(|(variable, _)| self.variables.is_opaque(*variable)) {
            return Ok(false);
        }
        self.touched.extend(weights.iter().map(|(variable, _)| *variable));
        let Some((variable, lead)) = weights.first() else { return Ok(false) };
        let Some(inverse) = lead.recip() else { return Ok(false) };
        let limit = -(linear.rest() * &inverse);
        let column = match weights {
            [_] => self.column(*variable)?,
            _ => {
                let column = self.sum(linear, &inverse)?;
                self.bounded.push(column);
                column
            }
        };
        let is_whole = |(variable, weight): &(Variable, Number)| {
            (weight * &inverse).is_integer()
                && self.variables.known(*variable).is_some_and(|known| known.is_whole)
        };
        let is_whole = weights.iter().all(is_whole);
        let strict = against == Against::Below;
        let side = if lead.is_negative() { Side::Lower } else { Side::Upper };
        let mut bound = |side| {
            let near = bound(side, &limit, strict, is_whole);
            self.simplex.bound(column, side, near)
        };
        Ok(match against {
            Against::Equal => (!is_whole || limit.is_integer()) && bound(Side::Lower) && bound(Side::Upper),
            Against::AtMost | Against::Below => bound(side),
        })
    }

    fn column(&self, variable: Variable) -> Result<Column, TooMuch> {
        self.columns.get(&variable).copied().ok_or(TooMuch)
    }

    fn sum(&mut self, linear: &Linear, inverse: &Number) -> Result<Column, TooMuch> {
        let scaled = linear.times(inverse);
        if let Some(column) = self.sums.get(scaled.weights()) {
            return Ok(*column);
        }
        if self.sums.len() >= SUMS {
            return Err(TooMuch);
        }
        let part = |(variable, weight): &(Variable, Number)| Ok((self.column(*variable)?, weight.clone()));
        let parts = scaled.weights().iter().map(part).collect::<Result<Vec<_>, TooMuch>>()?;
        let column = self.simplex.sum(parts.into_iter());
        self.sums.insert(scaled.weights().to_vec(), column);
        Ok(column)
    }

    /// A mark to come back to.
    pub(super) fn mark(&self) -> Mark {
        Mark {
            simplex: self.simplex.mark(),
            truths: self.truths.len(),
            touched: self.touched.len(),
            bounded: self.bounded.len(),
        }
    }

    /// Takes back what was assumed since a mark.
    pub(super) fn undo(&mut self, mark: Mark) {
        self.simplex.undo(mark.simplex);
        self.truths.truncate(mark.truths);
        self.touched.truncate(mark.touched);
        self.bounded.truncate(mark.bounded);
    }
}

/// A bound, drawn in to the next whole number where only these count.
fn bound(side: Side, limit: &Number, strict: bool, is_whole: bool) -> Near {
    match (side, is_whole) {
        (Side::Upper, true) if strict => Near::exactly(limit.ceil() - Number::ONE),
        (Side::Upper, true) => Near::exactly(limit.floor()),
        (Side::Lower, true) if strict => Near::exactly(limit.floor() + Number::ONE),
        (Side::Lower, true) => Near::exactly(limit.ceil()),
        (Side::Upper, false) if strict => Near::below(limit.clone()),
        (Side::Lower, false) if strict => Near::above(limit.clone()),
        (_, false) => Near::exactly(limit.clone()),
    }
}
