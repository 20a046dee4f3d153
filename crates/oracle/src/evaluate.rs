//! What the parts of a condition come to, slowly and one value at a time.

use std::cell::RefCell;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Pow, Signed, Zero};

use crate::answer::{Answer, Fault, Known, Number, Unknown, all, any, at_least, both, every, not};
use crate::planted::Planted;
use crate::scenario::{
    Bound, Change, Cond, Given, Literal, Mark, Metric, Num, Op, Place, Read, Rounding, Scenario, Summary,
    Time, Trend, Unit, Way,
};

/// The year of what has no period: before all others, and with no year before it.
pub(crate) const NO_YEAR: i16 = i16::MIN;

/// Where and when something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// The entity's position.
    pub entity: Option<usize>,
    /// The year.
    pub year: i16,
}

/// A value that was looked up.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// The metric.
    pub metric: Metric,
    /// Whose and of when.
    pub at: At,
    /// The value, as a number: 0 or 1, the place of a level.
    pub value: Answer<Number>,
}

/// A scenario that is being looked at.
pub(crate) struct World<'a> {
    pub(crate) scenario: &'a Scenario,
    pub(crate) planted: Option<Planted>,
    /// What was read so far.
    pub(crate) seen: RefCell<Vec<Seen>>,
}

impl World<'_> {
    /// What an expression comes to.
    pub(crate) fn num(&self, num: &Num, at: At) -> Answer<Number> {
        match num {
            Num::Literal(literal) => Known(literal.value()),
            Num::Assumed => Known(self.scenario.least.value()),
            Num::Read(read) => self.read(read, at),
            Num::Negate(of) => self.num(of, at).map(|value| -value),
            Num::Absolute(of) => self.num(of, at).map(|value| value.abs()),
            Num::Round(of, to) => self.num(of, at).map(|value| {
                let way = if self.planted == Some(Planted::HalfUp) { Way::HalfUp } else { Way::HalfEven };
                round(&value, &to.value(), way, self.mark(of, at))
            }),
            Num::Arithmetic(op, left, right) => {
                both(self.num(left, at), self.num(right, at)).then(|(left, right)| match op {
                    '+' => Known(left + right),
                    '-' => Known(left - right),
                    '*' => Known(left * right),
                    _ if right.is_zero() => Fault,
                    _ => Known(left / right),
                })
            }
            Num::Least(of) => self.several(Summary::Least, of, at),
            Num::Greatest(of) => self.several(Summary::Greatest, of, at),
            Num::If(cond, then, otherwise) => match self.cond(cond, at, None) {
                Known(true) => self.num(then, at),
                Known(false) => self.num(otherwise, at),
                Unknown => Unknown,
                Fault => Fault,
            },
            Num::Window(..) if at.year == NO_YEAR => Unknown,
            Num::Window(summary, of, count, needing) => {
                let years = (0..*count).map(|back| At { year: at.year - back, ..at });
                let values: Vec<Answer<Number>> = years.map(|at| self.num(of, at)).collect();
                match needing {
                    Some(needing) => {
                        let there: Vec<_> = values.into_iter().filter(|value| *value != Unknown).collect();
                        let known = there.iter().filter(|value| **value != Fault).count();
                        if there.contains(&Fault) {
                            Fault
                        } else if known < *needing {
                            Unknown
                        } else {
                            summarise(*summary, there)
                        }
                    }
                    None => summarise(*summary, values),
                }
            }
            Num::Level(summary, of, level, excluding) => {
                let Some(entities) = self.on_level(level, at.entity) else { return Unknown };
                let others = entities.into_iter().filter(|one| !excluding || Some(*one) != at.entity);
                let values: Vec<_> =
                    others.map(|entity| self.num(of, At { entity: Some(entity), ..at })).collect();
                if values.is_empty() { Unknown } else { summarise(*summary, values) }
            }
        }
    }

    /// Whether a condition holds; `rounding` is for its comparisons.
    pub(crate) fn cond(&self, cond: &Cond, at: At, rounding: Option<&Rounding>) -> Answer<bool> {
        let parts = |of: &[Cond]| of.iter().map(|one| self.cond(one, at, rounding)).collect::<Vec<_>>();
        match cond {
            Cond::Compare(op, left, right) => {
                let (left, right) = self.sides(left, right, at, rounding);
                both(left, right).map(|(left, right)| self.compare(*op, &left, &right))
            }
            Cond::InRange(value, first, last) => {
                let (above, below) =
                    (self.sides(value, first, at, rounding), self.sides(value, last, at, rounding));
                let above = both(above.0, above.1).map(|(value, first)| value >= first);
                let below = both(below.0, below.1).map(|(value, last)| value <= last);
                all(&[above, below])
            }
            Cond::Is(read) => self.read(read, at).map(|value| value.is_one()),
            Cond::LevelCompare(op, read, level) => {
                self.read(read, at).map(|value| self.compare(*op, &value, &whole(*level)))
            }
            Cond::LevelRange(read, first, last) => {
                self.read(read, at).map(|value| whole(*first) <= value && value <= whole(*last))
            }
            Cond::Not(of) => not(self.cond(of, at, rounding)),
            Cond::All(of) => all(&parts(of)),
            Cond::Any(of) if self.planted == Some(Planted::UnknownDecides) => {
                let parts = parts(of);
                if parts.contains(&Unknown) { Unknown } else { any(&parts) }
            }
            Cond::Any(of) => any(&parts(of)),
            Cond::AtLeast(count, of) => at_least(*count, &parts(of)),
            Cond::Change(change) => self.changed(change, at).map(|changed| changed.holds),
            Cond::Trend(of, trend) => self.trend(of, *trend, at),
            Cond::Growth(metric, since, op, rate) => self.growth(*metric, *since, *op, rate, at),
        }
    }

    /// Both sides of a comparison as they are compared.
    pub(crate) fn sides(
        &self,
        left: &Num,
        right: &Num,
        at: At,
        rounding: Option<&Rounding>,
    ) -> (Answer<Number>, Answer<Number>) {
        let Some(rounding) = rounding else { return (self.num(left, at), self.num(right, at)) };
        let interval = rounding.to.clone().map(|to| to.value()).or_else(|| last_place(left, right));
        let side = |num: &Num| {
            let value = self.num(num, at);
            match &interval {
                Some(interval) if rests_on_data(num) => {
                    let mark = self.mark(num, at);
                    value.map(|value| round(&value, interval, rounding.way, mark))
                }
                _ => value,
            }
        };
        (side(left), side(right))
    }

    /// How far a change went and whether that is as far as it should have.
    pub(crate) fn changed(&self, change: &Change, at: At) -> Answer<Changed> {
        let read = |time| self.read(&Read { metric: change.metric, place: None, time }, at);
        let (now, base) = (read(Time::Now), read(Time::In(change.since)));
        if change.since >= at.year {
            return unknown_unless_faulty(&[now, base]);
        }
        let is_relative = change.amount.unit == Unit::Percent;
        let amount = change.amount.value();
        both(now, base).then(|(now, base)| {
            let mut moved = if change.falls { &base - &now } else { &now - &base };
            if is_relative {
                if !base.is_positive() {
                    return Fault;
                }
                moved /= base;
            }
            let holds = match change.bound {
                Bound::AtLeast => moved >= amount,
                Bound::AtMost => moved <= amount,
                Bound::MoreThan => moved > amount,
                Bound::LessThan => moved < amount,
            };
            Known(Changed { moved, holds })
        })
    }

    fn trend(&self, of: &Num, trend: Trend, at: At) -> Answer<bool> {
        let last = trend.last.unwrap_or(at.year);
        let values: Vec<_> = (trend.first..=last).map(|year| self.num(of, At { year, ..at })).collect();
        if values.len() < 2 {
            return if values.contains(&Fault) { Fault } else { Unknown };
        }
        let step = |pair: &[Answer<Number>]| {
            both(pair[0].clone(), pair[1].clone()).map(|(earlier, later)| {
                let moved = if trend.falls { later < earlier } else { later > earlier };
                moved != trend.negated
            })
        };
        all(&values.windows(2).map(step).collect::<Vec<_>>())
    }

    fn growth(&self, metric: Metric, since: i16, op: Op, rate: &Literal, at: At) -> Answer<bool> {
        let read = |time| self.read(&Read { metric, place: None, time }, at);
        let (now, base) = (read(Time::Now), read(Time::In(since)));
        if since >= at.year {
            return unknown_unless_faulty(&[now, base]);
        }
        both(now, base).then(|(now, base)| {
            if !base.is_positive() || now.is_negative() {
                return Fault;
            }
            let factor = Pow::pow(Number::one() + rate.value(), i32::from(at.year - since));
            Known(self.compare(op, &now, &(base * factor)))
        })
    }

    /// A metric's value.
    pub(crate) fn read(&self, read: &Read, at: At) -> Answer<Number> {
        self.place_of(read, at).map_or(Unknown, |at| self.value(read.metric, at))
    }

    /// Where and when a metric is read, if there is such a place and time.
    fn place_of(&self, read: &Read, at: At) -> Option<At> {
        let entity = match read.place {
            None => at.entity,
            Some(Place::Entity(entity)) => Some(entity),
            Some(Place::Above(level)) => Some(self.above(at.entity, level)?),
        };
        let year = match read.time {
            Time::Now => at.year,
            Time::LastYear if at.year == NO_YEAR => return None,
            Time::LastYear => at.year - 1,
            Time::In(year) => year,
        };
        Some(At { entity, year })
    }

    /// A metric's value at a place and time.
    pub(crate) fn value(&self, metric: Metric, at: At) -> Answer<Number> {
        let value = match metric {
            Metric::Derived => self.num(&self.scenario.derived, at),
            Metric::Asked(question) => self.asked(question, at),
            _ => match self.given(metric, at) {
                Some(Given::Missing) | None if self.planted == Some(Planted::MissingIsZero) => {
                    Known(Number::zero())
                }
                Some(Given::Missing) | None => Unknown,
                Some(Given::Number(literal, _)) => Known(literal.value()),
                Some(Given::Fraction(numerator, denominator)) => {
                    Known(Number::new(BigInt::from(*numerator), BigInt::from(*denominator)))
                }
                Some(Given::Truth(truth)) => Known(whole(usize::from(*truth))),
                Some(Given::Level(level)) => Known(whole(*level)),
            },
        };
        self.seen.borrow_mut().push(Seen { metric, at, value: value.clone() });
        value
    }

    /// What the data say of a metric; a value without a year holds in every one.
    pub(crate) fn given(&self, metric: Metric, at: At) -> Option<&Given> {
        let of = self.scenario.data.iter().filter(|one| one.metric == metric && one.entity == at.entity);
        let datum = of.into_iter().find(|one| one.year.is_none_or(|year| year == at.year))?;
        Some(&datum.value)
    }

    /// How a value was rounded before, where an expression is nothing but that value.
    fn mark(&self, num: &Num, at: At) -> Option<Mark> {
        let Num::Read(read) = num else { return None };
        let at = self.place_of(read, at)?;
        if read.metric == Metric::Derived {
            return self.mark(&self.scenario.derived, at);
        }
        match self.given(read.metric, at) {
            Some(Given::Number(_, mark)) => *mark,
            _ => None,
        }
    }

    fn several(&self, summary: Summary, of: &[Num], at: At) -> Answer<Number> {
        summarise(summary, of.iter().map(|one| self.num(one, at)).collect())
    }

    pub(crate) fn compare(&self, op: Op, left: &Number, right: &Number) -> bool {
        match op {
            Op::AtLeast => left >= right,
            Op::Above if self.planted == Some(Planted::LooseLine) => left >= right,
            Op::Above => left > right,
            Op::AtMost => left <= right,
            Op::Below => left < right,
            Op::Equal => left == right,
            Op::NotEqual => left != right,
        }
    }

    /// The nearest entity of a level above another one.
    fn above(&self, entity: Option<usize>, level: &str) -> Option<usize> {
        let mut at = self.scenario.entities.get(entity?)?.parent;
        while let Some(index) = at {
            if self.scenario.entities[index].level == Some(level) {
                return Some(index);
            }
            at = self.scenario.entities[index].parent;
        }
        None
    }

    /// The entities of a level: those below the entity, or below the nearest one above it that has some.
    fn on_level(&self, level: &str, entity: Option<usize>) -> Option<Vec<usize>> {
        let of_level: Vec<usize> = (0..self.scenario.entities.len())
            .filter(|index| self.scenario.entities[*index].level == Some(level))
            .collect();
        let mut root = entity;
        while let Some(index) = root {
            let below: Vec<usize> =
                of_level.iter().copied().filter(|one| self.is_below(*one, index)).collect();
            if !below.is_empty() {
                return Some(below);
            }
            root = self.scenario.entities[index].parent;
        }
        Some(of_level)
    }

    /// Whether an entity lies somewhere below another one.
    pub(crate) fn is_below(&self, entity: usize, of: usize) -> bool {
        let mut at = self.scenario.entities[entity].parent;
        while let Some(index) = at {
            if index == of {
                return true;
            }
            at = self.scenario.entities[index].parent;
        }
        false
    }
}

/// A gap, before which a fault goes.
fn unknown_unless_faulty<T>(parts: &[Answer<Number>]) -> Answer<T> {
    if parts.contains(&Fault) { Fault } else { Unknown }
}

/// A change that could be judged.
pub(crate) struct Changed {
    /// How far it went in the direction that the rule names.
    pub(crate) moved: Number,
    pub(crate) holds: bool,
}

/// `value` rounded to a multiple of `interval`, of its size without the sign.
pub(crate) fn round(value: &Number, interval: &Number, way: Way, mark: Option<Mark>) -> Number {
    let size = value.abs() / interval;
    let floor = size.floor();
    let rest = &size - &floor;
    let half = Number::new(BigInt::one(), BigInt::from(2));
    if way == Way::Truncated && mark == Some(Mark::RoundedUp) && rest.is_zero() && !value.is_zero() {
        // The value itself lies below what it was rounded to.
        let below = (floor - Number::one()) * interval;
        return if value.is_negative() { -below } else { below };
    }
    let up = match way {
        Way::Truncated => false,
        _ if rest != half => rest > half,
        _ => match (mark, way) {
            (Some(Mark::RoundedUp), _) => false,
            (Some(Mark::RoundedDown), _) | (None, Way::HalfUp) => true,
            (None, _) => floor.to_integer().is_odd(),
        },
    };
    let rounded = (if up { floor + Number::one() } else { floor }) * interval;
    if value.is_negative() { -rounded } else { rounded }
}

/// Whether an expression reads anything.
pub(crate) fn rests_on_data(num: &Num) -> bool {
    match num {
        Num::Literal(_) | Num::Assumed => false,
        Num::Read(_) | Num::If(..) | Num::Window(..) | Num::Level(..) => true,
        Num::Negate(of) | Num::Absolute(of) | Num::Round(of, _) => rests_on_data(of),
        Num::Arithmetic(_, left, right) => rests_on_data(left) || rests_on_data(right),
        Num::Least(of) | Num::Greatest(of) => of.iter().any(rests_on_data),
    }
}

/// The last place that the limit is written with.
fn last_place(left: &Num, right: &Num) -> Option<Number> {
    match (left, right) {
        (_, Num::Literal(literal)) | (Num::Literal(literal), _) => Some(literal.last_place()),
        _ => None,
    }
}

pub(crate) fn summarise(summary: Summary, values: Vec<Answer<Number>>) -> Answer<Number> {
    every(values).then(|values| {
        let count = whole(values.len());
        let sum = || values.iter().fold(Number::zero(), |sum, value| sum + value);
        match summary {
            Summary::Sum => Known(sum()),
            Summary::Average => Known(sum() / count),
            Summary::Least => values.iter().min().cloned().map_or(Unknown, Known),
            Summary::Greatest => values.iter().max().cloned().map_or(Unknown, Known),
        }
    })
}

pub(crate) fn whole(number: usize) -> Number {
    Number::from_integer(BigInt::from(number))
}
