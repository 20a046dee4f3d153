//! Metrics that only have another name in the new version.

use std::collections::{HashMap, HashSet};

use crate::plan::{Metric, MetricId, Plan};
use crate::proof::meaning;

/// The old version as the new one names its metrics.
#[derive(Debug, Clone)]
pub struct Aligned {
    /// The old version.
    pub plan: Plan,
    /// The names that are different: before, after.
    pub renamed: Vec<(String, String)>,
}

/// Looks for metrics of the old version that the new one has under another path: one with the same title and the same
/// kind of value, where neither version has a second one like it, nor the other's path. `None` where there are none.
///
/// ```
/// use dabiao_check::{align, check};
/// use dabiao_model::Source;
/// let plan = |path: &str| {
///     let text = format!("metric {path} \"Pass rate\"\n  type: percent\ntarget {path} >= 90%");
///     check(vec![dabiao_syntax::parse(Source::new("rules", text))]).plan
/// };
/// let aligned = align(&plan("goods.rate"), &plan("goods.pass_rate")).unwrap();
/// assert_eq!(aligned.renamed, [("goods.rate".to_string(), "goods.pass_rate".to_string())]);
/// ```
#[must_use]
pub fn align(old: &Plan, new: &Plan) -> Option<Aligned> {
    let is_gone = |metric: &&Metric| new.metric_id(&metric.path).is_none();
    let is_new = |metric: &&Metric| old.metric_id(&metric.path).is_none();
    let gone = by_title(old.metrics.iter().filter(|metric| metric.declared).filter(is_gone));
    let come = by_title(new.metrics.iter().filter(|metric| metric.declared).filter(is_new));
    let mut renamed: Vec<(MetricId, String, String)> = Vec::new();
    let mut taken: HashSet<&str> = HashSet::new();
    for (place, metric) in old.metrics.iter().enumerate() {
        let same = metric.titles.iter().find_map(|title| {
            let (one, other) = (gone.get(title.as_str())?.as_ref()?, come.get(title.as_str())?.as_ref()?);
            (one.path == metric.path && meaning(&one.ty) == meaning(&other.ty)).then_some(*other)
        });
        let Some(same) = same else { continue };
        if taken.insert(&same.path) {
            renamed.push((MetricId::new(place), metric.path.clone(), same.path.clone()));
        }
    }
    if renamed.is_empty() {
        return None;
    }
    let mut plan = old.clone();
    for (id, _, to) in &renamed {
        if let Some(metric) = plan.metrics.get_mut(id.index()) {
            metric.path.clone_from(to);
            plan.metric_names.insert(to.clone(), *id);
        }
    }
    Some(Aligned { plan, renamed: renamed.into_iter().map(|(_, from, to)| (from, to)).collect() })
}

/// Metrics by title; `None` where several bear it.
fn by_title<'p>(metrics: impl Iterator<Item = &'p Metric>) -> HashMap<&'p str, Option<&'p Metric>> {
    let mut found: HashMap<&str, Option<&Metric>> = HashMap::new();
    for metric in metrics {
        for title in &metric.titles {
            found.entry(title).and_modify(|known| *known = None).or_insert(Some(metric));
        }
    }
    found
}
