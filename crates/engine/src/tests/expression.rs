//! Small expressions, in a form that is easy to make up and easy to compute.

use dabiao_check::{Arithmetic, Bound, Comparison, Direction};

/// A number.
#[derive(Debug, Clone)]
pub(super) enum Expr {
    Constant(i64, i64),
    /// A metric by its position, so many years back.
    Read(usize, i32),
    Negate(Box<Expr>),
    Absolute(Box<Expr>),
    Arithmetic(Arithmetic, Box<Expr>, Box<Expr>),
    Least(Vec<Expr>),
    Greatest(Vec<Expr>),
    If(Box<Cond>, Box<Expr>, Box<Expr>),
}

/// A condition.
#[derive(Debug, Clone)]
pub(super) enum Cond {
    Compare(Comparison, Expr, Expr),
    InRange(Expr, Expr, Expr),
    Not(Box<Cond>),
    All(Vec<Cond>),
    Any(Vec<Cond>),
    AtLeast(u32, Vec<Cond>),
    /// A metric, the base's year, the amount and whether it is relative.
    Change {
        metric: usize,
        since: i16,
        amount: (i64, i64),
        relative: bool,
        direction: Direction,
        bound: Bound,
    },
    /// A number, from a year on.
    Trend {
        value: Expr,
        since: i16,
        direction: Direction,
        negated: bool,
    },
}
