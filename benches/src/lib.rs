//! dabiao beside hand-written Rust and other engines: ratios inside each round, never single times.
//!
//! The crate holds the workloads, the exact reference, what is written by hand, dabiao itself and the harness. Other
//! engines are handed in by the program that depends on them; without them the benchmark is small. It does not judge
//! whether a rule is any good, and it is never published.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a measuring program computes with its own constants, and may stop at once"
)]

mod agree;
mod bars;
pub mod batch;
mod clock;
pub mod engine;
mod field;
mod floors;
mod hand;
mod measure;
mod options;
mod ours;
mod outcome;
mod peak;
mod places;
mod records;
pub mod reference;
pub mod row;
pub mod rules;
mod run;
mod sectors;
pub mod target;
mod work;

pub use field::Field;
pub use run::run;
