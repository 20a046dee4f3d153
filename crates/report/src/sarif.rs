//! Findings as SARIF 2.1.0, which code hosts and editors show beside the text.

use std::collections::BTreeMap;

use dabiao_model::{Code, Diagnostic, Language, Place, Severity, Source, Span};
use serde_json::{Map, Value, json};

use crate::diagnostics::in_order;
use crate::json::pretty_json;
use crate::words::Words;

/// Every finding as a SARIF log of one run: sorted by file, position and code, identical ones once, none left out.
///
/// Each rule that was broken is described by its page. Fixes can be applied as they stand; columns count characters.
///
/// ```
/// use dabiao_model::{Code, Diagnostic, Language, Place, Source, Span};
/// use dabiao_report::render_sarif;
/// let source = Source::new("规则/a.dabiao", "目标 x ≥ 90%\n  责任：police");
/// let place = Place::Text { source, span: Span::new(28, 34) };
/// let log = render_sarif(&[Diagnostic::new(Code::UnknownOrganisation, place).with("name", "police")], Language::English);
/// let log: serde_json::Value = serde_json::from_str(&log)?;
/// let result = &log["runs"][0]["results"][0];
/// assert_eq!((&result["ruleId"], &result["level"]), (&"E0202".into(), &"error".into()));
/// let place = &result["locations"][0]["physicalLocation"];
/// assert_eq!(place["artifactLocation"]["uri"], "%E8%A7%84%E5%88%99/a.dabiao");
/// assert_eq!(place["region"]["startColumn"], 6);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn render_sarif(diagnostics: &[Diagnostic], language: Language) -> String {
    let found = in_order(diagnostics);
    let mut rules: BTreeMap<&str, Code> = BTreeMap::new();
    for diagnostic in &found {
        rules.insert(diagnostic.code.as_str(), diagnostic.code);
    }
    let words = Words { language };
    let results: Vec<Value> = found.iter().map(|diagnostic| result(diagnostic, &rules, words)).collect();
    let rules: Vec<Value> = rules.values().map(|code| rule(*code, language)).collect();
    pretty_json(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "dabiao",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

/// A rule, by its page: the title, then the whole of it.
fn rule(code: Code, language: Language) -> Value {
    let page = code.page(language);
    let title = page.lines().map(|line| line.trim_start_matches('#').trim()).find(|line| !line.is_empty());
    json!({
        "id": code.as_str(),
        "shortDescription": { "text": title.unwrap_or(code.as_str()) },
        "help": { "text": page, "markdown": page },
    })
}

fn result(diagnostic: &Diagnostic, rules: &BTreeMap<&str, Code>, words: Words) -> Value {
    let code = diagnostic.code.as_str();
    let level = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut text = diagnostic.message(words.language);
    if let Some(help) = diagnostic.help(words.language) {
        text = words.say("sarif-message", [("message", &text), ("help", &help)]);
    }
    let mut location = location(&diagnostic.place);
    if let (Some(label), Some(location)) = (diagnostic.label(words.language), location.as_object_mut()) {
        location.insert("message".to_string(), json!({ "text": label }));
    }
    let related: Vec<Value> = diagnostic
        .notes
        .iter()
        .map(|note| {
            let mut place = self::location(&note.place);
            if let Some(place) = place.as_object_mut() {
                place.insert("message".to_string(), json!({ "text": words.word(note.id) }));
            }
            place
        })
        .collect();
    let mut result = json!({
        "ruleId": code,
        "ruleIndex": rules.keys().position(|id| *id == code),
        "level": level,
        "message": { "text": text },
        "locations": [location],
    });
    if let Some(result) = result.as_object_mut() {
        put(result, "relatedLocations", related);
        put(result, "fixes", fixes(diagnostic));
    }
    result
}

fn put(object: &mut Map<String, Value>, key: &str, items: Vec<Value>) {
    if !items.is_empty() {
        object.insert(key.to_string(), Value::Array(items));
    }
}

/// Each fix of a text, as one replacement.
fn fixes(diagnostic: &Diagnostic) -> Vec<Value> {
    let Place::Text { source, .. } = &diagnostic.place else { return Vec::new() };
    let fix = |fix: &dabiao_model::Fix| {
        json!({ "artifactChanges": [{
            "artifactLocation": { "uri": uri(source.name()) },
            "replacements": [{
                "deletedRegion": region(source, fix.span),
                "insertedContent": { "text": &fix.replacement },
            }],
        }] })
    };
    diagnostic.fixes.iter().map(fix).collect()
}

fn location(place: &Place) -> Value {
    let file = |name: &str| json!({ "uri": uri(name) });
    match place {
        Place::Text { source, span } => json!({
            "physicalLocation": { "artifactLocation": file(source.name()), "region": region(source, *span) },
        }),
        Place::Cell { file: name, row, column } => {
            let physical =
                json!({ "artifactLocation": file(name), "region": { "startLine": (*row).max(1) } });
            match column {
                Some(column) => json!({
                    "physicalLocation": physical,
                    "logicalLocations": [{ "name": &**column, "kind": "member" }],
                }),
                None => json!({ "physicalLocation": physical }),
            }
        }
        Place::File(name) => json!({ "physicalLocation": { "artifactLocation": file(name) } }),
        Place::Call(call) => json!({ "logicalLocations": [{ "name": &**call, "kind": "parameter" }] }),
    }
}

fn region(source: &Source, span: Span) -> Value {
    let (start, end) = (source.position(span.start), source.position(span.end));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A file's name as a relative reference: what addresses have no letter for is written by its bytes.
fn uri(name: &str) -> String {
    let mut uri = String::new();
    for byte in name.replace('\\', "/").bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "-._~/".contains(c) {
            uri.push(c);
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
