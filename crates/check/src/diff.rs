//! What a new version of a plan changes, so far as the rules alone tell.
//!
//! [`align`] looks for metrics that only have another name, [`diff`] pairs the targets of two versions and compares each
//! pair part by part. What is said of conditions is proved, with values that show it; the engine, which is not known
//! here, has to judge these values before anything is claimed of them.

mod align;
mod condition;
mod declarations;
mod declared_scores;
mod duties;
mod pairing;
mod record_query;
mod scoring;
mod timing;
mod uses;
mod walk;
mod warning;

use std::cmp::Ordering;

use dabiao_model::{
    ChangeKind, DeclarationChangeKind, DeclarationKind, DeclarationPart, Number, TargetPart, Wording,
};

pub use align::{Aligned, align};

use crate::plan::{Plan, TermId};
use crate::proof::{Answer, Prover};
use declarations::Declarations;
use pairing::Pairing;
use uses::Uses;

/// What the rules of two versions of a plan tell of their differences.
#[derive(Debug, Clone)]
pub struct PlanDiff {
    /// Targets of both versions, in the order of the new one.
    pub pairs: Vec<TargetPair>,
    /// The positions of targets that the old version does not have.
    pub added: Vec<usize>,
    /// The positions of targets that the new version does not have.
    pub removed: Vec<usize>,
    /// What changes of declarations.
    pub declarations: Vec<DeclaredChange>,
}

/// One target in both versions.
#[derive(Debug, Clone)]
pub struct TargetPair {
    /// Its position in the old version.
    pub old: usize,
    /// Its position in the new version.
    pub new: usize,
    /// What changes of it; nothing is said of its id.
    pub changes: Vec<PartChange>,
}

/// A change of one part of a target.
#[derive(Debug, Clone)]
pub struct PartChange {
    /// The part.
    pub part: TargetPart,
    /// The part before, as it is written.
    pub old: Option<Wording>,
    /// The part after.
    pub new: Option<Wording>,
    /// What kind of change it is.
    pub finding: Finding,
    /// The declarations that bring it about.
    pub causes: Vec<String>,
}

/// What kind of change a part has.
#[derive(Debug, Clone)]
pub enum Finding {
    /// One that needs no proof.
    Plain(ChangeKind),
    /// The target accepts or refuses other values.
    Judged(Separation),
    /// It warns of other values.
    Warned(Separation),
    /// A milestone asks something else, by its position among those of either version.
    Milestone(usize, usize, Separation),
    /// A sample decides about it, before or after.
    Sampled(Sampled),
    /// What records are asked, or how none of them counts, is another question; no value of a metric tells its effect.
    Records,
}

/// Which values one version accepts and the other refuses.
#[derive(Debug, Clone)]
pub struct Separation {
    /// Values that the old version accepts and the new one refuses.
    pub tighter: Answer,
    /// Values that the new version accepts and the old one refuses.
    pub looser: Answer,
}

/// A target that a sample decides in one version or both.
#[derive(Debug, Clone)]
pub struct Sampled {
    /// The metric whose sample decides; empty where it is not one metric for the period judged.
    pub metric: String,
    /// The limits that its bound is held against.
    pub limits: Vec<Number>,
    /// Whether the new version asks for more, where nothing but the limit is different.
    pub proved: Option<Ordering>,
}

/// A change of something that is declared.
#[derive(Debug, Clone)]
pub struct DeclaredChange {
    /// What is declared.
    pub kind: DeclarationKind,
    /// Its name.
    pub name: String,
    /// What kind of change it is.
    pub change: DeclarationChangeKind,
    /// The part that changes.
    pub part: DeclarationPart,
    /// The part before, as it is written.
    pub old: Option<Wording>,
    /// The part after.
    pub new: Option<Wording>,
    /// The ids of the targets of the new version that rest on it.
    pub targets: Vec<String>,
}

/// Compares two versions of a plan.
///
/// ```
/// use dabiao_check::{Finding, check, diff};
/// use dabiao_model::Source;
/// let plan = |text| check(vec![dabiao_syntax::parse(Source::new("rules", text))]).plan;
/// let found = diff(&plan("x >= 90%"), &plan("x >= 92%"));
/// let Finding::Judged(separation) = &found.pairs[0].changes[0].finding else { panic!() };
/// assert!(separation.tighter.is_yes() && separation.looser.is_no());
/// ```
#[must_use]
pub fn diff(old: &Plan, new: &Plan) -> PlanDiff {
    let mut shapes = Prover::new();
    let declarations = Declarations::compare(old, new, &mut shapes);
    let Pairing { pairs, added, removed } = pairing::pair(old, new, &mut shapes);
    let [old_uses, new_uses] = [old, new].map(|plan| declarations.uses(plan));
    let mut versions = Versions { old, new, shapes, declarations, old_uses, new_uses };
    let pairs = pairs.into_iter().filter_map(|(one, other)| versions.pair(one, other)).collect();
    let declarations = versions.declarations.told(new, &versions.new_uses);
    PlanDiff { pairs, added, removed, declarations }
}

/// Both versions, with what is known of them.
struct Versions<'p> {
    old: &'p Plan,
    new: &'p Plan,
    /// Tells which terms say the same.
    shapes: Prover<'p>,
    declarations: Declarations,
    /// By which of its terms either version rests on a declaration that changes.
    old_uses: Uses,
    new_uses: Uses,
}

impl Versions<'_> {
    fn pair(&mut self, old: usize, new: usize) -> Option<TargetPair> {
        let (before, after) = (self.old.targets.get(old)?, self.new.targets.get(new)?);
        let mut changes = Vec::new();
        changes.extend(self.condition(before, after));
        changes.extend(self.records(before, after));
        changes.extend(self.warning(before, after));
        self.timing(before, after, &mut changes);
        self.scoring(before, after, &mut changes);
        duties::compare(self.old, self.new, before, after, &mut changes);
        Some(TargetPair { old, new, changes })
    }

    /// Whether two terms, or none of both, say the same.
    fn says_the_same(&mut self, old: Option<TermId>, new: Option<TermId>) -> bool {
        match (old, new) {
            (None, None) => true,
            (Some(old), Some(new)) => {
                self.shapes.shape_of(self.old, old) == self.shapes.shape_of(self.new, new)
            }
            _ => false,
        }
    }
}

impl PartChange {
    fn plain(part: TargetPart, kind: ChangeKind, old: Option<Wording>, new: Option<Wording>) -> PartChange {
        PartChange { part, old, new, finding: Finding::Plain(kind), causes: Vec::new() }
    }
}
