//! What a target earns in the score.

use dabiao_model::{ChangeKind, TargetPart, Wording};

use super::{PartChange, Versions};
use crate::plan::{Adjustment, Plan, Target, Worth};
use crate::proof::Prover;

impl Versions<'_> {
    /// What changes of weight, ladder, veto, bonus and penalty.
    pub(super) fn scoring(&mut self, old: &Target, new: &Target, changes: &mut Vec<PartChange>) {
        let mut plain = |part, old, new| changes.push(PartChange::plain(part, ChangeKind::Weight, old, new));
        let full = |target: &Target| target.worth.as_ref().map(|worth| Wording::from(&worth.full));
        let weight =
            |target: &Target| target.worth.as_ref().map(|worth| (worth.weight.clone(), worth.full.clone()));
        if weight(old) != weight(new) {
            plain(TargetPart::Weight, full(old), full(new));
        }
        if old.worth.as_ref().map(form) != new.worth.as_ref().map(form) {
            let text = |target: &Target| {
                let worth = target.worth.as_ref()?;
                let plain = || Wording::word("diff-score-plain");
                Some(worth.form.as_ref().map_or_else(plain, Wording::from))
            };
            plain(TargetPart::Score, text(old), text(new));
        }
        if old.veto != new.veto {
            plain(
                TargetPart::Veto,
                old.veto.as_ref().map(Wording::from),
                new.veto.as_ref().map(Wording::from),
            );
        }
        let before = adjusts(&mut self.shapes, self.old, &old.adjustments);
        if before != adjusts(&mut self.shapes, self.new, &new.adjustments) {
            plain(TargetPart::Bonus, texts(&old.adjustments), texts(&new.adjustments));
        }
    }
}

/// How points follow from what was reached, in numbers.
fn form(worth: &Worth) -> String {
    format!("{:?} {:?} {:?} {}", worth.weight.is_some(), worth.credit, worth.floor, worth.deducts_share)
}

/// What bonuses and penalties say, the same where they say the same.
pub(super) fn adjusts<'p>(shapes: &mut Prover<'p>, plan: &'p Plan, of: &[Adjustment]) -> Vec<String> {
    of.iter()
        .map(|one| {
            let when = one.when.map(|when| shapes.shape_of(plan, when));
            format!("{:?} {when:?} {:?}", one.kind, one.amount)
        })
        .collect()
}

/// Bonuses and penalties as they are written.
pub(super) fn texts(of: &[Adjustment]) -> Option<Wording> {
    (!of.is_empty()).then(|| Wording::list(of.iter().map(|one| one.text.as_str())))
}
