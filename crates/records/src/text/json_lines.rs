//! One JSON object a line.

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Take};
use std::sync::Arc;

use dabiao_model::{Code, Diagnostic, nfc};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::file::{Source, TextFile};
use super::survey::Piece;

/// The objects of a piece of a file.
pub(super) struct Objects {
    file: Arc<TextFile>,
    reader: Take<BufReader<File>>,
    bytes: Vec<u8>,
    line: u64,
    /// The text under each heading.
    texts: Vec<String>,
}

impl Objects {
    pub(super) fn open(file: Arc<TextFile>, piece: Piece) -> std::io::Result<Objects> {
        let mut opened = BufReader::with_capacity(256 * 1024, File::open(&file.path)?);
        opened.seek(SeekFrom::Start(piece.start))?;
        let reader = opened.take(piece.end.saturating_sub(piece.start));
        let texts = vec![String::new(); file.headings.len()];
        Ok(Objects { file, reader, bytes: Vec::new(), line: piece.line.saturating_sub(1), texts })
    }

    /// The next object: its line, and what is wrong with its form; its texts are then in [`Objects::text`].
    pub(super) fn next(&mut self) -> Option<(u64, Result<(), Box<Diagnostic>>)> {
        loop {
            self.bytes.clear();
            let read = self.reader.read_until(b'\n', &mut self.bytes);
            self.line = self.line.saturating_add(1);
            let fault =
                |variant| Diagnostic::new(Code::BrokenFile, self.file.row(self.line)).variant(variant);
            match read {
                Ok(0) => return None,
                Err(error) => {
                    let fault = fault("unreadable").with("name", &*self.file.shown);
                    return Some((self.line, Err(Box::new(fault.with("reason", error.to_string())))));
                }
                Ok(_) => {}
            }
            let bytes = self.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.bytes);
            let Ok(text) = std::str::from_utf8(bytes) else {
                return Some((self.line, Err(Box::new(fault("not-utf8")))));
            };
            if text.trim().is_empty() {
                continue;
            }
            let texts = &mut self.texts;
            return Some((self.line, take(text, &self.file, self.line, texts)));
        }
    }

    /// The text of a column that is read.
    pub(super) fn text<'a>(&'a self, source: &'a Source) -> &'a str {
        match source {
            Source::Folder(text) => text,
            Source::Heading(at) => self.texts.get(*at).map_or("", String::as_str),
        }
    }
}

/// Puts the values of an object under their headings.
fn take(text: &str, file: &TextFile, line: u64, texts: &mut [String]) -> Result<(), Box<Diagnostic>> {
    let fault = |variant| Diagnostic::new(Code::BrokenFile, file.row(line)).variant(variant);
    let entries: Entries<'_> = serde_json::from_str(text).map_err(|error| {
        let fault = fault("json").with("column", error.column());
        Box::new(fault.with("detail", error.to_string()))
    })?;
    texts.iter_mut().for_each(String::clear);
    let mut seen = vec![false; texts.len()];
    for (key, value) in &entries.0 {
        let Some(at) = heading(file, key) else { continue };
        let (Some(slot), Some(seen)) = (texts.get_mut(at), seen.get_mut(at)) else { continue };
        if std::mem::replace(seen, true) {
            return Err(Box::new(fault("key-twice").with("name", &**key)));
        }
        match value.get().as_bytes().first() {
            Some(b'"') => *slot = serde_json::from_str(value.get()).unwrap_or_default(),
            Some(b'[' | b'{') => return Err(Box::new(fault("array").with("name", &**key))),
            Some(b'n') => {}
            _ => slot.push_str(value.get()),
        }
    }
    Ok(())
}

fn heading(file: &TextFile, key: &str) -> Option<usize> {
    if let Some(at) = file.headings.iter().position(|heading| **heading == *key) {
        return Some(at);
    }
    let plain = nfc(key.trim()).to_lowercase();
    file.aliases.iter().find(|(name, _)| *name == plain).map(|(_, at)| *at)
}

/// The entries of an object in their order, with keys that stand twice.
struct Entries<'t>(Vec<(Cow<'t, str>, &'t RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Entries<'de>, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Entries<'de>, M::Error> {
                let mut entries = Vec::new();
                while let Some(key) = map.next_key::<Key<'de>>()? {
                    entries.push((key.0, map.next_value()?));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// A key, borrowed where it has no escapes.
struct Key<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key<'de>, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(text.to_string())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
