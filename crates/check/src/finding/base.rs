//! W0612: a change whose base is not before the time that it is judged for.

use std::collections::HashSet;

use dabiao_model::{Code, Date, Diagnostic, Period};

use crate::allowance;
use crate::checker::Checker;
use crate::plan::{At, Plan, TermId, TermKind};

/// Warns of changes since a period that is not over before the deadline, or before the plan's last period for a
/// target that recurs: they are unknown at that time, whatever the data are.
pub(super) fn not_before(checker: &mut Checker<'_>) {
    let plan = &checker.plan;
    let Some(latest) = plan.terms.iter().filter_map(|(_, term)| since(&term.kind)).map(Period::end).max()
    else {
        return;
    };
    let mut findings: Vec<(At, Diagnostic)> = Vec::new();
    for target in &plan.targets {
        let last = plan.period.map(|period| period.last().end()).filter(|_| target.each.is_some());
        let mut asked: Vec<(TermId, Date)> = Vec::new();
        asked.extend(target.by.or(last).map(|due| (target.condition, due)));
        asked.extend(target.milestones.iter().map(|milestone| (milestone.condition, milestone.period.end())));
        for (condition, due) in asked {
            if due > latest {
                continue;
            }
            for (at, since) in changes(plan, condition).into_iter().filter(|(_, since)| since.end() >= due) {
                let warning = checker.fault(Code::BaseNotBefore, at.source, at.span);
                let warning = warning.with("target", &target.id).with("since", since).with("due", due);
                findings.push((target.at, warning));
            }
        }
    }
    for (at, warning) in findings {
        allowance::warn(checker, at, warning);
    }
}

fn since(kind: &TermKind) -> Option<Period> {
    match kind {
        TermKind::Change(test) => Some(test.since),
        TermKind::Yearly(test) if test.time.anchor.is_none() => Some(test.since),
        _ => None,
    }
}

/// The changes in a condition. What windows and trends look at is seen from other periods and is left out.
fn changes(plan: &Plan, condition: TermId) -> Vec<(At, Period)> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut open = vec![condition];
    while let Some(id) = open.pop() {
        let Some(term) = plan.terms.get(id).filter(|_| seen.insert(id)) else { continue };
        found.extend(since(&term.kind).map(|since| (term.at, since)));
        if !matches!(term.kind, TermKind::Trend(_) | TermKind::OverTime(_)) {
            open.extend(term.kind.parts());
        }
    }
    found
}
