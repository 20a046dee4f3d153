//! One quick pass over the bytes before parsing: what the grammar must never see, and what it cannot say.
//!
//! The pass finds comments, quotes and brackets that do not match, characters that nobody can see, and lines and
//! nestings over their limits; and it cuts the text into pieces of whole items, so that the parse of a large file
//! never lies in memory all at once.

mod character;

use std::ops::Range;

use dabiao_model::{Code, Span};

use crate::{Limits, lines};
use character::{Character, class};

/// How much text a piece holds before it ends with its last item.
const PIECE: usize = 32 << 10;

/// What the pass found.
pub(crate) struct Scan {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) faults: Faults,
}

/// A run of whole lines.
pub(crate) enum Piece {
    /// To be parsed.
    Text(Range<usize>),
    /// Not to be parsed, since a limit forbids it; `field` where the first line is a field.
    Skipped {
        /// Whether the first line is a field.
        field: bool,
    },
}

/// What is wrong with the text as a row of characters.
#[derive(Default)]
pub(crate) struct Faults {
    /// In the order of the text.
    pub(crate) list: Vec<Fault>,
    /// In the order of the text, from `#` to the end of the line.
    pub(crate) comments: Vec<Span>,
}

/// A fault that needs no grammar to be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: Code,
    pub(crate) variant: Option<&'static str>,
    pub(crate) span: Span,
    /// The edit that mends it.
    pub(crate) fix: Option<(Span, String)>,
    /// Whether it stands in a comment, where it breaks no line.
    pub(crate) in_comment: bool,
}

impl Faults {
    /// Whether a line's text holds a fault.
    pub(crate) fn within(&self, span: Span) -> bool {
        let from = self.list.partition_point(|fault| fault.span.start < span.start);
        let inside = self.list.iter().skip(from).take_while(|fault| fault.span.start <= span.end);
        inside.into_iter().any(|fault| !fault.in_comment)
    }

    /// The comment in a line.
    pub(crate) fn comment_within(&self, span: Span) -> Option<Span> {
        let from = self.comments.partition_point(|comment| comment.start < span.start);
        self.comments.get(from).copied().filter(|comment| comment.start < span.end)
    }
}

/// Looks through a text.
pub(crate) fn scan(text: &str, limits: &Limits) -> Scan {
    let mut scanner = Scanner {
        text,
        limits,
        at: 0,
        line: 0,
        piece: 0,
        brackets: Vec::new(),
        pieces: Vec::new(),
        faults: Faults::default(),
    };
    scanner.run();
    Scan { pieces: scanner.pieces, faults: scanner.faults }
}

struct Scanner<'t> {
    text: &'t str,
    limits: &'t Limits,
    at: usize,
    /// Where the line in hand begins.
    line: usize,
    /// Where the piece in hand begins.
    piece: usize,
    /// The open brackets: what closes each, and where it stands.
    brackets: Vec<(char, usize)>,
    pieces: Vec<Piece>,
    faults: Faults,
}

impl Scanner<'_> {
    fn run(&mut self) {
        if self.text.starts_with('\u{FEFF}') {
            self.at = '\u{FEFF}'.len_utf8();
        }
        while let Some(rest) = self.text.as_bytes().get(self.at..) {
            let Some(step) = rest.iter().position(|byte| character::matters(*byte)) else { break };
            self.at = self.at.saturating_add(step);
            let Some(c) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else { break };
            let start = self.at;
            self.at = start.saturating_add(c.len_utf8());
            match class(c) {
                Character::Plain => {}
                Character::LineEnd => self.end_line(),
                Character::Comment => self.comment(start),
                Character::Quote(closing) => self.quote(start, closing),
                Character::Open(closing) => self.open(start, closing),
                Character::Close => self.close(start, c),
                Character::Hidden => self.hidden(start, false),
                Character::Mark => self.mark(start),
            }
        }
        self.at = self.text.len();
        self.end_line();
        self.unclosed();
        self.cut(self.text.len());
    }

    /// Ends the piece in hand.
    fn cut(&mut self, end: usize) {
        if self.piece < end {
            self.pieces.push(Piece::Text(self.piece..end));
        }
        self.piece = end;
    }

    /// The line in hand ends before `self.at`.
    fn end_line(&mut self) {
        if self.at.saturating_sub(self.line) > self.limits.line_bytes {
            let fault = Fault { variant: Some("line"), ..fault(Code::TooLong, self.line, self.line) };
            self.faults.list.push(fault);
            self.skip(self.line);
        }
        self.line = self.at;
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !self.brackets.is_empty() && (lines::begins_item(rest) || lines::begins_field(rest)) {
            self.unclosed();
        }
        if self.at.saturating_sub(self.piece) > PIECE && lines::begins_item(rest) {
            self.cut(self.at);
        }
    }

    /// Leaves out everything from a line up to `self.at`.
    fn skip(&mut self, from: usize) {
        self.cut(from);
        let line = self.text.get(from..).unwrap_or_default();
        let field = !lines::begins_item(line) && lines::begins_field(line);
        self.pieces.push(Piece::Skipped { field });
        self.piece = self.at;
        self.brackets.clear();
    }

    fn comment(&mut self, start: usize) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.find('\n').unwrap_or(rest.len());
        let text = rest.get(..length).unwrap_or_default();
        let end = self.at.saturating_add(length);
        for (offset, _) in text.bytes().enumerate().filter(|(_, byte)| character::matters(*byte)) {
            let c = text.get(offset..).and_then(|rest| rest.chars().next()).filter(|c| *c != '\r');
            if let Some(c) = c.filter(|c| class(*c) == Character::Hidden) {
                let at = self.at.saturating_add(offset);
                self.report_hidden(at, at.saturating_add(c.len_utf8()), true);
            }
        }
        let trimmed = text.trim_end_matches('\r').len();
        self.faults.comments.push(Span::new(start, self.at.saturating_add(trimmed)));
        self.at = end;
    }

    /// A quoted text, which ends on its line.
    fn quote(&mut self, start: usize, closing: char) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.find('\n').unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or_default();
        if let Some(end) = line.find(closing) {
            self.at = self.at.saturating_add(end).saturating_add(closing.len_utf8());
            return;
        }
        let line = line.trim_end();
        let end = self.at.saturating_add(line.len());
        let fix = Some((Span::new(end, end), closing.to_string()));
        self.faults.list.push(Fault { fix, ..fault(Code::UnclosedText, start, end) });
        self.at = self.at.saturating_add(length);
    }

    fn open(&mut self, start: usize, closing: char) {
        self.brackets.push((closing, start));
        if self.brackets.len() > self.limits.nesting {
            self.faults.list.push(fault(Code::TooDeep, start, self.at));
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

    fn close(&mut self, start: usize, c: char) {
        match self.brackets.pop() {
            Some((closing, _)) if same_bracket(closing, c) => {}
            Some((closing, _)) => {
                let span = Span::new(start, self.at);
                let fix = Some((span, closing.to_string()));
                let fault = Fault { variant: Some("other"), fix, ..fault(Code::UnclosedBracket, start, self.at) };
                self.faults.list.push(fault);
            }
            None => {
                let fix = Some((Span::new(start, self.at), String::new()));
                let fault = Fault { variant: Some("unopened"), fix, ..fault(Code::UnclosedBracket, start, self.at) };
                self.faults.list.push(fault);
            }
        }
    }

    /// Complains of the brackets that are still open.
    fn unclosed(&mut self) {
        let Some((_, start)) = self.brackets.first().copied() else { return };
        let line_end = self.text.get(start..).and_then(|rest| rest.find('\n')).map(|length| start.saturating_add(length));
        let line_end = line_end.unwrap_or(self.text.len());
        let comment = self.faults.comment_within(Span::new(start, line_end)).map(|comment| comment.range().start);
        let line = self.text.get(start..comment.unwrap_or(line_end)).unwrap_or_default().trim_end();
        let end = start.saturating_add(line.len());
        // All that are open on the line are closed there.
        let missing: String = self.brackets.iter().rev().map(|(closing, _)| *closing).collect();
        let one_line = self.brackets.iter().all(|(_, start)| *start < line_end) && !lines::expects_more(line);
        let fix = one_line.then(|| (Span::new(end, end), missing));
        let width = line.chars().next().map_or(1, char::len_utf8);
        let fault = Fault { fix, ..fault(Code::UnclosedBracket, start, start.saturating_add(width)) };
        let place = self.faults.list.partition_point(|other| other.span.start < fault.span.start);
        self.faults.list.insert(place, fault);
        self.brackets.clear();
    }

    /// Characters that nobody can see, one complaint for all that stand side by side.
    fn hidden(&mut self, start: usize, in_comment: bool) {
        if self.text.get(start..).is_some_and(|rest| rest.starts_with("\r\n")) {
            return;
        }
        let rest = self.text.get(self.at..).unwrap_or_default();
        let more = rest.find(|c| class(c) != Character::Hidden || c == '\r').unwrap_or(rest.len());
        self.at = self.at.saturating_add(more);
        self.report_hidden(start, self.at, in_comment);
    }

    fn report_hidden(&mut self, start: usize, end: usize, in_comment: bool) {
        // A lone carriage return was meant to end a line.
        let replacement = if self.text.get(start..end) == Some("\r") { "\n" } else { "" };
        let fix = Some((Span::new(start, end), replacement.to_string()));
        self.faults.list.push(Fault { fix, in_comment, ..fault(Code::HiddenCharacter, start, end) });
    }

    /// A raised or circled digit beside a number.
    fn mark(&mut self, start: usize) {
        let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９' | '%' | '％');
        let before = self.text.get(..start).and_then(|text| text.chars().next_back()).is_some_and(is_digit);
        let rest = self.text.get(self.at..).unwrap_or_default();
        let more = rest.find(|c| class(c) != Character::Mark).unwrap_or(rest.len());
        self.at = self.at.saturating_add(more);
        let after = rest.get(more..).and_then(|text| text.chars().next()).is_some_and(is_digit);
        if before || after {
            let fix = Some((Span::new(start, self.at), String::new()));
            self.faults.list.push(Fault { fix, ..fault(Code::FootnoteMark, start, self.at) });
        }
    }
}

fn fault(code: Code, start: usize, end: usize) -> Fault {
    Fault { code, variant: None, span: Span::new(start, end), fix: None, in_comment: false }
}

/// Full-width and plain brackets close each other.
fn same_bracket(wanted: char, found: char) -> bool {
    let round = |c| matches!(c, ')' | '）');
    let curly = |c| matches!(c, '}' | '｝');
    wanted == found || (round(wanted) && round(found)) || (curly(wanted) && curly(found))
}
