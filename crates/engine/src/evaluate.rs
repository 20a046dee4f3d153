//! Routines run over columns of rows.
//!
//! There is one evaluator. It goes through the operations of each block in order and makes a column of each, one
//! cell per row. What is missing or faulty travels along as a cell's cause, so that nothing is ever substituted.

mod arithmetic;
mod cause;
mod change;
mod choice;
mod column;
mod compare;
mod context;
mod leaf;
mod logic;
mod operation;
mod series;
mod sheet;
mod siblings;
mod summary;
mod trend;
mod yearly;

pub(crate) use cause::{Cause, Fault, Gap};
pub(crate) use context::{Context, assumptions};
pub(crate) use leaf::locate;
pub(crate) use series::{periods, window_periods};
pub(crate) use sheet::{Place, Sheet};
pub(crate) use yearly::{growth, powers};
