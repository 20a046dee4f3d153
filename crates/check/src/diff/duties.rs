//! Who answers for a target, on which clause, and what it is called.

use dabiao_model::{ChangeKind, TargetPart, Wording};

use super::PartChange;
use crate::plan::{Plan, Target};

pub(super) fn compare(
    old_plan: &Plan,
    new_plan: &Plan,
    old: &Target,
    new: &Target,
    changes: &mut Vec<PartChange>,
) {
    let section = |plan: &Plan, target: &Target| -> Vec<String> {
        let section = target.section.and_then(|id| plan.section(id));
        section.map(|section| section.titles.clone()).unwrap_or_default()
    };
    let mut lists = |part, kind, old: &[String], new: &[String]| {
        if old != new {
            let list = |of: &[String]| (!of.is_empty()).then(|| Wording::list(of));
            changes.push(PartChange::plain(part, kind, list(old), list(new)));
        }
    };
    lists(TargetPart::Owner, ChangeKind::Owner, &old.owner, &new.owner);
    lists(TargetPart::With, ChangeKind::Owner, &old.with, &new.with);
    lists(TargetPart::Cite, ChangeKind::Clause, &old.cite, &new.cite);
    lists(TargetPart::Title, ChangeKind::Editorial, &old.titles, &new.titles);
    let (before, after) = (section(old_plan, old), section(new_plan, new));
    lists(TargetPart::Section, ChangeKind::Editorial, &before, &after);
}
