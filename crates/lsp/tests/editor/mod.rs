//! An editor of one file that speaks to a server in memory.
#![allow(
    dead_code,
    clippy::allow_attributes,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::panic,
    unreachable_pub,
    reason = "a test may stop at once, and each uses the part it needs"
)]

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use dabiao_lsp::{Options, serve_over};
use lsp_server::{Connection, Message, Notification, Request};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A shipped plan in a folder of its own, and the text of one of its files.
pub fn shipped(plan: &str, file: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules").join(plan);
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "dabiao") {
            fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    let text = fs::read_to_string(folder.path().join(file)).unwrap();
    (folder, text)
}

pub fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

pub struct Editor {
    connection: Connection,
    server: JoinHandle<()>,
    text: String,
    version: i32,
    next: i32,
    faults: HashMap<String, (Option<i64>, Value)>,
}

impl Editor {
    pub fn start(params: Value) -> Editor {
        let (connection, theirs) = Connection::memory();
        let server = thread::spawn(move || serve_over(&theirs, Options::default()).unwrap());
        let mut editor =
            Editor { connection, server, text: String::new(), version: 0, next: 0, faults: HashMap::new() };
        let mut all = json!({ "capabilities": {} });
        all.as_object_mut().unwrap().extend(params.as_object().unwrap().clone());
        editor.request("initialize", all).unwrap();
        editor.note("initialized", json!({}));
        editor
    }

    pub fn stop(mut self) {
        self.request("shutdown", Value::Null).unwrap();
        self.note("exit", Value::Null);
        self.server.join().unwrap();
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn open(&mut self, path: &Path, text: &str) {
        self.text = text.to_string();
        self.version = 1;
        let document = json!({ "uri": uri(path), "languageId": "dabiao", "version": 1, "text": text });
        self.note("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Line and column, in UTF-16, so many bytes behind where words stand.
    pub fn find(&self, words: &str, skip: usize) -> (u64, u64) {
        self.place(self.text.find(words).unwrap() + skip)
    }

    fn place(&self, at: usize) -> (u64, u64) {
        let before = &self.text[..at];
        let line = before.matches('\n').count() as u64;
        (line, before.rsplit('\n').next().unwrap().encode_utf16().count() as u64)
    }

    fn byte(&self, (line, column): (u64, u64)) -> usize {
        let start: usize = self.text.split_inclusive('\n').take(line as usize).map(str::len).sum();
        let mut units = 0;
        let rest = &self.text[start..];
        let found = rest.char_indices().find(|(_, c)| {
            let is_there = units >= column;
            units += c.len_utf16() as u64;
            is_there
        });
        start + found.map_or(rest.len(), |(at, _)| at)
    }

    pub fn replace(&mut self, path: &Path, from: (u64, u64), to: (u64, u64), new: &str) {
        let (start, end) = (self.byte(from), self.byte(to));
        self.text.replace_range(start..end, new);
        let range = json!({
            "start": { "line": from.0, "character": from.1 },
            "end": { "line": to.0, "character": to.1 },
        });
        self.change(path, json!({ "range": range, "text": new }));
    }

    pub fn replace_chars(&mut self, path: &Path, start: usize, length: usize, new: &str) {
        let byte = |at: usize| self.text.char_indices().nth(at).map_or(self.text.len(), |(byte, _)| byte);
        let (from, to) = (self.place(byte(start)), self.place(byte(start + length)));
        self.replace(path, from, to, new);
    }

    pub fn replace_all(&mut self, path: &Path, new: &str) {
        self.text = new.to_string();
        self.change(path, json!({ "text": new }));
    }

    fn change(&mut self, path: &Path, change: Value) {
        self.version += 1;
        let document = json!({ "uri": uri(path), "version": self.version });
        self.note("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
    }

    /// The faults of a file in its present version.
    pub fn faults(&mut self, path: &Path) -> Value {
        loop {
            if let Some((version, faults)) = self.faults.get(&uri(path))
                && *version == Some(i64::from(self.version))
            {
                return faults.clone();
            }
            self.hear();
        }
    }

    pub fn ask(&mut self, method: &str, path: &Path, params: Value) -> Value {
        self.request(method, about(path, params)).unwrap()
    }

    pub fn refusal(&mut self, method: &str, path: &Path, params: Value) -> String {
        self.request(method, about(path, params)).unwrap_err()
    }

    fn request(&mut self, method: &str, params: Value) -> Result<Value, String> {
        self.next += 1;
        let id = self.next.into();
        let request = Request { id, method: method.to_string(), params };
        let wanted = request.id.clone();
        self.connection.sender.send(request.into()).unwrap();
        loop {
            if let Some(Message::Response(response)) = self.hear()
                && response.id == wanted
            {
                return serde_json::to_value(&response)
                    .map(|value| match value.get("error") {
                        Some(error) => Err(error["message"].as_str().unwrap().to_string()),
                        None => Ok(value["result"].clone()),
                    })
                    .unwrap();
            }
        }
    }

    fn note(&self, method: &str, params: Value) {
        self.connection.sender.send(Notification { method: method.to_string(), params }.into()).unwrap();
    }

    fn hear(&mut self) -> Option<Message> {
        let message = self.connection.receiver.recv_timeout(Duration::from_secs(60)).unwrap();
        if let Message::Notification(note) = &message
            && note.method == "textDocument/publishDiagnostics"
        {
            let file = note.params["uri"].as_str().unwrap().to_string();
            self.faults.insert(file, (note.params["version"].as_i64(), note.params["diagnostics"].clone()));
        }
        Some(message)
    }
}

fn about(path: &Path, mut params: Value) -> Value {
    params["textDocument"] = json!({ "uri": uri(path) });
    params
}
