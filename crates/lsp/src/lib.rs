//! The language server: what `dabiao-ide` knows, in the words of the Language Server Protocol, over standard input and
//! output.
//!
//! It holds no knowledge of rules, reads no clock and no environment, and writes no file: changes go to the editor.

mod answer;
mod capability;
mod command;
mod convert;
mod highlighting;
mod place;
mod server;

use std::error::Error;

use dabiao_model::Language;
use lsp_server::Connection;
use lsp_types::InitializeParams;

use crate::server::Server;

/// How the server speaks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// The language of sentences, whatever the plan says; an editor can ask for one with `initializationOptions`:
    /// `{"language": "zh"}`.
    pub language: Option<Language>,
    /// The language where neither that nor the plan names one; the editor's locale goes before it.
    pub reader: Language,
}

/// Serves one editor over standard input and output until it says goodbye.
///
/// # Errors
/// Where the editor breaks the protocol, or input or output break.
pub fn serve(options: Options) -> Result<(), Box<dyn Error + Send + Sync>> {
    let (connection, threads) = Connection::stdio();
    serve_over(&connection, options)?;
    // The writer ends when nobody can send to it any more.
    drop(connection);
    threads.join()?;
    Ok(())
}

/// Serves one editor over any connection, such as [`Connection::memory`].
///
/// # Errors
/// As [`serve`].
pub fn serve_over(connection: &Connection, options: Options) -> Result<(), Box<dyn Error + Send + Sync>> {
    let (id, params) = connection.initialize_start()?;
    let params: InitializeParams = serde_json::from_value(params)?;
    let encoding = capability::encoding(&params);
    connection.initialize_finish(id, capability::answer(encoding))?;
    Server::new(connection, options, &params, encoding).run()
}
