//! A text of the rules with the values of its parts below its words.

use dabiao_model::{ExplainedStep, ExplainedText, StepValue, TargetResult};

use super::page::{DIM, PLAIN, Page};
use crate::width::{clean, pieces, width};
use crate::words::Words;

/// So many values of one part are shown; of more, the first ones and the last one.
const SHOWN: usize = 6;

/// A bar from a word down to its value.
const BAR: &str = "│";

/// A stretch of the text that fits on a line: the character that it begins with, and itself.
struct Stretch {
    start: usize,
    text: String,
}

/// A row below the text: texts with the columns that they begin in, from right to left.
#[derive(Default)]
struct Row {
    texts: Vec<(usize, String)>,
}

impl Row {
    /// The first column that is taken.
    fn leftmost(&self) -> usize {
        self.texts.last().map_or(usize::MAX, |(column, _)| *column)
    }
}

pub(super) fn write(
    page: &mut Page,
    indent: usize,
    text: &ExplainedText,
    result: &TargetResult,
    words: Words,
) {
    let room = page.width.saturating_sub(indent);
    for stretch in stretches(&text.text, room) {
        page.row(indent, &[(PLAIN, clean(&stretch.text))]);
        for row in rows(labels(&stretch, &text.steps, result, words), room) {
            let mut column = 0;
            let mut drawn = Vec::new();
            for (at, text) in row.texts.iter().rev() {
                drawn.push((PLAIN, " ".repeat(at.saturating_sub(column))));
                drawn.push((if text == BAR { DIM } else { PLAIN }, text.clone()));
                column = at.saturating_add(width(text));
            }
            page.row(indent, &drawn);
        }
    }
}

fn stretches(text: &str, room: usize) -> Vec<Stretch> {
    let mut stretches = vec![Stretch { start: 0, text: String::new() }];
    let mut at: usize = 0;
    for piece in pieces(text) {
        if let Some(last) = stretches.last_mut() {
            if last.text.is_empty() || width(&last.text).saturating_add(width(piece.trim_end())) <= room {
                last.text.push_str(&piece);
            } else {
                stretches.push(Stretch { start: at, text: piece.clone() });
            }
        }
        at = at.saturating_add(piece.chars().count());
    }
    stretches
}

/// What stands below which column of a stretch, from left to right.
fn labels(
    stretch: &Stretch,
    steps: &[ExplainedStep],
    result: &TargetResult,
    words: Words,
) -> Vec<(usize, String)> {
    let mut labels: Vec<(usize, String)> = Vec::new();
    let length = stretch.text.chars().count();
    for step in steps {
        let Some(at) = step.under.checked_sub(stretch.start).filter(|at| *at < length) else { continue };
        let column = width(&stretch.text.chars().take(at).collect::<String>());
        let label = told(step, result, words);
        match labels.iter_mut().find(|(known, _)| *known == column) {
            Some((_, known)) => *known = format!("{known}{}{label}", words.word("report-parts")),
            None => labels.push((column, label)),
        }
    }
    labels.sort_by_key(|(column, _)| *column);
    labels
}

/// The values of a part, each with its place and period where these are not the ones judged.
fn told(step: &ExplainedStep, result: &TargetResult, words: Words) -> String {
    let one = |value: &StepValue| {
        let entity = value.entity.clone().filter(|_| value.entity != result.entity);
        let period = value.period.as_ref().filter(|_| value.period != result.period);
        let place: Vec<String> =
            [entity, period.map(|period| words.time(period))].into_iter().flatten().collect();
        let text = clean(&words.shown(&value.value));
        if place.is_empty() {
            return text;
        }
        let label = clean(&place.join(&words.word("report-parts")));
        words.say("report-labelled", [("label", &label), ("text", &text)])
    };
    let all: Vec<String> = step.values.iter().map(one).collect();
    if let (Some(head), Some(last), true) =
        (all.get(..SHOWN.saturating_sub(1)), all.last(), all.len() > SHOWN)
    {
        let mut few = head.to_vec();
        few.extend(["…".to_string(), last.clone()]);
        return words.list(&few);
    }
    words.list(&all)
}

/// The rows below a text: bars under every word that has a value, then each value in the first row that has room for it,
/// from right to left.
fn rows(labels: Vec<(usize, String)>, room: usize) -> Vec<Row> {
    if labels.is_empty() {
        return Vec::new();
    }
    let bars = labels.iter().rev().map(|(column, _)| (*column, BAR.to_string()));
    let mut rows = vec![Row { texts: bars.collect() }];
    for (column, label) in labels.into_iter().rev() {
        let start = column.min(room.saturating_sub(width(&label)));
        let end = start.saturating_add(width(&label));
        let mut label = Some(label);
        for row in rows.iter_mut().skip(1) {
            if end < row.leftmost() {
                row.texts.extend(label.take().map(|label| (start, label)));
                break;
            }
            if column < row.leftmost() {
                row.texts.push((column, BAR.to_string()));
            }
        }
        rows.extend(label.map(|label| Row { texts: vec![(start, label)] }));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws labels below columns, a line each.
    fn drawn(labels: &[(usize, &str)], room: usize) -> String {
        let labels = labels.iter().map(|(column, text)| (*column, text.to_string())).collect();
        let mut page = String::new();
        for row in rows(labels, room) {
            let mut line = String::new();
            for (at, text) in row.texts.iter().rev() {
                line.push_str(&" ".repeat(at.saturating_sub(width(&line))));
                line.push_str(text);
            }
            page.push_str(&line);
            page.push('\n');
        }
        page
    }

    #[test]
    fn values_stand_below_their_words() {
        assert_eq!(drawn(&[(0, "a"), (4, "b")], 40), "│   │\na   b\n");
        assert_eq!(drawn(&[(0, "wide one"), (4, "b")], 40), "│   │\n│   b\nwide one\n");
        assert_eq!(drawn(&[(0, "a"), (2, "合格率"), (6, "c")], 40), "│ │   │\na │   c\n  合格率\n");
        assert_eq!(drawn(&[(0, "a"), (8, "far too wide")], 14), "│       │\na far too wide\n");
        assert_eq!(drawn(&[], 40), "");
    }

    #[test]
    fn long_texts_are_broken_and_keep_their_places() {
        let found: Vec<(usize, String)> =
            stretches("aa bb cc", 5).into_iter().map(|one| (one.start, one.text)).collect();
        assert_eq!(found, [(0, "aa bb ".to_string()), (6, "cc".to_string())]);
    }
}
