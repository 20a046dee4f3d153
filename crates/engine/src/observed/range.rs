//! `a in first..last`

use dabiao_model::Wording;

use super::{Observed, View, show};
use crate::evaluate::Place;

/// The margin is the distance to the nearer end, negative outside.
pub(super) fn tell(view: &View<'_, '_>, value: Place, first: Place, last: Place) -> Option<Observed> {
    let ty = view.ty(value)?;
    let ends = view.value(first).zip(view.value(last));
    let margin = || {
        let number = view.number(value)?;
        let above = &number - &view.number(first)?;
        let below = &view.number(last)? - &number;
        Some(show(&ty.difference(), above.min(below)))
    };
    Some(Observed {
        observed: view.value(value).map(|value| ty.wording(&value)),
        required: ends.map(|(first, last)| {
            Wording::about("value-in", "first", ty.wording(&first)).with("last", ty.wording(&last))
        }),
        margin: margin(),
        needed: None,
    })
}
