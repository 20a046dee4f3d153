//! What was not decided of a plan, and why.

use std::collections::BTreeMap;

use super::asked::{Asked, is_open};
use super::contradiction::CONDITIONAL;
use super::groups::{Group, groups};
use super::implied::NEIGHBOURS;
use crate::plan::{MetricId, Plan};
use crate::proof::{Answer, Claim, Prover, Undecided};

/// A question about targets that has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenQuestion {
    /// Whether a target can be met and can be missed.
    Outcome {
        /// The target's id.
        target: String,
        /// Why there is no answer.
        why: Undecided,
    },
    /// Whether targets can be met together.
    Together {
        /// The targets' ids.
        targets: Vec<String>,
        /// Why there is no answer.
        why: Undecided,
    },
    /// Whether a target implies another one that reads the same metric and stands further away than `reach`.
    Implied {
        /// The metric's path.
        metric: String,
        /// How many targets read it for the same time.
        targets: usize,
        /// With how many before and after it each of them was compared.
        reach: usize,
    },
    /// Whether targets that apply only at times contradict one another, beyond the first `reach` of them.
    Conditional {
        /// The targets' ids.
        targets: Vec<String>,
        /// How many were compared.
        reach: usize,
    },
}

/// The questions about a plan's targets that the checker asks and cannot decide. Nothing is reported of them.
///
/// ```
/// use dabiao_check::{OpenQuestion, Undecided, check, undecided};
/// use dabiao_model::Source;
/// let plan = check(vec![dabiao_syntax::parse(Source::new("rules", "target a: x * y >= 1"))]).plan;
/// let open = OpenQuestion::Outcome { target: "a".to_string(), why: Undecided::NotLinear };
/// assert_eq!(undecided(&plan), [open]);
/// ```
#[must_use]
pub fn undecided(plan: &Plan) -> Vec<OpenQuestion> {
    let mut open = Vec::new();
    for target in &plan.targets {
        if target.when.is_none() && is_open(plan, target.condition) {
            continue;
        }
        let mut prover = Prover::new();
        let asked = Asked::read(&mut prover, plan, target);
        let why = [asked.met(), asked.missed()].iter().find_map(|claims| why(&prover, claims));
        open.extend(why.map(|why| OpenQuestion::Outcome { target: target.id.clone(), why }));
    }
    for group in groups(plan) {
        let mut prover = Prover::new();
        let mut ids = Vec::new();
        let mut claims: Vec<Claim> = Vec::new();
        for target in group.targets.iter().filter_map(|index| plan.targets.get(*index)) {
            claims.extend(Asked::read(&mut prover, plan, target).met());
            ids.push(target.id.clone());
        }
        open.extend(why(&prover, &claims).map(|why| OpenQuestion::Together { targets: ids, why }));
        open.extend(not_compared(plan, &group));
        open.extend(not_combined(plan, &group));
    }
    open
}

/// Metrics that more targets read than are compared with each other.
fn not_compared(plan: &Plan, group: &Group) -> Vec<OpenQuestion> {
    let mut readers: BTreeMap<MetricId, usize> = BTreeMap::new();
    for metric in group.own.iter().filter_map(|index| plan.targets.get(*index)).flat_map(|one| &one.metrics) {
        let count = readers.entry(*metric).or_default();
        *count = count.saturating_add(1);
    }
    let crowded = readers.into_iter().filter(|(_, count)| *count > NEIGHBOURS.saturating_add(1));
    let question = |(metric, targets)| {
        let metric = plan.metric(metric)?.path.clone();
        Some(OpenQuestion::Implied { metric, targets, reach: NEIGHBOURS })
    };
    crowded.filter_map(question).collect()
}

/// More targets with a `when:` than are combined with each other.
fn not_combined(plan: &Plan, group: &Group) -> Option<OpenQuestion> {
    let all = group.targets.iter().filter_map(|index| plan.targets.get(*index));
    let targets: Vec<String> = all.filter(|one| one.when.is_some()).map(|one| one.id.clone()).collect();
    (targets.len() > CONDITIONAL).then_some(OpenQuestion::Conditional { targets, reach: CONDITIONAL })
}

fn why(prover: &Prover<'_>, claims: &[Claim]) -> Option<Undecided> {
    match prover.can_hold(claims) {
        Answer::Undecided(why) => Some(why),
        Answer::Yes(_) | Answer::No => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// The kinds of open question of rules with so many targets.
    fn open(count: usize, when: &str) -> Vec<&'static str> {
        let mut rules = String::new();
        for nth in 0..count {
            let _ = writeln!(rules, "target t{nth}: x >= {nth}{when}");
        }
        let source = dabiao_model::Source::new("rules", rules);
        let plan = crate::check(vec![dabiao_syntax::parse(source)]).plan;
        let kind = |question: &OpenQuestion| match question {
            OpenQuestion::Outcome { .. } => "outcome",
            OpenQuestion::Together { .. } => "together",
            OpenQuestion::Implied { .. } => "implied",
            OpenQuestion::Conditional { .. } => "conditional",
        };
        undecided(&plan).iter().map(kind).collect()
    }

    #[test]
    fn what_is_beyond_the_reach_of_comparisons_is_told() {
        assert_eq!(open(9, ""), [""; 0]);
        assert_eq!(open(10, ""), ["implied"]);
        assert_eq!(open(24, "\n  when: y >= 1"), ["implied"]);
        assert_eq!(open(25, "\n  when: y >= 1"), ["implied", "conditional"]);
    }
}
