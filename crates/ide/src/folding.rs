//! What can be folded away.

use dabiao_model::Span;
use dabiao_syntax::{Item, ItemKind, Tree};

/// A stretch of several lines that can be folded to its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fold {
    /// The stretch.
    pub span: Span,
    /// Whether it is one of comments.
    pub is_comment: bool,
}

/// Items with their fields, sections with their items, and comments of several lines.
#[must_use]
pub fn folds(tree: &Tree) -> Vec<Fold> {
    let mut folds: Vec<Fold> =
        tree.items.iter().map(|item| Fold { span: whole(item), is_comment: false }).collect();
    let is_section = |item: &&Item| matches!(item.kind, ItemKind::Section { .. });
    let starts: Vec<u32> = tree.items.iter().filter(is_section).map(|item| item.head.start).collect();
    for (index, start) in starts.iter().enumerate() {
        let next = starts.get(index.saturating_add(1)).copied();
        let mut inside = tree
            .items
            .iter()
            .filter(|item| item.head.start >= *start && next.is_none_or(|next| item.head.start < next));
        if let Some(last) = inside.next_back() {
            folds.push(Fold { span: Span { start: *start, end: whole(last).end }, is_comment: false });
        }
    }
    let mut run: Option<Span> = None;
    for comment in &tree.comments {
        let stands_alone = line_before(tree, *comment).trim().is_empty();
        run = match run {
            Some(before) if stands_alone && follows(tree, before, *comment) => Some(before.to(*comment)),
            before => {
                folds.extend(before.map(|span| Fold { span, is_comment: true }));
                stands_alone.then_some(*comment)
            }
        };
    }
    folds.extend(run.map(|span| Fold { span, is_comment: true }));
    folds.retain(|fold| tree.source.slice(fold.span).trim_end().contains('\n'));
    folds.sort_by_key(|fold| (fold.span.start, std::cmp::Reverse(fold.span.end)));
    folds.dedup();
    folds
}

/// An item with its fields.
pub(crate) fn whole(item: &Item) -> Span {
    item.fields.iter().fold(item.head, |span, field| span.to(field.span))
}

fn line_before(tree: &Tree, comment: Span) -> &str {
    let before = tree.source.text().get(..comment.range().start).unwrap_or_default();
    before.rsplit('\n').next().unwrap_or_default()
}

/// Whether nothing but one line break stands between two comments.
fn follows(tree: &Tree, before: Span, comment: Span) -> bool {
    let between = tree.source.slice(Span { start: before.end, end: comment.start });
    between.trim().is_empty() && between.matches('\n').count() <= 1
}
