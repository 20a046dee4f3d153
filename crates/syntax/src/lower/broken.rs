//! Lines that cannot be read: what is wrong with them, where, and how to mend it.

use dabiao_grammar::{Pair, Role, Rule};
use dabiao_model::{Code, Diagnostic, Span, similar};

use super::{Lowering, Owner};
use crate::lines;

mod expected;
mod special;

/// A broken stretch of text, alone.
struct Stretch<'t> {
    text: &'t str,
    span: Span,
}

impl Lowering<'_> {
    /// Takes a broken line. Lines that go on with what the one before began are one stretch with it, so that one
    /// mistake is one diagnostic.
    pub(super) fn broken(&mut self, line: &Pair<'_>) {
        let place = self.place(line);
        let place = Span { end: place.start, ..place }.to(self.trimmed(place));
        match self.open_stretch {
            Some(open) if self.joins(open, place) => self.open_stretch = Some(open.to(place)),
            _ => {
                self.finish_stretch();
                self.open_stretch = Some(place);
            }
        }
    }

    /// Whether a line that could be a condition is rather the rest of the broken line before it.
    pub(super) fn goes_on(&self, line: &Pair<'_>) -> bool {
        let place = self.place(line);
        self.open_stretch.is_some_and(|open| self.joins(open, place))
    }

    fn joins(&self, open: Span, next: Span) -> bool {
        lines::expects_more(self.source.slice(open)) || lines::continues(self.source.slice(next))
    }

    /// Says what is wrong with the broken stretch before the line in hand.
    pub(super) fn finish_stretch(&mut self) {
        let Some(span) = self.open_stretch.take() else { return };
        let source = self.source;
        let stretch = Stretch { text: source.slice(span), span };
        let label = lines::label(stretch.text);
        let missing_colon = || lines::bare_key(stretch.text);
        if label.is_none() && missing_colon().is_none() {
            self.owner = Owner::Broken;
            self.lose_name(stretch.text, span);
        }
        if self.faults.within(span) {
            return;
        }
        let diagnostic = match label {
            Some(label) => self.wrong_label(&stretch, label),
            None => self.without_colon(&stretch),
        };
        let diagnostic = diagnostic.unwrap_or_else(|| self.wrong_text(&stretch));
        self.report(diagnostic);
    }

    /// Remembers the name that an item would have declared, had it been readable.
    pub(super) fn lose_name(&mut self, text: &str, span: Span) {
        let declared = dabiao_grammar::parse(Rule::declared, text).ok().and_then(|mut pairs| pairs.next());
        let Some(name) = declared.and_then(|pair| pair.into_inner().last()) else { return };
        self.base = span.range().start;
        if let Some(name) = self.name(&name) {
            self.lost_names.push(name);
        }
    }

    /// `ownr: police`, `target: x >= 1`
    fn wrong_label(&self, stretch: &Stretch<'_>, label: &str) -> Option<Diagnostic> {
        if lines::is_keyword(Role::Field, label) {
            return None;
        }
        let fault = self.fault(Code::UnknownField, stretch.part(0, label.len())).with("field", label);
        if lines::is_keyword(Role::Item, label) {
            let behind = stretch.text.get(label.len()..).unwrap_or_default();
            let blanks = behind.len().saturating_sub(behind.trim_start_matches([' ', '\t', ':', '：']).len());
            let colon = stretch.part(label.len(), label.len().saturating_add(blanks));
            return Some(fault.variant("item").fix(colon, " "));
        }
        Some(match similar(label, lines::keywords(Role::Field)) {
            Some(meant) => {
                let fault = fault.variant("similar").with("similar", meant);
                fault.fix(stretch.part(0, label.len()), meant)
            }
            None => fault,
        })
    }

    /// `owner police`
    fn without_colon(&self, stretch: &Stretch<'_>) -> Option<Diagnostic> {
        let key = lines::bare_key(stretch.text)?;
        let fault = self.fault(Code::MissingColon, stretch.part(0, key.len())).with("field", key);
        Some(fault.fix(stretch.part(key.len(), key.len()), ":"))
    }

    /// What the grammar says of the stretch.
    fn wrong_text(&self, stretch: &Stretch<'_>) -> Diagnostic {
        let (at, variant) = match dabiao_grammar::parse(Rule::whole_line, stretch.text) {
            Ok(_) => (0, "line"),
            Err(misfit) => (misfit.at, expected::expected(&misfit)),
        };
        let at = stretch.significant(at);
        let readable = self.readable(stretch);
        // A text is left over where nothing that was tried gets beyond the readable beginning.
        let left_over = readable.filter(|readable| at <= *readable);
        let at = left_over.unwrap_or(at);
        if let Some(special) = special::special(self, stretch, at) {
            return special;
        }
        if let (Some(_), Some(unknown)) = (left_over, self.unknown_item(stretch, at)) {
            return unknown;
        }
        if left_over.is_some() {
            let rest = stretch.part(at, stretch.text.len());
            return self.fault(Code::TextAfterValue, rest).with("text", self.source.slice(rest));
        }
        let found = stretch.word(at);
        let fault = self.fault(Code::UnexpectedText, stretch.part(at, at.saturating_add(found.len())));
        let fault = fault.variant(variant).with("found", found).with("at", if found.is_empty() { "end" } else { "text" });
        match variant {
            "text" => self.quoted(fault, stretch, at),
            _ => fault,
        }
    }

    /// `targt x >= 1`: a first word that begins no item, and something that does not go on with it.
    fn unknown_item(&self, stretch: &Stretch<'_>, left_over: usize) -> Option<Diagnostic> {
        let word = stretch.word(0);
        if stretch.text.get(..left_over).is_none_or(|before| before.trim_end() != word) {
            return None;
        }
        let fault = self.fault(Code::UnknownItem, stretch.part(0, word.len())).with("word", word);
        match similar(word, lines::keywords(Role::Item)) {
            Some(meant) => {
                let fault = fault.variant("similar").with("similar", meant);
                Some(fault.fix(stretch.part(0, word.len()), meant))
            }
            // A path is a metric's: what follows it is wrong, not the line as a whole.
            None if word.contains('.') || lines::is_keyword(Role::Item, word) => None,
            None => Some(fault),
        }
    }

    /// Offers quotes around the rest of the line where a text is due.
    fn quoted(&self, fault: Diagnostic, stretch: &Stretch<'_>, at: usize) -> Diagnostic {
        let rest = stretch.text.get(at..).unwrap_or_default();
        let rest = rest.lines().next().unwrap_or_default().trim_end();
        if rest.is_empty() || rest.contains(['"', '“', '”', '「', '」', '#', '\'']) {
            return fault;
        }
        fault.fix(stretch.part(at, at.saturating_add(rest.len())), format!("\"{rest}\""))
    }

    /// How far the beginning of the stretch can be read, up to the text that is left over.
    fn readable(&self, stretch: &Stretch<'_>) -> Option<usize> {
        let line = dabiao_grammar::parse(Rule::line_start, stretch.text).ok()?.next()?;
        let end = line.as_span().end();
        let rest = stretch.text.get(end..)?;
        let skipped = rest.len().saturating_sub(lines::skip_blanks(rest).len());
        Some(end.saturating_add(skipped)).filter(|start| *start < stretch.text.len())
    }

    /// A stretch without blanks and a comment at its end.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.source.slice(span);
        let start = span.range().start;
        let comment = self.faults.comment_within(span).map(|comment| comment.start.saturating_sub(span.start));
        let comment = comment.and_then(|offset| usize::try_from(offset).ok()).unwrap_or(text.len());
        let text = text.get(..comment).unwrap_or(text).trim_end();
        Span::new(start, start.saturating_add(text.len()))
    }
}

impl Stretch<'_> {
    /// A part of the stretch, as a span of the whole text.
    fn part(&self, start: usize, end: usize) -> Span {
        let base = self.span.range().start;
        Span::new(base.saturating_add(start), base.saturating_add(end))
    }

    /// The word or the character at an offset; empty at the end of a line.
    fn word(&self, at: usize) -> &str {
        let rest = self.text.get(at..).unwrap_or_default();
        let word = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(rest.len());
        let length = match rest.chars().next() {
            None | Some('\n' | '\r') => 0,
            Some(c) if word == 0 => c.len_utf8(),
            Some(_) => word,
        };
        rest.get(..length).unwrap_or_default()
    }

    /// The offset, or the end of the text before it where only blanks and line ends lie between or follow.
    fn significant(&self, at: usize) -> usize {
        let (before, rest) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        if rest.is_empty() || rest.starts_with(['\n', '\r']) { before.trim_end().len() } else { at }
    }
}
