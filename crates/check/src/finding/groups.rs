//! Targets that speak of the same readings: only these can contradict or imply one another.

use std::collections::{BTreeMap, HashMap};

use dabiao_model::{Date, Step};

use crate::plan::{MetricId, Plan, Target};

/// Targets that are judged for the same time and hang together by the metrics that they read, in the order of the
/// rules.
#[derive(Debug)]
pub(super) struct Group {
    /// Their positions in the plan.
    pub(super) targets: Vec<usize>,
    /// Those among them that are judged for this time alone; the others recur and have a group of their own.
    pub(super) own: Vec<usize>,
}

/// For when a target is judged, so far as its rules tell: its deadline, and the rank of the step that it recurs in.
type Moment = (Option<Date>, Option<u8>);

/// Every group of two targets or more. A target that recurs stands in the group of its own kind, and again beside
/// those with a deadline in the plan's period, or without one, since it is judged for their time too.
pub(super) fn groups(plan: &Plan) -> Vec<Group> {
    let mut uses = vec![0_u32; plan.metrics.len()];
    for metric in plan.targets.iter().flat_map(read) {
        if let Some(count) = uses.get_mut(metric.index()) {
            *count = count.saturating_add(1);
        }
    }
    let is_shared = |metric: &MetricId| uses.get(metric.index()).is_some_and(|count| *count > 1);
    let mut moments: BTreeMap<Moment, Vec<usize>> = BTreeMap::new();
    for (index, target) in plan.targets.iter().enumerate() {
        if read(target).any(|metric| is_shared(&metric)) {
            moments.entry((target.by, target.each.map(rank))).or_default().push(index);
        }
    }
    let recurring: Vec<&Vec<usize>> =
        moments.iter().filter(|((_, each), _)| each.is_some()).map(|(_, of)| of).collect();
    let mut groups = Vec::new();
    for ((by, each), targets) in &moments {
        let within = by.is_none_or(|by| {
            plan.period.is_none_or(|period| period.first().start() <= by && by <= period.last().end())
        });
        if each.is_none() && within {
            for others in &recurring {
                let joined: Vec<usize> = merged(targets, others);
                connected(plan, &joined, Some(targets), &mut groups);
            }
        }
        if each.is_some() || !within || recurring.is_empty() {
            connected(plan, targets, None, &mut groups);
        }
    }
    groups
}

/// The metrics of a target's condition; where it applies makes no contradiction by itself.
fn read(target: &Target) -> impl Iterator<Item = MetricId> {
    target.metrics.iter().copied()
}

fn rank(step: Step) -> u8 {
    match step {
        Step::Year => 0,
        Step::Half => 1,
        Step::Quarter => 2,
        Step::Month => 3,
        Step::Day => 4,
    }
}

fn merged(one: &[usize], other: &[usize]) -> Vec<usize> {
    let mut all: Vec<usize> = one.iter().chain(other).copied().collect();
    all.sort_unstable();
    all
}

/// The parts of some targets that hang together. With `own`, only parts with one of these are wanted.
fn connected(plan: &Plan, targets: &[usize], own: Option<&[usize]>, groups: &mut Vec<Group>) {
    let mut first: HashMap<MetricId, usize> = HashMap::new();
    let mut parents: Vec<usize> = (0..targets.len()).collect();
    for (place, index) in targets.iter().enumerate() {
        let Some(target) = plan.targets.get(*index) else { continue };
        for metric in read(target) {
            let other = *first.entry(metric).or_insert(place);
            let (one, other) = (root(&mut parents, place), root(&mut parents, other));
            if let Some(parent) = parents.get_mut(one.max(other)) {
                *parent = one.min(other);
            }
        }
    }
    let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, index) in targets.iter().enumerate() {
        parts.entry(root(&mut parents, place)).or_default().push(*index);
    }
    for part in parts.into_values().filter(|part| part.len() > 1) {
        let own: Vec<usize> = match own {
            Some(own) => part.iter().copied().filter(|one| own.binary_search(one).is_ok()).collect(),
            None => part.clone(),
        };
        if !own.is_empty() {
            groups.push(Group { targets: part, own });
        }
    }
}

fn root(parents: &mut [usize], mut place: usize) -> usize {
    while let Some(parent) = parents.get(place).copied().filter(|parent| *parent != place) {
        // Halving the way keeps it short for the next one.
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(place) {
            *slot = above;
        }
        place = above;
    }
    place
}
