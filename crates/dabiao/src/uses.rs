//! What a `use` brings in: the plan's own files first, then those that are shipped.

use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use dabiao_model::{Code, Diagnostic, Place, Span, similar};
use dabiao_rules::{SHIPPED, Shipped};

/// A file that is used.
#[derive(Debug)]
pub(crate) enum Used {
    /// A file of the plan's folder.
    Own(PathBuf),
    /// A file that comes with the program.
    Shipped(&'static Shipped),
}

/// Why a `use` cannot be followed.
#[derive(Debug)]
pub(crate) enum Unusable {
    /// The path leads out of the plan's folder.
    Outside,
    /// The path has `\` between its folders.
    Backslashes,
    /// The path means a folder without a rule file in it.
    NoRules,
    /// No shipped file has the path, and the text that names it stands in no folder.
    NoFolder(Option<String>),
    /// The file is not there, though one of a similar name is.
    Similar(String),
    /// The file cannot be read.
    Unreadable(io::Error),
}

/// The files that a path means, looked for in the plan's folder, where there is one, and then among those that are
/// shipped. A folder means the rule files directly inside it.
pub(crate) fn find(root: Option<&Path>, written: &str) -> Result<Vec<Used>, Unusable> {
    if written.contains('\\') {
        return Err(Unusable::Backslashes);
    }
    let leaves = |part: Component<'_>| !matches!(part, Component::Normal(_) | Component::CurDir);
    // `C:/plan` has a drive only on a system that knows drives, and is refused everywhere.
    if written.trim().is_empty() || written.contains(':') || Path::new(written).components().any(leaves) {
        return Err(Unusable::Outside);
    }
    let absent = match root.map(|root| own(root, written)) {
        None => None,
        Some(Ok(found)) => return Ok(found),
        Some(Err(Unusable::Unreadable(cause))) if cause.kind() == io::ErrorKind::NotFound => Some(cause),
        Some(Err(other)) => return Err(other),
    };
    let path = written.trim_start_matches("./").trim_end_matches('/');
    let files: Vec<Used> = match dabiao_rules::file(path) {
        Some(file) => vec![Used::Shipped(file)],
        None => dabiao_rules::folder(path).map(Used::Shipped).collect(),
    };
    if !files.is_empty() {
        return Ok(files);
    }
    let known: Vec<String> = root
        .map(names)
        .into_iter()
        .flatten()
        .chain(SHIPPED.iter().map(|file| file.path.to_string()))
        .collect();
    let similar = similar(path, known.iter().map(String::as_str)).map(str::to_string);
    Err(match (absent, similar) {
        (None, similar) => Unusable::NoFolder(similar),
        (Some(_), Some(similar)) => Unusable::Similar(similar),
        (Some(cause), None) => Unusable::Unreadable(cause),
    })
}

/// The rule files directly inside a folder, by name.
pub(crate) fn rule_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let is_rules =
        |path: &PathBuf| path.extension().is_some_and(|ending| ending == "dabiao") && path.is_file();
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path()).filter(is_rules).collect();
    files.sort();
    Ok(files)
}

/// The plan's own files of a path, symbolic links resolved, so that none leads out of the folder.
fn own(root: &Path, written: &str) -> Result<Vec<Used>, Unusable> {
    let path = root.join(written);
    let real_root = fs::canonicalize(root).map_err(Unusable::Unreadable)?;
    let is_inside = |path: &Path| fs::canonicalize(path).map(|real| real.starts_with(&real_root));
    if !is_inside(&path).map_err(Unusable::Unreadable)? {
        return Err(Unusable::Outside);
    }
    if !path.is_dir() {
        return Ok(vec![Used::Own(path)]);
    }
    let mut files = Vec::new();
    for file in rule_files(&path).map_err(Unusable::Unreadable)? {
        if !is_inside(&file).map_err(Unusable::Unreadable)? {
            return Err(Unusable::Outside);
        }
        files.push(Used::Own(file));
    }
    if files.is_empty() { Err(Unusable::NoRules) } else { Ok(files) }
}

/// What a `use` may have meant: the rule files of a folder and of the folders directly inside it.
fn names(root: &Path) -> Vec<String> {
    let inside = fs::read_dir(root).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = inside.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders.insert(0, root.to_path_buf());
    let files = folders.iter().flat_map(|folder| rule_files(folder).unwrap_or_default());
    let name = |path: PathBuf| {
        let parts = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str());
        parts.collect::<Option<Vec<&str>>>().map(|parts| parts.join("/"))
    };
    files.filter_map(name).collect()
}

impl Unusable {
    /// What is said of it.
    pub(crate) fn diagnostic(self, place: Place, span: Span, written: &str) -> Diagnostic {
        let fault = Diagnostic::new(Code::UnusableFile, place).with("path", written);
        let quoted = |path: &str| format!("\"{path}\"");
        match self {
            Unusable::Outside => fault.variant("outside"),
            Unusable::Backslashes => {
                let mended = written.replace('\\', "/");
                fault.variant("backslashes").with("mended", &mended).fix(span, quoted(&mended))
            }
            Unusable::NoRules => fault.variant("empty-folder"),
            Unusable::NoFolder(None) => fault.variant("no-folder"),
            Unusable::NoFolder(Some(similar)) | Unusable::Similar(similar) => {
                fault.variant("similar").with("similar", &similar).fix(span, quoted(&similar))
            }
            Unusable::Unreadable(cause) => fault.with("cause", cause),
        }
    }
}
