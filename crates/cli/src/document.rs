//! A report in the form that a call asks for.

use std::io::IsTerminal;
use std::path::Path;

use clap::ValueEnum;
use dabiao::{Beside, Code, Comparison, Diagnostic, Place, Report, Wording};

use crate::args::ReportFormat;
use crate::exit::Failure;
use crate::voice::Voice;
use crate::{data, output};

/// The form asked for, else the one that the name of the file tells, else text.
pub(crate) fn format(asked: Option<ReportFormat>, file: Option<&Path>) -> ReportFormat {
    asked.or_else(|| ReportFormat::of_file(file?)).unwrap_or(ReportFormat::Text)
}

/// Writes a report, to a file where one is named.
pub(crate) fn write(
    report: &Report,
    beside: Beside<'_>,
    format: ReportFormat,
    file: Option<&Path>,
    voice: &Voice,
) -> Result<(), Failure> {
    let language = voice.language();
    match format {
        ReportFormat::Text => {
            let mut text = dabiao::render_text(report, language, output::style_for(file));
            if let Some(since) = beside.since {
                text.push('\n');
                text.push_str(&dabiao::render_comparison(since, language, output::style_for(file)));
            }
            output::result(&text, file)
        }
        ReportFormat::Json => output::document(file, |out| dabiao::write_json(report, out)),
        ReportFormat::Markdown => output::document(file, |mut out| {
            dabiao::write_markdown(report, language, &mut out)?;
            match beside.since {
                Some(since) => {
                    writeln!(out)?;
                    dabiao::write_comparison_markdown(since, language, &mut out)
                }
                None => Ok(()),
            }
        }),
        ReportFormat::Html => output::document(file, |out| dabiao::write_html(report, beside, language, out)),
        ReportFormat::Junit => output::document(file, |out| dabiao::write_junit(report, language, out)),
        ReportFormat::Csv => {
            output::document(file, |out| dabiao::write_csv(report, voice.language_for_programs(), out))
        }
        ReportFormat::Xlsx if file.is_none() && std::io::stdout().is_terminal() => Err(needs_file("xlsx")),
        ReportFormat::Xlsx => output::document(file, |out| dabiao::write_xlsx(report, language, out)),
    }
}

/// Writes what has moved between two reports, to a file where one is named.
pub(crate) fn write_comparison(
    comparison: &Comparison,
    format: ReportFormat,
    file: Option<&Path>,
    voice: &Voice,
) -> Result<(), Failure> {
    let language = voice.language();
    match format {
        ReportFormat::Text => {
            let text = dabiao::render_comparison(comparison, language, output::style_for(file));
            output::result(&text, file)
        }
        ReportFormat::Json => output::result(&dabiao::render_comparison_json(comparison), file),
        ReportFormat::Markdown => {
            output::document(file, |out| dabiao::write_comparison_markdown(comparison, language, out))
        }
        ReportFormat::Html | ReportFormat::Junit | ReportFormat::Csv | ReportFormat::Xlsx => {
            Err(no_comparison(format))
        }
    }
}

/// A form that has no room for what has moved.
pub(crate) fn no_comparison(format: ReportFormat) -> Failure {
    let name = format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_string());
    data::unreadable("--format", &name, "wanted-form-of-comparison")
}

/// A report that was written as JSON; `-` is standard input.
pub(crate) fn read(option: &str, path: &Path) -> Result<Report, Failure> {
    let name = path.display().to_string();
    let text = match name.as_str() {
        "-" => std::io::read_to_string(std::io::stdin()),
        _ => std::fs::read_to_string(path),
    };
    let text = text.map_err(|error| {
        let fault = Diagnostic::new(Code::MissingFile, Place::File(name.as_str().into()));
        Failure::rules(vec![fault.with("path", &name).with("cause", &error)])
    })?;
    dabiao::read_json(&text).map_err(|error| {
        let place = Place::Call(format!("{option} {name}").into());
        let fault = Diagnostic::new(Code::UnreadableArgument, place).with("option", option);
        let wanted = Wording::about("wanted-report", "line", error.line());
        Failure::rules(vec![fault.with("text", &name).with("wanted", wanted)])
    })
}

/// A form that no terminal can show.
fn needs_file(name: &str) -> Failure {
    let place = Place::Call(format!("--format {name}").into());
    let fault = Diagnostic::new(Code::UnreadableArgument, place).with("option", "--format");
    Failure::rules(vec![fault.with("text", name).with("wanted", Wording::word("wanted-file-for-format"))])
}
