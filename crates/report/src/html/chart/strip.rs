//! One target over all entities: a stroke for each, above the line where it is met and below where it is not.

use std::fmt::Write;

use askama::Template;
use dabiao_model::{Figures, Number, TargetResult};

use super::scale::{At, Scale, axis};
use crate::words::Words;

/// Observed values on one scale or, where limits differ from entity to entity, how far each is from its own.
#[derive(Debug, Template)]
#[template(path = "strip.html")]
pub(in crate::html) struct Strip {
    label: String,
    good: String,
    bad: String,
    limits: Vec<(At, String, &'static str)>,
    warn: Option<At>,
}

/// The width of the drawing.
const WIDTH: f64 = 600.0;

impl Strip {
    /// `None` where there are fewer than three numbers.
    pub(in crate::html) fn of(results: &[&TargetResult], told: String, words: Words) -> Option<Strip> {
        let known: Vec<(&TargetResult, &Figures)> =
            results.iter().filter_map(|result| Some((*result, result.figures.as_deref()?))).collect();
        let (_, first) = known.first()?;
        let is_one = known.iter().all(|(_, figures)| {
            (&figures.least, &figures.greatest, &figures.unit) == (&first.least, &first.greatest, &first.unit)
        });
        let number = |figures: &Figures| {
            if is_one {
                figures.observed.as_ref().map(Number::to_f64)
            } else {
                figures.margin.as_ref().map(Number::to_f64)
            }
        };
        let limits: Vec<Number> = if is_one {
            [&first.least, &first.greatest].into_iter().flatten().cloned().collect()
        } else {
            vec![Number::ZERO]
        };
        let values: Vec<(bool, f64)> =
            known.iter().filter_map(|(result, figures)| Some((result.is_met(), number(figures)?))).collect();
        if values.len() < 3 {
            return None;
        }
        let all: Vec<f64> =
            values.iter().map(|(_, value)| *value).chain(limits.iter().map(Number::to_f64)).collect();
        let scale = Scale::around(&all, 0.03, 0.0, WIDTH)?;
        let (mut good, mut bad) = (String::new(), String::new());
        for (is_good, value) in &values {
            let (to, stroke) = if *is_good { (&mut good, "8v16") } else { (&mut bad, "28v16") };
            // Writing to memory cannot fail.
            let _ = write!(to, "M{} {stroke}", scale.at(*value));
        }
        let limit = |limit: &Number| {
            let at = scale.at(limit.to_f64());
            let side = match at.0 {
                x if x < 30.0 => "start",
                x if x > WIDTH - 30.0 => "end",
                _ => "mid",
            };
            let text =
                if is_one { axis(limit, first.is_share()) } else { words.word("report-label-required") };
            (at, text, side)
        };
        let warn = first.warn.as_ref().filter(|_| is_one).map(|warn| scale.at(warn.to_f64()));
        Some(Strip { label: told, good, bad, limits: limits.iter().map(limit).collect(), warn })
    }
}
