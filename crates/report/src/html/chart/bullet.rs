//! The observed value against the required one.

use askama::Template;
use dabiao_model::{Number, TargetResult, Verdict};

use super::scale::{At, Scale};
use crate::words::Words;

/// A band with the required stretch, a tick at each limit, the warning line, the base, and the observed value: a disc on
/// the good side, a diamond on the bad one.
#[derive(Debug, Template)]
#[template(path = "bullet.html")]
pub(in crate::html) struct Bullet {
    class: &'static str,
    label: String,
    zone: Option<(At, At)>,
    gap: Option<(At, At)>,
    limits: Vec<At>,
    warn: Option<At>,
    base: Option<At>,
    observed: Option<At>,
    is_good: bool,
}

/// The width of the drawing.
const WIDTH: f64 = 200.0;

impl Bullet {
    /// `None` where nothing was observed or there is no limit.
    pub(in crate::html) fn of(result: &TargetResult, words: Words) -> Option<Bullet> {
        let figures = result.figures.as_deref()?;
        let float = |number: &Option<Number>| number.as_ref().map(Number::to_f64);
        let observed = float(&figures.observed)?;
        let (least, greatest, warn) = (float(&figures.least), float(&figures.greatest), float(&figures.warn));
        let limits: Vec<f64> = [least, greatest].into_iter().flatten().collect();
        let nearest = limits
            .iter()
            .copied()
            .min_by(|one, other| (one - observed).abs().total_cmp(&(other - observed).abs()))?;
        let base = match (&figures.course, figures.of_change) {
            (Some(_), true) => Some(0.0),
            (Some(course), false) if course.unit == figures.unit => {
                course.base.as_ref().map(|base| base.value.to_f64())
            }
            _ => None,
        };
        let numbers: Vec<f64> = [Some(observed), least, greatest, warn, base].into_iter().flatten().collect();
        let scale = Scale::around(&numbers, 0.14, 0.0, WIDTH)?;
        let (At(from), At(to)) = (
            least.map_or(At(0.0), |least| scale.at(least)),
            greatest.map_or(At(WIDTH), |greatest| scale.at(greatest)),
        );
        let (At(one), At(other)) = (scale.at(nearest), scale.at(observed));
        let is_good = match result.verdict {
            Verdict::Met => true,
            Verdict::Missed => false,
            _ => figures.margin.as_ref().is_some_and(|margin| !margin.is_negative()),
        };
        Some(Bullet {
            class: if is_good { "good" } else { "short" },
            label: label(result, words),
            zone: (to > from).then_some((At(from), At(to - from))),
            gap: Some((At(one.min(other)), At((one - other).abs()))),
            limits: limits.iter().map(|limit| scale.at(*limit)).collect(),
            warn: warn.map(|warn| scale.at(warn)),
            base: base.map(|base| scale.at(base)),
            observed: Some(At(other)),
            is_good,
        })
    }
}

/// What the drawing tells, in words.
fn label(result: &TargetResult, words: Words) -> String {
    let fact = |label, text: &Option<dabiao_model::Shown>| {
        text.as_ref().map(|text| words.labelled(label, &words.shown(text)))
    };
    let facts = [
        fact("report-label-observed", &result.observed),
        fact("report-label-required", &result.required),
        fact("report-label-margin", &result.margin),
    ];
    words.list(&facts.into_iter().flatten().collect::<Vec<_>>())
}
