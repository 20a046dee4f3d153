//! Room for a query engine that goes down into expressions one call after the other.

use std::io;
use std::thread::{Builder, scope};

/// As much as DataFusion takes without optimisation for the deepest condition that rules may have; only what is used is
/// ever taken.
pub(crate) const BYTES: usize = 64 * 1024 * 1024;

/// Does work on a stack of its own.
///
/// # Errors
/// Where the system gives no thread.
pub(crate) fn with_room<T: Send>(work: impl FnOnce() -> T + Send) -> io::Result<T> {
    scope(|scope| {
        let thread = Builder::new().stack_size(BYTES).spawn_scoped(scope, work)?;
        // A panic of the work goes on where it was asked for.
        Ok(thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}
