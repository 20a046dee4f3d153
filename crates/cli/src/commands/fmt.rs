//! `dabiao fmt`: rules in their canonical form.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io, thread};

use dabiao::{Code, Diagnostic, Place, Source};
use dabiao_format::{Options, format_source};

use crate::args::{Fmt, Lang};
use crate::exit::{Exit, Failure};
use crate::{output, rules};

pub(crate) fn run(args: &Fmt) -> Result<Exit, Failure> {
    let options = Options { to: args.to.map(Lang::language) };
    let mut faults = Vec::new();
    let mut files = Vec::new();
    for path in args.files.iter().filter(|path| !is_stdin(path)) {
        collect(path, &mut files).unwrap_or_else(|fault| faults.push(fault));
    }
    files.sort();
    files.dedup();
    let mut outcomes = Vec::new();
    if args.files.iter().any(|path| is_stdin(path)) {
        let source = Source::new(rules::STDIN, rules::standard_input()?);
        outcomes.push((None, formatted(source, &options)));
    }
    outcomes.extend(side_by_side(&files, &options));
    let mut changed = String::new();
    for (path, outcome) in outcomes {
        match outcome {
            Err(found) => faults.extend(found),
            Ok(Formatted { text, is_changed }) => {
                let name = path.map_or(rules::STDIN.to_string(), |path| path.display().to_string());
                match path {
                    _ if args.check && is_changed => changed.extend([name.as_str(), "\n"]),
                    None if !args.check => output::result(&text, None)?,
                    Some(path) if !args.check && is_changed => {
                        let written = fs::write(path, text);
                        let fault = |error| output::unwritable(&name, &error).diagnostics;
                        faults.extend(written.map_err(fault).err().unwrap_or_default());
                    }
                    _ => {}
                }
            }
        }
    }
    output::result(&changed, None)?;
    if !faults.is_empty() {
        return Err(Failure::rules(faults));
    }
    Ok(if changed.is_empty() { Exit::Fine } else { Exit::Unformatted })
}

/// A text in its canonical form, and whether it was another one before.
struct Formatted {
    text: String,
    is_changed: bool,
}

type Outcome = Result<Formatted, Vec<Diagnostic>>;

/// Formats files on all processors; the answers are in the order of the files.
fn side_by_side<'f>(files: &'f [PathBuf], options: &Options) -> Vec<(Option<&'f Path>, Outcome)> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let share = files.len().div_ceil(workers).max(1);
    let one =
        |path: &'f PathBuf| (Some(path.as_path()), read(path).and_then(|source| formatted(source, options)));
    thread::scope(|scope| {
        let shares =
            files.chunks(share).map(|files| scope.spawn(|| files.iter().map(one).collect::<Vec<_>>()));
        let running: Vec<_> = shares.collect();
        running
            .into_iter()
            .flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    })
}

fn formatted(source: Arc<Source>, options: &Options) -> Outcome {
    let text = format_source(Arc::clone(&source), options).map_err(|refusal| refusal.diagnostics)?;
    Ok(Formatted { is_changed: text != source.text(), text })
}

fn read(path: &Path) -> Result<Arc<Source>, Vec<Diagnostic>> {
    let bytes =
        fs::File::open(path).and_then(dabiao::read_rules).map_err(|error| vec![missing(path, &error)])?;
    let name = path.display().to_string();
    String::from_utf8(bytes).map(|text| Source::new(name.as_str(), text)).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        vec![Diagnostic::new(Code::NotUtf8, Place::File(name.as_str().into())).with("offset", offset)]
    })
}

/// A file as it is named; of a folder, all rule files in it and in its folders.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Diagnostic> {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    let before = files.len();
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| missing(&folder, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| missing(&folder, &error))?;
            let kind = entry.file_type().map_err(|error| missing(&entry.path(), &error))?;
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            let found = entry.path();
            // Links to folders are not followed, so that no file is met twice and none outside.
            if kind.is_dir() && !is_hidden {
                folders.push(found);
            } else if found.extension().is_some_and(|ending| ending == "dabiao") && found.is_file() {
                files.push(found);
            }
        }
    }
    if files.len() == before {
        let name = path.display().to_string();
        let fault = Diagnostic::new(Code::MissingFile, Place::File(name.as_str().into()));
        return Err(fault.variant("no-rules").with("path", name));
    }
    Ok(())
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

fn missing(path: &Path, cause: &io::Error) -> Diagnostic {
    let name = path.display().to_string();
    let fault = Diagnostic::new(Code::MissingFile, Place::File(name.as_str().into()));
    fault.with("path", name).with("cause", cause)
}
