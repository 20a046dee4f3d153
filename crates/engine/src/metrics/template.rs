//! A text whose numbers alone differ from one that was read before.

use dabiao_check::MetricId;
use dabiao_model::PlainDecimal;

use super::Metrics;
use super::door::Door;

/// What a text that was read says between its numbers, and where each number went.
///
/// A program that asks again and again writes its input in one form, so that all that is left to do with the next
/// text is to compare what stands between the numbers, and to put these where the last ones went.
#[derive(Debug, Clone)]
pub struct Template {
    /// What stands before each number and behind the last one, one after the other.
    between: String,
    holes: Vec<Hole>,
}

/// Where a number of the text goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hole {
    /// Where the text before the number ends in `between`.
    pub(super) end: usize,
    pub(super) metric: MetricId,
    pub(super) plane: usize,
    pub(super) seat: usize,
    pub(super) door: Door,
}

impl Template {
    pub(super) fn new(between: String, holes: Vec<Hole>) -> Template {
        Template { between, holes }
    }
}

impl Metrics {
    /// Puts the numbers of a text in the place of those of the text that the template was made from, since when nothing
    /// else may have changed the table. `false` where the text differs in anything but its numbers, or one of them
    /// calls for more than its place; then some numbers may have been put, and the table is to be filled anew.
    #[must_use]
    pub fn refill(&mut self, template: &Template, text: &str) -> bool {
        let (mut rest, between) = (text.as_bytes(), template.between.as_bytes());
        let mut begin = 0;
        let mut heads = self.heads.get_mut().and_then(Option::as_mut);
        for hole in &template.holes {
            let Some(behind) = between.get(begin..hole.end).and_then(|words| rest.strip_prefix(words)) else {
                return false;
            };
            let Some((decimal, length)) = PlainDecimal::begin(behind) else { return false };
            let Some(integer) = hole.door.pass(decimal) else { return false };
            let plane =
                self.columns.get_mut(hole.metric.index()).and_then(|column| column.plane_at_mut(hole.plane));
            match plane.and_then(|plane| plane.scaled()) {
                Some(scaled) if scaled.exponent() == hole.door.exponent() => {
                    scaled.put_integer(hole.seat, integer)
                }
                _ => return false,
            }
            if let Some(heads) = &mut heads {
                heads.put(hole.metric, hole.plane, hole.seat, integer);
            }
            rest = behind.get(length..).unwrap_or_default();
            begin = hole.end;
        }
        between.get(begin..) == Some(rest)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use dabiao_model::{Intake, Number, RawCell, RowHead, Source, Value};

    use super::*;
    use crate::Program;

    #[test]
    fn only_the_numbers_of_a_text_may_differ() {
        let rules = "metric x\n  type: percent in 0%..100%\nx >= 90%";
        let plan = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rules))]).plan;
        let mut metrics = Metrics::new(&Program::compile(Arc::new(plan)));
        let mut fill = metrics.fill().with_template();
        let column: Arc<str> = "x".into();
        fill.file(&"m".into());
        fill.row(&RowHead::default());
        fill.cell(&RawCell {
            metric: "x",
            heading: Some(0),
            text: "91.5%",
            offset: Some(4),
            line: 1,
            column: &column,
            element: None,
            unit: None,
            named_at: None,
            unit_at: None,
        });
        assert_eq!(fill.faults(), []);
        let template = fill.template("x = 91.5%;").unwrap();
        let share = |metrics: &Metrics| metrics.value("x", None, None);
        for (text, value) in [("x = 7%;", "0.07"), ("x = 100.00%;", "1"), ("x = 0.25%;", "0.0025")] {
            assert!(metrics.refill(&template, text), "{text}");
            assert_eq!(share(&metrics), Some(Value::Number(Number::parse(value).unwrap())));
        }
        for text in
            ["y = 7%;", "x = 7;", "x = 7%", "x = 7%; ", "x = 101%;", "x = 0.12345%;", "x = 07%;", "x = %;"]
        {
            assert!(!metrics.refill(&template, text), "{text}");
        }
    }
}
