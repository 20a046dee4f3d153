//! One quick pass over the bytes before parsing: what the grammar must never see, and what it cannot say.
//!
//! The pass finds comments, quotes and brackets that do not match, characters that nobody can see, and lines and
//! nestings over their limits; and it cuts the text into pieces of whole items, so that the parse of a large file
//! never lies in memory all at once.

mod bracket;
mod character;
mod fault;

use std::ops::Range;

use dabiao_model::{Code, Span};

use crate::{Limits, lines};
pub(crate) use character::is_hidden;
use character::{Character, class};
pub(crate) use fault::{Fault, Faults};

/// How much text a piece holds before it ends with its last item; twice as much, and it may end with any line.
const PIECE: usize = 32 << 10;

/// What the pass found.
pub(crate) struct Scan {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) faults: Faults,
    /// From where on the text was not looked at, because there are too many faults before.
    pub(crate) unread: Option<usize>,
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

/// Looks through a text.
pub(crate) fn scan(text: &str, limits: &Limits) -> Scan {
    let mut scanner = Scanner {
        text,
        limits,
        at: 0,
        line: 0,
        piece: 0,
        tried: 0,
        brackets: Vec::new(),
        pieces: Vec::new(),
        faults: Faults::default(),
    };
    let unread = scanner.run();
    Scan { pieces: scanner.pieces, faults: scanner.faults, unread }
}

struct Scanner<'t> {
    text: &'t str,
    limits: &'t Limits,
    at: usize,
    /// Where the line in hand begins.
    line: usize,
    /// Where the piece in hand begins.
    piece: usize,
    /// Before which place it was last tried to end a piece.
    tried: usize,
    /// The open brackets: what closes each, and where it stands.
    brackets: Vec<(char, usize)>,
    pieces: Vec<Piece>,
    faults: Faults,
}

impl Scanner<'_> {
    /// Looks through the whole text, or up to a line behind too many faults, which is the answer.
    fn run(&mut self) -> Option<usize> {
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
            if self.faults.list.len() > self.limits.diagnostics {
                self.cut(self.line);
                return Some(self.line);
            }
        }
        self.at = self.text.len();
        self.end_line();
        self.unclosed();
        self.cut(self.text.len());
        None
    }

    /// Ends the piece in hand.
    fn cut(&mut self, end: usize) {
        if self.piece < end {
            self.pieces.push(Piece::Text(self.piece..end));
        }
        self.piece = end;
        self.tried = end;
    }

    /// The line in hand ends before `self.at`.
    fn end_line(&mut self) {
        if self.at.saturating_sub(self.line) > self.limits.line_bytes {
            let fault = Fault { variant: Some("line"), ..Fault::new(Code::TooLong, self.line, self.line) };
            self.faults.list.push(fault);
            self.skip(self.line);
        }
        let before = self.text.get(self.line..self.at).unwrap_or_default();
        self.line = self.at;
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !self.brackets.is_empty() && (lines::begins_item(rest) || lines::begins_field(rest)) {
            self.unclosed();
        }
        if self.at.saturating_sub(self.tried) < PIECE {
            return;
        }
        let long = self.at.saturating_sub(self.piece) > PIECE << 1;
        if lines::begins_item(rest) || (long && self.brackets.is_empty() && lines::are_apart(before, rest)) {
            self.cut(self.at);
        } else if long {
            // Where many lines in a row cannot be parted, not every one of them is looked at.
            self.tried = self.tried.saturating_add(PIECE >> 6);
        }
    }

    /// Leaves out everything from a line up to `self.at`.
    fn skip(&mut self, from: usize) {
        self.cut(from);
        let line = self.text.get(from..).unwrap_or_default();
        let field = !lines::begins_item(line) && lines::begins_field(line);
        self.pieces.push(Piece::Skipped { field });
        self.piece = self.at;
        self.tried = self.at;
        self.brackets.clear();
    }

    fn comment(&mut self, start: usize) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.find('\n').unwrap_or(rest.len());
        let text = rest.get(..length).unwrap_or_default();
        let end = self.at.saturating_add(length);
        self.turning(self.at, text.len(), true);
        let trimmed = text.trim_end_matches('\r').len();
        self.faults.comments.push(Span::new(start, self.at.saturating_add(trimmed)));
        self.at = end;
    }

    /// A quoted text, which ends on its line.
    fn quote(&mut self, start: usize, closing: char) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        // Both ends are looked for at once: a long line may hold very many quotes.
        let length = rest.find(['\n', closing]).unwrap_or(rest.len());
        let (line, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if behind.starts_with(closing) {
            self.turning(self.at, length, false);
            self.at = self.at.saturating_add(length).saturating_add(closing.len_utf8());
            return;
        }
        let line = line.trim_end();
        let end = self.at.saturating_add(line.len());
        let fix = Some((Span::new(end, end), closing.to_string()));
        self.faults.list.push(Fault { fix, ..Fault::new(Code::UnclosedText, start, end) });
        self.at = self.at.saturating_add(length);
    }

    /// Controls in a quoted text or a comment, each a fault of its own.
    fn turning(&mut self, start: usize, length: usize, in_comment: bool) {
        let text = self.text.get(start..start.saturating_add(length)).unwrap_or_default();
        for (offset, _) in text.bytes().enumerate().filter(|(_, byte)| character::matters(*byte)) {
            let c = text.get(offset..).and_then(|rest| rest.chars().next());
            if let Some(c) = c.filter(|c| character::is_refused_in_text(*c)) {
                let at = start.saturating_add(offset);
                self.report_hidden(at, at.saturating_add(c.len_utf8()), in_comment);
            }
        }
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
        self.faults.list.push(Fault { fix, in_comment, ..Fault::new(Code::HiddenCharacter, start, end) });
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
            self.faults.list.push(Fault { fix, ..Fault::new(Code::FootnoteMark, start, self.at) });
        }
    }
}
