//! `x falls every year`

use dabiao_model::Wording;

use super::{Observed, View};
use crate::evaluate::Place;

/// Stands for a value that is missing, as it may in data.
const MISSING: &str = "…";

/// The series, from the earliest value to the latest.
pub(super) fn tell(view: &View<'_, '_>, root: Place) -> Option<Observed> {
    let shown = |place: &Place| {
        let value = view.value(*place).zip(view.ty(*place));
        value.map_or_else(|| Wording::from(MISSING), |(value, ty)| ty.wording(&value))
    };
    let series: Vec<Wording> = view.sheet.series(root).iter().map(shown).collect();
    let observed = (!series.is_empty()).then(|| Wording::series(series));
    Some(Observed { observed, ..Observed::default() })
}
