//! `x falls every year`

use super::{Observed, View};
use crate::evaluate::Place;
use crate::program::TrendRule;

/// Stands for a value that is missing, as it may in data.
const MISSING: &str = "…";

/// The series, from the earliest value to the latest.
pub(super) fn tell(view: &View<'_, '_>, rule: &TrendRule, root: Place) -> Option<Observed> {
    let shown = |place: &Place| {
        let value = view.value(*place).zip(view.ty(*place));
        value.map_or_else(|| MISSING.to_string(), |(value, ty)| ty.show(&value))
    };
    let series: Vec<String> = view.sheet.series(root, rule).iter().map(shown).collect();
    let observed = (!series.is_empty()).then(|| series.join(" → "));
    Some(Observed { observed, ..Observed::default() })
}
