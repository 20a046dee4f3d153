//! The editor's questions, one function each.

mod edit;

use std::path::PathBuf;
use std::sync::Arc;

use dabiao_ide::View;
use dabiao_model::Language;
use lsp_server::{ErrorCode, Request};
use lsp_types::request::{self, Request as _};
use lsp_types::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::convert::{Page, location, symbol_kind};
use crate::server::Server;
use crate::{command, highlighting, place};

/// Why a question has no answer.
pub(crate) struct Refusal {
    pub(crate) code: i32,
    pub(crate) message: String,
}

type Answer = Result<Value, Refusal>;

/// Answers a question.
pub(crate) fn to(server: &mut Server<'_>, request: Request) -> Answer {
    let params = request.params;
    match request.method.as_str() {
        request::HoverRequest::METHOD => hover(server, params),
        request::Completion::METHOD => completion(server, params),
        request::GotoDefinition::METHOD => definition(server, params),
        request::References::METHOD => references(server, params),
        request::DocumentHighlightRequest::METHOD => same_names(server, params),
        request::PrepareRenameRequest::METHOD => edit::prepare_rename(server, params),
        request::Rename::METHOD => edit::rename(server, params),
        request::DocumentSymbolRequest::METHOD => outline(server, params),
        request::WorkspaceSymbolRequest::METHOD => symbols(server, params),
        request::FoldingRangeRequest::METHOD => folds(server, params),
        request::SemanticTokensFullRequest::METHOD => highlights(server, params),
        request::InlayHintRequest::METHOD => hints(server, params),
        request::CodeLensRequest::METHOD => lenses(server, params),
        request::CodeActionRequest::METHOD => edit::actions(server, params),
        request::Formatting::METHOD => edit::formatting(server, params),
        request::ExecuteCommand::METHOD => edit::execute(server, params),
        method => Err(refused(ErrorCode::MethodNotFound, format!("`{method}` is not known"))),
    }
}

/// A file of a question with its plan.
struct Asked {
    path: PathBuf,
    view: Arc<View>,
    language: Language,
}

impl Asked {
    /// `None` for a file that is not open.
    fn of(server: &mut Server<'_>, uri: &Uri) -> Option<Asked> {
        let path = place::path(uri);
        let view = server.workspace.view(&path)?;
        let language = server.language(&view);
        Some(Asked { path, view, language })
    }

    fn page(&self, server: &Server<'_>) -> Page<'_> {
        let text = self.view.source(&self.path).map_or("", |source| source.text());
        Page::new(text, server.encoding)
    }

    fn offset(&self, server: &Server<'_>, position: Position) -> usize {
        self.page(server).offset(position)
    }

    fn locations(&self, server: &Server<'_>, places: &[(PathBuf, dabiao_model::Span)]) -> Vec<Location> {
        let all = places.iter();
        all.filter_map(|(path, span)| location(&self.view, path, *span, server.encoding)).collect()
    }
}

fn hover(server: &mut Server<'_>, params: Value) -> Answer {
    let HoverParams { text_document_position_params: at, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &at.text_document.uri) else { return nothing() };
    let offset = asked.offset(server, at.position);
    let known = dabiao_ide::hover(&asked.view, &asked.path, offset, asked.language);
    say(known.map(|known| Hover {
        contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value: known.markdown }),
        range: Some(asked.page(server).range(known.span)),
    }))
}

fn completion(server: &mut Server<'_>, params: Value) -> Answer {
    let CompletionParams { text_document_position: at, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &at.text_document.uri) else { return nothing() };
    let page = asked.page(server);
    let found = dabiao_ide::complete(&asked.view, &asked.path, page.offset(at.position), asked.language);
    say(found.iter().map(|one| page.completion(one)).collect::<Vec<_>>())
}

fn definition(server: &mut Server<'_>, params: Value) -> Answer {
    let GotoDefinitionParams { text_document_position_params: at, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &at.text_document.uri) else { return nothing() };
    let offset = asked.offset(server, at.position);
    say(asked.locations(server, &dabiao_ide::definitions(&asked.view, &asked.path, offset)))
}

fn references(server: &mut Server<'_>, params: Value) -> Answer {
    let ReferenceParams { text_document_position: at, context, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &at.text_document.uri) else { return nothing() };
    let offset = asked.offset(server, at.position);
    let found = dabiao_ide::references(&asked.view, &asked.path, offset, context.include_declaration);
    say(asked.locations(server, &found))
}

/// The places of a name in its own file.
fn same_names(server: &mut Server<'_>, params: Value) -> Answer {
    let DocumentHighlightParams { text_document_position_params: at, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &at.text_document.uri) else { return nothing() };
    let page = asked.page(server);
    let found = dabiao_ide::references(&asked.view, &asked.path, page.offset(at.position), true);
    let here = found.iter().filter(|(path, _)| *path == asked.path);
    say(here.map(|(_, span)| DocumentHighlight { range: page.range(*span), kind: None }).collect::<Vec<_>>())
}

fn outline(server: &mut Server<'_>, params: Value) -> Answer {
    let DocumentSymbolParams { text_document, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &text_document.uri) else { return nothing() };
    let Some(tree) = asked.view.tree(&asked.path) else { return nothing() };
    let page = asked.page(server);
    let entries = dabiao_ide::outline(tree, asked.language);
    say(entries.iter().map(|entry| page.symbol(entry)).collect::<Vec<_>>())
}

fn symbols(server: &mut Server<'_>, params: Value) -> Answer {
    let WorkspaceSymbolParams { query, .. } = read(params)?;
    let mut found = Vec::new();
    for view in server.workspace.views() {
        for (path, entry) in dabiao_ide::symbols(&view, &query, server.language(&view)) {
            let Some(location) = location(&view, &path, entry.head, server.encoding) else { continue };
            found.push(WorkspaceSymbol {
                name: entry.name,
                kind: symbol_kind(entry.kind),
                tags: None,
                container_name: entry.detail,
                location: OneOf::Left(location),
                data: None,
            });
        }
    }
    say(found)
}

fn folds(server: &mut Server<'_>, params: Value) -> Answer {
    let FoldingRangeParams { text_document, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &text_document.uri) else { return nothing() };
    let Some(tree) = asked.view.tree(&asked.path) else { return nothing() };
    let page = asked.page(server);
    let fold = |fold: &dabiao_ide::Fold| {
        let range = page.range(fold.span);
        FoldingRange {
            start_line: range.start.line,
            end_line: range.end.line,
            kind: fold.is_comment.then_some(FoldingRangeKind::Comment),
            ..FoldingRange::default()
        }
    };
    say(dabiao_ide::folds(tree).iter().map(fold).collect::<Vec<_>>())
}

fn highlights(server: &mut Server<'_>, params: Value) -> Answer {
    let SemanticTokensParams { text_document, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &text_document.uri) else { return nothing() };
    let page = asked.page(server);
    let words = dabiao_ide::highlights(&asked.view, &asked.path);
    let data = highlighting::tokens(page.text, &page.lines, &words, page.encoding);
    say(SemanticTokens { result_id: None, data })
}

fn hints(server: &mut Server<'_>, params: Value) -> Answer {
    let InlayHintParams { text_document, range, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &text_document.uri) else { return nothing() };
    let page = asked.page(server);
    let found = dabiao_ide::hints(&asked.view, &asked.path, asked.language);
    let hint = |hint: dabiao_ide::Hint| InlayHint {
        position: page.position(hint.offset),
        label: InlayHintLabel::String(hint.text),
        kind: Some(InlayHintKind::TYPE),
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: Some(true),
        data: None,
    };
    let is_asked = |hint: &InlayHint| range.start <= hint.position && hint.position <= range.end;
    say(found.into_iter().map(hint).filter(is_asked).collect::<Vec<_>>())
}

fn lenses(server: &mut Server<'_>, params: Value) -> Answer {
    let CodeLensParams { text_document, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &text_document.uri) else { return nothing() };
    let page = asked.page(server);
    let found = dabiao_ide::lenses(&asked.view, &asked.path, asked.language);
    let lens = |lens: &dabiao_ide::Lens| {
        let command = Some(command::call(lens, &text_document.uri));
        CodeLens { range: page.range(lens.span), command, data: None }
    };
    say(found.iter().map(lens).collect::<Vec<_>>())
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|error| refused(ErrorCode::InvalidParams, error.to_string()))
}

fn say(answer: impl Serialize) -> Answer {
    serde_json::to_value(answer).map_err(|error| refused(ErrorCode::InternalError, error.to_string()))
}

fn nothing() -> Answer {
    Ok(Value::Null)
}

fn refused(code: ErrorCode, message: String) -> Refusal {
    // The protocol's own numbers.
    #[expect(
        clippy::as_conversions,
        reason = "the enumeration is made of these numbers and has no other way out"
    )]
    Refusal { code: code as i32, message }
}
