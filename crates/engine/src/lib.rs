//! Checked plan and metrics to verdicts with their evidence.
//!
//! A [`Program`] is compiled once from a plan of `dabiao-check` and may be shared between threads. [`Metrics`] is a
//! table of typed values for it, and [`Program::evaluate`] judges every target on that table. All arithmetic is
//! exact: no value is ever rounded unless a rule asks for it, and no float is involved.
//!
//! The way through the crate: `program` flattens the conditions of each target into blocks of operations, `evaluate`
//! runs blocks over columns of rows, `judge` makes verdicts of the resulting columns, and `assemble` tells for each
//! verdict what it rests on. A single row is a batch of one through the same code.
//!
//! This crate reads no rule text, no file and no clock, and it renders nothing; `dabiao-model` holds the results.

mod assemble;
mod bulk;
mod entities;
mod evaluate;
mod evidence;
mod explain;
mod ids;
mod judge;
mod judged_period;
mod limits;
mod metrics;
mod naming;
mod observed;
mod order;
mod program;
mod question;
mod reason;
mod records;
mod row;
mod score;
#[cfg(test)]
mod tests;
mod trace;
mod trial;
mod turning;
mod way;

pub use bulk::{Bases, Basis, BasisValue, Prepared, VerdictColumn, Verdicts};
pub use judge::Judgement;
pub use metrics::{Fill, Metrics, Provenance, Template};
pub use program::Program;
pub use question::Question;
pub use records::{RecordTruth, record_truths};
pub use trial::TestRun;
pub use turning::{TurningPoint, TurningPoints, Variable, middle, simplest};
