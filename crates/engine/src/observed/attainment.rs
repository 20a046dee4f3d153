//! The figures that points follow from.

use dabiao_check::{Bound, Comparison, Direction};
use dabiao_model::score::Attainment;
use dabiao_model::{Number, Type, Verdict, Wording};

use super::{View, comparison, show};
use crate::evaluate::{Context, Place};
use crate::judge::Hearing;
use crate::program::{ChangeRule, OpKind};

/// What was reached, with the shortfall as people read it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attained {
    pub(crate) figures: Attainment,
    pub(crate) shortfall: Option<Wording>,
}

/// The value of a row, its completion and its shortfall, as far as the condition's form has them.
///
/// The completion of a change is the actual change over the one that is asked for; of a value that is to reach its
/// target, the value over the target; and of one that is to stay below it, two less that quotient, so that a value
/// that exceeds its limit by a tenth stands at 90 %. There is none where the target is not above zero.
pub(crate) fn attained(
    hearing: &Hearing<'_>,
    row: usize,
    verdict: Verdict,
    context: &Context<'_>,
) -> Option<Attained> {
    if !matches!(verdict, Verdict::Met | Verdict::Missed | Verdict::Pending) {
        return None;
    }
    let view = View { sheet: &hearing.condition, context };
    let root = view.sheet.root(row);
    let op = view.sheet.op(root)?;
    let operands: Vec<Place> = op.operands.iter().map(|slot| Place { slot: *slot, ..root }).collect();
    let told = match (&op.kind, operands.as_slice()) {
        (OpKind::Compare(op), [left, right]) => of_comparison(&view, *op, *left, *right),
        (OpKind::InRange, [value, first, last]) => of_range(&view, *value, *first, *last),
        (OpKind::Change(rule), [now, base, amount]) => of_change(&view, rule, root, [*now, *base, *amount]),
        _ => None,
    };
    let mut attained = told.unwrap_or_default();
    attained.figures.met = verdict == Verdict::Met;
    Some(attained)
}

fn of_comparison(view: &View<'_, '_>, op: Comparison, left: Place, right: Place) -> Option<Attained> {
    let (op, left, right) = comparison::sides(view, op, left, right)?;
    let (ty, _) = comparison::shown_types(view.ty(left)?, view.ty(right)?);
    let (value, target) = (view.number(left)?, view.number(right)?);
    let completion = match op {
        Comparison::AtLeast | Comparison::Above => share(&value, &target),
        Comparison::AtMost | Comparison::Below => share(&value, &target).map(kept),
        Comparison::Equal | Comparison::NotEqual => None,
    };
    let shortfall = comparison::margin(op, &value, &target).map(|margin| -margin);
    Some(attainment(value, completion, shortfall, &ty.difference()))
}

fn of_range(view: &View<'_, '_>, value: Place, first: Place, last: Place) -> Option<Attained> {
    let ty = view.ty(value)?.difference();
    let (value, first, last) = (view.number(value)?, view.number(first)?, view.number(last)?);
    let shortfall = (&first - &value).max(&value - &last).max(Number::ZERO);
    Some(attainment(value, None, Some(shortfall), &ty))
}

fn of_change(
    view: &View<'_, '_>,
    rule: &ChangeRule,
    root: Place,
    [now, base, amount]: [Place; 3],
) -> Option<Attained> {
    let ty = if rule.relative { Type::Points } else { view.ty(now)?.difference() };
    view.value(root)?;
    let (now, base, amount) = (view.number(now)?, view.number(base)?, view.number(amount)?);
    let change = now - &base;
    let change = if rule.relative { change.checked_div(&base)? } else { change };
    let moved = match rule.direction {
        Direction::Falls => -change,
        Direction::Rises => change,
    };
    let reached = share(&moved, &amount);
    let (completion, shortfall) = match rule.bound {
        Bound::AtLeast | Bound::MoreThan => (reached, &amount - &moved),
        Bound::AtMost | Bound::LessThan => (reached.map(kept), &moved - &amount),
    };
    Some(attainment(moved, completion, Some(shortfall), &ty))
}

fn attainment(
    value: Number,
    completion: Option<Number>,
    shortfall: Option<Number>,
    distance: &Type,
) -> Attained {
    let shown = shortfall.clone().map(|shortfall| show(distance, shortfall));
    let figures = Attainment { met: false, value: Some(value), completion, shortfall };
    Attained { figures, shortfall: shown }
}

/// A value as a share of a target above zero.
fn share(value: &Number, target: &Number) -> Option<Number> {
    if target.is_positive() { value.checked_div(target) } else { None }
}

/// How far a limit is kept, of the value's share of it.
fn kept(share: Number) -> Number {
    Number::from(2) - share
}
