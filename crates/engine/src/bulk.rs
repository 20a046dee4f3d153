//! Verdicts in bulk: the targets that have common shapes, run over whole planes of values.
//!
//! A [`Prepared`] program has been fitted to the shape of one table: every metric, period and place that a condition
//! reads is a position in it, every limit an integer of the plane that it is held against, and every deadline is
//! decided. What is left for a run is a flat list of tests, each of which fills some words of bits for a thousand rows
//! at a time: met, missing, faulty. Its registers are kept from run to run. A table of one row has its values side by side
//! (`single`), since there finding a value costs more than comparing it.
//!
//! What is computed from several values becomes a line of integer operations (`formula`), sixty-four rows at a time.
//! Where a row of a chunk needs more than sixteen bytes for it, that chunk of its targets is judged by the cells.
//!
//! Conditions of other shapes, and values that are no integers over a power of ten, are judged by the evaluator of
//! single cells, a thousand rows at a time, and their verdicts put into the same columns. That evaluator is also what
//! all evidence comes from, and the tests hold the two to each other.

mod answer;
mod basis;
mod cells;
mod columns;
mod formula;
mod hearing;
mod kernel;
mod layout;
mod limits;
mod machine;
mod prepared;
mod reading;
mod registers;
mod rows;
mod run;
mod shape;
mod single;
mod test;
mod tests;

pub use basis::{Bases, Basis, BasisValue};
pub use columns::{VerdictColumn, Verdicts};
pub use prepared::Prepared;
pub(crate) use shape::{Shape, form};
