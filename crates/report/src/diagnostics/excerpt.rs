//! The lines of a text that a drawing needs, and spans made fit for them.

use std::ops::Range;

use dabiao_model::{Source, Span};

/// Longer lines and longer excerpts are not drawn; their place is named only.
const DRAWABLE_LINE: usize = 4 * 1024;
const DRAWABLE: usize = 64 * 1024;

/// Some whole lines of a text.
pub(super) struct Excerpt {
    /// The lines, with hidden characters made visible; byte for byte as long as the original.
    pub(super) text: String,
    /// The number of the first line, from 1.
    pub(super) line: usize,
    /// Where in the whole text the excerpt begins.
    start: usize,
}

impl Excerpt {
    /// The lines that hold all these ranges; `None` where that is too much to draw.
    pub(super) fn of(source: &Source, ranges: &[Range<usize>]) -> Option<Excerpt> {
        let text = source.text();
        let first = ranges.iter().map(|range| range.start).min()?;
        let last = ranges.iter().map(|range| range.end).max()?;
        let start = text.get(..first)?.rfind('\n').map_or(0, |at| at.saturating_add(1));
        let end = text.get(last..)?.find('\n').map_or(text.len(), |at| last.saturating_add(at));
        let lines = text.get(start..end)?;
        let lines =
            lines.strip_suffix('\r').filter(|cut| start.saturating_add(cut.len()) >= last).unwrap_or(lines);
        if lines.len() > DRAWABLE || lines.lines().any(|line| line.len() > DRAWABLE_LINE) {
            return None;
        }
        let line = text.get(..start)?.matches('\n').count().saturating_add(1);
        Some(Excerpt { text: lines.chars().map(visible).collect(), line, start })
    }

    /// A range of the whole text as a range of the excerpt.
    pub(super) fn within(&self, range: &Range<usize>) -> Range<usize> {
        let shift = |at: usize| at.saturating_sub(self.start).min(self.text.len());
        shift(range.start)..shift(range.end)
    }
}

/// The span, held within the text and widened to whole characters.
pub(super) fn fitted(source: &Source, span: Span) -> Range<usize> {
    let text = source.text();
    let range = span.range();
    let down = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let up = |at: usize| {
        (at.min(text.len())..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
    };
    let start = down(range.start);
    start..up(range.end).max(start)
}

/// The fitted span without line breaks at its end, and off a line break that it stands behind at the end of
/// the text: what a person would point at.
pub(super) fn pointed(source: &Source, span: Span) -> Range<usize> {
    let range = fitted(source, span);
    let text = source.text();
    let without_break =
        |upto: usize| text.get(..upto).unwrap_or_default().trim_end_matches(['\r', '\n']).len();
    let end = range.end.min(without_break(range.end).max(range.start));
    if range.start == end
        && (end == text.len() || text.get(..end).is_some_and(|before| before.ends_with('\r')))
    {
        let last = without_break(end);
        return last..last;
    }
    range.start..end
}

/// Characters that a terminal would obey or hide, as visible ones of the same length in UTF-8.
pub(super) fn visible(c: char) -> char {
    match c {
        '\u{80}'..='\u{9F}' | '\u{AD}' | '\u{61C}' => '\u{B7}',
        '\u{200B}'..='\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' => {
            char::REPLACEMENT_CHARACTER
        }
        other => other,
    }
}
