//! A table of records from which eight metrics are made: its rules, its rows, and who judges them.

mod data;
mod hand;
mod ours;
mod reference;

pub(crate) use data::{Data, Sample};
pub(crate) use hand::Loop;
pub(crate) use ours::{Dabiao, judged_of_csv};
pub(crate) use reference::verdicts as reference;

/// Targets, one for each metric of the records.
pub(crate) const TARGETS: usize = 8;

/// The year that is judged; one record in ten is of the year before.
const YEAR: i16 = 2011;

const RULES: &str = r#"
table samples
  columns: entity text, taken_on date, outcome text, lead number, fee number

metric market.pass_rate
  type:  percent in 0%..100%
  value: share of samples where outcome = "pass" among outcome in {"pass", "fail"}
metric market.samples
  type:  number
  value: count of samples
metric market.failed
  type:  number
  value: count of samples where outcome = "fail"
metric market.lead
  type:  number
  value: average of samples.lead where outcome != "withdrawn"
metric market.worst
  type:  number
  value: max of samples.lead
metric market.least
  type:  number
  value: min of samples.lead
metric market.middle
  type:  number
  value: median of samples.lead
metric market.fees
  type:  number
  value: sum of samples.fee

target market.pass_rate >= 90%
target market.samples >= 300
target market.failed <= 27
target market.lead <= 0.01
target market.worst <= 0.019
target market.least >= 0.001
target market.middle <= 0.01
target market.fees >= 3015
"#;
