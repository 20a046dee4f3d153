//! What a `test` item gives and expects.

use dabiao_model::{Flag, Span, Verdict};

use super::{Expr, Moment};

/// `market_sampling.pass_rate = 90%`, `as of 2011-12-31`
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// `market_sampling.pass_rate of north = 90%`, `x in 2005 = 462/500`, `x = missing`
    Value {
        /// The metric, with the place and the period where they are named.
        metric: Expr,
        /// The value; `None` for `missing`.
        value: Option<Expr>,
        /// The whole of it.
        span: Span,
    },
    /// `437 market_samples of north in 2011 where outcome = "pass"`
    Records {
        /// How many records there are.
        count: u32,
        /// The table, with the place and the period where they are named.
        table: Expr,
        /// What each of them has in its columns.
        condition: Option<Expr>,
        /// The whole of it.
        span: Span,
    },
    /// `as of 2011-12-31`
    AsOf(Moment),
}

/// What must come out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// `market_sampling.pass_rate met`, `energy in 2008 met late`
    Verdict {
        /// The target, with the place and the period where they are named.
        target: Expr,
        /// Its verdict.
        verdict: Verdict,
        /// The flags beside it.
        flags: Vec<Flag>,
        /// The whole of it.
        span: Span,
    },
    /// `score >= 80`: a condition on the outcome
    Condition(Expr),
}
