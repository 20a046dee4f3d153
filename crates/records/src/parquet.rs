//! Records in Parquet files, whose columns have types of their own.

mod cells;
mod naming;
mod reading;

pub(crate) use cells::{cells, table};
pub(crate) use naming::named;
