//! A report as a workbook of a spreadsheet.

mod assumptions;
mod book;
mod faults;
mod owners;
mod results;
mod summary;

use std::io::{self, Write};

use book::Book;
use dabiao_model::{Language, Report};

use crate::words::Words;

/// A workbook with five sheets: summary, results, who has to act, assumptions, and what is wrong with the data.
///
/// Numbers are numbers and percents are percents, so that a sheet can be calculated with; being floats, they are near
/// the exact ones of the JSON. Texts are never formulas. Rows go to a temporary file while they are written, and what a
/// sheet has no room for stands in a second one. The same report gives the same bytes.
///
/// # Errors
/// Where `out` or a temporary file cannot be written.
///
/// ```
/// use dabiao_model::{Language, PlanInfo, Report, Summary};
/// use dabiao_report::write_xlsx;
/// let report = Report {
///     format: Report::FORMAT,
///     plan: PlanInfo { id: None, title: None, rules_digest: "sha256:0".to_string() },
///     as_of: "2011-12-31".to_string(),
///     assumptions: vec![],
///     results: vec![],
///     score: None,
///     summary: Summary::default(),
///     organisations: Default::default(),
///     entities: Default::default(),
/// };
/// let mut out = Vec::new();
/// write_xlsx(&report, Language::English, &mut out)?;
/// assert!(out.starts_with(b"PK"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_xlsx(report: &Report, language: Language, out: impl Write + Send) -> io::Result<()> {
    let words = Words { language };
    let write = || {
        let mut book = Book::new(report, words)?;
        summary::write(&mut book, report, words)?;
        results::write(&mut book, report, words)?;
        owners::write(&mut book, report, words)?;
        assumptions::write(&mut book, report, words)?;
        faults::write(&mut book, report, words)?;
        book.save(out)
    };
    write().map_err(io::Error::other)
}
