//! W0609: a target that another one implies.

use std::collections::{BTreeMap, BTreeSet};

use dabiao_model::{Code, Diagnostic};

use super::asked::Asked;
use super::groups::Group;
use crate::allowance;
use crate::checker::Checker;
use crate::plan::{At, MetricId};
use crate::proof::{Claim, Prover};

/// How many neighbours that read the same metric a target is compared with, on either side.
pub(super) const NEIGHBOURS: usize = 8;

/// Warns of targets of a group that cannot be missed where another one is met. `fixed` are the targets that something
/// graver is said of.
pub(super) fn within(checker: &mut Checker<'_>, group: &Group, fixed: &[usize]) {
    let plan = &checker.plan;
    let mut prover = Prover::new();
    let mut read: BTreeMap<usize, Asked> = BTreeMap::new();
    let mut readers: BTreeMap<MetricId, Vec<usize>> = BTreeMap::new();
    for index in group.own.iter().filter(|index| !fixed.contains(index)) {
        let Some(target) = plan.targets.get(*index) else { continue };
        let asked = Asked::read(&mut prover, plan, target);
        // What holds of everything is no news of a target.
        if prover.refutes(&asked.missed()) == Some(true) || prover.refutes(&asked.met()) == Some(true) {
            continue;
        }
        read.insert(*index, asked);
        for metric in &target.metrics {
            readers.entry(*metric).or_default().push(*index);
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for of in readers.values() {
        for (place, one) in of.iter().enumerate() {
            let behind = of.iter().skip(place.saturating_add(1)).take(NEIGHBOURS);
            pairs.extend(behind.map(|other| (*one, *other)));
        }
    }
    let mut implied: BTreeMap<usize, usize> = BTreeMap::new();
    for (one, other) in pairs {
        // Of two that say the same, the first one stays.
        for (premise, conclusion) in [(one, other), (other, one)] {
            let is_known = implied.contains_key(&conclusion) || implied.contains_key(&premise);
            let (Some(given), Some(asked)) = (read.get(&premise), read.get(&conclusion)) else { continue };
            let is_sampled = plan.targets.get(conclusion).is_none_or(|target| target.sampling.is_some());
            if !is_known && !is_sampled && implies(&prover, given, asked) {
                implied.insert(conclusion, premise);
            }
        }
    }
    let finding = |(conclusion, premise): (&usize, &usize)| {
        let (idle, by) = (plan.targets.get(*conclusion)?, plan.targets.get(*premise)?);
        let at: At = plan.terms.get(idle.condition)?.at;
        let other = checker.place(plan.terms.get(by.condition)?.at);
        let warning = checker.fault(Code::Implied, at.source, at.span).with("target", &idle.id);
        Some((idle.at, warning.with("by", &by.id).note(other, "note-implies")))
    };
    let findings: Vec<(At, Diagnostic)> = implied.iter().filter_map(finding).collect();
    for (at, warning) in findings {
        allowance::warn(checker, at, warning);
    }
}

/// Whether a target cannot be missed where another is met; the other must apply wherever it does.
fn implies(prover: &Prover<'_>, premise: &Asked, conclusion: &Asked) -> bool {
    let applies: Vec<Claim> = conclusion.applies().collect();
    if let Some(when) = &premise.when {
        let elsewhere = [applies.clone(), vec![when.fails()]].concat();
        if conclusion.when.is_none() || prover.refutes(&elsewhere) != Some(true) {
            return false;
        }
    }
    let only = [applies, vec![premise.condition.holds(), conclusion.condition.fails()]].concat();
    prover.refutes(&only) == Some(true)
}
