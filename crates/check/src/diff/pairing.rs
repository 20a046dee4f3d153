//! Which targets of two versions are one.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;

use crate::plan::{Plan, Target};
use crate::proof::Prover;

use super::condition;

/// How many targets on either side that read the same metrics are held against each other one by one.
const ALIKE: usize = 8;

/// Targets of both versions, and of one alone.
pub(super) struct Pairing {
    /// Old and new positions, in the order of the new version.
    pub(super) pairs: Vec<(usize, usize)>,
    /// New positions.
    pub(super) added: Vec<usize>,
    /// Old positions.
    pub(super) removed: Vec<usize>,
}

/// Pairs targets by their ids. Of those that are left, these are taken for one under another id, in this order, where
/// there is only one like it in either version: the same condition and titles; the same condition; the same titles; the
/// same metrics and clauses; the same metrics and conditions of the same meaning; the same metrics.
pub(super) fn pair<'p>(old: &'p Plan, new: &'p Plan, shapes: &mut Prover<'p>) -> Pairing {
    let by_id: HashMap<&str, usize> =
        old.targets.iter().enumerate().map(|(place, target)| (target.id.as_str(), place)).collect();
    let mut open = Open { old, new, pairs: BTreeMap::new(), left: (0..old.targets.len()).collect() };
    for (place, target) in new.targets.iter().enumerate() {
        if let Some(known) = by_id.get(target.id.as_str()) {
            open.left.remove(known);
            open.pairs.insert(place, *known);
        }
    }
    let mut says = |plan: &'p Plan, target: &Target| {
        let mut shape = |term| shapes.shape_of(plan, term);
        (shape(target.condition), target.when.map(shape))
    };
    open.unique(|plan, target| Some((says(plan, target), target.titles.clone())));
    open.unique(|plan, target| Some(says(plan, target)));
    open.unique(|_, target| (!target.titles.is_empty()).then(|| target.titles.clone()));
    open.unique(|plan, target| {
        (!target.cite.is_empty() && !target.metrics.is_empty())
            .then(|| (paths(plan, target), target.cite.clone()))
    });
    open.of_the_same_meaning();
    open.unique(|plan, target| (!target.metrics.is_empty()).then(|| paths(plan, target)));
    let added = (0..new.targets.len()).filter(|place| !open.pairs.contains_key(place)).collect();
    let pairs = open.pairs.into_iter().map(|(new, old)| (old, new)).collect();
    Pairing { pairs, added, removed: open.left.into_iter().collect() }
}

struct Open<'p> {
    old: &'p Plan,
    new: &'p Plan,
    /// Old positions by new ones.
    pairs: BTreeMap<usize, usize>,
    /// Old positions without a pair.
    left: BTreeSet<usize>,
}

impl<'p> Open<'p> {
    /// Pairs targets that are left and alike in some way, where no second one in either version is.
    fn unique<Key: Hash + Eq>(&mut self, mut key: impl FnMut(&'p Plan, &'p Target) -> Option<Key>) {
        let found = self.alike(&mut key);
        for (old, new) in found.into_values() {
            if let ([old], [new]) = (&old[..], &new[..]) {
                self.left.remove(old);
                self.pairs.insert(*new, *old);
            }
        }
    }

    /// Pairs targets that are left, read the same metrics and are proved to mean the same.
    fn of_the_same_meaning(&mut self) {
        let key = |plan: &'p Plan, target: &'p Target| {
            (!target.metrics.is_empty() && target.sampling.is_none()).then(|| paths(plan, target))
        };
        let mut groups: Vec<(Vec<usize>, Vec<usize>)> = self.alike(key).into_values().collect();
        groups.sort_unstable();
        for (old, new) in groups.iter().filter(|(old, new)| old.len() <= ALIKE && new.len() <= ALIKE) {
            for place in new {
                let Some(after) = self.new.targets.get(*place) else { continue };
                let same = old.iter().filter(|old| self.left.contains(old)).find(|old| {
                    self.old.targets.get(**old).is_some_and(|before| {
                        condition::separation(self.old, self.new, before, after).is_none_at_all()
                    })
                });
                if let Some(same) = same.copied() {
                    self.left.remove(&same);
                    self.pairs.insert(*place, same);
                }
            }
        }
    }

    /// Targets that are left, old and new ones, by what makes them alike.
    fn alike<Key: Hash + Eq>(
        &self,
        mut key: impl FnMut(&'p Plan, &'p Target) -> Option<Key>,
    ) -> HashMap<Key, (Vec<usize>, Vec<usize>)> {
        let mut found: HashMap<Key, (Vec<usize>, Vec<usize>)> = HashMap::new();
        if self.left.is_empty() {
            return found;
        }
        for place in &self.left {
            let Some(target) = self.old.targets.get(*place) else { continue };
            if let Some(key) = key(self.old, target) {
                found.entry(key).or_default().0.push(*place);
            }
        }
        for (place, target) in self.new.targets.iter().enumerate() {
            if !self.pairs.contains_key(&place)
                && let Some(key) = key(self.new, target)
            {
                found.entry(key).or_default().1.push(place);
            }
        }
        found
    }
}

/// The paths of the metrics that a target reads, in order.
fn paths<'p>(plan: &'p Plan, target: &Target) -> Vec<&'p str> {
    let path = |id: &crate::plan::MetricId| plan.metric(*id).map(|metric| metric.path.as_str());
    let mut paths: Vec<&str> = target.metrics.iter().filter_map(path).collect();
    paths.sort_unstable();
    paths
}
