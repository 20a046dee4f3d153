//! Where the records of a table come from.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use dabiao_model::{Code, Diagnostic, Place};

use crate::server::{Server, is_address};
use crate::text::{Form, unreadable};

/// A file, a folder of files or a table of a database that holds the records of a table.
///
/// ```
/// use dabiao_records::Source;
/// assert!(Source::is_known("samples.parquet") && Source::is_known("samples.jsonl"));
/// assert!(!Source::is_known("samples.json"), "an array of objects is read by dabiao-data");
/// ```
#[derive(Debug, Clone)]
pub struct Source {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) files: Vec<Found>,
    /// The folder, where a folder was named.
    pub(crate) root: Option<PathBuf>,
    /// The table of a server.
    pub(crate) server: Option<Server>,
}

/// How files hold records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text(Form),
    Parquet,
    Server,
}

/// A file, with the columns that the names of the folders on the way to it give.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) folders: Vec<(String, String)>,
}

/// The endings of files that are read.
const ENDINGS: [(&str, Kind); 5] = [
    ("csv", Kind::Text(Form::Csv)),
    ("tsv", Kind::Text(Form::Csv)),
    ("jsonl", Kind::Text(Form::JsonLines)),
    ("ndjson", Kind::Text(Form::JsonLines)),
    ("parquet", Kind::Parquet),
];

impl Source {
    /// Whether a name is one of a source that this crate reads: a file by its ending, a folder, or the address of a
    /// PostgreSQL server.
    #[must_use]
    pub fn is_known(name: &str) -> bool {
        is_address(name) || kind_of(Path::new(name)).is_some() || Path::new(name).is_dir()
    }

    /// Finds the files of a source.
    ///
    /// # Errors
    /// Where there is none, they are of several kinds, or a folder cannot be read.
    pub fn open(name: &str) -> Result<Source, Vec<Diagnostic>> {
        if is_address(name) {
            let server = Server::new(name);
            let name = server.shown();
            return Ok(Source {
                name,
                kind: Kind::Server,
                files: Vec::new(),
                root: None,
                server: Some(server),
            });
        }
        let path = Path::new(name);
        let place = || Place::File(name.into());
        let fault =
            |variant| Diagnostic::new(Code::BrokenSource, place()).variant(variant).with("name", name);
        let mut files = Vec::new();
        let root = path.is_dir().then(|| path.to_path_buf());
        match &root {
            Some(_) => {
                walk(path, &[], &mut files).map_err(|error| vec![unreadable(&name.into(), &error)])?;
            }
            None => files.push(Found { path: path.to_path_buf(), folders: Vec::new() }),
        }
        let endings = || ENDINGS.map(|(ending, _)| format!(".{ending}")).join(", ");
        let kinds = files.iter().filter_map(|found| kind_of(&found.path));
        let kinds: Vec<Kind> = kinds.collect();
        let Some(kind) = kinds.first().copied() else {
            return Err(vec![fault("empty").with("endings", endings())]);
        };
        if kinds.iter().any(|other| *other != kind) {
            return Err(vec![fault("mixed")]);
        }
        Ok(Source { name: name.to_string(), kind, files, root, server: None })
    }

    /// What evidence names as the source: the name without its folders.
    pub(crate) fn base(&self) -> &str {
        let name = self.name.trim_end_matches('/');
        name.rsplit('/').next().unwrap_or(name)
    }

    pub(crate) fn place(&self) -> Place {
        Place::File(self.name.as_str().into())
    }
}

fn kind_of(path: &Path) -> Option<Kind> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind)
}

/// Gathers the files below a folder that can be read, in the order of their names. `year=2011` gives the column `year`.
fn walk(folder: &Path, above: &[(String, String)], files: &mut Vec<Found>) -> io::Result<()> {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    entries.sort();
    for path in entries {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // What such names begin with is no data to anybody who writes such folders.
        if name.starts_with(['.', '_']) {
            continue;
        }
        if path.is_dir() {
            let mut folders = above.to_vec();
            folders.extend(name.split_once('=').map(|(key, value)| (key.to_string(), value.to_string())));
            walk(&path, &folders, files)?;
        } else if kind_of(&path).is_some() {
            files.push(Found { path, folders: above.to_vec() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_walked_in_order_and_name_columns() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["year=2012/b.csv", "year=2011/a.csv", "_log/c.csv", "year=2011/readme.txt"] {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "a\n1\n").unwrap();
        }
        let source = Source::open(folder.path().to_str().unwrap()).unwrap();
        let years: Vec<&str> = source.files.iter().map(|found| found.folders[0].1.as_str()).collect();
        assert_eq!(years, ["2011", "2012"]);
        fs::write(folder.path().join("d.parquet"), "").unwrap();
        let faults = Source::open(folder.path().to_str().unwrap()).unwrap_err();
        assert_eq!(faults[0].variant, Some("mixed"));
    }
}
