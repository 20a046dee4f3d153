//! `dabiao lsp`: the language server.

use dabiao_lsp::Options;

use crate::exit::{Exit, Failure};
use crate::output;
use crate::voice::Voice;

pub(crate) fn run(voice: &Voice) -> Result<Exit, Failure> {
    let options = Options { language: voice.asked(), reader: voice.language() };
    dabiao_lsp::serve(options)
        .map(|()| Exit::Fine)
        .map_err(|error| output::unwritable("lsp", error.to_string()))
}
