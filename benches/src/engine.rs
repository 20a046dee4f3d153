//! What a candidate has to be able to do.

use crate::row::Row;
use crate::target::{decimal, json};

/// Why a candidate gave no answer.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Forty verdicts: bit `n` is set where target `n` is met.
pub type Mask = u64;

/// What a candidate is in the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// This engine.
    Ours,
    /// Hand-written code.
    Hand,
    /// Another engine.
    Peer,
}

/// What a candidate computes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arithmetic {
    /// Integers, decimals or rationals: it has to give the verdicts of the reference.
    Exact,
    /// Binary floats: what it gets wrong is counted.
    Floats,
}

/// A candidate for one plan of forty targets.
pub trait Engine {
    /// Its name in the tables.
    fn name(&self) -> &'static str;

    /// What it is.
    fn stand(&self) -> Stand;

    /// What it computes with.
    fn arithmetic(&self) -> Arithmetic {
        Arithmetic::Exact
    }

    /// So many blocks of the forty targets in its own language; `None` where it reads no text.
    fn text(&self, blocks: usize) -> Option<String>;

    /// An input set of the first block as JSON, in the shape that it reads.
    fn json(&self, row: &Row) -> String {
        json(&row.0, decimal)
    }

    /// Gets ready to judge what the text says.
    ///
    /// # Errors
    /// Where the engine refuses the text.
    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault>;
}

/// A candidate that has read its rules.
pub trait Ready {
    /// How many targets it will judge.
    fn targets(&self) -> usize;

    /// Keeps input sets in the form that it judges, so that judging is timed alone.
    ///
    /// # Errors
    /// Where the engine refuses a value.
    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault>;

    /// Judges the first block on one of the input sets that it holds.
    ///
    /// # Errors
    /// Where the engine fails.
    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault>;

    /// Judges the first block on an input set as JSON.
    ///
    /// # Errors
    /// Where the engine fails.
    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault>;
}
