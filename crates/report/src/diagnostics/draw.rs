//! One finding drawn.

use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use dabiao_model::{Diagnostic, Note, Place, Severity, Source};

use super::excerpt::{Excerpt, pointed};
use super::fix;
use crate::style::Style;
use crate::width::clean;
use crate::words::Words;

/// The finding as text without a line break at its end.
pub(super) fn draw(diagnostic: &Diagnostic, words: Words, style: Style) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let drawing = Drawing { diagnostic, words };
    let drawn = renderer.term_width(style.width.max(20)).render(&drawing.groups());
    let lines: Vec<&str> = drawn.lines().map(str::trim_end).collect();
    lines.join("\n")
}

struct Drawing<'a> {
    diagnostic: &'a Diagnostic,
    words: Words,
}

impl Drawing<'_> {
    fn groups(&self) -> Vec<Group<'static>> {
        let (beside, apart) = self.notes();
        let mut groups = vec![self.finding(&beside)];
        groups.extend(apart.into_iter().map(|note| self.note(note)));
        groups.extend(self.fixes());
        groups
    }

    /// The notes that are drawn with the finding, for they stand in the same text and near, and the others.
    fn notes(&self) -> (Vec<&Note>, Vec<&Note>) {
        let all = || self.diagnostic.notes.iter();
        let Place::Text { source, .. } = &self.diagnostic.place else { return (Vec::new(), all().collect()) };
        let (beside, apart): (Vec<&Note>, Vec<&Note>) = all().partition(|note| {
            let other = match &note.place {
                Place::Text { source, .. } => Some(source),
                _ => None,
            };
            other.is_some_and(|other| Arc::ptr_eq(source, other) || source == other)
        });
        let places = std::iter::once(&self.diagnostic.place).chain(beside.iter().map(|note| &note.place));
        let ranges: Vec<Range<usize>> = places.filter_map(text_range).collect();
        if Excerpt::of(source, &ranges).is_some() { (beside, apart) } else { (Vec::new(), all().collect()) }
    }

    /// The finding itself with the notes that stand in the same lines.
    fn finding(&self, notes: &[&Note]) -> Group<'static> {
        let language = self.words.language;
        let level = match self.diagnostic.severity() {
            Severity::Error => Level::ERROR.with_name(self.words.word("report-level-error")),
            Severity::Warning => Level::WARNING.with_name(self.words.word("report-level-warning")),
        };
        let title =
            level.primary_title(clean(&self.diagnostic.message(language))).id(self.diagnostic.code.as_str());
        let group = Group::with_title(title);
        let group = self.place(group, &self.diagnostic.place, self.diagnostic.label(language), notes);
        // The help of a finding with fixes stands above them.
        match self.diagnostic.help(language) {
            Some(help) if self.patches().is_empty() => group.element(self.help_level().message(clean(&help))),
            _ => group,
        }
    }

    /// A note at a place that does not stand in the same lines.
    fn note(&self, note: &Note) -> Group<'static> {
        let level = Level::NOTE.with_name(self.words.word("report-level-note"));
        let group = Group::with_title(level.secondary_title(clean(&self.words.word(note.id))));
        self.place(group, &note.place, None, &[])
    }

    /// The edits that would mend the fault, drawn where that is possible.
    fn fixes(&self) -> Option<Group<'static>> {
        let fixes = &self.diagnostic.fixes;
        let title = match (self.diagnostic.help(self.words.language), fixes.len()) {
            (_, 0) => return None,
            (Some(help), _) => help,
            (None, 1) => self.words.word("report-fix"),
            (None, _) => self.words.word("report-fixes"),
        };
        let patches = self.patches();
        let title = clean(&title);
        if patches.is_empty() {
            let in_words: Vec<String> = fixes.iter().map(|fix| fix::in_words(fix, self.words)).collect();
            return Some(Group::with_title(self.help_level().secondary_title(self.words.list(&in_words))));
        }
        Some(Group::with_title(self.help_level().secondary_title(title)).elements(patches))
    }

    fn patches(&self) -> Vec<Element<'static>> {
        let Place::Text { source, .. } = &self.diagnostic.place else { return Vec::new() };
        let drawn = self.diagnostic.fixes.iter().map(|fix| fix::patch(source, fix).map(Element::from));
        drawn.collect::<Option<Vec<_>>>().unwrap_or_default()
    }

    fn help_level(&self) -> Level<'static> {
        Level::HELP.with_name(self.words.word("report-level-help"))
    }

    /// The group with a place: its lines and the label where there is a text, else its name.
    fn place(
        &self,
        group: Group<'static>,
        place: &Place,
        label: Option<String>,
        notes: &[&Note],
    ) -> Group<'static> {
        let label = label.map(|label| clean(&label));
        if let Place::Text { source, span } = place {
            let range = pointed(source, *span);
            if let Some(snippet) = self.snippet(source, &range, label.clone(), notes) {
                return group.element(snippet);
            }
        }
        let group = group.element(self.origin(place));
        match label {
            Some(label) => group.element(Level::NOTE.no_name().message(label)),
            None => group,
        }
    }

    fn snippet(
        &self,
        source: &Source,
        range: &Range<usize>,
        label: Option<String>,
        notes: &[&Note],
    ) -> Option<Snippet<'static, Annotation<'static>>> {
        let noted: Vec<(Range<usize>, &Note)> =
            notes.iter().filter_map(|note| Some((text_range(&note.place)?, *note))).collect();
        let ranges: Vec<Range<usize>> =
            std::iter::once(range).chain(noted.iter().map(|(range, _)| range)).cloned().collect();
        let excerpt = Excerpt::of(source, &ranges)?;
        let primary = AnnotationKind::Primary.span(excerpt.within(range)).label(label);
        let others = noted.iter().map(|(range, note)| {
            AnnotationKind::Context.span(excerpt.within(range)).label(clean(&self.words.word(note.id)))
        });
        let annotations: Vec<Annotation<'static>> = std::iter::once(primary).chain(others).collect();
        let snippet = Snippet::source(excerpt.text).line_start(excerpt.line).path(clean(source.name()));
        Some(snippet.annotations(annotations))
    }

    fn origin(&self, place: &Place) -> Origin<'static> {
        let name = match place {
            Place::Text { source, span } => {
                let start = pointed(source, *span).start;
                let position = source.position(u32::try_from(start).unwrap_or(u32::MAX));
                format!("{}:{}:{}", source.name(), position.line, position.column)
            }
            Place::Cell { file, row, column: Some(column) } => self
                .words
                .say("report-cell", [("file", &**file), ("row", &row.to_string()), ("column", &**column)]),
            Place::Cell { file, row, column: None } => format!("{file}:{row}"),
            Place::File(name) | Place::Call(name) => name.to_string(),
        };
        Origin::path(clean(&name))
    }
}

fn text_range(place: &Place) -> Option<Range<usize>> {
    match place {
        Place::Text { source, span } => Some(pointed(source, *span)),
        _ => None,
    }
}
