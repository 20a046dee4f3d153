//! Conditions and values.

use dabiao_model::{RoundingMode, Span, Step};
use serde::{Deserialize, Serialize};

use super::{Moment, Name, Quantity, Text};

/// A condition or a value, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of conditions and values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExprKind {
    /// `90%`
    Quantity(Quantity),
    /// `yes`
    YesNo(bool),
    /// `"pass"`
    Text(Text),
    /// `2011-12-31`
    Moment(Moment),
    /// `market_sampling.pass_rate`
    Name(Name),
    /// ` falls by at least 10% since 2005`: nothing before the operator, where the target's own value is meant;
    /// only in milestones
    Subject,
    /// `-x`
    Negate(Box<Expr>),
    /// `not x`
    Not(Box<Expr>),
    /// `a + b`
    Arithmetic {
        /// The operation.
        op: Arithmetic,
        /// The left operand.
        left: Box<Expr>,
        /// The right operand.
        right: Box<Expr>,
    },
    /// `a >= b`
    Compare {
        /// The comparison.
        op: Comparison,
        /// The left side.
        left: Box<Expr>,
        /// The right side.
        right: Box<Expr>,
    },
    /// `x in 80%..90%`, both ends included
    InRange {
        /// The value.
        value: Box<Expr>,
        /// The first value of the range.
        first: Box<Expr>,
        /// The last value of the range.
        last: Box<Expr>,
    },
    /// `outcome in {"pass", "fail"}`
    InSet {
        /// The value.
        value: Box<Expr>,
        /// The members.
        members: Vec<Expr>,
    },
    /// `a and b`, `all of (a, b)`
    All(Vec<Expr>),
    /// `a or b`, `any of (a, b)`
    Any(Vec<Expr>),
    /// `at least 2 of (a, b, c)`
    AtLeast {
        /// How many must hold.
        count: u32,
        /// Of which conditions.
        of: Vec<Expr>,
    },
    /// `min(a, b)`, `abs(a)`
    Call {
        /// The function.
        function: Function,
        /// Its arguments.
        args: Vec<Expr>,
    },
    /// `round(x to 0.1%)`, `round(x to 1 half up)`
    Round {
        /// The value.
        value: Box<Expr>,
        /// The interval.
        to: Quantity,
        /// The mode; half to even where none is written.
        mode: RoundingMode,
    },
    /// `if c then a else b`
    If {
        /// The condition.
        condition: Box<Expr>,
        /// The value where it holds.
        then: Box<Expr>,
        /// The value where it does not.
        otherwise: Box<Expr>,
    },
    /// `x falls by at least 20% since 2005`
    Change {
        /// What changes.
        value: Box<Expr>,
        /// Which way.
        direction: Direction,
        /// How the change is held against the amount.
        bound: Bound,
        /// The amount.
        amount: Box<Expr>,
        /// The base.
        since: Moment,
    },
    /// `x does not rise every year since 2008`
    Trend {
        /// What changes.
        value: Box<Expr>,
        /// Which way.
        direction: Direction,
        /// Whether the step the other way is what is ruled out (`does not fall`).
        negated: bool,
        /// The step from value to value.
        step: Step,
        /// Over which periods.
        range: Option<TrendRange>,
    },
    /// `x of province`
    Of {
        /// The value.
        value: Box<Expr>,
        /// The level or entity.
        place: Name,
    },
    /// `x in 2005`
    In {
        /// The value.
        value: Box<Expr>,
        /// The period.
        period: Moment,
    },
    /// `x last year`
    Last {
        /// The value.
        value: Box<Expr>,
        /// The step back.
        step: Step,
    },
    /// `yearly change of x since 2015`
    YearlyChange {
        /// The value.
        value: Box<Expr>,
        /// The base.
        since: Moment,
    },
    /// `average of x over districts excluding self`
    OverPlaces {
        /// The function.
        function: Aggregate,
        /// The value.
        value: Box<Expr>,
        /// The level.
        level: Name,
        /// Whether the entity judged is left out.
        excluding_self: bool,
    },
    /// `average of x over last 3 years needing 2`
    OverTime {
        /// The function.
        function: Aggregate,
        /// The value.
        value: Box<Expr>,
        /// How many periods.
        count: u32,
        /// Which periods.
        step: Step,
        /// How many must have data.
        needing: Option<u32>,
    },
    /// `share of market_samples where outcome = "pass" among outcome in {"pass", "fail"}`
    Records {
        /// The function.
        function: Aggregate,
        /// The table, with the column behind a dot where one is aggregated.
        table: Name,
        /// Which records count.
        filter: Option<Box<Expr>>,
        /// Out of which records.
        among: Option<Box<Expr>>,
    },
    /// `every villages satisfies covered = yes`
    Every {
        /// The table.
        table: Name,
        /// What each record must satisfy.
        condition: Box<Expr>,
    },
}

/// `+ - * /`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// `>= > <= < = !=`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Comparison {
    AtLeast,
    Above,
    AtMost,
    Below,
    Equal,
    NotEqual,
}

impl Comparison {
    /// The comparison with its sides exchanged: `a >= b` says what `b <= a` does.
    ///
    /// ```
    /// use dabiao_syntax::Comparison;
    /// assert_eq!(Comparison::AtLeast.mirrored(), Comparison::AtMost);
    /// assert_eq!(Comparison::Equal.mirrored(), Comparison::Equal);
    /// ```
    #[must_use]
    pub fn mirrored(self) -> Comparison {
        match self {
            Comparison::AtLeast => Comparison::AtMost,
            Comparison::Above => Comparison::Below,
            Comparison::AtMost => Comparison::AtLeast,
            Comparison::Below => Comparison::Above,
            same => same,
        }
    }

    /// The comparison that holds of two values exactly where this one does not.
    ///
    /// ```
    /// use dabiao_syntax::Comparison;
    /// assert_eq!(Comparison::AtLeast.negated(), Comparison::Below);
    /// assert_eq!(Comparison::Equal.negated(), Comparison::NotEqual);
    /// ```
    #[must_use]
    pub fn negated(self) -> Comparison {
        match self {
            Comparison::AtLeast => Comparison::Below,
            Comparison::Above => Comparison::AtMost,
            Comparison::AtMost => Comparison::Above,
            Comparison::Below => Comparison::AtLeast,
            Comparison::Equal => Comparison::NotEqual,
            Comparison::NotEqual => Comparison::Equal,
        }
    }
}

/// `falls` or `rises`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Direction {
    Falls,
    Rises,
}

/// `by at least`, `by at most`, `by more than`, `by less than`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Bound {
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// `min(…)`, `max(…)`, `abs(…)`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Function {
    Min,
    Max,
    Abs,
}

/// `share of`, `count of`, `sum of`, `average of`, `median of`, `min of`, `max of`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Aggregate {
    Share,
    Count,
    Sum,
    Average,
    Median,
    Min,
    Max,
}

/// The periods of a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendRange {
    /// `since 2008`
    Since(Moment),
    /// `in 2008..2011`
    In(Moment, Moment),
}
