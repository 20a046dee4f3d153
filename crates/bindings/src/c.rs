//! The C interface: opaque handles with the prefix `dabiao_`, texts as UTF-8 with their lengths, errors as objects.
//!
//! What holds for every function is told at the head of `c/dabiao.h`, which is made from these files. WebAssembly has the
//! same functions, but for files and Arrow, and `dabiao_memory_new` beside them.

#![expect(unsafe_code, reason = "the callers are not Rust; each block says what it relies on")]

#[cfg(feature = "c")]
pub mod arrow;
mod border;
pub mod error;
#[cfg(feature = "wasm")]
pub mod memory;
pub mod metrics;
pub mod plan;
pub mod report;
pub mod text;
