//! How the points of a target follow from what was reached.

use dabiao_model::score::{Credit, Ladder, LadderFault, Linear, Part, Rate, Rung};
use dabiao_model::{Code, Number, Type, Value};
use dabiao_syntax::{Expr, Quantity, ScoreForm, Suffix};

use super::figures::Figures;
use super::{Written, number, or_zero, text};
use crate::checker::Checker;
use crate::lower;
use crate::plan::{At, SourceId, Worth};

/// A form that was read.
struct Form {
    credit: Credit,
    /// The points that a ladder names, those of its highest rung.
    own_points: Option<Number>,
    /// The points below all rungs.
    least: Number,
    deducts_share: bool,
}

impl Form {
    fn plain(credit: Credit) -> Form {
        Form { credit, own_points: None, least: Number::ZERO, deducts_share: false }
    }
}

/// What a target can earn, by the innermost form and the innermost floor; `None` where something is faulty.
pub(super) fn worth(
    checker: &mut Checker<'_>,
    target: At,
    weight: Option<&Quantity>,
    written: [Option<Written<'_>>; 3],
    figures: &Figures,
) -> Option<Worth> {
    let form_of = |written: &Written<'_>| !written.score.forms.is_empty();
    let form = written.iter().flatten().find(|written| form_of(written)).copied();
    let floor = written.iter().flatten().find(|written| written.score.floor.is_some()).copied();
    let weight = match weight {
        Some(weight) => Some(number::above_zero(checker, target.source, weight)?),
        None => None,
    };
    let own = match form.and_then(|written| Some((written, written.score.forms.first()?))) {
        Some((written, form)) => read(checker, written, form, target, figures)?,
        None => Form::plain(Credit::AllOrNothing),
    };
    let full = weight.clone().or_else(|| own.own_points.clone())?;
    // A ladder is scaled, so that its highest rung gives the weight.
    let scale = own.own_points.as_ref().and_then(|points| full.checked_div(points)).unwrap_or(Number::ONE);
    let credit = match &own.credit {
        Credit::Ladder(ladder) => Credit::Ladder(scaled(ladder, &scale)?),
        other => other.clone(),
    };
    let written_floor = floor.and_then(|written| Some((written.source, written.score.floor.as_ref()?)));
    let floor = match written_floor {
        Some((source, floor)) => {
            let points = number::points(checker, source, floor)?;
            if points > full {
                let fault = checker.fault(Code::ImpossiblePoints, source, floor.span).variant("floor");
                let place = checker.place(target);
                checker.report(fault.with("full", &full).note(place, "note-target-of-score"));
                return None;
            }
            points
        }
        None => Number::ZERO,
    };
    Some(Worth {
        weight,
        full,
        credit,
        floor: floor.max(own.least * &scale),
        deducts_share: own.deducts_share,
        form: form.map(|written| text(checker, written.source, written.score.span)),
    })
}

fn scaled(ladder: &Ladder, scale: &Number) -> Option<Ladder> {
    let rungs = ladder
        .rungs()
        .iter()
        .map(|rung| Rung { at: rung.at.clone(), points: &rung.points * scale })
        .collect();
    Ladder::new(rungs).ok()
}

fn read(
    checker: &mut Checker<'_>,
    written: Written<'_>,
    form: &ScoreForm,
    target: At,
    figures: &Figures,
) -> Option<Form> {
    let source = written.source;
    let lacking = |checker: &mut Checker<'_>, variant: &'static str| {
        let fault = checker.fault(Code::NoSuchFigure, target.source, target.span).variant(variant);
        let place = checker.place(At { source, span: written.score.span });
        checker.report(fault.note(place, "note-form-of-score"));
    };
    match form {
        ScoreForm::AllOrNothing => Some(Form::plain(Credit::AllOrNothing)),
        ScoreForm::Proportional => {
            if !figures.completion {
                lacking(checker, "completion");
                return None;
            }
            Some(Form::plain(Credit::Proportional))
        }
        ScoreForm::Linear { from, to } => {
            let Some(ty) = &figures.value else {
                lacking(checker, "value");
                return None;
            };
            linear(checker, source, [from, to], ty, figures.rises).map(Form::plain)
        }
        ScoreForm::Ladder(rungs) => {
            let read = ladder(checker, source, rungs);
            if !figures.completion {
                lacking(checker, "completion");
                return None;
            }
            read
        }
        ScoreForm::Deduct { points, per, part } => {
            let Some(ty) = &figures.shortfall else {
                lacking(checker, "shortfall");
                return None;
            };
            // A percent of something that is not counted in percents is a share of the target.
            let is_share = per.suffix == Suffix::Percent && !matches!(ty, Type::Points | Type::Percent);
            if is_share && !figures.completion {
                lacking(checker, "completion");
                return None;
            }
            let points = number::points(checker, source, points);
            let step = number::step(checker, source, per, if is_share { &Type::Percent } else { ty });
            let rate = Rate::new(points?, step?, counted(*part))?;
            Some(Form { deducts_share: is_share, ..Form::plain(Credit::Deduct(rate)) })
        }
    }
}

fn linear(
    checker: &mut Checker<'_>,
    source: SourceId,
    [from, to]: [&Expr; 2],
    ty: &Type,
    rises: Option<bool>,
) -> Option<Credit> {
    let mut end = |expr: &Expr| match lower::constant_of(checker, source, expr, ty)? {
        Value::Number(number) => Some(number),
        _ => None,
    };
    let (first, last) = (end(from), end(to));
    let (first, last) = (first?, last?);
    let span = from.span.to(to.span);
    if rises.is_some_and(|rises| first != last && rises != (first < last)) {
        let fault = checker.fault(Code::UnclearScore, source, span).variant("against");
        checker.report(fault);
        return None;
    }
    let linear = Linear::new(first, last);
    if linear.is_none() {
        let fault = checker.fault(Code::UnclearScore, source, span).variant("no-way");
        checker.report(fault);
    }
    linear.map(Credit::Linear)
}

fn ladder(checker: &mut Checker<'_>, source: SourceId, written: &[dabiao_syntax::Rung]) -> Option<Form> {
    let mut rungs = Vec::new();
    let mut least = None;
    let mut is_whole = true;
    for (place, rung) in written.iter().enumerate() {
        let points = number::points(checker, source, &rung.points);
        let at = rung.from.as_ref().map(|from| number::of_type(checker, source, from, &Type::Percent));
        is_whole = is_whole && points.is_some() && at != Some(None);
        match at {
            Some(at) => rungs.push(Rung { at: or_zero(at), points: or_zero(points) }),
            None if place.saturating_add(1) == written.len() && place > 0 => least = points,
            None => {
                let fault = checker.fault(Code::BrokenLadder, source, rung.points.span).variant("otherwise");
                checker.report(fault);
                is_whole = false;
            }
        }
    }
    if !is_whole {
        return None;
    }
    let own_points = rungs.first().map(|rung| rung.points.clone());
    let lowest = rungs.last().map(|rung| rung.points.clone());
    let fault_at = match Ladder::new(rungs) {
        Err(LadderFault::NotDescending(place)) => Some((place, "")),
        Err(LadderFault::Points(place)) => Some((place, "points")),
        Ok(_) if least > lowest => Some((written.len().saturating_sub(1), "points")),
        Ok(_) if own_points.as_ref().is_some_and(Number::is_zero) => Some((0, "nothing")),
        Err(LadderFault::Empty) => None,
        Ok(ladder) => {
            let least = or_zero(least);
            return Some(Form { own_points, least, ..Form::plain(Credit::Ladder(ladder)) });
        }
    };
    let (place, variant) = fault_at?;
    let rung = written.get(place)?;
    let span = rung.from.as_ref().map_or(rung.points.span, |from| from.span.to(rung.points.span));
    let fault = checker.fault(Code::BrokenLadder, source, span);
    let fault = match variant {
        "points" => fault.variant("points"),
        "nothing" => fault.variant("nothing"),
        _ => fault,
    };
    checker.report(fault);
    None
}

/// How a part of a step counts.
pub(super) fn counted(part: dabiao_syntax::Part) -> Part {
    match part {
        dabiao_syntax::Part::Exact => Part::Exact,
        dabiao_syntax::Part::Begun => Part::Begun,
        dabiao_syntax::Part::Complete => Part::Complete,
    }
}
