//! A text file of records, and which of its columns are which of the table's.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dabiao_check::{Table, TableColumn};
use dabiao_model::{Code, Diagnostic, ENTITY_HEADINGS, PERIOD_HEADINGS, Place, nfc};

use super::csv;

/// How a text file holds its records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Rows of cells under a row of headings.
    Csv,
    /// One JSON object a line.
    JsonLines,
}

/// A text file of records.
#[derive(Debug, Clone)]
pub(crate) struct TextFile {
    pub(crate) path: PathBuf,
    /// The name that diagnostics show.
    pub(crate) shown: Arc<str>,
    pub(super) form: Form,
    pub(super) delimiter: u8,
    /// The headings, in the order of the file; of a file of JSON lines, the keys that records may have.
    pub(super) headings: Vec<Arc<str>>,
    /// Other spellings of the keys of JSON lines.
    pub(super) aliases: Vec<(String, usize)>,
    /// For each column that is read, where its texts are.
    pub(super) sources: Vec<Source>,
}

/// Where the texts of a column are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// Under a heading, by its position.
    Heading(usize),
    /// The same in every record of the file, since the name of its folder says it.
    Folder(String),
}

impl TextFile {
    /// Opens a file and finds the columns of a table in it; `folders` are the columns that the names of its folders
    /// give.
    ///
    /// # Errors
    /// Where it cannot be read, or lacks a column that the table declares.
    pub(crate) fn open(
        path: &Path,
        form: Form,
        table: &Table,
        read: &[usize],
        folders: &[(String, String)],
    ) -> Result<TextFile, Vec<Diagnostic>> {
        let shown: Arc<str> = path.to_string_lossy().into();
        let (delimiter, headings) = match form {
            Form::Csv => csv::headings(path, &shown)?,
            Form::JsonLines => {
                readable(path, &shown)?;
                (b',', table.columns.iter().map(|column| Arc::from(column.name.as_str())).collect())
            }
        };
        let mut faults = Vec::new();
        let mut sources = Vec::new();
        for (index, column) in table.columns.iter().enumerate() {
            let folder = folders.iter().find(|(name, _)| is_heading_of(column, name) > 0);
            let found = match folder {
                Some((_, value)) => Some(Source::Folder(value.clone())),
                None => heading_of(column, &headings).map(Source::Heading),
            };
            match found {
                Some(source) if read.contains(&index) => sources.push(source),
                Some(_) => {}
                None => {
                    let place = Place::Cell { file: Arc::clone(&shown), row: 1, column: None };
                    let fault = Diagnostic::new(Code::MissingColumn, place).variant("of-table");
                    faults.push(fault.with("name", &column.name).with("table", &table.name));
                }
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let aliases = if form == Form::JsonLines { aliases(table) } else { Vec::new() };
        Ok(TextFile { path: path.to_path_buf(), shown, form, delimiter, headings, aliases, sources })
    }

    /// The place of a column's text in a record.
    pub(super) fn place(&self, line: u64, source: Option<&Source>, column: &str) -> Place {
        let heading = match source {
            Some(Source::Heading(at)) => self.headings.get(*at).cloned(),
            _ => None,
        };
        let column = heading.unwrap_or_else(|| column.into());
        Place::Cell { file: Arc::clone(&self.shown), row: line, column: Some(column) }
    }

    /// The place of a whole record.
    pub(super) fn row(&self, line: u64) -> Place {
        Place::Cell { file: Arc::clone(&self.shown), row: line, column: None }
    }
}

/// The heading of a column: its own name in any case, or for the entity and the period one of their names.
pub(crate) fn heading_of<H: AsRef<str>>(column: &TableColumn, headings: &[H]) -> Option<usize> {
    let rated =
        headings.iter().enumerate().map(|(at, heading)| (at, is_heading_of(column, heading.as_ref())));
    let found = rated.filter(|(_, rate)| *rate > 0).max_by_key(|(at, rate)| (*rate, std::cmp::Reverse(*at)));
    found.map(|(at, _)| at)
}

/// The other keys under which JSON lines may hold a column: its name in any case, and for the entity and the period
/// each of their names.
fn aliases(table: &Table) -> Vec<(String, usize)> {
    let of = |(at, column): (usize, &TableColumn)| {
        let name = nfc(column.name.trim()).to_lowercase();
        let lists = [ENTITY_HEADINGS, PERIOD_HEADINGS].into_iter();
        let kin: Vec<&str> =
            lists.filter(|names| names.contains(&name.as_str())).flatten().copied().collect();
        kin.into_iter().map(str::to_string).chain([name]).map(move |name| (name, at)).collect::<Vec<_>>()
    };
    table.columns.iter().enumerate().flat_map(of).collect()
}

/// How well a heading names a column: 2 by its own name, 1 by another name of the same thing, 0 not at all.
fn is_heading_of(column: &TableColumn, heading: &str) -> u8 {
    let plain = |text: &str| nfc(text.trim()).to_lowercase();
    let (wanted, heading) = (plain(&column.name), plain(heading));
    let kin = [ENTITY_HEADINGS, PERIOD_HEADINGS].into_iter().find(|names| names.contains(&wanted.as_str()));
    if wanted == heading { 2 } else { u8::from(kin.is_some_and(|names| names.contains(&heading.as_str()))) }
}

/// The begin of a file, enough for its headings.
pub(super) fn beginning(path: &Path, shown: &Arc<str>) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut bytes = Vec::new();
    let read =
        File::open(path).and_then(|file| BufReader::new(file).take(1024 * 1024).read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|error| vec![unreadable(shown, &error)])
}

/// Whether a file can be read at all.
fn readable(path: &Path, shown: &Arc<str>) -> Result<(), Vec<Diagnostic>> {
    beginning(path, shown).map(|_| ())
}

/// What keeps a file from being read.
pub(crate) fn unreadable(shown: &Arc<str>, error: &io::Error) -> Diagnostic {
    let is_absent = error.kind() == io::ErrorKind::NotFound;
    let fault = Diagnostic::new(Code::BrokenFile, Place::File(Arc::clone(shown))).with("name", &**shown);
    fault.variant(if is_absent { "not-found" } else { "unreadable" }).with("reason", error.to_string())
}
