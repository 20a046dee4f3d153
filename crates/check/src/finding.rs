//! What follows from a checked plan alone, one file per finding.

mod deadline;
mod duties;
mod threshold;
mod unused;

use crate::allowance;
use crate::checker::Checker;

/// Looks for every finding, then for allowances that none of them needed.
pub(crate) fn all(checker: &mut Checker<'_>) {
    deadline::outside_plan(checker);
    duties::missing(checker);
    threshold::beyond_range(checker);
    unused::metrics(checker);
    unused::assumptions(checker);
    allowance::report_unused(checker);
}
