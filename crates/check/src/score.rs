//! Scores: weights, forms, bonus and penalty, grades and vetoes, once the targets are known.

mod adjustment;
mod figures;
mod form;
mod grades;
mod number;

use dabiao_model::{AdjustmentKind, Code, Number, Span};
use dabiao_syntax::{FieldValue, Item, ItemKind, Key, Quantity, Score, ScoreForm};

use crate::checker::Checker;
use crate::fields::Fields;
use crate::plan::{Adjustment, At, Scoring, SectionScoring, SourceId};
use figures::Figures;

/// The `score:` of a plan, a section or a target, with the text that it stands in.
#[derive(Debug, Clone, Copy)]
struct Written<'t> {
    source: SourceId,
    score: &'t Score,
}

/// Reads what the plan says of scores. A plan in which no target has points has no score.
pub(crate) fn all(checker: &mut Checker<'_>, items: &[(SourceId, &Item)]) {
    if !items.iter().any(|(_, item)| takes_part(item)) {
        refuse_all(checker, items);
        return;
    }
    let plan = items.iter().find(|(_, item)| matches!(item.kind, ItemKind::Plan { .. }));
    let mut scoring = Scoring::default();
    let mut outermost = None;
    if let Some((source, item)) = plan {
        outermost = written(*source, item);
        scoring.grades = grades::grades(checker, *source, item);
        scoring.adjustments = adjustments(checker, *source, item, None);
        scoring.reweights = outermost.is_some_and(|written| written.score.reweight_missing);
        check_alone(checker, outermost);
    }
    let has_grades = plan.is_some_and(|(_, item)| Fields(&item.fields).all(Key::Grade).next().is_some());
    let mut section: Option<(SourceId, Option<Written<'_>>)> = None;
    let mut sections = 0_usize;
    for (index, (source, item)) in items.iter().enumerate() {
        match &item.kind {
            ItemKind::Section { .. } => {
                let own = written(*source, item);
                check_alone(checker, own);
                section = Some((*source, own));
                let behind = items.iter().skip(index.saturating_add(1));
                let inside = behind
                    .take_while(|(of, item)| of == source && !matches!(item.kind, ItemKind::Section { .. }));
                let has_points = inside.clone().any(|(_, item)| takes_part(item));
                let scoring = read_section(checker, *source, item, own, has_points);
                if let Some(declared) = checker.plan.sections.get_mut(sections) {
                    declared.scoring = scoring;
                }
                sections = sections.saturating_add(1);
            }
            ItemKind::Target { .. } => {
                let of_section = section.filter(|(of, _)| of == source).and_then(|(_, own)| own);
                let own = written(*source, item);
                check_alone(checker, own);
                let forms = [own, of_section, outermost];
                read_target(checker, *source, item, forms, scoring.grades.as_ref(), has_grades);
            }
            _ => {}
        }
    }
    checker.plan.scoring = Some(scoring);
}

/// Whether a target has points of its own: a weight, or a ladder, which names them.
fn takes_part(item: &Item) -> bool {
    let fields = Fields(&item.fields);
    let is_ladder = |form: &ScoreForm| matches!(form, ScoreForm::Ladder(_));
    let has_ladder = || score_of(item).is_some_and(|score| score.forms.iter().any(is_ladder));
    matches!(item.kind, ItemKind::Target { .. }) && (fields.all(Key::Weight).next().is_some() || has_ladder())
}

/// Says of each field about scores that nothing has points.
fn refuse_all(checker: &mut Checker<'_>, items: &[(SourceId, &Item)]) {
    for (source, item) in items {
        for field in &item.fields {
            let is_score = matches!(
                field.key,
                Key::Score | Key::Grade | Key::Bonus | Key::Penalty | Key::Veto | Key::Weight
            );
            if is_score && crate::fields::takes(&item.kind, field.key) {
                let fault = checker.fault(Code::NothingToScore, *source, field.span);
                checker.report(fault);
            }
        }
    }
}

fn score_of(item: &Item) -> Option<&Score> {
    Fields(&item.fields).all(Key::Score).find_map(|field| match &field.value {
        FieldValue::Score(score) => Some(&**score),
        _ => None,
    })
}

fn written(source: SourceId, item: &Item) -> Option<Written<'_>> {
    score_of(item).map(|score| Written { source, score })
}

fn weight_of(item: &Item) -> Option<&Quantity> {
    Fields(&item.fields).all(Key::Weight).find_map(|field| match &field.value {
        FieldValue::Quantity(quantity) => Some(quantity),
        _ => None,
    })
}

/// What is wrong with a `score:` wherever it stands: two forms.
fn check_alone(checker: &mut Checker<'_>, written: Option<Written<'_>>) {
    let Some(Written { source, score }) = written else { return };
    if score.forms.len() > 1 {
        let fault = checker.fault(Code::UnclearScore, source, score.span);
        checker.report(fault);
    }
}

fn read_section(
    checker: &mut Checker<'_>,
    source: SourceId,
    item: &Item,
    own: Option<Written<'_>>,
    has_points: bool,
) -> SectionScoring {
    let weight = weight_of(item).and_then(|weight| number::above_zero(checker, source, weight));
    let places: [Option<Span>; 2] =
        [own.map(|own| own.score.span), weight_of(item).map(|weight| weight.span)];
    for span in places.into_iter().flatten().filter(|_| !has_points) {
        let fault = checker.fault(Code::NothingToScore, source, span).variant("section");
        checker.report(fault);
    }
    SectionScoring {
        weight,
        adjustments: adjustments(checker, source, item, None),
        reweights: own.is_some_and(|own| own.score.reweight_missing),
    }
}

fn read_target(
    checker: &mut Checker<'_>,
    source: SourceId,
    item: &Item,
    forms: [Option<Written<'_>>; 3],
    grades: Option<&dabiao_model::score::Grades>,
    has_grades: bool,
) {
    let at = At { source, span: item.head };
    let Some(place) = checker.plan.targets.iter().position(|target| target.at == at) else { return };
    let Some(condition) = checker.plan.targets.get(place).map(|target| target.condition) else { return };
    let figures = Figures::of(checker, condition);
    let own = forms.first().copied().flatten();
    if let Some(own) = own
        && own.score.reweight_missing
    {
        let fault = checker.fault(Code::UnclearScore, source, own.score.span).variant("reweight");
        checker.report(fault);
    }
    let weight = weight_of(item);
    let worth = if takes_part(item) {
        form::worth(checker, At { source, span: item.head }, weight, forms, &figures)
    } else {
        if let Some(own) = own {
            let fault = checker.fault(Code::NothingToScore, source, own.score.span).variant("target");
            checker.report(fault);
        }
        None
    };
    let adjustments = adjustments(checker, source, item, Some(&figures));
    let veto = grades::veto(checker, source, item, grades, has_grades);
    if let Some(target) = checker.plan.targets.get_mut(place) {
        target.worth = worth;
        target.adjustments = adjustments;
        target.veto = veto;
    }
}

/// The bonuses and penalties of an item, in the order of the text.
fn adjustments(
    checker: &mut Checker<'_>,
    source: SourceId,
    item: &Item,
    figures: Option<&Figures>,
) -> Vec<Adjustment> {
    let mut read = Vec::new();
    for field in &item.fields {
        let kind = match field.key {
            Key::Bonus => AdjustmentKind::Bonus,
            Key::Penalty => AdjustmentKind::Penalty,
            _ => continue,
        };
        if let FieldValue::Adjustment(written) = &field.value {
            read.extend(adjustment::adjustment(checker, source, kind, written, figures));
        }
    }
    read
}

/// The text at a place, on one line.
fn text(checker: &Checker<'_>, source: SourceId, span: Span) -> String {
    checker.plan.text_at(At { source, span })
}

/// Zero, where something faulty was reported and the rest is still to be looked at.
fn or_zero(number: Option<Number>) -> Number {
    number.unwrap_or(Number::ZERO)
}
