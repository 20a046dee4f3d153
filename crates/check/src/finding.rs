//! What follows from a checked plan alone, one file per finding.

mod deadline;
mod duties;
mod spelling;
mod threshold;
mod unused;

use dabiao_model::Diagnostic;
use dabiao_syntax::Tree;

use crate::allowance;
use crate::checker::Checker;
use crate::declare::Items;

/// Looks for every finding, then for allowances that none of them needed.
pub(crate) fn all(checker: &mut Checker<'_>, trees: &[Tree], items: Items<'_, '_>) {
    spelling::alike(checker, items);
    spelling::mixed(checker, trees, items);
    deadline::outside_plan(checker);
    duties::missing(checker);
    threshold::beyond_range(checker);
    // A rule that has an error may be the very one that uses what seems unused.
    if !checker.diagnostics.iter().any(Diagnostic::is_error) {
        unused::metrics(checker);
        unused::assumptions(checker);
        unused::tables(checker);
        allowance::report_unused(checker);
    }
}
