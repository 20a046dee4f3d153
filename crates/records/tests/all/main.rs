//! Questions about records, asked here and of the engine, which must answer alike.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at once"
)]

mod case;
mod databases;
mod files;
mod parity;
mod postgres;
mod python;
mod refused;
mod write;
