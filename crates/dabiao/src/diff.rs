//! What a new version of a plan changes.

mod hunt;
mod moment;
mod sample;
mod trial;

use dabiao_check::{
    Answer, Finding, Observed, PartChange, Separation, Target, TargetPair, Undecided, Witness,
};
use dabiao_model::{
    ChangeKind, DeclarationChange, DeclarationChangeKind, DeclarationKind, DeclarationPart, DiffReport,
    DiffWitness, PlanInfo, Shown, TargetChange, TargetPart, Wording,
};

use crate::Plan;
use crate::what_if::shown_title;
use trial::{Trial, Way};

/// Compares two versions of a plan.
pub(crate) fn diff(old: &Plan, new: &Plan) -> DiffReport {
    let aligned = dabiao_check::align(old.checked(), new.checked());
    let (before, after) =
        (aligned.as_ref().map_or(&**old.checked(), |aligned| &aligned.plan), &**new.checked());
    let found = dabiao_check::diff(before, after);
    let versions = Versions { old: before, new: after };
    let mut changes = Vec::new();
    let mut unchanged: usize = 0;
    let mut pairs = found.pairs.iter().peekable();
    for (place, target) in after.targets.iter().enumerate() {
        match pairs.next_if(|pair| pair.new == place) {
            Some(pair) => {
                let told = versions.pair(pair);
                unchanged = unchanged.saturating_add(usize::from(told.is_empty()));
                changes.extend(told);
            }
            None => changes.push(versions.alone(after, target, ChangeKind::Added)),
        }
    }
    let removed = found.removed.iter().filter_map(|place| before.targets.get(*place));
    changes.extend(removed.map(|target| versions.alone(before, target, ChangeKind::Removed)));
    let renamed = aligned.iter().flat_map(|aligned| &aligned.renamed).map(|(from, to)| DeclarationChange {
        kind: DeclarationKind::Metric,
        name: to.clone(),
        change: DeclarationChangeKind::Renamed,
        part: DeclarationPart::Whole,
        old: Some(from.into()),
        new: Some(to.into()),
        targets: Vec::new(),
    });
    let declared = found.declarations.into_iter().map(|one| DeclarationChange {
        kind: one.kind,
        name: one.name,
        change: one.change,
        part: one.part,
        old: one.old.map(Shown::from),
        new: one.new.map(Shown::from),
        targets: one.targets,
    });
    DiffReport {
        format: DiffReport::FORMAT,
        old: info(old),
        new: info(new),
        changes,
        declarations: renamed.chain(declared).collect(),
        unchanged,
    }
}

fn info(plan: &Plan) -> PlanInfo {
    let plan = plan.checked();
    PlanInfo {
        id: plan.id.clone(),
        title: Shown::title(&plan.titles, plan.home()),
        rules_digest: plan.digest.clone(),
    }
}

/// What was found of a change: the kind, what shows it either way, and why it was not decided.
struct Found {
    change: ChangeKind,
    witness: Option<DiffWitness>,
    counter_witness: Option<DiffWitness>,
    reason: Option<Wording>,
}

/// Whether values go one way, and what shows it.
enum Shows {
    Never,
    Yes(Box<DiffWitness>),
    Open(&'static str),
}

struct Versions<'p> {
    old: &'p dabiao_check::Plan,
    new: &'p dabiao_check::Plan,
}

impl Versions<'_> {
    /// The entries of a target that stands in both versions.
    fn pair(&self, pair: &TargetPair) -> Vec<TargetChange> {
        let targets = self.old.targets.get(pair.old).zip(self.new.targets.get(pair.new));
        let Some((old, new)) = targets else { return Vec::new() };
        let renamed_from = (old.id != new.id).then(|| old.id.clone());
        let mut entries = Vec::new();
        if old.id != new.id {
            entries.push(TargetChange {
                old: Some((&old.id).into()),
                new: Some((&new.id).into()),
                renamed_from: renamed_from.clone(),
                ..entry(self.new, new, ChangeKind::Renamed, TargetPart::Target)
            });
        }
        for change in &pair.changes {
            let found = self.found(old, new, change);
            entries.push(TargetChange {
                witness: found.witness,
                counter_witness: found.counter_witness,
                reason: found.reason.map(Shown::from),
                old: change.old.clone().map(Shown::from),
                new: change.new.clone().map(Shown::from),
                causes: change.causes.clone(),
                renamed_from: renamed_from.clone(),
                ..entry(self.new, new, found.change, change.part)
            });
        }
        entries
    }

    /// The entry of a target that stands in one version only.
    fn alone(&self, plan: &dabiao_check::Plan, target: &Target, change: ChangeKind) -> TargetChange {
        let text = Some(Shown::from(&target.text));
        let (old, new) = if change == ChangeKind::Removed { (text, None) } else { (None, text) };
        TargetChange { old, new, ..entry(plan, target, change, TargetPart::Target) }
    }

    fn found(&self, old: &Target, new: &Target, change: &PartChange) -> Found {
        match &change.finding {
            Finding::Plain(kind) => Found::plain(*kind),
            Finding::Records => Found {
                reason: Some(Wording::word("diff-open-records")),
                ..Found::plain(ChangeKind::Undecided)
            },
            Finding::Judged(separation) => {
                decided(separation, &Trial::new((self.old, old), (self.new, new)), Way::Verdict)
            }
            Finding::Warned(separation) => {
                decided(separation, &Trial::new((self.old, old), (self.new, new)), Way::Warning)
            }
            Finding::Milestone(nth, place, separation) => {
                let at = |target: &Target, place: usize| {
                    let condition =
                        target.milestones.get(place).map_or(target.condition, |one| one.condition);
                    Target { condition, when: None, warn: None, sampling: None, ..target.clone() }
                };
                let (old, new) = (at(old, *nth), at(new, *place));
                decided(separation, &Trial::new((self.old, &old), (self.new, &new)), Way::Verdict)
            }
            Finding::Sampled(sampled) => {
                sample::found(sampled, &Trial::new((self.old, old), (self.new, new)))
            }
        }
    }
}

impl Found {
    fn plain(change: ChangeKind) -> Found {
        Found { change, witness: None, counter_witness: None, reason: None }
    }

    /// What two answers come to: one for values that the old version alone accepts, and one for the new version's.
    fn of(tighter: Shows, looser: Shows) -> Found {
        let change = match (&tighter, &looser) {
            (Shows::Never, Shows::Never) => ChangeKind::Equivalent,
            (Shows::Yes(_), Shows::Never) => ChangeKind::Tightened,
            (Shows::Never, Shows::Yes(_)) => ChangeKind::Loosened,
            (Shows::Yes(_), Shows::Yes(_)) => ChangeKind::Reinterpreted,
            (Shows::Open(_), _) | (_, Shows::Open(_)) => ChangeKind::Undecided,
        };
        let reason = [&tighter, &looser].into_iter().find_map(|one| match one {
            Shows::Open(why) => Some(Wording::word(why)),
            Shows::Never | Shows::Yes(_) => None,
        });
        let [mut witness, mut counter_witness] = [tighter, looser].map(|one| match one {
            Shows::Yes(witness) => Some(*witness),
            Shows::Never | Shows::Open(_) => None,
        });
        if change == ChangeKind::Loosened {
            std::mem::swap(&mut witness, &mut counter_witness);
        }
        Found { change, witness, counter_witness, reason }
    }
}

/// What a proof comes to once the engine has judged the values that it gives.
fn decided(separation: &Separation, trial: &Trial<'_>, way: Way) -> Found {
    let shows = |answer: &Answer, is_tighter: bool| match answer {
        Answer::No => Shows::Never,
        Answer::Undecided(Undecided::NotLinear) => match hunt::hunt(trial, way, is_tighter) {
            Some(witness) => Shows::Yes(Box::new(witness)),
            None => Shows::Open("diff-open-not-linear"),
        },
        Answer::Undecided(Undecided::TooLarge) => Shows::Open("diff-open-too-large"),
        Answer::Yes(Witness { readings }) => match trial.shows(readings, way, is_tighter) {
            Some(witness) => Shows::Yes(Box::new(witness)),
            None => Shows::Open("diff-open-unconfirmed"),
        },
    };
    Found::of(shows(&separation.tighter, true), shows(&separation.looser, false))
}

fn entry(plan: &dabiao_check::Plan, target: &Target, change: ChangeKind, part: TargetPart) -> TargetChange {
    TargetChange {
        target: target.id.clone(),
        change,
        witness: None,
        old: None,
        new: None,
        part,
        counter_witness: None,
        causes: Vec::new(),
        reason: None,
        title: shown_title(plan, target),
        renamed_from: None,
    }
}

/// A value that a trial is given.
fn given(observed: &Observed) -> trial::Given {
    trial::Given { observed: observed.clone(), counts: None }
}
