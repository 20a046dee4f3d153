//! Messages of an editor to the language server.

use lsp_server::{Connection, Message, Notification, Request};
use serde_json::{Value, json};

use crate::PART;

/// Opens the text of the first part, then sends each further part as a message: its method on the first line, its
/// parameters behind it.
pub fn messages(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut parts = text.split(PART);
    let rules = parts.next().unwrap_or_default();
    let (Connection { sender, receiver }, server) = Connection::memory();
    // Each side waits for the other to take a message, so answers are taken as they come.
    let taking = std::thread::spawn(move || receiver.iter().for_each(drop));
    let serving =
        std::thread::spawn(move || dabiao_lsp::serve_over(&server, dabiao_lsp::Options::default()).is_ok());
    let send = |message: Message| sender.send(message).is_ok();
    let ask = |id: i32, method: &str, params: Value| {
        send(Message::Request(Request { id: id.into(), method: method.to_string(), params }))
    };
    let tell = |method: &str, params: Value| {
        send(Message::Notification(Notification { method: method.to_string(), params }))
    };
    ask(0, "initialize", json!({"capabilities": {}}));
    tell("initialized", json!({}));
    let document =
        json!({"uri": "file:///fuzz/a.dabiao", "languageId": "dabiao", "version": 1, "text": rules});
    tell("textDocument/didOpen", json!({"textDocument": document}));
    for (index, part) in parts.take(8).enumerate() {
        let (method, params) = part.split_once('\n').unwrap_or((part, "null"));
        let params = serde_json::from_str(params).unwrap_or(Value::Null);
        if method == "exit" || method == "shutdown" {
            continue;
        }
        if method.contains("did") {
            tell(method, params);
        } else {
            ask(i32::try_from(index).unwrap_or(0) + 1, method, params);
        }
    }
    ask(1000, "shutdown", Value::Null);
    tell("exit", Value::Null);
    assert!(serving.join().is_ok(), "the server panicked");
    assert!(taking.join().is_ok(), "nobody took the answers");
}
