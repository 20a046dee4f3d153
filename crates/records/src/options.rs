//! What a run may use, and who is told how far it is.

use std::path::PathBuf;
use std::sync::Arc;

/// What a run may use.
#[derive(Clone)]
pub struct Options {
    /// Bytes that groups may take up before they are written to disk.
    pub memory: usize,
    /// How many cores are used.
    pub threads: usize,
    /// The folder for what does not fit into memory; otherwise the system's own.
    pub scratch: Option<PathBuf>,
    /// Is told from time to time how many records were read.
    pub progress: Option<Arc<dyn Fn(u64) + Send + Sync>>,
}

impl Default for Options {
    /// Two gigabytes, every core, and nobody who is told.
    fn default() -> Options {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Options { memory: 2 * 1024 * 1024 * 1024, threads, scratch: None, progress: None }
    }
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Options { memory, threads, scratch, progress } = self;
        let mut shown = f.debug_struct("Options");
        shown.field("memory", memory).field("threads", threads).field("scratch", scratch);
        shown.field("is_told", &progress.is_some()).finish()
    }
}
