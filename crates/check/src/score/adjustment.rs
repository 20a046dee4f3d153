//! Bonus and penalty.

use dabiao_model::score::{Adjustment as Rule, Rate};
use dabiao_model::{AdjustmentKind, Code, Number, Type};
use dabiao_syntax::{Part, Quantity, Suffix};

use super::figures::Figures;
use super::form::counted;
use super::{number, text};
use crate::checker::Checker;
use crate::lower;
use crate::plan::{Adjustment, Amount, At, Figure, SourceId};

/// Reads one bonus or penalty; a plan and a section have no figures of their own.
pub(super) fn adjustment(
    checker: &mut Checker<'_>,
    source: SourceId,
    kind: AdjustmentKind,
    written: &dabiao_syntax::Adjustment,
    figures: Option<&Figures>,
) -> Option<Adjustment> {
    let points = number::points(checker, source, &written.points);
    let cap = written.cap.as_ref().map(|cap| number::points(checker, source, cap));
    let when = written.when.as_ref().map(|when| lower::condition(checker, source, when));
    let unclear = match (&written.per, &written.beyond, &written.when) {
        (None, Some(beyond), _) => Some((beyond.span, "no-step")),
        (None, None, None) => Some((written.span, "no-condition")),
        (Some((per, _)), _, _) if figures.is_none() => Some((per.span, "no-figure")),
        _ => None,
    };
    if let Some((span, variant)) = unclear {
        let fault = checker.fault(Code::UnclearAdjustment, source, span);
        checker.report(match variant {
            "no-step" => fault.variant("no-step"),
            "no-figure" => fault.variant("no-figure"),
            _ => fault,
        });
        return None;
    }
    let per_step = match (&written.per, figures) {
        (Some((per, part)), Some(figures)) => {
            Some(step(checker, source, (per, *part), written.beyond.as_ref(), figures))
        }
        _ => None,
    };
    let (points, cap, when) = (points?, part_of(cap)?, part_of(when)?);
    let amount = match per_step {
        Some(step) => {
            let Step { size, part, line, figure } = step?;
            let rate = Rate::new(points, size, counted(part))?;
            let rule = match kind {
                AdjustmentKind::Bonus => Rule::bonus(rate, line, cap)?,
                AdjustmentKind::Penalty => Rule::penalty(rate, line, cap)?,
            };
            Amount::PerStep { rule, figure }
        }
        None => {
            let points = match cap {
                Some(cap) => points.min(cap),
                None => points,
            };
            Amount::Fixed(if kind == AdjustmentKind::Bonus { points } else { -points })
        }
    };
    let text = text(checker, source, written.span);
    Some(Adjustment { kind, when, amount, text, at: At { source, span: written.span } })
}

/// What is counted, and from where on.
struct Step {
    size: Number,
    part: Part,
    line: Number,
    figure: Figure,
}

/// A step in percent is one of the completion. Any other is one of the value, from the line that is written on or from
/// the target itself.
fn step(
    checker: &mut Checker<'_>,
    source: SourceId,
    (per, part): (&Quantity, Part),
    beyond: Option<&Quantity>,
    figures: &Figures,
) -> Option<Step> {
    let lacking = |checker: &mut Checker<'_>, variant: &'static str| {
        let fault = checker.fault(Code::NoSuchFigure, source, per.span).variant(variant);
        checker.report(fault);
    };
    if per.suffix == Suffix::Percent {
        if !figures.completion {
            lacking(checker, "completion");
            return None;
        }
        let size = number::step(checker, source, per, &Type::Percent);
        let line = match beyond {
            Some(line) => number::of_type(checker, source, line, &Type::Percent),
            None => Some(Number::ONE),
        };
        return Some(Step { size: size?, part, line: line?, figure: Figure::Completion });
    }
    let Some((value, shortfall)) = figures.value.as_ref().zip(figures.shortfall.as_ref()) else {
        lacking(checker, "value");
        return None;
    };
    let size = number::step(checker, source, per, shortfall);
    let (line, figure) = match (beyond, figures.rises) {
        (None, _) => (Some(Number::ZERO), Figure::Lead),
        (Some(line), Some(true)) => (number::of_type(checker, source, line, value), Figure::Value),
        (Some(line), Some(false)) => {
            (number::of_type(checker, source, line, value).map(|line| -line), Figure::TurnedValue)
        }
        (Some(_), None) => {
            lacking(checker, "direction");
            return None;
        }
    };
    Some(Step { size: size?, part, line: line?, figure })
}

/// `None` for a part that is there and faulty.
fn part_of<T>(part: Option<Option<T>>) -> Option<Option<T>> {
    match part {
        None => Some(None),
        Some(None) => None,
        Some(read) => Some(read),
    }
}
