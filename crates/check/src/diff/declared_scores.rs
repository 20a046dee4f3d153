//! What changes of the plan itself and of its sections.

use std::ops::Bound;

use dabiao_model::DeclarationChangeKind::{Changed, Editorial};
use dabiao_model::{DeclarationChangeKind, DeclarationKind, DeclarationPart, Wording};

use super::DeclaredChange;
use super::scoring::{adjusts, texts};
use crate::plan::{Plan, Scoring};
use crate::proof::Prover;

type Texts = (Option<Wording>, Option<Wording>);

/// Period, grades and rules of the score, titles and document; and of each section its weight and rules.
pub(super) fn plan<'p>(
    old: &'p Plan,
    new: &'p Plan,
    shapes: &mut Prover<'p>,
    changes: &mut Vec<DeclaredChange>,
) {
    let mut put = |kind, name: &str, change: DeclarationChangeKind, part, (old, new): Texts| {
        let name = name.to_string();
        changes.push(DeclaredChange { kind, name, change, part, old, new, targets: Vec::new() });
    };
    let name = new.id.clone().or_else(|| old.id.clone()).unwrap_or_default();
    let mut of_plan = |change, part, texts| put(DeclarationKind::Plan, &name, change, part, texts);
    if old.period != new.period {
        let text = |plan: &Plan| plan.period.as_ref().map(Wording::from);
        of_plan(Changed, DeclarationPart::Period, (text(old), text(new)));
    }
    let none = Scoring::default();
    let [before, after] = [old, new].map(|plan| plan.scoring.as_ref().unwrap_or(&none));
    if before.grades != after.grades {
        of_plan(Changed, DeclarationPart::Grade, (grades(before), grades(after)));
    }
    if adjusts(shapes, old, &before.adjustments) != adjusts(shapes, new, &after.adjustments) {
        of_plan(Changed, DeclarationPart::Bonus, (texts(&before.adjustments), texts(&after.adjustments)));
    }
    if before.reweights != after.reweights {
        of_plan(Changed, DeclarationPart::Missing, (missing(before.reweights), missing(after.reweights)));
    }
    if (&old.id, &old.titles, &old.document) != (&new.id, &new.titles, &new.document) {
        let text = |plan: &Plan| (!plan.titles.is_empty()).then(|| Wording::list(&plan.titles));
        of_plan(Editorial, DeclarationPart::Text, (text(old), text(new)));
    }
    for after in &new.sections {
        let Some(before) = old.sections.iter().find(|section| section.titles == after.titles) else {
            continue;
        };
        let name = after.titles.first().map(String::as_str).unwrap_or_default();
        let mut of_section = |part, texts| put(DeclarationKind::Section, name, Changed, part, texts);
        let (one, other) = (&before.scoring, &after.scoring);
        if one.weight != other.weight {
            let text = |weight: &Option<dabiao_model::Number>| weight.as_ref().map(Wording::from);
            of_section(DeclarationPart::Weight, (text(&one.weight), text(&other.weight)));
        }
        if adjusts(shapes, old, &one.adjustments) != adjusts(shapes, new, &other.adjustments) {
            of_section(DeclarationPart::Bonus, (texts(&one.adjustments), texts(&other.adjustments)));
        }
        if one.reweights != other.reweights {
            of_section(DeclarationPart::Missing, (missing(one.reweights), missing(other.reweights)));
        }
    }
}

fn missing(reweights: bool) -> Option<Wording> {
    Some(Wording::word(if reweights { "diff-missing-reweights" } else { "diff-missing-counts" }))
}

/// `A >= 90, B >= 80, D`
fn grades(scoring: &Scoring) -> Option<Wording> {
    let bands = scoring.grades.as_ref()?.bands();
    let text = |band: &dabiao_model::score::Band| match &band.from {
        Bound::Included(from) => format!("{} >= {from}", band.grade),
        Bound::Excluded(from) => format!("{} > {from}", band.grade),
        Bound::Unbounded => band.grade.clone(),
    };
    Some(Wording::list(bands.iter().map(text)))
}
