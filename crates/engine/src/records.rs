//! Tables of records, and the answers that they give to the questions of a plan.
//!
//! The way through: `sheet` reads the texts of a sheet by the types of a table's columns, `table` holds them column
//! by column, `condition` asks something of every row at once, `group` tells which rows stand together for which
//! entity and period, `tally` takes their values together, and `answer` puts the answers into the table of metrics,
//! where they are values like any other. Where records were taken together elsewhere, `tallied` comes in at `group`.

mod answer;
mod condition;
mod gap;
mod given;
mod group;
mod sheet;
mod table;
mod tallied;
mod tally;

pub use condition::{Truth as RecordTruth, record_truths};

pub(crate) use answer::{answered, grain};
pub(crate) use gap::RecordGap;
pub(crate) use given::Given;
pub(crate) use sheet::read;
pub(crate) use table::{Builder, Records, period_of};
pub(crate) use tallied::Tallied;
