//! From the words of a call to its arguments, or to what is wrong with them, in the caller's language.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};
use dabiao::{Language, Wording};

use crate::args::Args;
use crate::exit::Exit;
use crate::voice::Voice;
use crate::{help, output};

/// The arguments of this call; otherwise everything was said, and only the status is left.
pub(crate) fn read() -> Result<Args, ExitCode> {
    parse(env::args_os().collect()).map_err(|answer| {
        match answer.exit {
            Exit::Fine => output::plain(&answer.text),
            _ => output::plain_error(&answer.text),
        }
        answer.exit.into()
    })
}

/// What is said instead of running a command.
#[derive(Debug)]
struct Answer {
    text: String,
    exit: Exit,
}

fn parse(words: Vec<OsString>) -> Result<Args, Answer> {
    let words = help::spelt_out(words);
    let language = Voice::new(asked(&words)).language();
    let command = help::localized(Args::command(), language);
    let usages = command.clone();
    let matches = command.try_get_matches_from(words.clone());
    matches.and_then(|matches| Args::from_arg_matches(&matches)).map_err(|error| {
        let rendered = || help::shown(&error.render().ansi().to_string(), language);
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Answer { text: rendered(), exit: Exit::Fine }
            }
            // `dabiao` alone asks what it can do.
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Answer { text: rendered(), exit: Exit::Rules }
            }
            _ => {
                let usage = help::usage_of(&usages, &words);
                let text = told(&error, &usage).text(language).into_owned();
                Answer { text, exit: Exit::Rules }
            }
        }
    })
}

/// The language that a call asks for, also where the rest of the call cannot be read.
fn asked(words: &[OsString]) -> Option<Language> {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let behind =
        words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at.saturating_add(1)));
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    Language::parse(behind.copied().or(joined)?)
}

/// What is wrong with a call, with its usage.
fn told(error: &clap::Error, usage: &str) -> Wording {
    let fault = fault(error);
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let similar = suggested.into_iter().filter_map(|kind| texts(error, kind).into_iter().next()).next();
    let id = if similar.is_some() { "call-fault-similar" } else { "call-fault" };
    let told = Wording::about(id, "fault", fault).with("usage", usage);
    match similar {
        Some(similar) => told.with("similar", similar),
        None => told,
    }
}

fn fault(error: &clap::Error) -> Wording {
    let list = |kind| Wording::list(texts(error, kind).into_iter().map(Wording::quoted));
    let argument = || list(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => Wording::about("call-unknown-argument", "argument", argument()),
        ErrorKind::InvalidSubcommand => {
            Wording::about("call-unknown-command", "command", list(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => Wording::word("call-no-command"),
        ErrorKind::MissingRequiredArgument => Wording::about("call-missing", "argument", argument()),
        ErrorKind::ArgumentConflict
            if texts(error, ContextKind::InvalidArg) == texts(error, ContextKind::PriorArg) =>
        {
            Wording::about("call-twice", "argument", argument())
        }
        ErrorKind::ArgumentConflict => {
            Wording::about("call-conflict", "argument", argument()).with("other", list(ContextKind::PriorArg))
        }
        ErrorKind::InvalidUtf8 => Wording::word("call-not-utf8"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if !texts(error, ContextKind::InvalidValue).concat().is_empty() =>
        {
            let values = texts(error, ContextKind::ValidValue);
            let told = Wording::about("call-bad-value", "argument", argument());
            told.with("value", list(ContextKind::InvalidValue)).with("values", Wording::list(values))
        }
        ErrorKind::TooManyValues => Wording::about("call-takes-no-value", "argument", argument()),
        _ => Wording::about("call-no-value", "argument", argument()),
    }
}

/// The texts that an error holds of one kind.
fn texts(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
