//! W0601: a deadline outside the plan's period.

use dabiao_model::Code;

use crate::allowance;
use crate::checker::Checker;

/// Warns of each deadline before the plan's first day or after its last.
pub(super) fn outside_plan(checker: &mut Checker<'_>) {
    let Some(period) = checker.plan.period else { return };
    let (first, last) = (period.first().start(), period.last().end());
    let outside: Vec<_> = checker
        .plan
        .targets
        .iter()
        .filter_map(|target| Some((target.id.clone(), target.at, target.by?)))
        .filter(|(_, _, by)| *by < first || *by > last)
        .collect();
    for (id, at, by) in outside {
        let warning = checker.fault(Code::DeadlineOutsidePlan, at.source, at.span);
        let warning = warning.with("target", id).with("due", by).with("period", period);
        allowance::warn(checker, at, warning);
    }
}
