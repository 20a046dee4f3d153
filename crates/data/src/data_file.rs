//! A data file that is in memory and not read yet.

use std::path::Path;

use dabiao_model::{Diagnostic, Intake};

use crate::read::{bytes_within, fill_bytes};
use crate::{Format, Limits};

/// The bytes of a data file, to be read as often as somebody has another question.
#[derive(Debug, Clone)]
pub struct DataFile {
    name: String,
    bytes: Vec<u8>,
    format: Format,
}

impl DataFile {
    /// Opens a data file; its name's ending tells the format.
    ///
    /// # Errors
    /// The diagnostic of a file that is not there, cannot be read, or has an ending that says nothing.
    ///
    /// ```
    /// use dabiao_data::{DataFile, Limits};
    /// assert!(DataFile::open("no/such/metrics.csv", &Limits::default()).is_err());
    /// ```
    pub fn open(path: impl AsRef<Path>, limits: &Limits) -> Result<DataFile, Box<Diagnostic>> {
        let (bytes, format) = bytes_within(path.as_ref(), limits)?;
        Ok(DataFile { name: path.as_ref().to_string_lossy().into_owned(), bytes, format })
    }

    /// Reads the file as [`fill_bytes`] does.
    #[must_use]
    pub fn fill(&self, limits: &Limits, intake: &mut dyn Intake) -> Vec<Diagnostic> {
        fill_bytes(&self.name, &self.bytes, self.format, limits, intake)
    }
}
