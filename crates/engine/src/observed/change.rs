//! `x falls by at least 20% since 2005`

use dabiao_check::{Bound, Direction};
use dabiao_model::{Number, Type, Wording};

use super::{Observed, View, show};
use crate::evaluate::Place;
use crate::program::ChangeRule;

/// The change is shown with its sign, so a fall is negative; relative to the base it is a percent.
pub(super) fn tell(
    view: &View<'_, '_>,
    rule: &ChangeRule,
    root: Place,
    [now, base, amount]: [Place; 3],
) -> Option<Observed> {
    let absolute = view.ty(now)?.difference();
    let (shown, distance) =
        if rule.relative { (Type::Percent, Type::Points) } else { (absolute.clone(), absolute) };
    let amount = view.number(amount);
    // Where the change cannot be judged, for whatever reason, there is none to show.
    let change = view.value(root).and_then(|_| {
        let base = view.number(base)?;
        let change = view.number(now)? - &base;
        if rule.relative { change.checked_div(&base) } else { Some(change) }
    });
    let margin = change.as_ref().zip(amount.as_ref()).map(|(change, amount)| {
        let moved = match rule.direction {
            Direction::Falls => -change,
            Direction::Rises => change.clone(),
        };
        match rule.bound {
            Bound::AtLeast | Bound::MoreThan => moved - amount,
            Bound::AtMost | Bound::LessThan => amount - &moved,
        }
    });
    Some(Observed {
        observed: change.map(|change| shown.signed(&change)),
        required: amount.map(|amount| required(rule, &shown, amount)),
        margin: margin.map(|margin| show(&distance, margin)),
        needed: None,
    })
}

/// The bound on the signed change: `<= -20%` for a fall by at least 20 %.
fn required(rule: &ChangeRule, ty: &Type, amount: Number) -> Wording {
    let id = match (rule.direction, rule.bound) {
        (Direction::Falls, Bound::AtLeast) | (Direction::Rises, Bound::AtMost) => "value-at-most",
        (Direction::Falls, Bound::MoreThan) | (Direction::Rises, Bound::LessThan) => "value-below",
        (Direction::Falls, Bound::AtMost) | (Direction::Rises, Bound::AtLeast) => "value-at-least",
        (Direction::Falls, Bound::LessThan) | (Direction::Rises, Bound::MoreThan) => "value-above",
    };
    let bound = match rule.direction {
        Direction::Falls => -amount,
        Direction::Rises => amount,
    };
    Wording::about(id, "value", ty.signed(&bound))
}
