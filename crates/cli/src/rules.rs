//! The rules that a call names.

use std::path::{Path, PathBuf};

use dabiao::{Code, Diagnostic, Loaded, Observation, Place, Plan, Source};

use crate::exit::Failure;
use crate::output;
use crate::voice::Voice;

/// What diagnostics call standard input.
pub(crate) const STDIN: &str = "standard input";

/// Loads the rules. Warnings about usable ones are counted; `check` is there to show them.
pub(crate) fn plan(
    paths: &[PathBuf],
    expressions: &[String],
    data: &[Observation],
    voice: &Voice,
) -> Result<Plan, Failure> {
    let Loaded { plan, diagnostics, .. } = load(paths, expressions, data, voice)?;
    match plan {
        Some(plan) => {
            output::warnings(diagnostics.len(), voice);
            Ok(plan)
        }
        None => Err(Failure::rules(diagnostics)),
    }
}

/// Loads files and folders, standard input for `-`, and conditions given in the call; from here on the command
/// speaks as they want to be spoken of.
pub(crate) fn load(
    paths: &[PathBuf],
    expressions: &[String],
    data: &[Observation],
    voice: &Voice,
) -> Result<Loaded, Failure> {
    let mut texts = Vec::new();
    let (stdin, files): (Vec<&PathBuf>, Vec<&PathBuf>) =
        paths.iter().partition(|path| path.as_path() == Path::new("-"));
    if !stdin.is_empty() {
        texts.push(Source::new(STDIN, standard_input()?));
    }
    texts.extend(expressions.iter().map(|expression| Source::new("-e", expression.as_str())));
    let loaded = dabiao::load_beside(&files, texts, data);
    voice.follow(loaded.language);
    Ok(loaded)
}

/// The text on standard input.
pub(crate) fn standard_input() -> Result<String, Failure> {
    let place = || Place::File(STDIN.into());
    let bytes = dabiao::read_rules(std::io::stdin().lock()).map_err(|error| {
        let fault = Diagnostic::new(Code::MissingFile, place()).with("path", "-").with("cause", error);
        Failure::rules(vec![fault])
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        Failure::rules(vec![Diagnostic::new(Code::NotUtf8, place()).with("offset", offset)])
    })
}
