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
    /// One object a line: `.jsonl`, `.ndjson`.
    JsonLines,
    /// A workbook, with the feature `xlsx`: `.xlsx`, `.xlsm`. A sheet may be picked by its name: `metrics.xlsx#2011`.
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Format {
    /// The endings of the file names that are read, for people.
    pub const ENDINGS: &'static str = match (cfg!(feature = "csv"), cfg!(feature = "xlsx")) {
        (true, true) => ".csv, .tsv, .json, .jsonl, .xlsx",
        (true, false) => ".csv, .tsv, .json, .jsonl",
        (false, true) => ".json, .jsonl, .xlsx",
        (false, false) => ".json, .jsonl",
    };

    /// The format that a file name's ending tells, in any case.
    ///
    /// ```
    /// use dabiao_data::Format;
    /// assert_eq!(Format::of_path("data/Metrics.CSV"), Some(Format::Csv));
    /// assert_eq!(Format::of_path("metrics.json"), Some(Format::Json));
    /// assert_eq!(Format::of_path("metrics.jsonl"), Some(Format::JsonLines));
    /// assert_eq!(Format::of_path("metrics.doc"), None);
    /// ```
    #[must_use]
    pub fn of_path(path: &str) -> Option<Format> {
        #[cfg(feature = "xlsx")]
        let (path, _) = crate::xlsx::split(path);
        let ending = Path::new(path).extension()?.to_str()?;
        match ending.to_ascii_lowercase().as_str() {
            #[cfg(feature = "csv")]
            "csv" | "tsv" => Some(Format::Csv),
            "json" => Some(Format::Json),
            "jsonl" | "ndjson" => Some(Format::JsonLines),
            #[cfg(feature = "xlsx")]
            "xlsx" | "xlsm" => Some(Format::Xlsx),
            _ => None,
        }
    }
}
