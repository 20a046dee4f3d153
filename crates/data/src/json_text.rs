//! A JSON text taken apart one level at a time, every value as it is written and with its place.

use std::borrow::Cow;
use std::fmt;

use dabiao_model::{Code, Diagnostic, nfc};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::file_name::FileName;
use crate::json_fault;
use crate::lines::Lines;

/// The text of a file, and the file's name.
#[derive(Debug)]
pub(crate) struct JsonText<'t> {
    pub(crate) file: &'t FileName,
    text: &'t str,
    lines: Lines,
}

/// What a value is, told by its first character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    Text,
    Null,
    /// A number, `true` or `false`, which are their own texts.
    Plain,
}

/// The entries of an object in their order, keys that are given twice included.
pub(crate) struct Entries<'t>(pub(crate) Vec<(String, &'t RawValue)>);

impl<'t> JsonText<'t> {
    pub(crate) fn new(file: &'t FileName, text: &'t str) -> JsonText<'t> {
        JsonText { file, text, lines: Lines::of(text) }
    }

    /// The whole text as one value.
    pub(crate) fn root(&self) -> Result<&'t RawValue, Box<Diagnostic>> {
        self.parse(self.text)
    }

    /// A part of the text as one value.
    pub(crate) fn value(&self, part: &'t str) -> Result<&'t RawValue, Box<Diagnostic>> {
        self.parse(part)
    }

    pub(crate) fn entries(
        &self,
        object: &'t RawValue,
    ) -> Result<Vec<(String, &'t RawValue)>, Box<Diagnostic>> {
        self.parse::<Entries<'t>>(object.get())
            .map(|entries| entries.0.into_iter().map(|(key, value)| (settled(key), value)).collect())
    }

    pub(crate) fn elements(&self, array: &'t RawValue) -> Result<Vec<&'t RawValue>, Box<Diagnostic>> {
        self.parse(array.get())
    }

    /// A text without its escapes.
    pub(crate) fn decoded(&self, text: &'t RawValue) -> Result<String, Box<Diagnostic>> {
        self.parse::<String>(text.get()).map(settled)
    }

    /// The line in which a value begins.
    pub(crate) fn line(&self, value: &RawValue) -> u64 {
        self.lines.line(self.offset(value.get()))
    }

    fn parse<T: Deserialize<'t>>(&self, part: &'t str) -> Result<T, Box<Diagnostic>> {
        serde_json::from_str(part).map_err(|error| Box::new(self.fault(part, &error)))
    }

    fn fault(&self, part: &str, error: &serde_json::Error) -> Diagnostic {
        // The error counts lines from 1 and bytes of the line.
        let whole_lines = error.line().saturating_sub(1);
        let line: usize = part.split_inclusive('\n').take(whole_lines).map(str::len).sum();
        let within = line.saturating_add(error.column().saturating_sub(1)).min(part.len());
        let offset = self.offset(part).saturating_add(within);
        let before = self.text.as_bytes().get(self.lines.start(offset)..offset).unwrap_or_default();
        // Every byte but a continuation byte (10xxxxxx) begins a character.
        let column = before.iter().filter(|byte| **byte & 0xC0 != 0x80).count().saturating_add(1);
        Diagnostic::new(Code::BrokenFile, self.file.row(self.lines.line(offset)))
            .variant("json")
            .with("detail", json_fault::wording(error))
            .with("column", column)
    }

    /// Where a part of the text begins: values are borrowed from it.
    fn offset(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()).min(self.text.len())
    }
}

/// A text in the form in which names compare; only an escape can bring another one about.
fn settled(text: String) -> String {
    match nfc(&text) {
        Cow::Owned(other) => other,
        Cow::Borrowed(_) => text,
    }
}

impl Kind {
    pub(crate) fn of(value: &RawValue) -> Kind {
        match value.get().bytes().next() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::Text,
            Some(b'n') => Kind::Null,
            _ => Kind::Plain,
        }
    }
}

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}
