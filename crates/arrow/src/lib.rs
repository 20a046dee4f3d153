//! Metrics from Arrow record batches, and verdicts as one.
//!
//! A batch is a wide table: a column for each metric, named by its path or one of its titles, beside `entity` and `period`
//! (地区, 时期). Decimals and integers go to the plan's columns as they are, one copy each and no text in between; a null
//! is a missing value. Floats are refused, unless the caller says how many decimals a column has.
//!
//! ```
//! use std::sync::Arc;
//! use dabiao_arrow::{Frame, verdicts};
//! use arrow_array::{Array, Decimal128Array, RecordBatch, StringArray};
//!
//! let plan = dabiao::Plan::parse("market.pass_rate >= 90%")?;
//! let rates = Decimal128Array::from(vec![Some(912), Some(899), None]).with_precision_and_scale(9, 1)?;
//! let batch = RecordBatch::try_from_iter([
//!     ("entity", Arc::new(StringArray::from(vec!["riverside", "hillside", "lakeside"])) as _),
//!     ("market.pass_rate", Arc::new(rates) as _),
//! ])?;
//! let metrics = Frame::new(&batch).metrics(&plan)?;
//!
//! let mut prepared = plan.evaluate(&metrics).as_of("2011-12-31").prepare()?;
//! prepared.judge(&metrics)?;
//! let answer = verdicts(&plan, &prepared, &metrics)?;
//! assert_eq!(answer.schema().field(2).name(), "market.pass_rate");
//! assert_eq!(answer.num_rows(), 3);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What it does not do: it reads no file, and it never rounds. Batches are copied into the table, since the engine keeps
//! values by entity and in four bytes where they fit; nothing of a batch is kept.

mod column;
mod frame;
mod report;
mod verdicts;

pub use frame::{Frame, metrics_from_record_batch};
pub use report::report;
pub use verdicts::verdicts;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/arrow.md")]
mod book {}
