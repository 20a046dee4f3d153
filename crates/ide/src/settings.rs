//! `dabiao.toml`: what a plan's folder says to tools.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The name of the file.
const NAME: &str = "dabiao.toml";

/// What `dabiao.toml` in a plan's folder says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The data files whose values are shown beside the rules.
    pub data: Vec<PathBuf>,
    /// The day to judge for, `YYYY-MM-DD`.
    pub as_of: Option<String>,
    /// Why the file cannot be used, where it cannot.
    pub fault: Option<(PathBuf, String)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    data: Vec<PathBuf>,
    as_of: Option<String>,
}

impl Settings {
    /// Reads the file of a folder; without one, there are no settings.
    #[must_use]
    pub fn of_folder(folder: &Path) -> Settings {
        let path = folder.join(NAME);
        let Ok(text) = fs::read_to_string(&path) else { return Settings::default() };
        match toml::from_str::<Written>(&text) {
            Ok(written) => Settings {
                data: written.data.iter().map(|file| folder.join(file)).collect(),
                as_of: written.as_of,
                fault: None,
            },
            Err(error) => {
                Settings { fault: Some((path, error.message().to_string())), ..Settings::default() }
            }
        }
    }

    /// Whether a path is the one of such a file.
    #[must_use]
    pub fn is_settings(path: &Path) -> bool {
        path.file_name().is_some_and(|name| name == NAME)
    }
}
