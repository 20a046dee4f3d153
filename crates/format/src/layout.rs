//! Where a line is broken, and where its comments go.
//!
//! A line is broken where its author broke it, behind a comment, and where it would be too wide. Between two names or
//! literals there is one place to break, the outermost, so that a text that was laid out once stays as it is.

use std::ops::Range;

use dabiao_model::{Source, Span};
use unicode_width::UnicodeWidthStr;

use crate::comment::Comment;
use crate::flow::{Break, Piece};
use crate::surface::begins_item;

/// Columns that a line may fill before it is broken.
const WIDTH: usize = 100;

/// The laid out line, or lines, and the comments that have no place inside them.
pub(crate) fn layout<'t>(
    pieces: &[Piece],
    comments: &[Comment<'t>],
    source: &Source,
) -> (String, Vec<Comment<'t>>) {
    let mut layout = Layout { pieces, slots: slots(pieces, source) };
    let rest = layout.place(comments);
    layout.fit();
    (layout.text(), rest)
}

struct Layout<'p, 't> {
    pieces: &'p [Piece],
    /// The places where the line can be broken, in order.
    slots: Vec<Slot<'t>>,
}

/// A place where the line can be broken.
struct Slot<'t> {
    /// Which piece it is.
    piece: usize,
    the: Break,
    is_broken: bool,
    comments: Vec<Comment<'t>>,
}

/// A part of a line that is not broken so far.
#[derive(Debug, Clone)]
struct Stretch {
    /// The column at which it begins.
    column: usize,
    /// Its first piece.
    piece: usize,
    /// The places in it; where it ends before the line does, the slot behind them is broken.
    slots: Range<usize>,
}

/// The places to break: between two names or literals those at which the line is broken in any case, or else one.
fn slots<'t>(pieces: &[Piece], source: &Source) -> Vec<Slot<'t>> {
    let mut slots: Vec<Slot<'t>> = Vec::new();
    // What may become a slot once the next name or literal is known.
    let mut between: Vec<Slot<'t>> = Vec::new();
    let mut before: Option<Span> = None;
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Word { at: None, .. } => {}
            Piece::Word { at: Some(at), .. } => {
                let wraps = before.is_some_and(|before| is_wrapped(source, before, *at));
                slots.extend(chosen(std::mem::take(&mut between), wraps));
                before = Some(*at);
            }
            Piece::Break(the) => {
                let next = pieces.iter().skip(index).find_map(|piece| match piece {
                    Piece::Word { text, .. } => Some(text.as_ref()),
                    Piece::Break(_) => None,
                });
                // A line that begins like an item would be taken for one.
                if !next.is_some_and(begins_item) {
                    let is_broken = the.rank == Break::ALWAYS;
                    between.push(Slot { piece: index, the: *the, is_broken, comments: Vec::new() });
                }
            }
        }
    }
    slots.extend(chosen(between, false));
    slots
}

/// Of the breaks between two names or literals, those that count; `wraps` where the author broke the line there.
fn chosen<'t>(mut between: Vec<Slot<'t>>, wraps: bool) -> Vec<Slot<'t>> {
    if between.iter().any(|slot| slot.is_broken) {
        between.retain(|slot| slot.is_broken);
        return between;
    }
    let outermost = between.into_iter().min_by_key(|slot| slot.the.rank);
    let broken = |slot: Slot<'t>| Slot { is_broken: wraps && slot.the.rank != Break::FOR_COMMENTS, ..slot };
    outermost.map(broken).into_iter().collect()
}

/// Whether the author broke the line between two parts that stand in this order in the text.
fn is_wrapped(source: &Source, before: Span, after: Span) -> bool {
    before.end <= after.start && source.slice(Span { start: before.end, end: after.start }).contains('\n')
}

impl<'t> Layout<'_, 't> {
    /// Puts each comment at the first break behind all that stood before it, and behind the comments before it; gives
    /// back those for which there is none.
    fn place(&mut self, comments: &[Comment<'t>]) -> Vec<Comment<'t>> {
        let mut words = self.words().into_iter().peekable();
        // The last of the pieces that stood before the comment in hand.
        let mut last = None;
        let mut from: usize = 0;
        for (index, comment) in comments.iter().enumerate() {
            while let Some((_, piece)) = words.next_if(|(start, _)| *start < comment.span.start) {
                last = last.max(Some(piece));
            }
            let is_fit = |slot: &Slot<'_>| last.is_none_or(|last| last < slot.piece);
            let Some(at) = self.slots.iter().skip(from).position(is_fit) else {
                return comments.get(index..).unwrap_or_default().to_vec();
            };
            from = from.saturating_add(at);
            if let Some(slot) = self.slots.get_mut(from) {
                slot.is_broken = true;
                slot.comments.push(*comment);
            }
        }
        Vec::new()
    }

    /// Where each name and literal began in the text it was read from, and which piece it is; in that text's order.
    fn words(&self) -> Vec<(u32, usize)> {
        let words = self.pieces.iter().enumerate().filter_map(|(index, piece)| match piece {
            Piece::Word { at: Some(at), .. } => Some((at.start, index)),
            _ => None,
        });
        let mut words: Vec<(u32, usize)> = words.collect();
        words.sort_unstable();
        words
    }

    /// Breaks what is too wide, at the outermost places first.
    fn fit(&mut self) {
        let ends = self.ends();
        let mut stretches: Vec<Stretch> = vec![Stretch { column: 0, piece: 0, slots: 0..self.slots.len() }];
        while let Some(stretch) = stretches.pop() {
            let parts = self.parts(&stretch);
            if parts.len() > 1 {
                stretches.extend(parts);
            } else if stretch.column.saturating_add(self.width(&ends, &stretch, stretch.slots.end)) > WIDTH {
                let is_changed = self.fill(&ends, &stretch);
                stretches.extend(is_changed.then_some(stretch));
            }
        }
    }

    /// The stretch, parted where it is broken.
    fn parts(&self, stretch: &Stretch) -> Vec<Stretch> {
        let mut parts = vec![Stretch { slots: stretch.slots.start..stretch.slots.start, ..stretch.clone() }];
        for index in stretch.slots.clone() {
            let broken = self.slots.get(index).filter(|slot| slot.is_broken);
            match (broken, parts.last_mut()) {
                (None, Some(part)) => part.slots.end = index.saturating_add(1),
                (Some(slot), _) => {
                    let after = index.saturating_add(1);
                    let piece = slot.piece.saturating_add(1);
                    parts.push(Stretch { column: slot.the.indent, piece, slots: after..after });
                }
                (None, None) => {}
            }
        }
        parts
    }

    /// Breaks a stretch at places of one rank, as late as its lines fit; whether there was one to break at.
    fn fill(&mut self, ends: &[usize], stretch: &Stretch) -> bool {
        let Some(rank) = self.rank(ends, stretch) else { return false };
        let is_of_rank = |index: &usize| self.slots.get(*index).is_some_and(|slot| slot.the.rank == rank);
        let places: Vec<usize> = stretch.slots.clone().filter(is_of_rank).collect();
        let mut line = stretch.clone();
        let next = places.iter().copied().skip(1).chain([stretch.slots.end]);
        for (place, next) in places.iter().zip(next) {
            if line.column.saturating_add(self.width(ends, &line, next)) <= WIDTH {
                continue;
            }
            if let Some(slot) = self.slots.get_mut(*place) {
                slot.is_broken = true;
                line.column = slot.the.indent;
                line.piece = slot.piece.saturating_add(1);
            }
        }
        true
    }

    /// The rank to break a stretch at: the outermost that has a place before the line is too wide. Where no rank has
    /// one, parts of the whole value may still stand below each other.
    fn rank(&self, ends: &[usize], stretch: &Stretch) -> Option<u32> {
        let places =
            || stretch.slots.clone().filter_map(|index| Some((index, self.slots.get(index)?.the.rank)));
        let open = || places().filter(|(_, rank)| *rank != Break::FOR_COMMENTS);
        let fits = |index: usize| stretch.column.saturating_add(self.width(ends, stretch, index)) <= WIDTH;
        let fitting = open().filter(|(index, _)| fits(*index)).map(|(_, rank)| rank).min();
        fitting.or_else(|| open().map(|(_, rank)| rank).min().filter(|rank| *rank == Break::OUTERMOST))
    }

    /// The columns from the beginning of a line up to a slot, or to the end of the slots' stretch.
    fn width(&self, ends: &[usize], line: &Stretch, slot: usize) -> usize {
        let (end, mark) = match self.slots.get(slot) {
            Some(slot) => (slot.piece, slot.the.broken),
            None => (self.pieces.len(), ""),
        };
        let column =
            |piece: usize| piece.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0);
        column(end).saturating_sub(column(line.piece)).saturating_add(mark.width())
    }

    /// The column behind each piece if no line were broken.
    fn ends(&self) -> Vec<usize> {
        let width = |piece: &Piece| match piece {
            Piece::Word { text, .. } => text.width(),
            Piece::Break(the) => the.flat.width(),
        };
        let widths = self.pieces.iter().map(width);
        widths
            .scan(0, |column: &mut usize, width| {
                *column = column.saturating_add(width);
                Some(*column)
            })
            .collect()
    }

    fn text(&self) -> String {
        let mut text = String::new();
        let mut slots = self.slots.iter().filter(|slot| slot.is_broken).peekable();
        for (index, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Word { text: word, .. } => text.push_str(word),
                Piece::Break(the) => match slots.next_if(|slot| slot.piece == index) {
                    Some(slot) => {
                        text.push_str(the.broken);
                        slot.comments.iter().enumerate().for_each(|(index, comment)| {
                            let is_behind = index == 0 && !comment.alone;
                            text.push_str(if is_behind { "  " } else { "\n" });
                            text.extend(std::iter::repeat_n(' ', if is_behind { 0 } else { the.comments }));
                            text.push_str(comment.text);
                        });
                        text.push('\n');
                        text.extend(std::iter::repeat_n(' ', the.indent));
                    }
                    None => text.push_str(the.flat),
                },
            }
        }
        text
    }
}
