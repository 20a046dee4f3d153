//! The kinds of data file.

use std::path::Path;

/// How a data file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Rows of cells, with the feature `csv`, parted by commas, semicolons or tabs: `.csv`, `.tsv`.
    #[cfg(feature = "csv")]
    Csv,
    /// An object, or an array of objects: `.json`.
    Json,
}

impl Format {
    /// The endings of the file names that are read, for people.
    #[cfg(feature = "csv")]
    pub const ENDINGS: &'static str = ".csv, .tsv, .json";
    /// The endings of the file names that are read, for people.
    #[cfg(not(feature = "csv"))]
    pub const ENDINGS: &'static str = ".json";

    /// The format that a file name's ending tells, in any case.
    ///
    /// ```
    /// use dabiao_data::Format;
    /// assert_eq!(Format::of_path("data/Metrics.CSV"), Some(Format::Csv));
    /// assert_eq!(Format::of_path("metrics.json"), Some(Format::Json));
    /// assert_eq!(Format::of_path("metrics.doc"), None);
    /// ```
    #[must_use]
    pub fn of_path(path: &str) -> Option<Format> {
        let ending = Path::new(path).extension()?.to_str()?;
        match ending.to_ascii_lowercase().as_str() {
            #[cfg(feature = "csv")]
            "csv" | "tsv" => Some(Format::Csv),
            "json" => Some(Format::Json),
            _ => None,
        }
    }
}
