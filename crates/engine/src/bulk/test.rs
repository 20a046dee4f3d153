//! The conditions that are run in bulk.

use dabiao_check::Comparison;

use super::formula::Formula;
use super::limits::{Interval, Limits};
use super::reading::Reading;
use super::registers::Constant;

/// A position among the tests of a prepared program.
pub(super) type TestId = usize;

/// One condition, fitted to a table. Operands stand before the test that needs them.
#[derive(Debug)]
pub(super) enum Test {
    /// The same for every row.
    Always(Constant),
    /// `x >= 90%` and its like: an integer within limits, or outside of them.
    Within { reading: Reading, limits: Limits, negated: bool },
    /// `a >= b`
    Pair(Pair),
    /// `x falls by at least 20% since 2005`, as the value now against the base, which has to be above zero.
    Relative(Pair),
    /// `x falls by at least 3 points since 2005`: the first value without the second lies in an interval.
    Difference { sides: [Reading; 2], limits: Limits, exact: Interval },
    /// `x falls every year`: how each value stands to the one before it.
    Trend { values: Box<[Option<Step>]>, op: Comparison },
    /// `a + b >= 2 * c` and its like.
    Formula(Box<Formula>),
    /// A yes/no metric.
    Says(Reading),
    /// `not a`
    Not(TestId),
    /// `a and …`
    All(Box<[TestId]>),
    /// `a or …`
    Any(Box<[TestId]>),
    /// `at least 2 of (a, …)`
    AtLeast(usize, Box<[TestId]>),
}

impl Test {
    /// The tests that it is made of.
    pub(super) fn parts(&self) -> &[TestId] {
        match self {
            Test::Not(of) => std::slice::from_ref(of),
            Test::All(of) | Test::Any(of) | Test::AtLeast(_, of) => of,
            _ => &[],
        }
    }

    /// How many steps of a formula it has.
    pub(super) fn steps(&self) -> usize {
        match self {
            Test::Formula(formula) => formula.steps.len(),
            _ => 0,
        }
    }
}

/// Two readings, each times its factor, and how the first has to stand to the second.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) op: Comparison,
    pub(super) sides: [Reading; 2],
    pub(super) factors: [i64; 2],
}

/// One value of a series, with the factor that brings it over the power of ten of the others.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) reading: Reading,
    pub(super) factor: i64,
}
