//! Records as a file or a program has them, before any type is known.

use crate::Place;

/// The headings under which records name their entity, the English one first.
pub const ENTITY_HEADINGS: &[&str] = &["entity", "地区", "区域", "实体"];

/// The headings under which records name their period, the English one first.
pub const PERIOD_HEADINGS: &[&str] = &["period", "year", "时期", "期间", "年份", "年度"];

/// The rows of one table of records, still as texts.
///
/// Readers of files make sheets; the columns that a plan declares decide what their texts mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordSheet {
    /// What evidence names as the source, `samples.csv`.
    pub source: String,
    /// The file or the call that the rows come from.
    pub place: Place,
    /// The headings with the places at which they stand, each heading once.
    pub headings: Vec<(String, Place)>,
    /// The rows, in their order.
    pub rows: Vec<RecordRow>,
}

/// One record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// Its line in a file, or its number, counted from 1, in a call.
    pub line: u64,
    /// The text under each heading, in the order of the headings; empty where the record says nothing.
    pub cells: Vec<String>,
}

impl RecordSheet {
    /// The place of one cell.
    ///
    /// ```
    /// use dabiao_model::{Place, RecordSheet};
    /// let place = Place::File("samples.csv".into());
    /// let sheet = RecordSheet { source: "samples.csv".into(), place, headings: Vec::new(), rows: Vec::new() };
    /// assert_eq!(sheet.cell(7, "outcome").to_string(), "samples.csv:7, column `outcome`");
    /// ```
    #[must_use]
    pub fn cell(&self, line: u64, heading: &str) -> Place {
        match &self.place {
            Place::File(file) => Place::Cell { file: file.clone(), row: line, column: Some(heading.into()) },
            other => Place::Call(format!("{other}[{line}].{heading}").into()),
        }
    }
}
