//! What a proof speaks of: readings of metrics, and parts that it does not look into.

use std::collections::HashMap;

use dabiao_model::{Number, Period, Step, Type, Value};

/// A metric at one place and time: what data give one value for.
///
/// Two rules that read the same metric at the same place and time have one reading, in two plans too: metrics are
/// known by their paths and by what their values mean.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reading {
    /// The metric's path.
    pub metric: String,
    /// Levels or entities to go to from the entity judged, in turn.
    pub places: Vec<String>,
    /// When it is read.
    pub slot: Slot,
}

/// When a reading is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// For the period judged.
    Now,
    /// For a period that the rules name.
    At(Period),
    /// So many months and days before the period judged.
    Back {
        /// The months.
        months: i32,
        /// The days.
        days: i32,
    },
    /// For the year, quarter or other period in which the judged one ends, or so many of them before it.
    Step {
        /// The kind of period.
        step: Step,
        /// How many of them back.
        back: u32,
    },
}

impl Slot {
    /// How many steps before the period judged this is, where that is itself a step.
    pub(super) fn steps_back(self, step: Step) -> Option<u32> {
        match self {
            Slot::Now => Some(0),
            Slot::Back { months, days } => steps(step, months, days),
            Slot::At(_) | Slot::Step { .. } => None,
        }
    }
}

/// How many whole steps so many months and days are.
pub(super) fn steps(step: Step, months: i32, days: i32) -> Option<u32> {
    let length = match step {
        Step::Year => 12,
        Step::Half => 6,
        Step::Quarter => 3,
        Step::Month => 1,
        Step::Day => return if months == 0 { u32::try_from(days).ok() } else { None },
    };
    let is_whole = days == 0 && months.checked_rem(length)? == 0;
    if is_whole { u32::try_from(months.checked_div(length)?).ok() } else { None }
}

/// A variable of a proof, by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Variable(u32);

/// What is known of a variable.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// The reading; `None` for a part that the proof does not look into.
    pub(super) reading: Option<Reading>,
    /// The type of its value.
    pub(super) ty: Type,
    /// Whether it only takes whole numbers, as levels and days do.
    pub(super) is_whole: bool,
    /// The least value.
    pub(super) least: Option<Number>,
    /// The greatest value.
    pub(super) greatest: Option<Number>,
}

/// Which variable something is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Reading(Reading, String),
    Opaque(u32),
}

/// The variables of a proof.
#[derive(Debug, Default)]
pub(super) struct Variables {
    known: Vec<Known>,
    by_key: HashMap<Key, Variable>,
}

impl Variables {
    pub(super) fn known(&self, variable: Variable) -> Option<&Known> {
        self.known.get(usize::try_from(variable.0).ok()?)
    }

    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    pub(super) fn is_opaque(&self, variable: Variable) -> bool {
        self.known(variable).is_none_or(|known| known.reading.is_none())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Variable, &Known)> {
        (0..).map(Variable).zip(&self.known)
    }

    /// The variable of a reading whose values mean what `ty` says and lie in `range`.
    pub(super) fn reading(
        &mut self,
        reading: Reading,
        ty: &Type,
        range: Option<&(Value, Value)>,
    ) -> Variable {
        let key = Key::Reading(reading.clone(), meaning(ty));
        let variable = self.of(key, || {
            let top = match ty {
                Type::Level(scale) => scale.levels().len().checked_sub(1).map(Number::from),
                _ => None,
            };
            let least = top.is_some().then_some(Number::ZERO);
            let is_whole = matches!(ty, Type::Level(_) | Type::Date);
            Known { reading: Some(reading), ty: ty.clone(), is_whole, least, greatest: top }
        });
        if let Some((first, last)) = range
            && let Some(known) = usize::try_from(variable.0).ok().and_then(|at| self.known.get_mut(at))
        {
            known.least = known.least.take().max(first.ordinal());
            known.greatest = match (known.greatest.take(), last.ordinal()) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
        variable
    }

    /// The variable of a part that the proof does not look into, by what it is.
    pub(super) fn opaque(&mut self, shape: u32, ty: &Type, is_whole: bool) -> Variable {
        self.of(Key::Opaque(shape), || Known {
            reading: None,
            ty: ty.clone(),
            is_whole,
            least: None,
            greatest: None,
        })
    }

    fn of(&mut self, key: Key, known: impl FnOnce() -> Known) -> Variable {
        if let Some(variable) = self.by_key.get(&key) {
            return *variable;
        }
        let variable = Variable(u32::try_from(self.known.len()).unwrap_or(u32::MAX));
        self.known.push(known());
        self.by_key.insert(key, variable);
        variable
    }
}

/// What values of a type mean, so far as it keeps readings of one path apart.
pub(crate) fn meaning(ty: &Type) -> String {
    match ty {
        Type::Quantity(unit) => unit.dimension().to_string(),
        Type::Level(scale) => scale.levels().join("<"),
        other => format!("{other:?}"),
    }
}
