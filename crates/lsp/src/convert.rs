//! Places, faults and declarations in the terms of the protocol.

use std::collections::HashMap;
use std::path::Path;

use dabiao_ide::{
    Completion, CompletionKind, Edit, Encoding, Entry, EntryKind, FileEdit, Finding, Lines, Position, View,
};
use dabiao_model::{Severity, Span};
use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Diagnostic, DiagnosticRelatedInformation,
    DiagnosticSeverity, DocumentSymbol, Location, NumberOrString, Range, SymbolKind, TextEdit, Uri,
    WorkspaceEdit,
};

use crate::place;

/// One text with what places in it need.
pub(crate) struct Page<'t> {
    pub(crate) text: &'t str,
    pub(crate) lines: Lines,
    pub(crate) encoding: Encoding,
}

impl<'t> Page<'t> {
    pub(crate) fn new(text: &'t str, encoding: Encoding) -> Page<'t> {
        Page { text, lines: Lines::of(text), encoding }
    }

    pub(crate) fn offset(&self, position: lsp_types::Position) -> usize {
        let position = Position { line: position.line, column: position.character };
        self.lines.offset(self.text, position, self.encoding)
    }

    pub(crate) fn position(&self, offset: usize) -> lsp_types::Position {
        let position = self.lines.position(self.text, offset, self.encoding);
        lsp_types::Position { line: position.line, character: position.column }
    }

    pub(crate) fn range(&self, span: Span) -> Range {
        let range = span.range();
        Range { start: self.position(range.start), end: self.position(range.end) }
    }

    pub(crate) fn edit(&self, edit: &Edit) -> TextEdit {
        TextEdit { range: self.range(edit.span), new_text: edit.text.clone() }
    }

    pub(crate) fn completion(&self, one: &Completion) -> CompletionItem {
        let kind = match one.kind {
            CompletionKind::Keyword => CompletionItemKind::KEYWORD,
            CompletionKind::Field => CompletionItemKind::FIELD,
            CompletionKind::Metric => CompletionItemKind::PROPERTY,
            CompletionKind::Target => CompletionItemKind::FUNCTION,
            CompletionKind::Assumption => CompletionItemKind::CONSTANT,
            CompletionKind::Organisation => CompletionItemKind::CLASS,
            CompletionKind::Unit => CompletionItemKind::UNIT,
            CompletionKind::Scale => CompletionItemKind::ENUM,
            CompletionKind::Level => CompletionItemKind::ENUM_MEMBER,
            CompletionKind::Table => CompletionItemKind::STRUCT,
            CompletionKind::Clause => CompletionItemKind::REFERENCE,
            CompletionKind::File => CompletionItemKind::FILE,
        };
        let edit = TextEdit { range: self.range(one.span), new_text: one.label.clone() };
        CompletionItem {
            label: one.label.trim_end().to_string(),
            kind: Some(kind),
            detail: one.detail.clone(),
            filter_text: Some(one.filter.clone()),
            text_edit: Some(CompletionTextEdit::Edit(edit)),
            ..CompletionItem::default()
        }
    }

    pub(crate) fn symbol(&self, entry: &Entry) -> DocumentSymbol {
        let inside: Vec<DocumentSymbol> = entry.inside.iter().map(|entry| self.symbol(entry)).collect();
        #[expect(deprecated, reason = "the field has no other way to be filled")]
        DocumentSymbol {
            name: entry.name.clone(),
            detail: entry.detail.clone(),
            kind: symbol_kind(entry.kind),
            tags: None,
            deprecated: None,
            range: self.range(entry.span),
            selection_range: self.range(entry.head),
            children: (!inside.is_empty()).then_some(inside),
        }
    }
}

pub(crate) fn symbol_kind(kind: EntryKind) -> SymbolKind {
    match kind {
        EntryKind::Plan => SymbolKind::PACKAGE,
        EntryKind::Organisation => SymbolKind::CLASS,
        EntryKind::Unit => SymbolKind::TYPE_PARAMETER,
        EntryKind::Scale => SymbolKind::ENUM,
        EntryKind::Assumption => SymbolKind::CONSTANT,
        EntryKind::Section => SymbolKind::NAMESPACE,
        EntryKind::Metric => SymbolKind::PROPERTY,
        EntryKind::Table => SymbolKind::STRUCT,
        EntryKind::Target => SymbolKind::FUNCTION,
        EntryKind::Unmeasured => SymbolKind::NULL,
        EntryKind::Test => SymbolKind::EVENT,
    }
}

/// The place of a span in a file of a plan.
pub(crate) fn location(view: &View, path: &Path, span: Span, encoding: Encoding) -> Option<Location> {
    let uri = place::uri(path)?;
    let range = view.source(path).map(|source| Page::new(source.text(), encoding).range(span));
    Some(Location { uri, range: range.unwrap_or_default() })
}

#[expect(clippy::mutable_key_type, reason = "the protocol's own type has these keys")]
pub(crate) fn workspace_edit(view: &View, files: &[FileEdit], encoding: Encoding) -> WorkspaceEdit {
    let changes: HashMap<Uri, Vec<TextEdit>> = files
        .iter()
        .filter_map(|file| {
            let page = Page::new(view.source(&file.path)?.text(), encoding);
            let edits = file.edits.iter().map(|edit| page.edit(edit)).collect();
            Some((place::uri(&file.path)?, edits))
        })
        .collect();
    WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
}

/// A fault at its place in a text.
pub(crate) fn diagnostic(view: &View, finding: &Finding, page: Option<&Page<'_>>) -> Diagnostic {
    let encoding = page.map(|page| page.encoding).unwrap_or_default();
    let related: Vec<DiagnosticRelatedInformation> = finding
        .related
        .iter()
        .filter_map(|one| {
            let location = location(view, &one.path, one.span, encoding)?;
            Some(DiagnosticRelatedInformation { location, message: one.message.clone() })
        })
        .collect();
    Diagnostic {
        range: page.map(|page| page.range(finding.span)).unwrap_or_default(),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(finding.code.to_string())),
        source: Some("dabiao".to_string()),
        message: finding.message.clone(),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}
