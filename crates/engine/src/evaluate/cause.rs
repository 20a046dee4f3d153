//! Why a cell has no value.

use dabiao_check::TermId;
use dabiao_model::Period;

/// What keeps a cell from having a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// Something is not known.
    Unknown(Gap),
    /// Something is wrong.
    Fault(Fault),
}

/// What is not known, with the term that needed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// A metric has no value there.
    Missing,
    /// No entity of that level stands above, and none is called so.
    NoAncestor(TermId),
    /// The term needs a period, and the row has none.
    NoPeriod(TermId),
    /// No period lies so far back, or the step back does not fit the kind of period that is judged.
    NoSuchTime(TermId, Period),
    /// The base of a change does not lie before the period judged, which is the last one.
    BaseNotBefore(TermId, Period),
    /// A trend has so many values, and needs two.
    ShortSeries(usize),
    /// No entity of the level is there.
    NoSiblings(TermId),
}

/// What is wrong, with the term at which it went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A division by zero.
    DivisionByZero(TermId),
    /// A change relative to zero.
    ZeroBase(TermId),
    /// A change relative to a negative number.
    NegativeBase(TermId),
    /// A yearly change to a negative number.
    NegativeValue(TermId),
    /// A share without the counts that a sample decides by.
    NoCounts(TermId),
    /// A number with too many digits.
    NumberTooLarge(TermId),
    /// A trend over too many periods.
    SeriesTooLong(TermId),
    /// An operand of a type that its operation cannot have; only in a plan that the checker has not passed.
    Mistyped,
}

impl Cause {
    /// The cause of a value that needs two others, neither of which is there: a fault before a gap, and a gap with a
    /// reason of its own before a plainly missing value.
    pub(crate) fn and(self, other: Cause) -> Cause {
        match (self, other) {
            (Cause::Unknown(Gap::Missing), other) => other,
            (Cause::Unknown(_), Cause::Fault(_)) => other,
            (first, _) => first,
        }
    }
}
