//! A report in the form that a call asks for.

use std::io::IsTerminal;
use std::path::Path;

use dabiao::{Beside, Code, Diagnostic, Place, Report, Wording};

use crate::args::ReportFormat;
use crate::exit::Failure;
use crate::output;
use crate::voice::Voice;

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
            output::result(&dabiao::render_text(report, language, output::style_for(file)), file)
        }
        ReportFormat::Json => output::document(file, |out| dabiao::write_json(report, out)),
        ReportFormat::Markdown => output::document(file, |out| dabiao::write_markdown(report, language, out)),
        ReportFormat::Html => output::document(file, |out| dabiao::write_html(report, beside, language, out)),
        ReportFormat::Junit => output::document(file, |out| dabiao::write_junit(report, language, out)),
        ReportFormat::Csv => {
            output::document(file, |out| dabiao::write_csv(report, voice.language_for_programs(), out))
        }
        ReportFormat::Xlsx if file.is_none() && std::io::stdout().is_terminal() => Err(needs_file("xlsx")),
        ReportFormat::Xlsx => output::document(file, |out| dabiao::write_xlsx(report, language, out)),
    }
}

/// A form that no terminal can show.
fn needs_file(name: &str) -> Failure {
    let place = Place::Call(format!("--format {name}").into());
    let fault = Diagnostic::new(Code::UnreadableArgument, place).with("option", "--format");
    Failure::rules(vec![fault.with("text", name).with("wanted", Wording::word("wanted-file-for-format"))])
}
