//! A second evaluator, written from the language reference, and dabiao held against it.
//!
//! A [`Scenario`] is a plan with its data as a tree of this crate's own. [`scenario`] makes one of bytes, with values
//! on the line and next to it favoured. It is written out as rule text for dabiao, and [`judge()`] judges the tree itself:
//! recursively, one value at a time, over big rationals, with no code of the other crates. [`disagreement`] tells the first
//! difference in verdicts, flags, periods, margins and evidence. Faults can be [planted](Planted) in the oracle, to see that
//! they are found.
//!
//! This crate is for tests alone, and no other crate uses it.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "an evaluator of tests is short and obvious before it is anything else, and may stop at once"
)]

mod answer;
mod evaluate;
mod judge;
mod metrics;
mod planted;
mod random;
mod records;
mod run;
mod sample;
mod scenario;
mod text;

use arbitrary::Unstructured;

pub use answer::{Answer, Number};
pub use evaluate::{At, Seen};
pub use judge::{Expected, judge};
pub use planted::Planted;
pub use run::{Agreement, disagreement, reduced};
pub use scenario::Scenario;

/// The scenario that some bytes choose; where they end, the least of each choice is taken.
#[must_use]
pub fn scenario(bytes: &[u8]) -> Option<Scenario> {
    random::scenario(&mut Unstructured::new(bytes)).ok()
}

/// Scenarios without an end, always the same ones for a seed.
pub fn scenarios(seed: u64) -> impl Iterator<Item = Scenario> {
    /// Enough for the longest scenario.
    const BYTES: usize = 16_384;
    let mut chance = fastrand::Rng::with_seed(seed);
    std::iter::repeat_with(move || {
        let mut bytes = vec![0; BYTES];
        chance.fill(&mut bytes);
        scenario(&bytes)
    })
    .flatten()
}
