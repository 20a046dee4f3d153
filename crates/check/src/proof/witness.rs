//! Values that show an answer.

use dabiao_model::{Number, Type, Value};

use super::search::Search;
use super::simplex::{Near, TooMuch};
use super::variable::{Known, Reading, Slot, Variable, meaning};
use crate::plan::Metric;

/// Digits behind the point that a value may have and still be plain.
const PLAIN: u32 = 2;
/// Digits behind the point that are tried at all before a value is taken as it comes.
const DIGITS: u32 = 12;

/// Values under which a claim comes true: one for every reading that the prover has met.
///
/// The period judged is of the kind that windows and trends step in, and so late that no window reaches back to a
/// period that the rules name.
#[derive(Debug, Clone, PartialEq)]
pub struct Witness {
    /// The readings, in the order in which the rules name them.
    pub readings: Vec<Observed>,
}

/// A reading with a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// What is read.
    pub reading: Reading,
    /// The value, in base units.
    pub value: Value,
    /// The type of the value, which knows how to show it.
    pub ty: Type,
    /// Whether the claim hangs on it; any other value does where it does not.
    pub decides: bool,
}

impl Observed {
    /// The value as people read it, in English.
    #[must_use]
    pub fn shown(&self) -> String {
        self.ty.show(&self.value)
    }

    /// Whether the value is one of this metric: two versions of a plan may mean something else by one path.
    #[must_use]
    pub fn is_of(&self, metric: &Metric) -> bool {
        self.reading.metric == metric.path && meaning(&self.ty) == meaning(&metric.ty)
    }
}

/// Gives every variable that the search has come to need a value: a plain one where that can be, near the limits that
/// it has to keep. `None` where no whole numbers were found.
pub(super) fn find(search: &mut Search<'_>) -> Result<Option<Witness>, TooMuch> {
    let mark = search.mark();
    search.tighten()?;
    match settled(search)? {
        Some(witness) => Ok(Some(witness)),
        None => {
            search.undo(mark);
            settled(search)
        }
    }
}

fn settled(search: &mut Search<'_>) -> Result<Option<Witness>, TooMuch> {
    let variables = search.variables;
    let mut found: Vec<(Variable, Observed)> = Vec::new();
    let mut give = |variable: Variable, value: Value, decides: bool| {
        let Some((known, reading)) = seen(variables.known(variable)) else { return };
        found.push((variable, Observed { reading, value, ty: known.ty.clone(), decides }));
    };
    let touched = search.touched();
    let mut ordered: Vec<(bool, bool, Variable)> = Vec::new();
    for (variable, known) in variables.iter() {
        let Some(reading) = &known.reading else { continue };
        if known.ty == Type::YesNo {
            let truth = search.truths().iter().find(|(one, _)| *one == variable).map(|(_, truth)| *truth);
            give(variable, Value::YesNo(truth.unwrap_or(false)), truth.is_some());
        } else {
            // What was before comes first, so that it is the base that is plain.
            let is_idle = touched.binary_search(&variable).is_err();
            ordered.push((is_idle, reading.slot == Slot::Now, variable));
        }
    }
    ordered.sort();
    for (is_idle, _, variable) in ordered {
        let Some(known) = variables.known(variable) else { continue };
        let Some(number) = settle(search, variable, known)? else { return Ok(None) };
        let Some(value) = known.ty.at_ordinal(number) else { return Ok(None) };
        give(variable, value, !is_idle);
    }
    found.sort_by_key(|(variable, _)| *variable);
    Ok(Some(Witness { readings: found.into_iter().map(|(_, observed)| observed).collect() }))
}

fn seen(known: Option<&Known>) -> Option<(&Known, Reading)> {
    known.and_then(|known| Some((known, known.reading.clone()?)))
}

/// Fixes a variable: at or beside a limit that the claim sets it, else where it is at the moment.
fn settle(search: &mut Search<'_>, variable: Variable, known: &Known) -> Result<Option<Number>, TooMuch> {
    let Some(column) = search.columns.get(&variable).copied() else { return Ok(None) };
    let [lower, upper] = search.simplex.bounds(column);
    let set = |bound: Option<&Near>, own: &Option<Number>| {
        bound.filter(|bound| Some(&bound.number) != own.as_ref() || !bound.off.is_zero()).cloned()
    };
    let near = [set(upper, &known.greatest), set(lower, &known.least), search.simplex.value(column).cloned()];
    for near in near.into_iter().flatten() {
        if let Some(number) = settle_near(search, variable, known, &near)? {
            return Ok(Some(number));
        }
    }
    Ok(None)
}

/// Fixes a variable at the plainest value that can be: the given one if it is plain, else one near it with as few
/// digits as possible.
fn settle_near(
    search: &mut Search<'_>,
    variable: Variable,
    known: &Known,
    near: &Near,
) -> Result<Option<Number>, TooMuch> {
    let unit = match &known.ty {
        Type::Percent | Type::Points => Number::ONE.checked_div(&Number::HUNDRED).unwrap_or(Number::ONE),
        Type::Quantity(unit) => unit.factor().clone(),
        _ => Number::ONE,
    };
    let own = near.number.checked_div(&unit).unwrap_or_else(|| near.number.clone());
    let is_plain = (&own * &ten_to(PLAIN)).is_integer();
    if near.off.is_zero() && is_plain && search.fix(variable, &near.number)? {
        return Ok(Some(near.number.clone()));
    }
    for digits in 0..=DIGITS {
        let scale = ten_to(digits);
        let scaled = &own * &scale;
        let (low, high) = (scaled.floor(), scaled.ceil());
        // Where the value is a bound that does not count itself, its neighbours do.
        for steps in [low.clone(), high.clone(), &low - &Number::ONE, &high + &Number::ONE] {
            let Some(candidate) = steps.checked_div(&scale) else { continue };
            let candidate = candidate * &unit;
            if search.fix(variable, &candidate)? {
                return Ok(Some(candidate));
            }
        }
        if known.is_whole {
            return Ok(None);
        }
    }
    let is_exact = near.off.is_zero() && search.fix(variable, &near.number)?;
    Ok(is_exact.then(|| near.number.clone()))
}

fn ten_to(digits: u32) -> Number {
    (0..digits).fold(Number::ONE, |power, _| power * Number::from(10))
}
