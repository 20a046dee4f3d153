//! Which targets of a plan have points, by section.

use dabiao_check::{Plan, SectionId};

/// The sections with points, in the order of the rules.
#[derive(Debug)]
pub(super) struct Layout(Vec<Group>);

/// A section with its targets.
#[derive(Debug)]
pub(super) struct Group {
    /// The section; `None` for targets that stand in none.
    pub(super) section: Option<SectionId>,
    /// The positions of its targets among the plan's.
    pub(super) targets: Vec<usize>,
}

impl Layout {
    /// Groups the targets that can earn or lose points, and adds the sections that can without a target.
    pub(super) fn of(plan: &Plan) -> Layout {
        let mut groups: Vec<Group> = Vec::new();
        for (index, target) in plan.targets.iter().enumerate() {
            if target.worth.is_none() && target.adjustments.is_empty() {
                continue;
            }
            match groups.iter_mut().find(|group| group.section == target.section) {
                Some(group) => group.targets.push(index),
                None => groups.push(Group { section: target.section, targets: vec![index] }),
            }
        }
        for (index, section) in plan.sections.iter().enumerate() {
            let id = Some(SectionId::new(index));
            let is_known = groups.iter().any(|group| group.section == id);
            if !is_known && !section.scoring.adjustments.is_empty() {
                groups.push(Group { section: id, targets: Vec::new() });
            }
        }
        Layout(groups)
    }

    /// The sections, each with its targets.
    pub(super) fn groups(&self) -> &[Group] {
        &self.0
    }
}
