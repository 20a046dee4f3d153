//! What one evaluation may cost.

/// The cells that a table of metrics may have: one for each entity, metric and period.
pub(crate) const CELLS: usize = 200_000_000;

/// The cells (rows times columns) that a table of records may have.
pub(crate) const RECORD_CELLS: usize = 50_000_000;

/// The binary digits that a computed number may have. Numbers in data and rules have far fewer; only a chain of
/// multiplications, which doubles the digits at each step, comes near.
pub(crate) const NUMBER_BITS: u64 = 16_384;

/// The periods of one trend's series: 27 years of days.
pub(crate) const SERIES: usize = 10_000;

/// The rows that are judged at a time. Enough to spread the cost of each operation's dispatch, and few enough for the
/// columns of a condition to stay small.
pub(crate) const CHUNK: usize = 256;
