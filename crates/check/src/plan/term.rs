//! One typed condition or value.

use dabiao_model::{Period, Rounding, Span, Step, Type, Value};
use dabiao_syntax::{Arithmetic, Bound, Comparison, Direction};
use serde::{Deserialize, Serialize};

use super::{AssumptionId, MetricId, SourceId, TermId, Time};

/// A condition or value with its type and its place in the rules.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Term {
    /// What it is.
    pub kind: TermKind,
    /// The type of its value; [`Type::YesNo`] for conditions.
    pub ty: Type,
    /// Where it stands.
    pub at: At,
}

/// A stretch of one of a plan's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct At {
    /// The text.
    pub source: SourceId,
    /// The stretch.
    pub span: Span,
}

/// The forms of terms. Numbers are in base units throughout, so arithmetic needs no conversion.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum TermKind {
    /// A fixed value.
    Constant(Value),
    /// An assumption's value.
    Assumption(AssumptionId),
    /// An observed metric, here or elsewhere, now or at another time. A derived metric never stands here: its
    /// own term does.
    Metric {
        /// The metric.
        metric: MetricId,
        /// Levels or entities to go to from the entity judged, in turn.
        places: Vec<String>,
        /// The time to read it at.
        time: Time,
    },
    /// `-a`
    Negate(TermId),
    /// `abs(a)`
    Absolute(TermId),
    /// `a + b`
    Arithmetic {
        /// The operation.
        op: Arithmetic,
        /// The left operand.
        left: TermId,
        /// The right operand.
        right: TermId,
    },
    /// `min(a, b)`
    Least(Vec<TermId>),
    /// `max(a, b)`
    Greatest(Vec<TermId>),
    /// `round(a to 0.1%)`
    Round {
        /// The value.
        value: TermId,
        /// The interval, in base units, and the mode.
        rounding: Rounding,
    },
    /// `if c then a else b`
    If {
        /// The condition.
        condition: TermId,
        /// The value where it holds.
        then: TermId,
        /// The value where it does not.
        otherwise: TermId,
    },
    /// `a >= b`; both sides are of one kind of value
    Compare {
        /// The comparison.
        op: Comparison,
        /// The left side.
        left: TermId,
        /// The right side.
        right: TermId,
    },
    /// `a in first..last`, both ends included
    InRange {
        /// The value.
        value: TermId,
        /// The first value of the range.
        first: TermId,
        /// The last value of the range.
        last: TermId,
    },
    /// `not a`
    Not(TermId),
    /// `a and b`
    All(Vec<TermId>),
    /// `a or b`
    Any(Vec<TermId>),
    /// `at least 2 of (a, b, c)`
    AtLeast {
        /// How many must hold.
        count: u32,
        /// Of which conditions.
        of: Vec<TermId>,
    },
    /// `x falls by at least 20% since 2005`
    Change(ChangeTest),
    /// `x falls every year`
    Trend(TrendTest),
    /// `yearly change of x since 2015 >= 2%`
    Yearly(YearlyTest),
    /// `average of x over last 3 years`
    OverTime(Window),
    /// `average of x over districts`
    OverPlaces(Siblings),
}

/// A change since a base, held against an amount.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ChangeTest {
    /// The value now.
    pub now: TermId,
    /// The value at the base.
    pub base: TermId,
    /// The period of the base.
    pub since: Period,
    /// The amount, in base units; a share of the base where `relative`.
    pub amount: TermId,
    /// Whether the change is taken relative to the base.
    pub relative: bool,
    /// Which way the change goes.
    pub direction: Direction,
    /// How it is held against the amount.
    pub bound: Bound,
}

/// A change of one direction at each step of a series.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TrendTest {
    /// The value, evaluated at each period of the series.
    pub value: TermId,
    /// Which way each step goes, or must not go.
    pub direction: Direction,
    /// `does not fall`: a step the other way and a tie both satisfy it.
    pub negated: bool,
    /// The step from period to period.
    pub step: Step,
    /// The first period of the series; where it is `None`, the first that the data have.
    pub first: Option<Period>,
    /// The last period of the series, if not the one judged.
    pub last: Option<Period>,
}

/// A compound change per year since a base, held against a rate.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct YearlyTest {
    /// The value now.
    pub now: TermId,
    /// The value at the base.
    pub base: TermId,
    /// The period of the base.
    pub since: Period,
    /// The time of the value now, seen from the period judged.
    pub time: Time,
    /// How the change is held against the rate; the change stands on the left.
    pub op: Comparison,
    /// The rate per year, a share.
    pub rate: TermId,
}

/// What several values are taken together to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Summary {
    /// Their sum over their number.
    Average,
    /// Their sum.
    Sum,
    /// The least of them.
    Least,
    /// The greatest of them.
    Greatest,
}

/// The values of the periods up to the one judged, taken together.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Window {
    /// The value, evaluated at each period of the window.
    pub value: TermId,
    /// What the values are taken together to.
    pub summary: Summary,
    /// How many periods the window has; at least one.
    pub count: u32,
    /// The step from period to period.
    pub step: Step,
    /// How many values are enough; all of them where it is `None`.
    pub needing: Option<u32>,
    /// The levels or entities that the value is read at, which evidence names.
    pub places: Vec<String>,
    /// The last period of the window, seen from the period judged.
    pub time: Time,
}

/// The values of the entities of one level around the one judged, taken together.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Siblings {
    /// The value, evaluated for each of the entities.
    pub value: TermId,
    /// What the values are taken together to.
    pub summary: Summary,
    /// The level, in the singular or the plural.
    pub level: String,
    /// Whether the entity judged is left out.
    pub excluding_self: bool,
    /// Levels or entities to go to first, in turn.
    pub places: Vec<String>,
    /// The time that the value is read at, which evidence names.
    pub time: Time,
}

impl TermKind {
    /// The terms that this one is made of, in the order of the text.
    #[must_use]
    pub fn parts(&self) -> Vec<TermId> {
        let mut parts = Vec::new();
        self.each_part(|part| parts.push(part));
        parts
    }

    /// Looks at the terms that this one is made of, in the order of the text.
    pub fn each_part(&self, mut see: impl FnMut(TermId)) {
        match self {
            TermKind::Constant(_) | TermKind::Assumption(_) | TermKind::Metric { .. } => {}
            TermKind::Negate(only) | TermKind::Absolute(only) | TermKind::Not(only) => see(*only),
            TermKind::Round { value, .. } => see(*value),
            TermKind::Arithmetic { left, right, .. } | TermKind::Compare { left, right, .. } => {
                [*left, *right].into_iter().for_each(see);
            }
            TermKind::Least(parts)
            | TermKind::Greatest(parts)
            | TermKind::All(parts)
            | TermKind::Any(parts)
            | TermKind::AtLeast { of: parts, .. } => parts.iter().copied().for_each(see),
            TermKind::If { condition, then, otherwise } => {
                [*condition, *then, *otherwise].into_iter().for_each(see);
            }
            TermKind::InRange { value, first, last } => [*value, *first, *last].into_iter().for_each(see),
            TermKind::Change(test) => [test.now, test.amount, test.base].into_iter().for_each(see),
            TermKind::Trend(test) => see(test.value),
            TermKind::Yearly(test) => [test.now, test.rate, test.base].into_iter().for_each(see),
            TermKind::OverTime(window) => see(window.value),
            TermKind::OverPlaces(siblings) => see(siblings.value),
        }
    }

    /// The same terms in the same order, to be pointed elsewhere.
    pub(crate) fn parts_mut(&mut self) -> Vec<&mut TermId> {
        match self {
            TermKind::Constant(_) | TermKind::Assumption(_) | TermKind::Metric { .. } => Vec::new(),
            TermKind::Negate(only) | TermKind::Absolute(only) | TermKind::Not(only) => vec![only],
            TermKind::Round { value, .. } => vec![value],
            TermKind::Arithmetic { left, right, .. } | TermKind::Compare { left, right, .. } => {
                vec![left, right]
            }
            TermKind::Least(parts)
            | TermKind::Greatest(parts)
            | TermKind::All(parts)
            | TermKind::Any(parts)
            | TermKind::AtLeast { of: parts, .. } => parts.iter_mut().collect(),
            TermKind::If { condition, then, otherwise } => vec![condition, then, otherwise],
            TermKind::InRange { value, first, last } => vec![value, first, last],
            TermKind::Change(test) => vec![&mut test.now, &mut test.amount, &mut test.base],
            TermKind::Trend(test) => vec![&mut test.value],
            TermKind::Yearly(test) => vec![&mut test.now, &mut test.rate, &mut test.base],
            TermKind::OverTime(window) => vec![&mut window.value],
            TermKind::OverPlaces(siblings) => vec![&mut siblings.value],
        }
    }
}
