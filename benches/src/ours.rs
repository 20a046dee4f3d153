//! dabiao on the workloads, through nothing but its facade and its reader of data files.

mod batch;
mod engine;
mod table;

pub(crate) use batch::Dabiao as DabiaoBatch;
pub(crate) use engine::Dabiao;
pub(crate) use table::{AS_OF, table_of};
