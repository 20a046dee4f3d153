//! Reads diagnostics that are written down as data.
//!
//! ```text
//! width 60                              # optional
//! language zh                           # optional
//! source a.dabiao                       # a text; its lines follow behind `|`, with `\t` and `\r` spelt out
//! |target x >= 90
//! |…                                    # a last line `…` leaves out the last line break
//! E0202 name=police variant=similar     # a diagnostic: code and arguments
//!   at a.dabiao «90»                    # its place: the first such text, or a byte range `12..14`
//!   at cell metrics.csv 7 value         # … or a cell, `at file NAME`, `at call WORDS`
//!   note note-also-here a.dabiao «x»    # a further place
//!   fix «90» -> 90%                     # an edit; `\n` spells a line break
//! ```

use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, Language, Place, Source, Span};
use dabiao_report::Style;

pub(crate) struct Case {
    pub(crate) style: Style,
    pub(crate) language: Language,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

pub(crate) fn read(text: &str) -> Case {
    let mut style = Style { color: false, width: 80 };
    let mut language = Language::English;
    let mut sources: Vec<(String, String)> = Vec::new();
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (word, rest) = line.trim_start().split_once(' ').unwrap_or((line, ""));
        match word {
            _ if line == "|…" => {
                sources.last_mut().unwrap().1.pop();
            }
            _ if line.starts_with('|') => {
                let line =
                    format!("{}\n", line.trim_start_matches('|').replace("\\t", "\t").replace("\\r", "\r"));
                sources.last_mut().unwrap().1.push_str(&line);
            }
            "width" => style.width = rest.parse().unwrap(),
            "color" => style.color = true,
            "language" => language = Language::parse(rest).unwrap(),
            "source" => sources.push((rest.to_string(), String::new())),
            "at" => diagnostics.last_mut().unwrap().place = place(rest, &sources),
            "note" => {
                let (id, rest) = rest.split_once(' ').unwrap();
                let diagnostic = diagnostics.pop().unwrap();
                diagnostics.push(diagnostic.note(place(rest, &sources), id.to_string().leak()));
            }
            "fix" => {
                let (at, replacement) = rest.split_once(" -> ").unwrap();
                let diagnostic = diagnostics.pop().unwrap();
                let span = match &diagnostic.place {
                    Place::Text { source, .. } => span(at, source),
                    _ => Span::default(),
                };
                diagnostics.push(diagnostic.fix(span, replacement.replace("\\n", "\n")));
            }
            code => diagnostics.push(diagnostic(code, rest)),
        }
    }
    Case { style, language, diagnostics }
}

fn diagnostic(code: &str, args: &str) -> Diagnostic {
    let code = Code::parse(code).unwrap_or_else(|| panic!("no code {code}"));
    let mut diagnostic = Diagnostic::new(code, Place::Call("".into()));
    for arg in args.split_whitespace() {
        let (name, value) = arg.split_once('=').unwrap();
        diagnostic = match name {
            "variant" => diagnostic.variant(value.to_string().leak()),
            _ => diagnostic.with(name.to_string().leak(), value),
        };
    }
    diagnostic
}

fn place(words: &str, sources: &[(String, String)]) -> Place {
    let (kind, rest) = words.split_once(' ').unwrap();
    match kind {
        "file" => Place::File(rest.into()),
        "call" => Place::Call(rest.into()),
        "cell" => {
            let parts: Vec<&str> = rest.split(' ').collect();
            let column = parts.get(2).map(|column| (*column).into());
            Place::Cell { file: parts[0].into(), row: parts[1].parse().unwrap(), column }
        }
        name => {
            let (name, text) = sources.iter().find(|(known, _)| known == name).unwrap();
            let source = Source::new(name.as_str(), text.as_str());
            let span = span(rest, &source);
            Place::Text { source, span }
        }
    }
}

fn span(at: &str, source: &Arc<Source>) -> Span {
    if let Some((start, end)) = at.split_once("..") {
        return Span::new(start.parse().unwrap(), end.parse().unwrap());
    }
    let wanted = at.trim_start_matches('«').trim_end_matches('»').replace("\\n", "\n").replace("\\t", "\t");
    let start = source.text().find(&wanted).unwrap_or_else(|| panic!("{at} is not in {}", source.name()));
    Span::new(start, start + wanted.len())
}
