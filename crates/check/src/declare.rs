//! From items to the plan's tables, one file per kind of item.

mod assumptions;
mod metrics;
mod organisations;
mod plan;
mod scales;
mod tables;
mod targets;
mod tests;
mod types;
mod units;

use dabiao_syntax::Item;

use crate::plan::SourceId;

pub(crate) use assumptions::assumptions;
pub(crate) use metrics::{add_asked, add_undeclared, metrics, set_type};
pub(crate) use organisations::organisations;
pub(crate) use plan::plan;
pub(crate) use scales::scales;
pub(crate) use tables::tables;
pub(crate) use targets::targets;
pub(crate) use tests::tests;
pub(crate) use units::{resolve as unit, units};

/// The items of all files with the text that each stands in.
pub(crate) type Items<'a, 't> = &'a [(SourceId, &'t Item)];
