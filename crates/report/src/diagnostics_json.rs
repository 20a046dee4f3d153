//! Findings as JSON.

use dabiao_model::{Diagnostic, Language, Place, Severity, Source, Span};
use serde::Serialize;

use crate::diagnostics::in_order;
use crate::json::pretty_json;
use crate::words::Words;

/// The name and version of the JSON form of diagnostics.
pub const DIAGNOSTICS_FORMAT: &str = "dabiao.diagnostics/1";

/// Every finding as `dabiao.diagnostics/1`: indented JSON with a line break at its end, sorted by file, position
/// and code, identical ones once, none left out.
///
/// Lines and columns count from 1, columns in Unicode scalar values; an end stands behind the last character.
/// `docs/schema/diagnostics-1.schema.json` describes the format.
///
/// ```
/// use dabiao_model::{Code, Diagnostic, Language, Place};
/// use dabiao_report::render_diagnostics_json;
/// let place = Place::Cell { file: "metrics.csv".into(), row: 7, column: Some("value".into()) };
/// let json = render_diagnostics_json(&[Diagnostic::new(Code::UnreadableValue, place)], Language::English);
/// let json: serde_json::Value = serde_json::from_str(&json)?;
/// assert_eq!(json["format"], "dabiao.diagnostics/1");
/// assert_eq!(json["diagnostics"][0]["code"], "E0701");
/// assert_eq!(json["diagnostics"][0]["at"]["row"], 7);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn render_diagnostics_json(diagnostics: &[Diagnostic], language: Language) -> String {
    let found = in_order(diagnostics);
    let errors = found.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let document = Document {
        format: DIAGNOSTICS_FORMAT,
        diagnostics: findings(&found, language),
        summary: Counts { errors, warnings: found.len().saturating_sub(errors) },
    };
    pretty_json(&document)
}

/// Findings as JSON has them, in the order that they are given in.
pub(crate) fn findings<'a>(found: &[&'a Diagnostic], language: Language) -> Vec<Finding<'a>> {
    found.iter().map(|diagnostic| Finding::new(diagnostic, Words { language })).collect()
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    diagnostics: Vec<Finding<'a>>,
    summary: Counts,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
pub(crate) struct Finding<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    label: Option<String>,
    help: Option<String>,
    at: At<'a>,
    notes: Vec<Remark<'a>>,
    fixes: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Remark<'a> {
    message: String,
    at: At<'a>,
}

#[derive(Serialize)]
struct Edit<'a> {
    replacement: &'a str,
    at: At<'a>,
}

/// A place, told by its keys: `line`, `row`, only `file`, or `call`.
#[derive(Serialize)]
#[serde(untagged)]
enum At<'a> {
    Text { file: &'a str, line: u32, column: u32, end_line: u32, end_column: u32 },
    Cell { file: &'a str, row: u64, column: Option<&'a str> },
    File { file: &'a str },
    Call { call: &'a str },
}

impl<'a> Finding<'a> {
    fn new(diagnostic: &'a Diagnostic, words: Words) -> Finding<'a> {
        let severity = match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let remark =
            |note: &'a dabiao_model::Note| Remark { message: words.word(note.id), at: At::new(&note.place) };
        let edit = |fix: &'a dabiao_model::Fix| Edit {
            replacement: &fix.replacement,
            at: At::new(&diagnostic.place).moved_to(diagnostic, fix.span),
        };
        Finding {
            code: diagnostic.code.as_str(),
            severity,
            message: diagnostic.message(words.language),
            label: diagnostic.label(words.language),
            help: diagnostic.help(words.language),
            at: At::new(&diagnostic.place),
            notes: diagnostic.notes.iter().map(remark).collect(),
            fixes: diagnostic.fixes.iter().map(edit).collect(),
        }
    }
}

impl<'a> At<'a> {
    fn new(place: &'a Place) -> At<'a> {
        match place {
            Place::Text { source, span } => At::text(source, *span),
            Place::Cell { file, row, column } => At::Cell { file, row: *row, column: column.as_deref() },
            Place::File(file) => At::File { file },
            Place::Call(call) => At::Call { call },
        }
    }

    fn text(source: &'a Source, span: Span) -> At<'a> {
        let (start, end) = (source.position(span.start), source.position(span.end));
        At::Text {
            file: source.name(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }

    /// The place of a fix: a span of the diagnostic's own text, or the diagnostic's place where that is no text.
    fn moved_to(self, diagnostic: &'a Diagnostic, span: Span) -> At<'a> {
        match &diagnostic.place {
            Place::Text { source, .. } => At::text(source, span),
            _ => self,
        }
    }
}
