//! `a >= b`

use dabiao_check::Comparison;
use dabiao_model::{Number, Type, Wording};

use super::{Observed, View, counts, show};
use crate::evaluate::Place;

/// The side that depends on data is the observed one, the other is required of it; where both do, the left one is
/// observed.
pub(super) fn tell(
    view: &View<'_, '_>,
    op: Comparison,
    left: Place,
    right: Place,
    is_missed: bool,
) -> Option<Observed> {
    let (op, left, right) = sides(view, op, left, right)?;
    let (left_type, right_type) = shown_types(view.ty(left)?, view.ty(right)?);
    let numbers = || Some((view.number(left)?, view.number(right)?));
    let margin = numbers().and_then(|(left, right)| margin(op, &left, &right));
    let needed =
        numbers().filter(|_| is_missed).and_then(|(_, right)| counts::needed(view, op, left, &right));
    Some(Observed {
        observed: view.value(left).map(|value| left_type.wording(&value)),
        required: view.value(right).map(|value| required(op, right_type.wording(&value))),
        margin: margin.map(|margin| show(&left_type.difference(), margin)),
        needed,
    })
}

/// The comparison with the observed side on its left.
pub(super) fn sides(
    view: &View<'_, '_>,
    op: Comparison,
    left: Place,
    right: Place,
) -> Option<(Comparison, Place, Place)> {
    match (view.depends_on_data(left), view.depends_on_data(right)) {
        (true, _) => Some((op, left, right)),
        (false, true) => Some((op.mirrored(), right, left)),
        (false, false) => None,
    }
}

/// `>= 90%`
pub(super) fn required(op: Comparison, value: Wording) -> Wording {
    let id = match op {
        Comparison::AtLeast => "value-at-least",
        Comparison::Above => "value-above",
        Comparison::AtMost => "value-at-most",
        Comparison::Below => "value-below",
        Comparison::Equal => "value-equal",
        Comparison::NotEqual => "value-not-equal",
    };
    Wording::about(id, "value", value)
}

/// How far the left side is on the good side.
pub(super) fn margin(op: Comparison, left: &Number, right: &Number) -> Option<Number> {
    match op {
        Comparison::AtLeast | Comparison::Above => Some(left - right),
        Comparison::AtMost | Comparison::Below => Some(right - left),
        Comparison::Equal => Some(-(left - right).abs()),
        Comparison::NotEqual => None,
    }
}

/// The types to show both sides in: a quotient that is compared with a percent is shown as one.
pub(super) fn shown_types<'t>(left: &'t Type, right: &'t Type) -> (&'t Type, &'t Type) {
    match (left, right) {
        (Type::Ratio, Type::Percent) => (right, right),
        (Type::Percent, Type::Ratio) => (left, left),
        sides => sides,
    }
}
