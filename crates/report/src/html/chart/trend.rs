//! A value over time, with the path to its target.

use askama::Template;
use dabiao_model::{Course, Dated, Number, TargetResult, Verdict};

use super::scale::{At, Scale, axis, day};
use crate::words::Words;

/// A line through the values, dashes along the path from the base to the goal, dots along the limit.
#[derive(Debug, Template)]
#[template(path = "trend.html")]
pub(in crate::html) struct Trend {
    class: &'static str,
    label: String,
    ticks: Vec<(String, At)>,
    times: Vec<(String, At, &'static str)>,
    limits: Vec<At>,
    path: String,
    line: String,
    dots: Vec<(At, At)>,
    base: Option<(At, At)>,
    goal: Option<(At, At)>,
}

/// The corners of the part that is drawn in.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 340.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 112.0;

impl Trend {
    /// `None` where there are fewer than two values to connect.
    pub(in crate::html) fn of(result: &TargetResult, words: Words) -> Option<Trend> {
        let figures = result.figures.as_deref()?;
        let course = figures.course.as_ref()?;
        if course.values.len() < 2 {
            return None;
        }
        let path: Vec<&Dated> = if course.path.is_empty() {
            course.base.iter().zip(&course.goal).flat_map(|(base, goal)| [base, goal]).collect()
        } else {
            course.path.iter().collect()
        };
        let has_limits = !figures.of_change && course.unit == figures.unit;
        let limits: Vec<&Number> =
            [&figures.least, &figures.greatest].into_iter().flatten().filter(|_| has_limits).collect();
        let ends: Vec<&Dated> = course.base.iter().chain(&course.goal).collect();
        let all: Vec<&Dated> = course.values.iter().chain(path.iter().copied()).chain(ends).collect();
        let times: Vec<(f64, &str)> =
            all.iter().filter_map(|one| Some((day(&one.period)?, &*one.period))).collect();
        let x = Scale::around(&times.iter().map(|(at, _)| *at).collect::<Vec<_>>(), 0.0, LEFT, RIGHT)?;
        let numbers: Vec<&Number> = all.iter().map(|one| &one.value).chain(limits.iter().copied()).collect();
        let floats: Vec<f64> = numbers.iter().map(|number| number.to_f64()).collect();
        let y = Scale::around(&floats, 0.05, BOTTOM, TOP)?;
        let dot = |one: &Dated| Some((x.at(day(&one.period)?), y.at(one.value.to_f64())));
        let joined = |dots: &[&Dated]| {
            let dots = dots.iter().filter_map(|one| dot(one)).map(|(x, y)| format!("{x},{y}"));
            dots.collect::<Vec<_>>().join(" ")
        };
        let values: Vec<&Dated> = course.values.iter().collect();
        Some(Trend {
            class: match result.verdict {
                Verdict::Met => "good",
                Verdict::Missed => "short",
                _ => "open",
            },
            label: label(course, words),
            ticks: ticks(&numbers, course, &y),
            times: ends_of(&times, &x, words),
            limits: limits.iter().map(|limit| y.at(limit.to_f64())).collect(),
            path: joined(&path),
            line: joined(&values),
            dots: course.values.iter().filter_map(dot).collect(),
            base: course.base.as_ref().and_then(dot),
            goal: course.goal.as_ref().and_then(dot),
        })
    }
}

/// The lowest and the highest number, beside the axis.
fn ticks(numbers: &[&Number], course: &Course, y: &Scale) -> Vec<(String, At)> {
    let ends = [numbers.iter().min(), numbers.iter().max()];
    let tick = |number: &&&Number| {
        let At(at) = y.at(number.to_f64());
        (axis(number, course.is_share()), At(at + 4.0))
    };
    let mut ticks: Vec<(String, At)> = ends.iter().flatten().map(tick).collect();
    ticks.dedup_by(|one, other| one.0 == other.0);
    ticks
}

/// The first and the last time, below the axis.
fn ends_of(times: &[(f64, &str)], x: &Scale, words: Words) -> Vec<(String, At, &'static str)> {
    let first = times.iter().min_by(|one, other| one.0.total_cmp(&other.0));
    let last = times.iter().max_by(|one, other| one.0.total_cmp(&other.0));
    let tick = |(at, period): &(f64, &str), side| (words.time(period), x.at(*at), side);
    [first.map(|one| tick(one, "start")), last.map(|one| tick(one, "end"))].into_iter().flatten().collect()
}

/// What the drawing tells, in words.
fn label(course: &Course, words: Words) -> String {
    let say = |one: &Dated| format!("{} {}", words.time(&one.period), axis(&one.value, course.is_share()));
    let values = words.list(&course.values.iter().map(say).collect::<Vec<_>>());
    match &course.goal {
        Some(goal) => words.say("html-trend-goal", [("values", &values), ("goal", &say(goal))]),
        None => values,
    }
}
