//! From the parse to the tree: the only place outside the grammar that knows pest's types.

mod broken;
mod change;
mod expr;
mod field;
mod item;
mod judge;
mod key;
mod literal;
mod operand;
mod owned;
mod records;
mod score;
mod test;

use std::collections::HashSet;
use std::sync::Arc;

use dabiao_grammar::{Pair, Rule};
use dabiao_model::{Code, Diagnostic, Place, Source, Span};

use crate::{Item, Limits, Name, scan::Faults};

/// Lowers a text piece by piece. Items and what is wrong with them gather here.
pub(crate) struct Lowering<'a> {
    source: &'a Arc<Source>,
    limits: &'a Limits,
    /// What was found wrong before parsing; a broken line that holds such a fault needs no further complaint.
    faults: &'a Faults,
    /// Where the piece in hand begins in the text.
    base: usize,
    /// Where the last token that was lowered ends in the text.
    end: usize,
    /// Whom the next field belongs to.
    owner: Owner,
    /// The broken line before the one in hand, where it may go on there.
    open_stretch: Option<Span>,
    pub(crate) items: Vec<Item>,
    pub(crate) lost_names: Vec<Name>,
    pub(crate) mixed_names: Vec<Name>,
    /// The names of `mixed_names`, so that each is there once.
    mixed: HashSet<Box<str>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Whom a field belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// No item has begun.
    Nobody,
    /// The last item.
    Item,
    /// An item whose first line is broken: its fields are read for their errors and left out.
    Broken,
}

impl<'a> Lowering<'a> {
    pub(crate) fn new(source: &'a Arc<Source>, limits: &'a Limits, faults: &'a Faults) -> Lowering<'a> {
        Lowering {
            source,
            limits,
            faults,
            base: 0,
            end: 0,
            owner: Owner::Nobody,
            open_stretch: None,
            items: Vec::new(),
            lost_names: Vec::new(),
            mixed_names: Vec::new(),
            mixed: HashSet::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Reads one piece of the text, made of whole lines.
    pub(crate) fn piece(&mut self, range: std::ops::Range<usize>) {
        let text = self.source.text().get(range.clone()).unwrap_or_default();
        self.base = range.start;
        // Every text is a file to the grammar, so that there is always a parse.
        let lines = dabiao_grammar::parse(Rule::file, text).ok().and_then(|mut pairs| pairs.next());
        for line in lines.into_iter().flat_map(Pair::into_inner) {
            self.line(line);
        }
        self.finish_stretch();
    }

    /// Whether a limit forbids to read on.
    pub(crate) fn is_full(&self) -> bool {
        self.items.len() > self.limits.items || self.diagnostics.len() > self.limits.diagnostics
    }

    /// Leaves out a piece of the text that a limit forbids to read; `is_field` where a field begins it.
    pub(crate) fn skip(&mut self, is_field: bool) {
        if !is_field {
            self.owner = Owner::Broken;
        }
    }

    fn line(&mut self, line: Pair<'_>) {
        match line.as_rule() {
            Rule::EOI => {}
            Rule::broken => self.broken(&line),
            Rule::bare if self.goes_on(&line) => self.broken(&line),
            rule if key::is_field(rule) => {
                self.finish_stretch();
                self.field_line(line);
            }
            _ => {
                self.finish_stretch();
                self.item_line(line);
            }
        }
    }

    fn field_line(&mut self, line: Pair<'_>) {
        let (start, before) = (self.place(&line), self.diagnostics.len());
        let Some(field) = self.field(line) else { return self.account_for(start, before) };
        let (source, place) = (self.source, |span| Place::Text { source: Arc::clone(self.source), span });
        match self.owner {
            Owner::Broken => {}
            Owner::Nobody => {
                let fault = Diagnostic::new(Code::FieldWithoutItem, place(field.key_span));
                let fault = fault.with("field", source.slice(field.key_span));
                self.report(fault);
            }
            Owner::Item => {
                let Some(item) = self.items.last_mut() else { return };
                let first =
                    item.fields.iter().find(|other| other.key == field.key && !key::repeats(field.key));
                let twice = first.map(|first| {
                    Diagnostic::new(Code::FieldTwice, place(field.key_span))
                        .with("field", source.slice(field.key_span))
                        .note(place(first.key_span), "note-first-declared")
                });
                item.fields.push(field);
                if let Some(twice) = twice {
                    self.report(twice);
                }
            }
        }
    }

    fn item_line(&mut self, line: Pair<'_>) {
        let (start, before) = (self.place(&line), self.diagnostics.len());
        self.end = 0;
        match self.item(line) {
            Some(kind) => {
                let head = self.since(start);
                self.items.push(Item { kind, fields: Vec::new(), head });
                self.owner = Owner::Item;
            }
            None => {
                self.owner = Owner::Broken;
                self.lose_name(self.source.slice(start), start);
                self.account_for(start, before);
            }
        }
    }

    /// Nothing is left out in silence: a line that gave no part of the tree has a diagnostic.
    fn account_for(&mut self, line: Span, found_before: usize) {
        if self.diagnostics.len() == found_before {
            self.report(self.fault(Code::UnexpectedText, line).variant("line").with("at", "text"));
        }
    }

    /// Where a node stands in the text. The end of a node with parts may lie behind the last of them; use
    /// [`Lowering::since`] for those.
    fn place(&self, pair: &Pair<'_>) -> Span {
        let span = pair.as_span();
        Span::new(self.base.saturating_add(span.start()), self.base.saturating_add(span.end()))
    }

    /// Where a token stands in the text.
    fn token(&mut self, pair: &Pair<'_>) -> Span {
        let span = pair.as_span();
        self.end = self.base.saturating_add(span.end());
        Span::new(self.base.saturating_add(span.start()), self.end)
    }

    /// From the beginning of something up to the last token that was lowered.
    fn since(&self, start: Span) -> Span {
        let start = usize::try_from(start.start).unwrap_or(usize::MAX);
        Span::new(start, self.end.max(start))
    }

    fn fault(&self, code: Code, span: Span) -> Diagnostic {
        Diagnostic::new(code, Place::Text { source: Arc::clone(self.source), span })
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}
