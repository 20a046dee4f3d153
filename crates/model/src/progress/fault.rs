//! Why there is no progress to speak of.

/// Why a path, a pace or a yearly change does not exist or is not computed. Nothing is put in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProgressFault {
    /// The target's time is not after the base's.
    TargetNotAfterBase,
    /// The target is the base itself, so there is no way to be on.
    NoChange,
    /// A value that a rate is taken of is negative, or is zero where only a positive one will do.
    NotPositive,
    /// The time lies before the base or after the target.
    OutsidePath,
    /// No period has passed since the base.
    NotStarted,
    /// A span or a year of no periods.
    NoTime,
    /// The powers would have more than a million binary digits, or the span more than four thousand million periods.
    TooLarge,
}
