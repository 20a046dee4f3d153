//! W0611: milestones that do not lead to their target.

use dabiao_model::{Code, Diagnostic};

use crate::allowance;
use crate::checker::Checker;
use crate::plan::At;
use crate::proof::{Condition, Prover};

/// Warns of a milestone that asks for less than an earlier one, or for more than the target itself.
pub(super) fn out_of_order(checker: &mut Checker<'_>) {
    let plan = &checker.plan;
    let mut findings: Vec<(At, Diagnostic)> = Vec::new();
    for target in plan.targets.iter().filter(|target| !target.milestones.is_empty()) {
        let mut prover = Prover::new();
        let goal = prover.read(plan, target.condition);
        let read: Vec<Condition> =
            target.milestones.iter().map(|milestone| prover.read(plan, milestone.condition)).collect();
        let mut earlier: Option<&Condition> = None;
        for (milestone, condition) in target.milestones.iter().zip(&read) {
            let variant = if is_stronger(&prover, condition, &goal) {
                Some("stricter")
            } else {
                earlier.filter(|earlier| is_stronger(&prover, earlier, condition)).map(|_| "weaker")
            };
            if let Some(variant) = variant {
                let at = milestone.at;
                let warning = checker.fault(Code::MilestoneOrder, at.source, at.span).variant(variant);
                let warning = warning.with("target", &target.id).with("period", milestone.period);
                findings.push((target.at, warning));
            }
            earlier = Some(condition);
        }
    }
    for (at, warning) in findings {
        allowance::warn(checker, at, warning);
    }
}

/// Whether one condition says all that another does, and more.
fn is_stronger(prover: &Prover<'_>, one: &Condition, other: &Condition) -> bool {
    let implies =
        |one: &Condition, other: &Condition| prover.refutes(&[one.holds(), other.fails()]) == Some(true);
    let can_hold = prover.refutes(&[one.holds()]) == Some(false);
    can_hold && implies(one, other) && prover.can_hold(&[other.holds(), one.fails()]).is_yes()
}
