//! Why records give no answer.

/// What keeps the records of one entity and period from giving an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RecordGap {
    /// There are records, and none of them is one that the answer is taken of.
    NoneChosen,
    /// So many records cannot be told to count or not, since they have no value in these columns.
    Undecided(u64, Vec<usize>),
    /// So many records cannot be told to count or not, since their condition divides by zero.
    Undefined(u64),
}
