//! Brackets: whether they match, and how deeply they nest.

use dabiao_model::{Code, Span};

use super::character::{Character, class};
use super::{Fault, Scanner};
use crate::lines;

impl Scanner<'_> {
    pub(super) fn open(&mut self, start: usize, closing: char) {
        self.brackets.push((closing, start));
        if self.brackets.len() > self.limits.nesting {
            self.faults.list.push(Fault::new(Code::TooDeep, start, self.at));
            self.skip_nest();
        }
    }

    /// Leaves out the lines of a nest that is too deep, up to the next item or field, or until its brackets are
    /// closed again.
    fn skip_nest(&mut self) {
        let outermost = self.brackets.first().map_or(self.line, |(_, start)| *start);
        let before = self.text.get(..outermost).unwrap_or_default();
        let from = before.rfind('\n').map_or(0, |end| end.saturating_add(1)).max(self.piece);
        let mut depth = self.brackets.len();
        while let Some(c) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            self.at = self.at.saturating_add(c.len_utf8());
            match class(c) {
                Character::Open(_) => depth = depth.saturating_add(1),
                Character::Close => depth = depth.saturating_sub(1),
                Character::LineEnd => {
                    self.line = self.at;
                    let rest = self.text.get(self.at..).unwrap_or_default();
                    if depth == 0 || lines::begins_item(rest) || lines::begins_field(rest) {
                        break;
                    }
                }
                _ => {}
            }
        }
        self.skip(from);
    }

    pub(super) fn close(&mut self, start: usize, c: char) {
        match self.brackets.pop() {
            Some((closing, _)) if same_bracket(closing, c) => {}
            Some((closing, _)) => {
                let span = Span::new(start, self.at);
                let fix = Some((span, closing.to_string()));
                let fault = Fault {
                    variant: Some("other"),
                    fix,
                    ..Fault::new(Code::UnclosedBracket, start, self.at)
                };
                self.faults.list.push(fault);
            }
            None => {
                let fix = Some((Span::new(start, self.at), String::new()));
                let fault = Fault {
                    variant: Some("unopened"),
                    fix,
                    ..Fault::new(Code::UnclosedBracket, start, self.at)
                };
                self.faults.list.push(fault);
            }
        }
    }

    /// Complains of the brackets that are still open.
    pub(super) fn unclosed(&mut self) {
        let Some((_, start)) = self.brackets.first().copied() else { return };
        let line_end = self
            .text
            .get(start..)
            .and_then(|rest| rest.find('\n'))
            .map(|length| start.saturating_add(length));
        let line_end = line_end.unwrap_or(self.text.len());
        let comment =
            self.faults.comment_within(Span::new(start, line_end)).map(|comment| comment.range().start);
        let line = self.text.get(start..comment.unwrap_or(line_end)).unwrap_or_default().trim_end();
        let end = start.saturating_add(line.len());
        // All that are open on the line are closed there.
        let missing: String = self.brackets.iter().rev().map(|(closing, _)| *closing).collect();
        let one_line = self.brackets.iter().all(|(_, start)| *start < line_end) && !lines::expects_more(line);
        let fix = one_line.then(|| (Span::new(end, end), missing));
        let width = line.chars().next().map_or(1, char::len_utf8);
        let fault = Fault { fix, ..Fault::new(Code::UnclosedBracket, start, start.saturating_add(width)) };
        let place = self.faults.list.partition_point(|other| other.span.start < fault.span.start);
        self.faults.list.insert(place, fault);
        self.brackets.clear();
    }
}

/// Full-width and plain brackets close each other.
fn same_bracket(wanted: char, found: char) -> bool {
    let round = |c| matches!(c, ')' | '）' | '﹚');
    let curly = |c| matches!(c, '}' | '｝' | '﹜');
    wanted == found || (round(wanted) && round(found)) || (curly(wanted) && curly(found))
}
