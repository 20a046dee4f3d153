//! One operation of a compiled program.

use dabiao_check::{Arithmetic, AssumptionId, Bound, Comparison, Direction, MetricId, Summary, TermId, Time};
use dabiao_model::{Period, Rounding, Step, Value};

use crate::ids::{BlockId, Slot};

/// A term with its operands resolved to slots of its block.
#[derive(Debug)]
pub(crate) struct Op {
    /// The term of the plan that it was compiled from.
    pub(crate) term: TermId,
    /// What it does.
    pub(crate) kind: OpKind,
    /// What it does it to, in the order of the text. Every operand stands before its operation.
    pub(crate) operands: Box<[Slot]>,
    /// Whether its value depends on data, and is no constant of the plan and its assumptions.
    pub(crate) depends_on_data: bool,
}

/// The forms of operations, by their number of operands.
#[derive(Debug)]
pub(crate) enum OpKind {
    /// `90%`
    Constant(Value),
    /// An assumption's value.
    Assumption(AssumptionId),
    /// An observed metric.
    Metric(Leaf),
    /// `-a`
    Negate,
    /// `abs(a)`
    Absolute,
    /// `a + b`
    Arithmetic(Arithmetic),
    /// `min(a, …)`
    Least,
    /// `max(a, …)`
    Greatest,
    /// `round(a to 0.1%)`
    Round {
        /// The interval and the mode.
        rounding: Rounding,
        /// The reading that is rounded itself, which may be marked as rounded before.
        reading: Option<Leaf>,
    },
    /// `if c then a else b`
    If,
    /// `a >= b`
    Compare(Comparison),
    /// `a in first..last`
    InRange,
    /// `not a`
    Not,
    /// `a and …`
    All,
    /// `a or …`
    Any,
    /// `at least 2 of (a, …)`
    AtLeast(u32),
    /// `now falls by at least amount since base`; operands are now, base and amount
    Change(ChangeRule),
    /// `x falls every year`; the value is the last operation of a block of its own
    Trend(TrendRule),
    /// `yearly change of now since base >= rate`; operands are now, base and rate
    Yearly(YearlyRule),
    /// `average of x over last 3 years`; the value is the last operation of a block of its own
    OverTime(WindowRule),
    /// `average of x over districts`; the value is the last operation of a block of its own
    OverPlaces(SiblingsRule),
}

/// An operation whose value is needed for other rows than its own.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Spread<'a> {
    /// Over the periods of a series.
    Trend(&'a TrendRule),
    /// Over the periods of a window.
    OverTime(&'a WindowRule),
    /// Over the entities of a level.
    OverPlaces(&'a SiblingsRule),
}

impl Op {
    /// What the operation spreads over, for one that does.
    pub(crate) fn spread(&self) -> Option<Spread<'_>> {
        match &self.kind {
            OpKind::Trend(rule) => Some(Spread::Trend(rule)),
            OpKind::OverTime(rule) => Some(Spread::OverTime(rule)),
            OpKind::OverPlaces(rule) => Some(Spread::OverPlaces(rule)),
            _ => None,
        }
    }
}

impl Spread<'_> {
    /// The block that computes the value for each of the rows.
    pub(crate) fn block(self) -> BlockId {
        match self {
            Spread::Trend(rule) => rule.block,
            Spread::OverTime(rule) => rule.block,
            Spread::OverPlaces(rule) => rule.block,
        }
    }
}

/// Where and when a metric is read, seen from the row that is judged.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    /// The metric.
    pub(crate) metric: MetricId,
    /// Levels or entities to go to, in turn.
    pub(crate) places: Box<[String]>,
    /// The time to read at.
    pub(crate) time: Time,
}

/// How a change is judged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ChangeRule {
    /// The period of the base.
    pub(crate) since: Period,
    /// Whether the amount is a share of the base.
    pub(crate) relative: bool,
    /// Which way the change goes.
    pub(crate) direction: Direction,
    /// How it is held against the amount.
    pub(crate) bound: Bound,
}

/// How a trend is judged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TrendRule {
    /// The block that computes the value for each period of the series.
    pub(crate) block: BlockId,
    /// Which way each step goes, or must not go.
    pub(crate) direction: Direction,
    /// Whether a step the other way is what is ruled out.
    pub(crate) negated: bool,
    /// The step from period to period.
    pub(crate) step: Step,
    /// The first period; where it is `None`, the first that has data.
    pub(crate) first: Option<Period>,
    /// The last period; where it is `None`, the one that is judged.
    pub(crate) last: Option<Period>,
}

/// How a yearly change is judged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct YearlyRule {
    /// The period of the base.
    pub(crate) since: Period,
    /// The time of the value now, seen from the period judged.
    pub(crate) time: Time,
    /// How the change, on the left, is held against the rate.
    pub(crate) op: Comparison,
}

/// How the values of a window are taken together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WindowRule {
    /// The block that computes the value for each period of the window.
    pub(crate) block: BlockId,
    /// What the values are taken together to.
    pub(crate) summary: Summary,
    /// How many periods the window has.
    pub(crate) count: u32,
    /// The step from period to period.
    pub(crate) step: Step,
    /// How many values are enough.
    pub(crate) needing: Option<u32>,
    /// The last period, seen from the one judged.
    pub(crate) time: Time,
}

/// How the values of a level's entities are taken together.
#[derive(Debug, Clone)]
pub(crate) struct SiblingsRule {
    /// The block that computes the value for each entity.
    pub(crate) block: BlockId,
    /// What the values are taken together to.
    pub(crate) summary: Summary,
    /// The level, in the singular or the plural.
    pub(crate) level: Box<str>,
    /// Whether the entity judged is left out.
    pub(crate) excluding_self: bool,
    /// Levels or entities to go to first, in turn.
    pub(crate) places: Box<[String]>,
}
