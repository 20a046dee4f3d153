//! W0602 and W0603: a target of a plan without an owner, or without a clause.

use dabiao_model::Code;

use crate::allowance;
use crate::checker::Checker;

/// Warns of targets for which nobody answers, or that name no authority. Rules without a `plan` item are held to
/// neither.
pub(super) fn missing(checker: &mut Checker<'_>) {
    if !checker.has_plan {
        return;
    }
    let found: Vec<_> = checker
        .plan
        .targets
        .iter()
        .map(|target| (target.id.clone(), target.at, target.owner.is_empty(), target.cite.is_empty()))
        .collect();
    for (id, at, no_owner, no_clause) in found {
        for (missing, code) in [(no_owner, Code::NoOwner), (no_clause, Code::NoClause)] {
            if missing {
                let warning = checker.fault(code, at.source, at.span).with("target", &id);
                allowance::warn(checker, at, warning);
            }
        }
    }
}
