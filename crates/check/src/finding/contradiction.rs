//! E0315: targets that can never be met together.

use std::collections::BTreeSet;

use dabiao_model::{Code, Diagnostic, Wording};

use super::asked::Asked;
use super::groups::Group;
use crate::checker::Checker;
use crate::plan::At;
use crate::proof::{Claim, Prover};

/// How many contradictions of one group are shown; mending one may mend others.
const SHOWN: usize = 8;

/// How many targets with a condition on where they apply are compared with one another.
pub(super) const CONDITIONAL: usize = 24;

/// Reports the least sets of targets of a group that cannot be met together, although each of them can, and all of
/// them can apply at once. Gives their positions.
pub(super) fn within(
    checker: &mut Checker<'_>,
    group: &Group,
    never: &[usize],
    told: &mut BTreeSet<Vec<usize>>,
) -> Vec<usize> {
    let plan = &checker.plan;
    let mut prover = Prover::new();
    let mut read: Vec<(usize, Asked)> = Vec::new();
    for index in &group.targets {
        let Some(target) = plan.targets.get(*index) else { continue };
        if never.binary_search(index).is_err() {
            read.push((*index, Asked::read(&mut prover, plan, target)));
        }
    }
    let (conditional, always): (Vec<_>, Vec<_>) = read.iter().partition(|(_, asked)| asked.when.is_some());
    let mut cores: Vec<Vec<usize>> = Vec::new();
    let mut rest: Vec<&(usize, Asked)> = always;
    find(&prover, &mut rest, &mut cores);
    // Where targets apply decides whether they meet, so that these are looked at one by one and two by two.
    for (place, one) in conditional.iter().enumerate().take(CONDITIONAL) {
        let mut with: Vec<&(usize, Asked)> = rest.clone();
        with.push(one);
        find(&prover, &mut with, &mut cores);
        for other in conditional.iter().skip(place.saturating_add(1)).take(CONDITIONAL) {
            find(&prover, &mut vec![*one, *other], &mut cores);
        }
    }
    let own = |core: &Vec<usize>| core.iter().any(|index| group.own.binary_search(index).is_ok());
    let fresh: Vec<Vec<usize>> =
        cores.into_iter().filter(own).filter(|core| told.insert(core.clone())).collect();
    let faults: Vec<Diagnostic> = fresh.iter().filter_map(|core| fault(checker, core)).collect();
    for fault in faults {
        checker.report(fault);
    }
    fresh.concat()
}

/// Finds contradictions among targets, and takes one target of each away to find the next.
fn find(prover: &Prover<'_>, among: &mut Vec<&(usize, Asked)>, cores: &mut Vec<Vec<usize>>) {
    while cores.len() < SHOWN && contradict(prover, among) {
        let core = least(prover, among);
        let applies: Vec<Claim> = core.iter().flat_map(|(_, asked)| asked.applies()).collect();
        let Some(last) = core.iter().map(|(index, _)| *index).max() else { return };
        // Targets that never apply at once do not contradict one another.
        if prover.refutes(&applies) == Some(false) {
            let mut indices: Vec<usize> = core.iter().map(|(index, _)| *index).collect();
            indices.sort_unstable();
            if !cores.contains(&indices) {
                cores.push(indices);
            }
        }
        among.retain(|(index, _)| *index != last);
    }
}

/// A least set of targets that contradict one another: the shortest beginning of the list that does shows the last of
/// them, and so on with that one held.
fn least<'a>(prover: &Prover<'_>, among: &[&'a (usize, Asked)]) -> Vec<&'a (usize, Asked)> {
    let mut core: Vec<&(usize, Asked)> = Vec::new();
    let mut left = among;
    while !contradict(prover, &core) {
        let (mut low, mut high) = (0, left.len());
        while low < high {
            let middle = low.midpoint(high);
            let mut tried = core.clone();
            tried.extend(left.get(..middle).unwrap_or_default());
            if contradict(prover, &tried) {
                high = middle;
            } else {
                low = middle.saturating_add(1);
            }
        }
        let Some(last) = low.checked_sub(1).and_then(|last| left.get(last)) else { break };
        core.push(last);
        left = left.get(..low.saturating_sub(1)).unwrap_or_default();
    }
    core
}

fn contradict(prover: &Prover<'_>, targets: &[&(usize, Asked)]) -> bool {
    let claims: Vec<Claim> = targets.iter().flat_map(|(_, asked)| asked.met()).collect();
    prover.refutes(&claims) == Some(true)
}

/// The fault stands at the last of the targets, which is the one that was written against the others.
fn fault(checker: &Checker<'_>, core: &[usize]) -> Option<Diagnostic> {
    let plan = &checker.plan;
    let targets: Vec<_> = core.iter().filter_map(|index| plan.targets.get(*index)).collect();
    let (last, others) = targets.split_last()?;
    let place = |id| plan.terms.get(id).map(|term| term.at);
    let at: At = place(last.condition).unwrap_or(last.at);
    let mut fault = checker.fault(Code::Contradiction, at.source, at.span).with("target", &last.id);
    let names = others.iter().map(|target| Wording::about("value-quoted", "text", &target.id));
    fault = fault.with("others", Wording::list(names));
    for other in others {
        let at = place(other.condition).unwrap_or(other.at);
        fault = fault.note(checker.place(at), "note-contradicts");
    }
    Some(fault)
}
