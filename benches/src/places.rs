//! The shipped plan of 2011 over entities and years: changes, trends and other places in a batch.

mod data;
mod hand;
mod ours;
mod plan;
mod reference;

pub(crate) use data::Data;
pub(crate) use hand::Loop;
pub(crate) use ours::Dabiao;
pub(crate) use plan::targets;
pub(crate) use reference::verdict as reference;

/// The first year of the data.
pub(crate) const FIRST_YEAR: i16 = 2005;
/// Years of the data; each is judged.
pub(crate) const YEARS: usize = 15;
/// The year before the plan's, from which its trend runs.
const TREND_FROM: usize = 5;
