//! Results to standard output or a file, diagnostics to standard error.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use dabiao::{Code, Diagnostic, OpenQuestion, Place, Style, Undecided, Wording};

use crate::exit::Failure;
use crate::voice::Voice;

/// Columns where the terminal does not tell its width.
const WIDTH: usize = 120;

/// Writes a result, to a file where one is named. A reader that closes its end early is no failure.
pub(crate) fn result(text: &str, file: Option<&Path>) -> Result<(), Failure> {
    let Some(path) = file else {
        let mut out = anstream::stdout().lock();
        return match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(unwritable("stdout", &error)),
            _ => Ok(()),
        };
    };
    std::fs::write(path, text).map_err(|error| unwritable(&path.display().to_string(), &error))
}

/// Writes a document of any size as it is made, to a file where one is named; no escape in it is taken away.
pub(crate) fn document(
    file: Option<&Path>,
    write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> Result<(), Failure> {
    let written = match file {
        Some(path) => File::create(path).map(BufWriter::new).and_then(|mut out| {
            write(&mut out)?;
            out.flush()
        }),
        None => {
            let mut out = BufWriter::new(io::stdout());
            write(&mut out).and_then(|()| out.flush())
        }
    };
    match (written, file) {
        (Err(error), None) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        (Err(error), None) => Err(unwritable("stdout", &error)),
        (Err(error), Some(path)) => Err(unwritable(&path.display().to_string(), &error)),
        (Ok(()), _) => Ok(()),
    }
}

/// Shows diagnostics; nothing where there are none.
pub(crate) fn diagnostics(diagnostics: &[Diagnostic], voice: &Voice) {
    if diagnostics.is_empty() {
        return;
    }
    let text = dabiao::render_diagnostics(diagnostics, voice.language(), style(io::stderr().is_terminal()));
    // Nothing is left to say where standard error itself cannot be written.
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Says what the checker could not decide of rules that can be used, a line for each question.
pub(crate) fn undecided(questions: &[OpenQuestion], voice: &Voice) {
    let why = |why: &Undecided| {
        Wording::word(match why {
            Undecided::NotLinear => "undecided-not-linear",
            Undecided::TooLarge => "undecided-too-large",
        })
    };
    let quoted = |target: &String| Wording::about("value-quoted", "text", target);
    for question in questions {
        let wording = match question {
            OpenQuestion::Outcome { target, why: reason } => {
                Wording::about("undecided-outcome", "target", quoted(target)).with("why", why(reason))
            }
            OpenQuestion::Together { targets, why: reason } => {
                let targets = Wording::list(targets.iter().map(quoted));
                Wording::about("undecided-together", "targets", targets).with("why", why(reason))
            }
            OpenQuestion::Implied { metric, targets, reach } => {
                let wording = Wording::about("undecided-implied", "metric", metric).with("targets", *targets);
                wording.with("reach", *reach)
            }
            OpenQuestion::Conditional { targets, reach } => {
                let first = targets.first().map(quoted);
                let wording = Wording::about("undecided-conditional", "targets", targets.len());
                wording.with("first", Wording::list(first)).with("reach", *reach)
            }
        };
        let line = format!("{}\n", wording.text(voice.language()));
        // Nothing is left to say where standard error itself cannot be written.
        let _ = anstream::stderr().lock().write_all(line.as_bytes());
    }
}

/// Says how many warnings there are about rules that can be used.
pub(crate) fn warnings(count: usize, voice: &Voice) {
    let id = match count {
        0 => return,
        1 => "cli-one-warning",
        _ => "cli-warnings",
    };
    let text = Wording::about(id, "count", count).text(voice.language()).into_owned();
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

/// Says one thing on standard output. A reader that closes its end early is no failure.
pub(crate) fn plain(text: &str) {
    let _ = writeln!(anstream::stdout().lock(), "{}", text.trim_end());
}

/// Says one thing on standard error.
pub(crate) fn plain_error(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{}", text.trim_end());
}

/// Shows why a command failed.
pub(crate) fn complain(failure: &Failure, voice: &Voice) {
    diagnostics(&failure.diagnostics, voice);
}

/// The style of a text for standard output, or of a plain one for a file.
pub(crate) fn style_for(file: Option<&Path>) -> Style {
    style(file.is_none() && io::stdout().is_terminal())
}

/// Colours are written for terminals, and taken away again by `anstream` where the environment asks for none.
fn style(terminal: bool) -> Style {
    let width = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok()).unwrap_or(WIDTH);
    Style { color: terminal, width }
}

/// Why a file cannot be written.
pub(crate) fn unwritable(name: &str, cause: impl Into<Wording>) -> Failure {
    let fault = Diagnostic::new(Code::MissingFile, Place::File(name.into())).variant("write");
    Failure::rules(vec![fault.with("path", name).with("cause", cause)])
}
