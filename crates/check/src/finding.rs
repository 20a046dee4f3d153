//! What follows from a checked plan alone, one file per finding.

mod asked;
mod base;
mod contradiction;
mod deadline;
mod duties;
mod groups;
mod implied;
mod milestones;
mod outcome;
mod spelling;
mod threshold;
mod undecided;
mod unused;
mod warning_line;

use std::collections::BTreeSet;

use dabiao_model::Diagnostic;
use dabiao_syntax::Tree;

use crate::allowance;
use crate::checker::Checker;
use crate::declare::Items;

pub use undecided::{OpenQuestion, undecided};

/// Looks for every finding, then for allowances that none of them needed.
pub(crate) fn all(checker: &mut Checker<'_>, trees: &[&Tree], items: Items<'_, '_>) {
    spelling::alike(checker, items);
    spelling::mixed(checker, trees, items);
    deadline::outside_plan(checker);
    base::not_before(checker);
    duties::missing(checker);
    let never = outcome::fixed(checker);
    warning_line::misplaced(checker, &never);
    milestones::out_of_order(checker);
    let mut told = BTreeSet::new();
    for group in groups::groups(&checker.plan) {
        let mut fixed = contradiction::within(checker, &group, &never, &mut told);
        fixed.extend(&never);
        implied::within(checker, &group, &fixed);
    }
    // A rule that has an error may be the very one that uses what seems unused.
    if !checker.diagnostics.iter().any(Diagnostic::is_error) {
        unused::metrics(checker);
        unused::assumptions(checker);
        unused::tables(checker);
        unused::names(checker, items);
        allowance::report_unused(checker);
    }
}
