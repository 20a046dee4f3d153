//! W0610: an early warning that never, or always, comes while its target is met.

use dabiao_model::{Code, Diagnostic};

use super::asked::Asked;
use crate::allowance;
use crate::checker::Checker;
use crate::plan::At;
use crate::proof::Prover;

/// Holds each `warn:` against the condition that it warns of. `fixed` are targets that can never be met.
pub(super) fn misplaced(checker: &mut Checker<'_>, fixed: &[usize]) {
    let plan = &checker.plan;
    let mut findings: Vec<(At, Diagnostic)> = Vec::new();
    for (index, target) in plan.targets.iter().enumerate() {
        let Some(warn) = target.warn.filter(|_| fixed.binary_search(&index).is_err()) else { continue };
        let mut prover = Prover::new();
        let asked = Asked::read(&mut prover, plan, target);
        let warn_condition = prover.read(plan, warn);
        let with = |claim| {
            let mut claims = asked.met();
            claims.push(claim);
            prover.refutes(&claims) == Some(true)
        };
        let variant = if with(warn_condition.holds()) {
            "never"
        } else if with(warn_condition.fails()) {
            "always"
        } else {
            continue;
        };
        let Some(at) = plan.terms.get(warn).map(|term| term.at) else { continue };
        let warning = checker.fault(Code::WarningLine, at.source, at.span).variant(variant);
        findings.push((target.at, warning.with("target", &target.id)));
    }
    for (at, warning) in findings {
        allowance::warn(checker, at, warning);
    }
}
