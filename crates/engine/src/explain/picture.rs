//! A text of the rules with the places of its parts.

use dabiao_check::{At, Line, Plan};
use dabiao_model::{ExplainedStep, ExplainedText, Role, StepValue};

/// Signs that an operation is known by.
const SIGNS: &str = "<>=!≥≤≠＜＞＝+-*/×÷＋－＊／";

/// A text that is being filled with values.
pub(super) struct Picture {
    role: Role,
    metric: Option<String>,
    /// Where the text stands.
    pub(super) at: At,
    line: Line,
    parts: Vec<Part>,
}

/// A part of the text: its bytes there, and its values; none for a constant.
struct Part {
    start: usize,
    end: usize,
    values: Vec<StepValue>,
}

impl Picture {
    pub(super) fn new(role: Role, metric: Option<String>, at: At, plan: &Plan) -> Picture {
        Picture { role, metric, at, line: plan.line_at(at), parts: Vec::new() }
    }

    pub(super) fn holds(&self, at: At) -> bool {
        let (own, span) = (self.at.span, at.span);
        self.at.source == at.source && own.start <= span.start && span.end <= own.end
    }

    pub(super) fn put(&mut self, at: At, value: Option<StepValue>) {
        let places = self.line.place(at.span.start).zip(self.line.place(at.span.end));
        let Some((start, end)) = places.filter(|(start, end)| start < end) else { return };
        let known = self.parts.iter_mut().find(|part| (part.start, part.end) == (start, end));
        let values = match known {
            Some(part) => &mut part.values,
            None => {
                self.parts.push(Part { start, end, values: Vec::new() });
                match self.parts.last_mut() {
                    Some(part) => &mut part.values,
                    None => return,
                }
            }
        };
        // A range that is judged as two comparisons stands once.
        let is_told = |value: &StepValue| {
            values.iter().any(|known| {
                let same_row = (&known.entity, &known.period) == (&value.entity, &value.period);
                same_row && (known.value == value.value || known.exact.is_none() && value.exact.is_none())
            })
        };
        values.extend(value.filter(|value| !is_told(value)));
    }

    pub(super) fn into_text(mut self) -> ExplainedText {
        self.parts.sort_by_key(|part| (part.start, std::cmp::Reverse(part.end)));
        let text = self.line.text();
        let steps = self.parts.iter().filter(|part| !part.values.is_empty());
        let steps = steps.map(|part| ExplainedStep {
            start: chars(text, part.start),
            end: chars(text, part.end),
            under: chars(text, self.under(part)),
            text: text.get(part.start..part.end).unwrap_or_default().to_string(),
            values: part.values.clone(),
        });
        ExplainedText {
            role: self.role,
            metric: self.metric.clone(),
            text: text.to_string(),
            steps: steps.collect(),
        }
    }

    /// The byte that a part's value belongs under: the sign or word behind its first operand, else its beginning.
    fn under(&self, part: &Part) -> usize {
        let text = self.line.text();
        let is_opening = |c: char| matches!(c, '(' | '（');
        let own = text.get(part.start..part.end).unwrap_or_default();
        let inner = part.end.saturating_sub(own.trim_start_matches(is_opening).len());
        let within = |other: &&Part| {
            (other.start, other.end) != (part.start, part.end)
                && other.start >= part.start
                && other.end <= part.end
        };
        let first =
            self.parts.iter().filter(within).filter(|other| other.start <= inner).max_by_key(|one| one.end);
        let Some(first) = first else { return part.start };
        let next = self
            .parts
            .iter()
            .filter(within)
            .filter(|other| other.start >= first.end)
            .map(|one| one.start)
            .min();
        let gap = text.get(first.end..next.unwrap_or(part.end)).unwrap_or_default();
        if let Some((at, _)) = gap.char_indices().find(|(_, c)| SIGNS.contains(*c)) {
            return first.end.saturating_add(at);
        }
        let behind = gap.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '）'));
        // A place or a time that belongs to the first operand is passed over, where a word stands behind it.
        let passed = ["of ", "in "].iter().find_map(|word| behind.strip_prefix(word)?.split_once(' '));
        let behind = passed.map(|(_, rest)| rest).filter(|rest| !rest.trim().is_empty()).unwrap_or(behind);
        if behind.is_empty() {
            return part.start;
        }
        first.end.saturating_add(gap.len()).saturating_sub(behind.len())
    }
}

fn chars(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(0, |text| text.chars().count())
}
