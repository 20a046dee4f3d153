//! From the tree to lines of words: what is written, not yet where its lines are broken.

mod change;
mod expr;
mod field;
mod item;
mod judge;
mod key;
mod literal;
mod moment;
mod records;
mod score;
mod test;

use std::borrow::Cow;

use dabiao_grammar::Role;
use dabiao_model::{Source, Span};

use crate::flow::{Break, Piece};
use crate::surface::{Surface, spellings};

pub(crate) use item::item;

/// The first line of an item or a field, before it is laid out.
#[derive(Debug)]
pub(crate) struct Line {
    /// What stands on it.
    pub(crate) pieces: Vec<Piece>,
    /// Where it stood in the text it was read from.
    pub(crate) span: Span,
    /// Whether it is a field.
    pub(crate) is_field: bool,
}

/// Writes one line.
struct Writer<'t> {
    source: &'t Source,
    surface: Surface,
    pieces: Vec<Piece>,
    /// The column at which a closing bracket stands that has a line of its own.
    base: usize,
    /// The column at which a line goes on that was broken behind an operator.
    hang: usize,
}

impl<'t> Writer<'t> {
    fn new(source: &'t Source, surface: Surface, base: usize, hang: usize) -> Writer<'t> {
        Writer { source, surface, pieces: Vec::new(), base, hang }
    }

    /// A word that has no place of its own in the text.
    fn word(&mut self, text: impl Into<Cow<'static, str>>) {
        self.pieces.push(Piece::Word { text: text.into(), at: None });
    }

    /// A keyword.
    fn keyword(&mut self, role: Role, meaning: &'static str) {
        self.word(self.surface.word(role, meaning));
    }

    /// A name or a literal.
    fn leaf(&mut self, text: impl Into<Cow<'static, str>>, at: Span) {
        self.pieces.push(Piece::Word { text: text.into(), at: Some(at) });
    }

    /// One of two words, by surface.
    fn mark(&mut self, english: &'static str, chinese: &'static str) {
        self.word(self.surface.pick(english, chinese));
    }

    /// A blank at which the line may be broken.
    fn blank(&mut self, rank: u32) {
        self.soft(rank, " ", "");
    }

    /// A comma behind which the line may be broken.
    fn comma(&mut self, rank: u32) {
        let (flat, broken) = self.comma_marks();
        self.soft(rank, flat, broken);
    }

    /// A comma within a line, and at the end of one.
    fn comma_marks(&self) -> (&'static str, &'static str) {
        self.surface.pick((", ", ","), ("，", "，"))
    }

    /// A place where the line may be broken.
    fn soft(&mut self, rank: u32, flat: &'static str, broken: &'static str) {
        let the = Break { rank, indent: self.hang, comments: self.hang, flat, broken };
        self.pieces.push(Piece::Break(the));
    }

    /// A place where the line is broken unless the next one would begin like an item; then `flat` stands there.
    fn hard(&mut self, flat: &'static str, broken: &'static str, indent: usize, comments: usize) {
        self.pieces.push(Piece::Break(Break { rank: Break::ALWAYS, indent, comments, flat, broken }));
    }

    /// Several parts with commas between them.
    fn commas<T>(&mut self, parts: &[T], rank: u32, mut write: impl FnMut(&mut Self, &T)) {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.comma(rank);
            }
            write(self, part);
        }
    }

    /// The parts of a form in its brackets: one a line where they are `listed`.
    fn bracketed<T>(&mut self, listed: bool, parts: &[T], rank: u32, mut write: impl FnMut(&mut Self, &T)) {
        self.mark("(", "（");
        if listed {
            let (base, hang) = (self.base, self.hang);
            self.base = base.saturating_add(2);
            self.hang = self.base.saturating_add(2);
            let indent = self.base;
            let (flat, broken) = self.comma_marks();
            for (index, part) in parts.iter().enumerate() {
                let (flat, broken) = if index > 0 { (flat, broken) } else { ("", "") };
                self.hard(flat, broken, indent, indent);
                write(self, part);
            }
            self.hard("", broken, base, indent);
            (self.base, self.hang) = (base, hang);
        } else {
            self.commas(parts, rank, write);
        }
        self.mark(")", "）");
    }

    /// Whether the author wrote a keyword somewhere in a stretch of the text, whichever of its spellings.
    fn wrote(&self, stretch: Span, role: Role, meaning: &'static str) -> bool {
        let text = self.source.slice(stretch);
        spellings(role, meaning).any(|spelling| text.contains(spelling))
    }
}
