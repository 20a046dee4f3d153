//! How many results bear which verdict, as one bar. It repeats what texts beside it say.

use askama::Template;
use dabiao_model::Summary;

use super::scale::At;
use crate::html::pieces::BY_URGENCY;

#[derive(Debug, Template)]
#[template(path = "stack.html")]
pub(in crate::html) struct Stack {
    parts: Vec<(&'static str, At, At)>,
}

impl Stack {
    pub(in crate::html) fn of(summary: &Summary) -> Stack {
        let count = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
        let total = count(summary.total()).max(1.0);
        let mut from = 0.0;
        let parts = BY_URGENCY.into_iter().filter(|verdict| summary.get(*verdict) > 0).map(|verdict| {
            let width = count(summary.get(verdict)) / total * 100.0;
            let part = (verdict.as_str(), At(from), At(width));
            from += width;
            part
        });
        Stack { parts: parts.collect() }
    }
}
