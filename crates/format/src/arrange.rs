//! A whole file: its items and fields line by line, with the comments and blank lines between them.

use dabiao_model::{Source, Span};
use dabiao_syntax::{Item, ItemKind, Tree};

use crate::comment::{Comment, line_before};
use crate::layout::layout;
use crate::surface::Surface;
use crate::writer::{self, Line};

/// The file as text; empty where it holds nothing.
pub(crate) fn arrange(tree: &Tree, surface: Surface) -> String {
    let source = tree.source.as_ref();
    let comments: Vec<Comment<'_>> = tree.comments.iter().map(|span| Comment::new(source, *span)).collect();
    let mut page = Page { source, comments: &comments, entries: Vec::new() };
    for item in &tree.items {
        let from = page.entries.len();
        for line in writer::item(item, source, surface) {
            page.line(&line, from, is_syntax(item));
        }
    }
    page.comments_before(u32::MAX, false);
    page.text()
}

struct Page<'t> {
    source: &'t Source,
    /// The comments that wait for their place.
    comments: &'t [Comment<'t>],
    entries: Vec<Entry>,
}

/// The first line of an item, a field, or a comment with a line of its own.
struct Entry {
    kind: Kind,
    /// Its lines.
    text: String,
    /// Whether a blank line stood before it.
    is_parted: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The first line of an item; `true` where it is the language's version, which may stand close to the plan.
    Head { is_syntax: bool },
    /// A field.
    Field,
    /// A comment inside an item, indented as its fields are.
    Inside,
    /// A comment between items.
    Between,
}

impl<'t> Page<'t> {
    /// Adds a line with the comments before it and in it. The item's entries begin at `item`.
    fn line(&mut self, line: &Line, item: usize, is_syntax: bool) {
        let is_field = line.is_field;
        self.comments_before(line.span.start, is_field && self.entries.len() > item);
        let end = line_end(self.source, line.span);
        let (inside, after) =
            self.comments.split_at(self.comments.partition_point(|one| one.span.start < end));
        self.comments = after;
        let (text, rest) = layout(&line.pieces, inside, self.source);
        let kind = if is_field { Kind::Field } else { Kind::Head { is_syntax } };
        self.entries.push(Entry { kind, text, is_parted: is_parted(self.source, line.span.start) });
        for (index, comment) in rest.iter().enumerate() {
            match self.entries.last_mut().filter(|_| index == 0) {
                Some(entry) => entry.text.extend(["  ", comment.text]),
                None => self.comment(comment, true, false),
            }
        }
    }

    /// Adds the comments that begin before an offset, each on a line of its own.
    fn comments_before(&mut self, offset: u32, is_inside: bool) {
        let (before, after) =
            self.comments.split_at(self.comments.partition_point(|one| one.span.start < offset));
        self.comments = after;
        for comment in before {
            let is_parted = is_parted(self.source, comment.span.start);
            // Behind the last field, an indented comment still belongs to its item.
            let is_indented = !line_before(self.source.text(), comment.span.range().start).is_empty();
            let follows_item = self.entries.last().is_some_and(|entry| entry.kind != Kind::Between);
            let is_inside = is_inside || is_indented && follows_item && !is_parted;
            self.comment(comment, is_inside, is_parted);
        }
    }

    fn comment(&mut self, comment: &Comment<'_>, is_inside: bool, is_parted: bool) {
        let (kind, indent) = if is_inside { (Kind::Inside, "  ") } else { (Kind::Between, "") };
        self.entries.push(Entry { kind, text: format!("{indent}{}", comment.text), is_parted });
    }

    fn text(&self) -> String {
        let parted = self.parted();
        let mut text = String::new();
        for (entry, is_parted) in self.entries.iter().zip(parted) {
            if is_parted {
                text.push('\n');
            }
            text.push_str(&entry.text);
            text.push('\n');
        }
        text
    }

    /// Before which entries a blank line stands: where the author left one, and around items of several lines.
    fn parted(&self) -> Vec<bool> {
        let mut parted: Vec<bool> = Vec::new();
        let mut previous: Option<Kind> = None;
        for entry in &self.entries {
            let keeps = match (previous, entry.kind) {
                (None, _) | (Some(Kind::Head { .. }), Kind::Field | Kind::Inside) => false,
                _ => entry.is_parted,
            };
            parted.push(keeps);
            previous = Some(entry.kind);
        }
        let heads: Vec<usize> = (0..self.entries.len()).filter(|at| self.is_head(*at)).collect();
        for (first, second) in heads.iter().zip(heads.iter().skip(1)) {
            let end = (*second..self.entries.len())
                .skip(1)
                .find(|at| self.is_head(*at))
                .unwrap_or(self.entries.len());
            let is_syntax =
                self.entries.get(*first).is_some_and(|one| one.kind == Kind::Head { is_syntax: true });
            let is_tall = self.is_tall(*first, *second) || !is_syntax && self.is_tall(*second, end);
            // The comments before an item stand with it.
            let between = |at: &usize| self.entries.get(*at).is_some_and(|one| one.kind == Kind::Between);
            let start = (*first..*second).find(between).unwrap_or(*second);
            let is_parted = parted.get(start..=*second).is_some_and(|run| run.contains(&true));
            if is_tall && !is_parted {
                parted.iter_mut().skip(start).take(1).for_each(|one| *one = true);
            }
        }
        parted
    }

    fn is_head(&self, at: usize) -> bool {
        self.entries.get(at).is_some_and(|entry| matches!(entry.kind, Kind::Head { .. }))
    }

    /// Whether the item that begins at `head` has more than one line; the next one begins at `end`.
    fn is_tall(&self, head: usize, end: usize) -> bool {
        let item = || self.entries.iter().take(end).skip(head);
        item().next().is_some_and(|first| first.text.contains('\n'))
            || item().any(|entry| matches!(entry.kind, Kind::Field | Kind::Inside))
    }
}

fn is_syntax(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Syntax { .. })
}

/// Whether the line before the one that an offset lies on is blank.
fn is_parted(source: &Source, offset: u32) -> bool {
    let at = Span { start: offset, end: offset }.range().start;
    let before = source.text().get(..at).unwrap_or_default();
    let mut lines = before.rsplit('\n');
    lines.next();
    lines.next().is_some_and(|line| line.trim_start_matches('\u{FEFF}').trim().is_empty())
}

/// The end of the line that a span ends on.
fn line_end(source: &Source, span: Span) -> u32 {
    let rest = source.text().get(span.range().end..).unwrap_or_default();
    let length = rest.find('\n').unwrap_or(rest.len());
    span.end.saturating_add(u32::try_from(length).unwrap_or(u32::MAX))
}
