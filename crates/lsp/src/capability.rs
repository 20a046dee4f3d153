//! What the server can do, as it tells an editor.

use dabiao_ide::Encoding;
use lsp_types::{InitializeParams, PositionEncodingKind};
use serde_json::{Value, json};

use crate::command::COMMANDS;
use crate::highlighting::{MODIFIERS, TYPES};

/// What columns count: bytes, where the editor can count them, for then nothing has to be counted anew; else what every
/// editor can.
pub(crate) fn encoding(params: &InitializeParams) -> Encoding {
    let offered =
        params.capabilities.general.as_ref().and_then(|general| general.position_encodings.as_ref());
    match offered {
        Some(offered) if offered.contains(&PositionEncodingKind::UTF8) => Encoding::Utf8,
        _ => Encoding::Utf16,
    }
}

pub(crate) fn answer(encoding: Encoding) -> Value {
    let encoding = match encoding {
        Encoding::Utf8 => "utf-8",
        Encoding::Utf16 => "utf-16",
        Encoding::Utf32 => "utf-32",
    };
    json!({
        "capabilities": {
            "positionEncoding": encoding,
            "textDocumentSync": { "openClose": true, "change": 2, "save": false },
            "hoverProvider": true,
            "completionProvider": { "triggerCharacters": [".", ":", "：", " ", "\"", "「", "，", ","] },
            "definitionProvider": true,
            "referencesProvider": true,
            "documentHighlightProvider": true,
            "documentSymbolProvider": true,
            "workspaceSymbolProvider": true,
            "codeActionProvider": { "codeActionKinds": ["quickfix"] },
            "codeLensProvider": { "resolveProvider": false },
            "documentFormattingProvider": true,
            "renameProvider": { "prepareProvider": true },
            "foldingRangeProvider": true,
            "inlayHintProvider": true,
            "semanticTokensProvider": {
                "legend": { "tokenTypes": TYPES, "tokenModifiers": MODIFIERS },
                "full": true
            },
            "executeCommandProvider": { "commands": COMMANDS },
        },
        "serverInfo": { "name": "dabiao", "version": env!("CARGO_PKG_VERSION") },
    })
}
