//! How much a data file may hold.

/// Bounds on one data file. What lies beyond a bound is not read, and a diagnostic says so.
///
/// ```
/// use dabiao_data::Limits;
/// let limits = Limits { values: 1000, ..Limits::default() };
/// assert_eq!(limits.bytes, 256 * 1024 * 1024);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The size of the file in bytes; 256 MiB by default.
    pub bytes: u64,
    /// The number of values, empty ones included; ten million by default.
    pub values: usize,
    /// How deep the objects of a JSON row may be nested; 64 by default.
    pub depth: usize,
    /// The number of faults that are named; ten thousand by default.
    pub faults: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { bytes: 256 << 20, values: 10_000_000, depth: 64, faults: 10_000 }
    }
}
