//! One operation of a compiled program.

use dabiao_check::{Arithmetic, AssumptionId, Bound, Comparison, Direction, MetricId, TermId, Time};
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
    Round(Rounding),
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
