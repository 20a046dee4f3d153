//! E0308 and W0607: a target that can never be met, or never be missed, whatever the data are.

use dabiao_model::{Code, Diagnostic};

use super::asked::{Asked, is_open};
use super::threshold;
use crate::allowance;
use crate::checker::Checker;
use crate::plan::At;
use crate::proof::Prover;

/// Asks of every target whether it can be met and missed. Says which cannot be met, by their position.
pub(super) fn fixed(checker: &mut Checker<'_>) -> Vec<usize> {
    let mut never = Vec::new();
    let mut findings: Vec<(At, Diagnostic)> = Vec::new();
    let plan = &checker.plan;
    for (index, target) in plan.targets.iter().enumerate() {
        let condition = plan.terms.get(target.condition).map_or(target.at, |term| term.at);
        let mut found = |code, variant| {
            let finding = checker.fault(code, condition.source, condition.span).variant(variant);
            findings.push((target.at, finding.with("target", &target.id)));
        };
        // A condition on fixed values alone is there to be worked out.
        if target.metrics.is_empty() {
            continue;
        }
        if target.when.is_none() {
            if is_open(plan, target.condition) {
                continue;
            }
            if let Some(finding) = threshold::against_range(checker, target) {
                if finding.is_error() {
                    never.push(index);
                }
                findings.push((target.at, finding));
                continue;
            }
        }
        let mut prover = Prover::new();
        let asked = Asked::read(&mut prover, plan, target);
        let applies: Vec<_> = asked.applies().collect();
        if prover.refutes(&applies) == Some(true) {
            found(Code::AlwaysMet, "never-applies");
        } else if prover.refutes(&asked.met()) == Some(true) {
            never.push(index);
            found(Code::ThresholdOutOfRange, "condition");
        } else if prover.refutes(&asked.missed()) == Some(true) {
            found(Code::AlwaysMet, "condition");
        }
    }
    for (at, finding) in findings {
        allowance::warn(checker, at, finding);
    }
    never
}
