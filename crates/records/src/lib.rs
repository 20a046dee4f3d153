//! Metrics from tables of records, planned in DataFusion.
//!
//! A plan asks questions about records: `share of market_samples where outcome = "pass"`. The engine answers them for
//! records that a program holds in memory. This crate answers the same questions for files of any size: CSV, JSON
//! lines and Parquet, a file or a folder of them, in one scan of the table for all of its questions, within a limit of
//! memory. What it hands back are tallies by entity and period; the engine adds them up for the entities above and the
//! longer periods, as it does with records of its own, so that there is one meaning of records and not two.
//!
//! The way through: `shape` tells which columns are read; `text` and `parquet` make cells of the source's columns,
//! exact decimals, days, truth values, and say which records cannot be used; `ask` makes queries of the questions;
//! `session` runs them; `answer` reads the tallies from their groups.
//!
//! Numbers are integers and decimals throughout, never binary fractions. A condition that a query engine cannot ask
//! exactly, a division for example, is asked by the engine's own arithmetic, record by record.
//!
//! # What it does not do
//!
//! It judges nothing, and divides nothing: a share goes back as its two counts. It reads no file but those that are
//! named.

mod answer;
mod ask;
mod cell;
mod date;
mod decimal;
mod options;
mod parquet;
#[cfg(feature = "postgres")]
mod postgres;
mod row;
mod run;
mod server;
mod session;
mod shape;
mod source;
mod sql;
mod stack;
mod text;

pub use options::Options;
pub use run::{Taken, take};
pub use source::Source;
pub use sql::{Dialect, Statements, statements, tallies};

/// How many of the records that cannot be used are named.
const NAMED: usize = 20;
