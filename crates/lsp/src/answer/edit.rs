//! The answers that change texts, or run what they say.

use dabiao_ide::run_task;
use lsp_server::ErrorCode;
use lsp_types::notification::ShowMessage;
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, DocumentFormattingParams,
    ExecuteCommandParams, MessageType, PrepareRenameResponse, RenameParams, ShowMessageParams,
    TextDocumentPositionParams,
};
use serde_json::Value;

use super::{Answer, Asked, nothing, read, refused, say};
use crate::convert::workspace_edit;
use crate::server::Server;
use crate::{command, convert};

/// Whether the name at a place can be another, and what it is now.
pub(super) fn prepare_rename(server: &mut Server<'_>, params: Value) -> Answer {
    let at: TextDocumentPositionParams = read(params)?;
    let Some(asked) = Asked::of(server, &at.text_document.uri) else { return nothing() };
    let offset = asked.offset(server, at.position);
    let found = dabiao_ide::renamable(&asked.view, &asked.path, offset, asked.language);
    let (span, placeholder) = found.map_err(|why| refused(ErrorCode::RequestFailed, why.message))?;
    let range = asked.page(server).range(span);
    say(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder })
}

/// Another name in all files.
pub(super) fn rename(server: &mut Server<'_>, params: Value) -> Answer {
    let RenameParams { text_document_position: at, new_name, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &at.text_document.uri) else { return nothing() };
    let offset = asked.offset(server, at.position);
    let files = dabiao_ide::rename(&asked.view, &asked.path, offset, &new_name, asked.language);
    let files = files.map_err(|why| refused(ErrorCode::RequestFailed, why.message))?;
    say(workspace_edit(&asked.view, &files, server.encoding))
}

/// The edits that would mend the faults at a place.
pub(super) fn actions(server: &mut Server<'_>, params: Value) -> Answer {
    let CodeActionParams { text_document, range, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &text_document.uri) else { return nothing() };
    let page = asked.page(server);
    let (start, end) = (page.offset(range.start), page.offset(range.end));
    let mut actions = Vec::new();
    for finding in asked.view.findings(asked.language) {
        let span = finding.span.range();
        let touches = finding.path == asked.path && span.start <= end && start <= span.end;
        if !touches {
            continue;
        }
        let is_only = finding.mendings.len() == 1;
        for mending in &finding.mendings {
            let edit = workspace_edit(&asked.view, std::slice::from_ref(&mending.edit), server.encoding);
            actions.push(CodeActionOrCommand::CodeAction(CodeAction {
                title: mending.title.clone(),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![convert::diagnostic(&asked.view, &finding, Some(&page))]),
                edit: Some(edit),
                is_preferred: Some(is_only),
                ..CodeAction::default()
            }));
        }
    }
    say(actions)
}

/// The canonical form; nothing where the text has errors, which are on the screen.
pub(super) fn formatting(server: &mut Server<'_>, params: Value) -> Answer {
    let DocumentFormattingParams { text_document, .. } = read(params)?;
    let Some(asked) = Asked::of(server, &text_document.uri) else { return nothing() };
    let Some(source) = asked.view.source(&asked.path) else { return nothing() };
    let page = asked.page(server);
    match dabiao_ide::formatted(source) {
        Ok(edit) => say(edit.iter().map(|edit| page.edit(edit)).collect::<Vec<_>>()),
        Err(_) => nothing(),
    }
}

/// Runs tests or judges data; the outcome is shown, and handed back as a whole.
pub(super) fn execute(server: &mut Server<'_>, params: Value) -> Answer {
    let ExecuteCommandParams { command, arguments, .. } = read(params)?;
    let asked = command::asked(&command, &arguments);
    let (uri, task) = asked.ok_or_else(|| {
        refused(ErrorCode::InvalidParams, format!("`{command}` is not known, or has no file"))
    })?;
    let Some(asked) = Asked::of(server, &uri) else { return nothing() };
    let outcome = run_task(&asked.view, &task, asked.language);
    let typ = if outcome.is_fine { MessageType::INFO } else { MessageType::WARNING };
    let shown = ShowMessageParams { typ, message: outcome.summary.clone() };
    let sent = server.notify::<ShowMessage>(shown);
    sent.map_err(|error| refused(ErrorCode::InternalError, error.to_string()))?;
    say(serde_json::json!({ "fine": outcome.is_fine, "summary": outcome.summary, "text": outcome.text }))
}
