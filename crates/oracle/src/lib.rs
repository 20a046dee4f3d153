//! A second evaluator, written from the language reference, and dabiao held against it.
//!
//! A [`Scenario`] is a plan with its data as a tree of this crate's own. [`random::scenario`] makes one up, with values
//! on the line and next to it favoured. It is written out as rule text for dabiao, and [`judge()`] judges the tree itself:
//! recursively, one value at a time, over big rationals, with no code of the other crates. [`disagreement`] tells the first
//! difference in verdicts, flags, periods, margins and evidence. Faults can be [planted](Planted) in the oracle, to see that
//! they are found.
//!
//! This crate is for tests alone, and no other crate uses it.

#![expect(
    missing_docs,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "an evaluator of tests is short and obvious before it is anything else, and may stop at once"
)]

mod answer;
mod evaluate;
mod judge;
mod metrics;
mod planted;
pub mod random;
mod records;
mod run;
mod sample;
mod scenario;
mod text;

pub use answer::{Answer, Number};
pub use evaluate::{At, Seen};
pub use judge::{Expected, judge};
pub use planted::Planted;
pub use run::{Agreement, disagreement, program, reduced};
pub use scenario::Scenario;
