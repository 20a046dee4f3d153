//! A broken stretch of text, and how far it can be read.

use dabiao_grammar::Rule;
use dabiao_model::Span;

use crate::lines;

/// A broken stretch of text, alone.
pub(super) struct Stretch<'t> {
    pub(super) text: &'t str,
    pub(super) span: Span,
}

/// The readable beginning of a stretch.
pub(super) struct Readable {
    /// Where the text that is left over begins.
    pub(super) end: usize,
    /// Whether it ends with a list of texts or names.
    pub(super) is_list: bool,
    /// Whether titles may follow.
    pub(super) takes_titles: bool,
}

pub(super) fn readable(stretch: &Stretch<'_>) -> Option<Readable> {
    let line = dabiao_grammar::parse(Rule::line_start, stretch.text).ok()?.next()?;
    let end = line.as_span().end();
    let rest = stretch.text.get(end..)?;
    let skipped = rest.len().saturating_sub(lines::skip_blanks(rest).len());
    let end = end.saturating_add(skipped);
    let rule = line.into_inner().next()?.as_rule();
    let is_list = matches!(rule, Rule::texts_field | Rule::names_field);
    let takes_titles = matches!(
        rule,
        Rule::metric | Rule::organisation | Rule::plan | Rule::table | Rule::section | Rule::unmeasured
    );
    (end < stretch.text.len()).then_some(Readable { end, is_list, takes_titles })
}

impl Stretch<'_> {
    /// A part of the stretch, as a span of the whole text.
    pub(super) fn part(&self, start: usize, end: usize) -> Span {
        let base = self.span.range().start;
        Span::new(base.saturating_add(start), base.saturating_add(end))
    }

    /// The word or the character at an offset; empty at the end of a line.
    pub(super) fn word(&self, at: usize) -> &str {
        let rest = self.text.get(at..).unwrap_or_default();
        let word = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(rest.len());
        let length = match rest.chars().next() {
            None | Some('\n' | '\r') => 0,
            Some(c) if word == 0 => c.len_utf8(),
            Some(_) => word,
        };
        rest.get(..length).unwrap_or_default()
    }

    /// Everything from an offset up to the next blank or comma.
    pub(super) fn run(&self, at: usize) -> &str {
        let rest = self.text.get(at..).unwrap_or_default();
        rest.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、')).next().unwrap_or_default()
    }

    /// The offset, or the end of the text before it where only blanks and line ends lie between or follow.
    pub(super) fn significant(&self, at: usize) -> usize {
        let (before, rest) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        if rest.is_empty() || rest.starts_with(['\n', '\r']) { before.trim_end().len() } else { at }
    }
}
