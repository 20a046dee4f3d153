//! What differs between two plans, in words that every form shows.

use dabiao_model::{
    ChangeKind, DeclarationChange, DeclarationChangeKind, DiffReport, DiffWitness, Flag, Shown, TargetChange,
    TargetPart, Verdict, WitnessValue, Wording,
};

use crate::words::Words;

/// `rules without a plan`, or the title; of two versions with different titles both.
pub(crate) fn title(report: &DiffReport, words: Words) -> String {
    let of = |plan: &dabiao_model::PlanInfo| {
        let title = plan.title.as_ref().map(|title| words.shown(title)).or_else(|| plan.id.clone());
        title.unwrap_or_else(|| words.word("report-untitled"))
    };
    let (old, new) = (of(&report.old), of(&report.new));
    if old == new { new } else { format!("{old} → {new}") }
}

/// `2 tightened, 1 deadline, 60 unchanged`
pub(crate) fn totals(report: &DiffReport, words: Words) -> String {
    let mut parts = Vec::new();
    for kind in ChangeKind::ALL {
        let count = report.changes.iter().filter(|one| one.change == *kind).count();
        if count > 0 {
            parts.push(counted(count, &word(*kind, words), words));
        }
    }
    parts.push(counted(report.unchanged, &words.word("diff-unchanged"), words));
    words.list(&parts)
}

fn counted(count: usize, word: &str, words: Words) -> String {
    words.say("diff-count", [("count", &count.to_string()), ("change", word)])
}

/// `tightened`
pub(crate) fn word(kind: ChangeKind, words: Words) -> String {
    Wording::from(kind).text(words.language).into_owned()
}

/// `tightened`, with the part where it is not plain which one is meant: `tightened, warn`.
pub(crate) fn label(change: &TargetChange, words: Words) -> String {
    let kind = word(change.change, words);
    let is_plain = match change.part {
        TargetPart::Target | TargetPart::Condition | TargetPart::By | TargetPart::Cite => true,
        TargetPart::Owner => change.change == ChangeKind::Owner,
        TargetPart::Weight => change.change == ChangeKind::Weight,
        _ => false,
    };
    if is_plain && change.change != ChangeKind::Editorial {
        return kind;
    }
    words.list(&[kind, Wording::from(change.part).text(words.language).into_owned()])
}

/// The part before or after; `none` where there is none.
pub(crate) fn side(text: Option<&Shown>, words: Words) -> String {
    text.map_or_else(|| words.word("diff-none"), |text| words.shown(text))
}

/// `x = 91%, y (2005) = 3`
pub(crate) fn values(witness: &DiffWitness, words: Words) -> String {
    let any_decides = witness.values.iter().any(|one| one.decides);
    let shown = witness.values.iter().filter(|one| one.decides || !any_decides);
    words.list(&shown.map(|one| value(one, words)).collect::<Vec<_>>())
}

fn value(one: &WitnessValue, words: Words) -> String {
    let mut name = one.metric.clone();
    // The way begins with the last place that the rules name.
    for place in one.places.iter().rev() {
        name = words.say("diff-of", [("name", &name), ("place", place)]);
    }
    if let Some(time) = &one.time {
        name = words.say("report-named", [("title", &name), ("id", &words.shown(time))]);
    }
    match &one.count {
        Some(count) => {
            let counted = words.say("report-named", [("title", count), ("id", &words.shown(&one.value))]);
            format!("{name} = {counted}")
        }
        None => format!("{name} = {}", words.shown(&one.value)),
    }
}

/// A verdict with its flags: `met, at risk`.
pub(crate) fn verdict(verdict: String, flags: &[Flag], words: Words) -> String {
    let flags = flags.iter().map(|flag| words.flag(*flag));
    words.list(&[verdict].into_iter().chain(flags).collect::<Vec<_>>())
}

/// `met → missed`, with each verdict as `mark` writes it.
pub(crate) fn verdicts(witness: &DiffWitness, words: Words, mark: impl Fn(Verdict) -> String) -> String {
    let old = verdict(mark(witness.old), &witness.old_flags, words);
    format!("{old} → {}", verdict(mark(witness.new), &witness.new_flags, words))
}

/// `assumption substantial, value`, and a renamed one as such.
pub(crate) fn declared(change: &DeclarationChange, words: Words) -> String {
    let kind = Wording::from(change.kind).text(words.language).into_owned();
    let named = words.say("diff-declared", [("kind", &kind), ("name", &change.name)]);
    let part = match change.change {
        DeclarationChangeKind::Changed => Wording::from(change.part),
        DeclarationChangeKind::Editorial => Wording::from(change.part),
        other => Wording::from(other),
    };
    words.list(&[named, part.text(words.language).into_owned()])
}

/// The changes target by target; those of one target stand beside each other.
pub(crate) fn by_target(report: &DiffReport) -> impl Iterator<Item = &[TargetChange]> {
    report.changes.chunk_by(|one, next| one.target == next.target && is_of_both(one) == is_of_both(next))
}

/// A target that is gone and one that has come may have one id, under which another one stood before.
fn is_of_both(change: &TargetChange) -> ChangeKind {
    match change.change {
        kind @ (ChangeKind::Added | ChangeKind::Removed) => kind,
        _ => ChangeKind::Editorial,
    }
}

/// Whether nothing but the writing of a target changes.
pub(crate) fn is_editorial(changes: &[TargetChange]) -> bool {
    changes.iter().all(|one| one.change == ChangeKind::Editorial)
}
