//! The server: it hears of changes, and says what is to be said of them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use dabiao_ide::{Encoding, Finding, View, Workspace};
use dabiao_model::Language;
use lsp_server::{Connection, Message, Notification, Request, Response};
use lsp_types::notification::{self, Notification as _};
use lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, InitializeParams, PublishDiagnosticsParams, TextDocumentContentChangeEvent,
};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::convert::{Page, diagnostic};
use crate::{Options, answer, place};

/// How long a further change is waited for before faults are looked for: what an editor has sent already comes within it.
const LULL: Duration = Duration::from_millis(1);

pub(crate) struct Server<'c> {
    connection: &'c Connection,
    pub(crate) workspace: Workspace,
    pub(crate) encoding: Encoding,
    asked: Option<Language>,
    reader: Language,
    can_watch: bool,
    versions: BTreeMap<PathBuf, i32>,
    /// The files of each plan that have faults on the screen.
    shown: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
    /// Plans whose last file was closed.
    gone: BTreeSet<PathBuf>,
    is_stale: bool,
}

type Outcome = Result<(), Box<dyn Error + Send + Sync>>;

impl<'c> Server<'c> {
    pub(crate) fn new(
        connection: &'c Connection,
        options: Options,
        params: &InitializeParams,
        encoding: Encoding,
    ) -> Server<'c> {
        let option = params.initialization_options.as_ref().and_then(|options| options.get("language"));
        let asked = option.and_then(|tag| tag.as_str()).and_then(Language::parse);
        let locale = params
            .locale
            .as_deref()
            .map(|locale| if locale.starts_with("zh") { Language::Chinese } else { Language::English });
        let of_workspace = params.capabilities.workspace.as_ref();
        let watching = of_workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        Server {
            connection,
            workspace: Workspace::default(),
            encoding,
            asked: options.language.or(asked),
            reader: locale.unwrap_or(options.reader),
            can_watch: watching.and_then(|one| one.dynamic_registration).unwrap_or_default(),
            versions: BTreeMap::new(),
            shown: BTreeMap::new(),
            gone: BTreeSet::new(),
            is_stale: false,
        }
    }

    /// Hears and answers until the editor says goodbye.
    pub(crate) fn run(mut self) -> Outcome {
        if self.can_watch {
            self.watch()?;
        }
        loop {
            let message = if self.is_stale {
                match self.connection.receiver.recv_timeout(LULL) {
                    Ok(message) => message,
                    Err(error) if error.is_timeout() => {
                        self.publish()?;
                        continue;
                    }
                    Err(_) => return Ok(()),
                }
            } else {
                match self.connection.receiver.recv() {
                    Ok(message) => message,
                    Err(_) => return Ok(()),
                }
            };
            match message {
                Message::Request(request) => {
                    if self.connection.handle_shutdown(&request)? {
                        return Ok(());
                    }
                    self.answer(request)?;
                }
                Message::Notification(note) => self.hear(note)?,
                Message::Response(_) => {}
            }
        }
    }

    /// The language to speak of a plan in.
    pub(crate) fn language(&self, view: &View) -> Language {
        view.language(self.asked, self.reader)
    }

    fn answer(&mut self, request: Request) -> Outcome {
        let id = request.id.clone();
        let response = match answer::to(self, request) {
            Ok(value) => Response::new_ok(id, value),
            Err(refusal) => Response::new_err(id, refusal.code, refusal.message),
        };
        self.connection.sender.send(response.into())?;
        Ok(())
    }

    fn hear(&mut self, note: Notification) -> Outcome {
        match note.method.as_str() {
            notification::DidOpenTextDocument::METHOD => {
                let DidOpenTextDocumentParams { text_document } = read(note)?;
                let path = place::path(&text_document.uri);
                self.versions.insert(path.clone(), text_document.version);
                self.workspace.open(&path, &text_document.text);
                self.is_stale = true;
            }
            notification::DidChangeTextDocument::METHOD => {
                let DidChangeTextDocumentParams { text_document, content_changes } = read(note)?;
                let path = place::path(&text_document.uri);
                let Some(text) = self.workspace.text(&path) else { return Ok(()) };
                let text = changed(text.to_string(), content_changes, self.encoding);
                self.versions.insert(path.clone(), text_document.version);
                self.workspace.open(&path, &text);
                self.is_stale = true;
            }
            notification::DidCloseTextDocument::METHOD => {
                let DidCloseTextDocumentParams { text_document } = read(note)?;
                let path = place::path(&text_document.uri);
                self.versions.remove(&path);
                self.gone.extend(self.workspace.close(&path));
                self.is_stale = true;
            }
            notification::DidChangeWatchedFiles::METHOD => {
                let DidChangeWatchedFilesParams { changes } = read(note)?;
                for change in changes {
                    self.workspace.changed_on_disk(&place::path(&change.uri));
                }
                self.is_stale = true;
            }
            _ => {}
        }
        Ok(())
    }

    /// Sends the faults of every plan that changed; a file that has none any more is sent without any.
    fn publish(&mut self) -> Outcome {
        self.is_stale = false;
        for view in self.workspace.changed_views() {
            let folder = view.folder().to_path_buf();
            self.gone.remove(&folder);
            let mut by_file: BTreeMap<PathBuf, Vec<Finding>> = BTreeMap::new();
            for path in self.workspace.open_files().filter(|path| view.tree(path).is_some()) {
                by_file.insert(path.to_path_buf(), Vec::new());
            }
            for finding in view.findings(self.language(&view)) {
                by_file.entry(finding.path.clone()).or_default().push(finding);
            }
            let before = self.shown.remove(&folder).unwrap_or_default();
            for path in before {
                by_file.entry(path).or_default();
            }
            for (path, findings) in &by_file {
                let page = view.source(path).map(|source| Page::new(source.text(), self.encoding));
                let found = findings.iter().map(|one| diagnostic(&view, one, page.as_ref())).collect();
                self.send(path, found)?;
            }
            let faulty = by_file.into_iter().filter(|(_, findings)| !findings.is_empty());
            self.shown.insert(folder, faulty.map(|(path, _)| path).collect());
        }
        for folder in std::mem::take(&mut self.gone) {
            let still_there = self.workspace.views().iter().any(|view| view.folder() == folder);
            if !still_there {
                for path in self.shown.remove(&folder).unwrap_or_default() {
                    self.send(&path, Vec::new())?;
                }
            }
        }
        Ok(())
    }

    fn send(&self, path: &Path, diagnostics: Vec<lsp_types::Diagnostic>) -> Outcome {
        let Some(uri) = place::uri(path) else { return Ok(()) };
        let version = self.versions.get(path).copied();
        let params = PublishDiagnosticsParams { uri, diagnostics, version };
        self.notify::<notification::PublishDiagnostics>(params)
    }

    pub(crate) fn notify<N: notification::Notification>(&self, params: N::Params) -> Outcome {
        let note = Notification { method: N::METHOD.to_string(), params: serde_json::to_value(params)? };
        self.connection.sender.send(note.into())?;
        Ok(())
    }

    /// Asks to be told when rules, data and settings change on the disk.
    fn watch(&self) -> Outcome {
        let globs = ["**/*.dabiao", "**/dabiao.toml", "**/*.csv", "**/*.json"];
        let watchers: Vec<_> = globs.iter().map(|glob| json!({ "globPattern": glob })).collect();
        let params = json!({
            "registrations": [{
                "id": "dabiao-files",
                "method": notification::DidChangeWatchedFiles::METHOD,
                "registerOptions": { "watchers": watchers },
            }]
        });
        let id = "dabiao-files".to_string().into();
        let request = Request { id, method: "client/registerCapability".to_string(), params };
        self.connection.sender.send(request.into())?;
        Ok(())
    }
}

fn read<T: DeserializeOwned>(note: Notification) -> Result<T, serde_json::Error> {
    serde_json::from_value(note.params)
}

/// A text after changes, each made in what the one before left.
fn changed(mut text: String, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) -> String {
    for change in changes {
        let Some(range) = change.range else {
            text = change.text;
            continue;
        };
        let page = Page::new(&text, encoding);
        let (start, end) = (page.offset(range.start), page.offset(range.end));
        text.replace_range(start..end.max(start), &change.text);
    }
    text
}
