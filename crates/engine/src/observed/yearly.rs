//! `yearly change of x since 2015 >= 2%`

use dabiao_model::{Number, Type, Wording};

use super::{Observed, View, comparison};
use crate::evaluate::{Place, growth};
use crate::program::YearlyRule;

/// The decimals of the rate, a share, that are shown: four of the percent.
const PLACES: u32 = 6;

/// The rate per year with its sign. It is irrational as a rule, so it is rounded for people, marked as such, and has
/// no margin.
pub(super) fn tell(
    view: &View<'_, '_>,
    rule: &YearlyRule,
    root: Place,
    [now, base, rate]: [Place; 3],
) -> Option<Observed> {
    let term = view.op(root)?.term;
    let judged = view.sheet.row(root)?.period;
    let shown = || {
        let growth = growth(rule, term, judged, &view.number(now)?, &view.number(base)?).ok()?;
        let yearly = growth.yearly(PLACES).ok()?;
        let mark = if yearly.is_exact { "" } else { "≈" };
        let sign = if yearly.value.is_positive() { "+" } else { "" };
        Some(Wording::from(format!("{mark}{sign}{}%", &yearly.value * &Number::HUNDRED)))
    };
    let required = view.number(rate).map(|rate| comparison::required(rule.op, Type::Percent.signed(&rate)));
    Some(Observed { observed: view.value(root).and_then(|_| shown()), required, ..Observed::default() })
}
