//! Faults that can be planted in the oracle, to see that the comparison finds them.

/// A fault that would be easy to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// `>` that holds on the line.
    LooseLine,
    /// Zero in the place of what is missing.
    MissingIsZero,
    /// An `or` that a missing part always leaves open.
    UnknownDecides,
    /// `round` that takes a half up.
    HalfUp,
    /// A deadline that counts as passed a year late.
    LateDeadline,
    /// A sample that is judged by its bare share.
    BareShare,
    /// A margin with the wrong sign.
    TurnedMargin,
}

impl Planted {
    /// Every fault.
    pub const ALL: [Planted; 7] = [
        Planted::LooseLine,
        Planted::MissingIsZero,
        Planted::UnknownDecides,
        Planted::HalfUp,
        Planted::LateDeadline,
        Planted::BareShare,
        Planted::TurnedMargin,
    ];
}
