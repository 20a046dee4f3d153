//! The whole way from a text to a tree.

use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, Place, Source, Span};

use crate::lower::Lowering;
use crate::scan::{Fault, Faults, Piece, scan};
use crate::{Limits, Tree};

/// Reads a rule file. Parsing never fails: what could not be read is in the tree's diagnostics.
///
/// ```
/// use dabiao_model::Source;
/// let source = Source::new("a.dabiao", "target a.b >= 90%\n  ownr: police\ntarget c.d >= 80%");
/// let tree = dabiao_syntax::parse(source);
/// assert_eq!(tree.items.len(), 2);
/// assert_eq!(tree.diagnostics[0].code.as_str(), "E0104");
/// ```
#[must_use]
pub fn parse(source: Arc<Source>) -> Tree {
    parse_with(source, &Limits::default())
}

/// Reads a rule file within limits of the caller's choice.
#[must_use]
pub fn parse_with(source: Arc<Source>, limits: &Limits) -> Tree {
    if source.text().len() > limits.bytes {
        let place = Place::Text { source: Arc::clone(&source), span: Span::default() };
        let fault = Diagnostic::new(Code::FileTooLarge, place).with("limit", limits.bytes);
        let diagnostics = vec![fault.with("size", source.text().len())];
        return Tree {
            source,
            items: Vec::new(),
            comments: Vec::new(),
            lost_names: Vec::new(),
            mixed_names: Vec::new(),
            diagnostics,
        };
    }
    let scan = scan(source.text(), limits);
    let mut unread = scan.unread;
    let mut lowering = Lowering::new(&source, limits, &scan.faults);
    for piece in scan.pieces {
        match piece {
            Piece::Text(range) if lowering.is_full() => {
                unread = Some(range.start);
                break;
            }
            Piece::Text(range) => lowering.piece(range),
            Piece::Skipped { field } => lowering.skip(field),
        }
    }
    let Lowering { mut items, lost_names, mixed_names, mut diagnostics, .. } = lowering;
    let Faults { list, comments } = scan.faults;
    diagnostics.extend(list.iter().map(|fault| diagnostic(fault, &source, limits)));
    diagnostics.sort_by_key(|diagnostic| match &diagnostic.place {
        Place::Text { span, .. } => *span,
        _ => Span::default(),
    });
    let at = |span: Span| Place::Text { source: Arc::clone(&source), span };
    if diagnostics.len() > limits.diagnostics || (unread.is_some() && items.len() <= limits.items) {
        let first = diagnostics.get(limits.diagnostics).map(|first| first.place.clone());
        let place =
            first.unwrap_or_else(|| at(Span::new(unread.unwrap_or_default(), unread.unwrap_or_default())));
        diagnostics.truncate(limits.diagnostics);
        diagnostics.push(Diagnostic::new(Code::TooManyItems, place).variant("faults"));
    }
    if let Some(beyond) = items.get(limits.items) {
        diagnostics.push(Diagnostic::new(Code::TooManyItems, at(beyond.head)).with("limit", limits.items));
        items.truncate(limits.items);
    }
    Tree { items, comments, lost_names, mixed_names, diagnostics, source }
}

fn diagnostic(fault: &Fault, source: &Arc<Source>, limits: &Limits) -> Diagnostic {
    let place = Place::Text { source: Arc::clone(source), span: fault.span };
    let diagnostic = Diagnostic { variant: fault.variant, ..Diagnostic::new(fault.code, place) };
    let diagnostic = match fault.code {
        Code::TooDeep => diagnostic.with("limit", limits.nesting),
        Code::TooLong => diagnostic.with("limit", limits.line_bytes),
        Code::HiddenCharacter => {
            let code = source.slice(fault.span).chars().next().map_or(0, u32::from);
            diagnostic.with("code", format!("U+{code:04X}"))
        }
        _ => diagnostic.with("text", source.slice(fault.span)),
    };
    match &fault.fix {
        Some((span, replacement)) => diagnostic.fix(*span, replacement.clone()),
        None => diagnostic,
    }
}
