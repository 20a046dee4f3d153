//! What differs between two versions of a plan.

use serde::{Serialize, Serializer};

use crate::{Flag, PlanInfo, Shown, Verdict, Wording};

/// What a new version of a plan changes. Serialised, it is the `dabiao.diff/1` format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiffReport {
    /// The format's name and version, `dabiao.diff/1`.
    pub format: &'static str,
    /// The plan before.
    pub old: PlanInfo,
    /// The plan after.
    pub new: PlanInfo,
    /// What changes of targets: one entry for each change of a target, in the order of the new plan, then the targets
    /// that are gone.
    pub changes: Vec<TargetChange>,
    /// What changes of the declarations that targets rest on, and of the plan itself.
    pub declarations: Vec<DeclarationChange>,
    /// How many targets stand in both versions without any change.
    pub unchanged: usize,
}

impl DiffReport {
    /// The name and version of the JSON format.
    pub const FORMAT: &'static str = "dabiao.diff/1";

    /// Whether nothing changes that is judged or answered for: there are no changes, or only [`ChangeKind::Editorial`]
    /// and [`ChangeKind::Equivalent`] ones.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let targets = self.changes.iter().all(|one| one.change.is_same());
        targets && self.declarations.iter().all(|one| one.change == DeclarationChangeKind::Editorial)
    }
}

/// Words that stand in JSON as they are named here, each with its message.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $($(#[$each:meta])* $variant:ident $word:literal $message:literal,)+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$each])* $variant,)+
        }

        impl $name {
            /// Every one of them, in the order in which they are listed.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl From<$name> for Wording {
            fn from(word: $name) -> Wording {
                Wording::word(match word {
                    $($name::$variant => $message,)+
                })
            }
        }
    };
}

pub(crate) use words;

words! {
    /// What kind of change a target has.
    ChangeKind:
    /// A target that the old version does not have.
    Added "added" "diff-change-added",
    /// A target that the new version does not have.
    Removed "removed" "diff-change-removed",
    /// The same target under another id.
    Renamed "renamed" "diff-change-renamed",
    /// The new version refuses values that the old one accepts, and accepts none that it refuses.
    Tightened "tightened" "diff-change-tightened",
    /// The new version accepts values that the old one refuses, and refuses none that it accepts.
    Loosened "loosened" "diff-change-loosened",
    /// Each version accepts values that the other refuses.
    Reinterpreted "reinterpreted" "diff-change-reinterpreted",
    /// Whether it is one of these, or none, was not shown.
    Undecided "undecided" "diff-change-undecided",
    /// When it is due, how often it recurs, or the way there.
    Deadline "deadline" "diff-change-deadline",
    /// What it earns in the score.
    Weight "weight" "diff-change-weight",
    /// Who answers for it.
    Owner "owner" "diff-change-owner",
    /// The clause that it rests on.
    Clause "clause" "diff-change-clause",
    /// It is written otherwise and was proved to mean the same.
    Equivalent "equivalent" "diff-change-equivalent",
    /// Nothing that is judged: titles, sections, the wording in another language.
    Editorial "editorial" "diff-change-editorial",
}

impl ChangeKind {
    /// Whether nothing that is judged or answered for is different.
    #[must_use]
    pub fn is_same(self) -> bool {
        matches!(self, ChangeKind::Equivalent | ChangeKind::Editorial)
    }
}

words! {
    /// The part of a target that changes, named as the rules name it.
    TargetPart:
    /// The whole target.
    Target "target" "diff-part-target",
    /// Its condition.
    Condition "condition" "diff-part-condition",
    /// `when:`
    When "when" "diff-part-when",
    /// `judge:`
    Judge "judge" "diff-part-judge",
    /// `confidence:`
    Confidence "confidence" "diff-part-confidence",
    /// `if none:`
    IfNone "if_none" "diff-part-if_none",
    /// What is asked of the records that its metrics are taken from.
    Records "records" "diff-part-records",
    /// `warn:`
    Warn "warn" "diff-part-warn",
    /// `by:`
    By "by" "diff-part-by",
    /// `each:`
    Each "each" "diff-part-each",
    /// `milestone:`
    Milestone "milestone" "diff-part-milestone",
    /// `track:`
    Track "track" "diff-part-track",
    /// `weight:`
    Weight "weight" "diff-part-weight",
    /// `score:`
    Score "score" "diff-part-score",
    /// `veto:`
    Veto "veto" "diff-part-veto",
    /// `bonus:` and `penalty:`
    Bonus "bonus" "diff-part-bonus",
    /// `owner:`
    Owner "owner" "diff-part-owner",
    /// `with:`
    With "with" "diff-part-with",
    /// `cite:`
    Cite "cite" "diff-part-cite",
    /// `title:`
    Title "title" "diff-part-title",
    /// The section it stands in.
    Section "section" "diff-part-section",
}

/// One change of one target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TargetChange {
    /// The target's id in the new version; in the old one for a target that is gone.
    pub target: String,
    /// What kind of change it is.
    pub change: ChangeKind,
    /// Values that one version accepts and the other refuses; for [`ChangeKind::Reinterpreted`] values that the old
    /// one accepts.
    pub witness: Option<DiffWitness>,
    /// The part before, as it is written.
    pub old: Option<Shown>,
    /// The part after, as it is written.
    pub new: Option<Shown>,
    /// The part that changes.
    pub part: TargetPart,
    /// For [`ChangeKind::Reinterpreted`], values that the new version accepts and the old one refuses.
    pub counter_witness: Option<DiffWitness>,
    /// Which declarations bring the change about, where they do: `substantial`, `energy.per_gdp`.
    pub causes: Vec<String>,
    /// Why it was not decided.
    pub reason: Option<Shown>,
    /// The target's title.
    pub title: Shown,
    /// Its id in the old version, where it is another one.
    pub renamed_from: Option<String>,
}

/// Values under which two versions come to different answers, judged by the engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiffWitness {
    /// The values.
    pub values: Vec<WitnessValue>,
    /// The old version's verdict.
    pub old: Verdict,
    /// The new version's verdict.
    pub new: Verdict,
    /// The old version's flags beside the verdict.
    pub old_flags: Vec<Flag>,
    /// The new version's flags beside the verdict.
    pub new_flags: Vec<Flag>,
}

/// One value of a witness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WitnessValue {
    /// The metric's path.
    pub metric: String,
    /// Levels or entities to go to from the entity judged, in turn.
    pub places: Vec<String>,
    /// When it is read: a period, or how long before the one judged; `None` for the period judged.
    pub time: Option<Shown>,
    /// The value.
    pub value: Shown,
    /// The same value, exactly, in the metric's own unit; `None` where it is no number.
    pub exact: Option<String>,
    /// The counts of a share that a sample tells, `910/1000`.
    pub count: Option<String>,
    /// Whether the answer hangs on it; any other value does where it does not.
    pub decides: bool,
}

words! {
    /// What kind of change a declaration has.
    DeclarationChangeKind:
    /// One that the old version does not have.
    Added "added" "diff-declaration-added",
    /// One that the new version does not have.
    Removed "removed" "diff-declaration-removed",
    /// The same under another name.
    Renamed "renamed" "diff-declaration-renamed",
    /// Something that is judged by.
    Changed "changed" "diff-declaration-changed",
    /// Nothing that is judged by.
    Editorial "editorial" "diff-declaration-editorial",
}

words! {
    /// What is declared.
    DeclarationKind:
    /// The plan itself.
    Plan "plan" "diff-kind-plan",
    /// A section.
    Section "section" "diff-kind-section",
    /// An assumption.
    Assumption "assumption" "diff-kind-assumption",
    /// A metric.
    Metric "metric" "diff-kind-metric",
    /// A unit.
    Unit "unit" "diff-kind-unit",
    /// A table of records.
    Table "table" "diff-kind-table",
    /// An organisation.
    Organisation "organisation" "diff-kind-organisation",
    /// Something that the plan asks for without an indicator.
    Unmeasured "unmeasured" "diff-kind-unmeasured",
}

words! {
    /// The part of a declaration that changes, named as the rules name it.
    DeclarationPart:
    /// All of it.
    Whole "whole" "diff-declared-whole",
    /// The value of an assumption; what a metric is computed from.
    Value "value" "diff-declared-value",
    /// The kind of value and its unit or scale.
    Type "type" "diff-declared-type",
    /// The least and the greatest value.
    Range "range" "diff-declared-range",
    /// What is asked of records.
    Records "records" "diff-declared-records",
    /// The columns of a table.
    Columns "columns" "diff-declared-columns",
    /// The plan's period.
    Period "period" "diff-declared-period",
    /// The grades.
    Grade "grade" "diff-declared-grade",
    /// A section's weight.
    Weight "weight" "diff-declared-weight",
    /// Bonuses and penalties.
    Bonus "bonus" "diff-declared-bonus",
    /// How parts without points are treated.
    Missing "missing" "diff-declared-missing",
    /// Titles, documents, clauses and reasons.
    Text "text" "diff-declared-text",
}

/// One change of something that is declared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeclarationChange {
    /// What is declared.
    pub kind: DeclarationKind,
    /// Its name in the new version; in the old one where it is gone.
    pub name: String,
    /// What kind of change it is.
    pub change: DeclarationChangeKind,
    /// The part that changes.
    pub part: DeclarationPart,
    /// The part before.
    pub old: Option<Shown>,
    /// The part after.
    pub new: Option<Shown>,
    /// The targets of the new version that rest on it.
    pub targets: Vec<String>,
}
