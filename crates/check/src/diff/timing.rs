//! When a target is due, and the way there.

use dabiao_model::progress::Path;
use dabiao_model::{ChangeKind, Date, Step, TargetPart, Wording};

use super::condition::separation;
use super::{Finding, PartChange, Versions};
use crate::plan::{At, Milestone, Plan, Target, Track};

impl Versions<'_> {
    /// What changes of deadline, recurrence, milestones and track.
    pub(super) fn timing(&mut self, old: &Target, new: &Target, changes: &mut Vec<PartChange>) {
        let plain = |part, old, new| PartChange::plain(part, ChangeKind::Deadline, old, new);
        if old.by != new.by {
            let [before, after] =
                [old, new].map(|target| target.by.as_ref().map(|by: &Date| Wording::from(by)));
            changes.push(plain(TargetPart::By, before, after));
        }
        if old.each != new.each {
            let [before, after] = [old, new].map(|target| target.each.map(step));
            changes.push(plain(TargetPart::Each, before, after));
        }
        self.milestones(old, new, changes);
        if old.track.as_ref().map(way) != new.track.as_ref().map(way) {
            let text = |plan: &Plan, target: &Target| Some(field(plan, target.track.as_ref()?.at));
            changes.push(plain(TargetPart::Track, text(self.old, old), text(self.new, new)));
        }
    }

    /// Milestones of the same period are one; they ask for something at that time as a target does.
    fn milestones(&mut self, old: &Target, new: &Target, changes: &mut Vec<PartChange>) {
        let text = |plan: &Plan, milestone: &Milestone| Some(field(plan, milestone.at));
        let plain = |old, new| PartChange::plain(TargetPart::Milestone, ChangeKind::Deadline, old, new);
        let is_of = |one: &Milestone| {
            let period = one.period;
            move |other: &&Milestone| other.period == period
        };
        for before in &old.milestones {
            if !new.milestones.iter().any(|after| is_of(before)(&after)) {
                changes.push(plain(text(self.old, before), None));
            }
        }
        for (place, after) in new.milestones.iter().enumerate() {
            let known = old.milestones.iter().position(|before| is_of(after)(&before));
            let Some((nth, before)) = known.and_then(|nth| Some((nth, old.milestones.get(nth)?))) else {
                changes.push(plain(None, text(self.new, after)));
                continue;
            };
            if self.says_the_same(Some(before.condition), Some(after.condition)) {
                continue;
            }
            let at = |target: &Target, milestone: &Milestone| Target {
                condition: milestone.condition,
                when: None,
                ..target.clone()
            };
            let found = separation(self.old, self.new, &at(old, before), &at(new, after));
            changes.push(PartChange {
                part: TargetPart::Milestone,
                old: text(self.old, before),
                new: text(self.new, after),
                finding: Finding::Milestone(nth, place, found),
                causes: self.causes(old, new),
            });
        }
    }
}

/// What of a track its target's condition does not tell.
fn way(track: &Track) -> (bool, dabiao_model::Period, bool) {
    (track.path == Path::Compound, track.from, track.rises)
}

/// What stands behind the name of a field.
fn field(plan: &Plan, at: At) -> Wording {
    let text = plan.text_at(at);
    let value = text.split_once([':', '：']).map(|(_, value)| value.trim().to_string());
    Wording::from(value.unwrap_or(text))
}

fn step(step: Step) -> Wording {
    Wording::word(match step {
        Step::Year => "diff-each-year",
        Step::Half => "diff-each-half",
        Step::Quarter => "diff-each-quarter",
        Step::Month => "diff-each-month",
        Step::Day => "diff-each-day",
    })
}
