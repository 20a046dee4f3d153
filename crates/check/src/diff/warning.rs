//! The early warning of a target.

use dabiao_model::{TargetPart, Wording};

use super::{Finding, PartChange, Separation, Versions};
use crate::plan::{Plan, Target};
use crate::proof::{Answer, Claim, Condition, Prover};

impl Versions<'_> {
    /// What changes of the values that a target warns of while both versions are met.
    pub(super) fn warning(&mut self, old: &Target, new: &Target) -> Option<PartChange> {
        if self.says_the_same(old.warn, new.warn) {
            return None;
        }
        let text = |plan: &Plan, target: &Target| {
            let warn = target.warn.and_then(|warn| plan.terms.get(warn))?;
            Some(Wording::from(plan.text_at(warn.at)))
        };
        Some(PartChange {
            part: TargetPart::Warn,
            old: text(self.old, old),
            new: text(self.new, new),
            finding: Finding::Warned(separation(self.old, self.new, old, new)),
            causes: self.causes(old, new),
        })
    }
}

/// Where a target stands between met and missed.
struct Warned {
    met: Claim,
    warns: Claim,
    is_quiet: Claim,
}

impl Warned {
    fn of<'p>(prover: &mut Prover<'p>, plan: &'p Plan, target: &Target) -> Warned {
        let applies = target.when.map(|when| prover.read(plan, when));
        let condition = prover.read(plan, target.condition);
        let warn = target.warn.map(|warn| prover.read(plan, warn));
        Warned {
            met: Claim::all(applies.iter().chain([&condition]).map(Condition::holds)),
            // A target without a warning never warns.
            warns: Claim::any(warn.iter().map(Condition::holds)),
            is_quiet: Claim::all(warn.iter().map(Condition::fails)),
        }
    }
}

fn separation(old_plan: &Plan, new_plan: &Plan, old: &Target, new: &Target) -> Separation {
    let mut prover = Prover::new();
    let is_turned = old_plan.digest > new_plan.digest;
    let (before, after) = if is_turned {
        let after = Warned::of(&mut prover, new_plan, new);
        (Warned::of(&mut prover, old_plan, old), after)
    } else {
        (Warned::of(&mut prover, old_plan, old), Warned::of(&mut prover, new_plan, new))
    };
    let one_way = |from: &Warned, to: &Warned| -> Answer {
        prover.can_hold(&[from.met.clone(), to.met.clone(), from.is_quiet.clone(), to.warns.clone()])
    };
    let tighter = one_way(&before, &after);
    Separation { tighter, looser: one_way(&after, &before) }
}
