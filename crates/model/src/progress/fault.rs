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
    /// The span is longer, or the powers are larger, than what is computed: a comparison goes up to a million binary
    /// digits, a root that is shown up to 32,768, which is 30 years of months.
    TooLarge,
}
