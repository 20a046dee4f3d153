//! What was not decided of a plan, and why.

use super::asked::{Asked, is_open};
use super::groups::groups;
use crate::plan::Plan;
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
    }
    open
}

fn why(prover: &Prover<'_>, claims: &[Claim]) -> Option<Undecided> {
    match prover.can_hold(claims) {
        Answer::Undecided(why) => Some(why),
        Answer::Yes(_) | Answer::No => None,
    }
}
