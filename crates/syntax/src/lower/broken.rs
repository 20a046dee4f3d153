//! Lines that cannot be read: what is wrong with them, where, and how to mend it.

use dabiao_grammar::{Misfit, Pair, Role, Rule};
use dabiao_model::{Code, Diagnostic, Span, nfc, similar};

use super::operand::unquoted;
use super::{Lowering, Owner};
use crate::{Name, lines};

mod elsewhere;
mod expected;
mod special;
mod stretch;

use stretch::{Readable, Stretch, readable};

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
        let next = self.source.slice(next);
        let begins = || lines::begins_item(next) || lines::begins_field(next);
        lines::continues(next) || (lines::expects_more(self.source.slice(open)) && !begins())
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
        let place = name.as_span();
        let start = span.range().start;
        let span = Span::new(start.saturating_add(place.start()), start.saturating_add(place.end()));
        let text = if name.as_rule() == Rule::name { name.as_str() } else { unquoted(name.as_str()) };
        self.lost_names.push(Name { text: nfc(text).into(), span });
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
        let misfit = dabiao_grammar::parse(Rule::whole_line, stretch.text).err();
        let misfit = misfit.unwrap_or(Misfit { at: 0, expected: Vec::new() });
        let furthest = stretch.significant(misfit.at);
        // A text is left over where nothing that was tried gets beyond the readable beginning.
        let left_over = readable(stretch).filter(|readable| furthest <= readable.end);
        let at = left_over.as_ref().map_or(furthest, |readable| readable.end);
        let special = special::special(self, stretch, at);
        let left_over_word = || {
            let at = left_over.as_ref()?.end;
            special::operator_as_name(self, stretch, at).or_else(|| self.unknown_item(stretch, at))
        };
        let lacks_base = left_over.is_none() && expected::expected(&misfit) == "since";
        let elsewhere = || elsewhere::elsewhere(self, stretch, at, lacks_base);
        if let Some(diagnostic) = special.or_else(elsewhere).or_else(left_over_word) {
            return diagnostic;
        }
        match left_over {
            Some(readable) if !readable.takes_titles => {
                let rest = stretch.part(at, stretch.text.len());
                let fault = self.fault(Code::TextAfterValue, rest).with("text", self.source.slice(rest));
                self.missing_comma(fault, stretch, &readable)
            }
            _ => self.unexpected(stretch, at, expected::expected(&misfit)),
        }
    }

    /// Something else was expected.
    fn unexpected(&self, stretch: &Stretch<'_>, at: usize, wording: &'static str) -> Diagnostic {
        let found = if wording == "period" { stretch.run(at) } else { stretch.word(at) };
        let fault = self.fault(Code::UnexpectedText, stretch.part(at, at.saturating_add(found.len())));
        let fault = fault.variant(wording).with("found", found);
        let fault = fault.with("at", if found.is_empty() { "end" } else { "text" });
        match wording {
            "text" => self.quoted(fault, stretch, at),
            "since" if found == "from" => {
                fault.fix(stretch.part(at, at.saturating_add(found.len())), "since")
            }
            _ => fault,
        }
    }

    /// `cite: "a" "b"`
    fn missing_comma(&self, fault: Diagnostic, stretch: &Stretch<'_>, readable: &Readable) -> Diagnostic {
        if !readable.is_list {
            return fault;
        }
        let (before, rest) = stretch.text.split_at_checked(readable.end).unwrap_or((stretch.text, ""));
        let fault = fault.variant("list");
        let end = before.trim_end().len();
        if rest.starts_with(['"', '“', '「']) { fault.fix(stretch.part(end, end), ",") } else { fault }
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

    /// A stretch without blanks and a comment at its end.
    fn trimmed(&self, span: Span) -> Span {
        let text = self.source.slice(span);
        let start = span.range().start;
        let comment =
            self.faults.comment_within(span).map(|comment| comment.start.saturating_sub(span.start));
        let comment = comment.and_then(|offset| usize::try_from(offset).ok()).unwrap_or(text.len());
        let text = text.get(..comment).unwrap_or(text).trim_end();
        Span::new(start, start.saturating_add(text.len()))
    }
}
