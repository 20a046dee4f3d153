//! `dabiao lsp` over its standard input and output, as editors start it.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

fn framed(body: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

/// Reads one message.
fn read(from: &mut impl BufRead) -> String {
    let mut length = 0;
    loop {
        let mut line = String::new();
        assert!(from.read_line(&mut line).unwrap() > 0, "the server is gone");
        match line.trim().split_once(": ") {
            Some(("Content-Length", bytes)) => length = bytes.parse().unwrap(),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).unwrap();
    String::from_utf8(body).unwrap()
}

#[test]
fn an_editor_is_served_until_it_says_goodbye() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dabiao"))
        .args(["lsp", "--stdio", "--lang", "zh"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut send = |body: &str| input.write_all(framed(body).as_bytes()).unwrap();
    send(r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#);
    assert!(read(&mut output).contains(r#""positionEncoding":"utf-16""#));
    send(r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#);
    send(
        r#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:1","languageId":"dabiao","version":1,"text":"指标 市场.合格率\n  类型：百分比\n目标 市场.合格率 ≥ 90"}}}"#,
    );
    let found = read(&mut output);
    assert!(found.contains(r#""code":"E0301""#) && found.contains("百分"), "{found}");
    send(r#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#);
    assert!(read(&mut output).contains(r#""id":2"#));
    send(r#"{"jsonrpc":"2.0","method":"exit"}"#);
    assert!(child.wait().unwrap().success());
}
