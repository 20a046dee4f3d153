//! A report for a terminal.

mod assumptions;
mod column;
mod counts;
mod detail;
mod diff;
mod explanation;
mod heading;
mod layout;
mod mark;
mod moves;
mod owners;
mod page;
mod picture;
mod points;
mod scores;
mod table;
mod totals;
mod what_if;

use dabiao_model::{Language, Report};

use crate::style::Style;
use crate::words::Words;
pub use diff::render_diff;
pub use explanation::{render_explained, render_explanation};
pub use moves::render_comparison;
use page::Page;
#[cfg(feature = "html")]
pub(crate) use what_if::changed;
pub use what_if::render_what_if;

/// The report for a terminal: what was judged, each result by section, the scores, who has to act, the
/// assumptions, totals.
///
/// A result takes one line: verdict, title, observed and required value, margin, remarks and clause. A column for
/// which the screen is too narrow, and a value that is too wide for its column (marked `…`), stand in full on a
/// line below; only titles are cut short. A result that is not met has its id, reason and owner below it. With
/// several entities the sections stand under each entity.
///
/// No line is wider than `style.width`, which is held to at least 40 columns.
///
/// ```
/// use dabiao_model::{Language, PlanInfo, Report, Summary};
/// use dabiao_report::{Style, render_text};
/// let report = Report {
///     format: Report::FORMAT,
///     plan: PlanInfo { id: None, title: Some("2011年质量方案".into()), rules_digest: "sha256:0".to_string() },
///     as_of: "2011-12-31".to_string(),
///     assumptions: vec![],
///     results: vec![],
///     score: None,
///     summary: Summary::default(),
///     organisations: Default::default(),
///     entities: Default::default(),
/// };
/// let text = render_text(&report, Language::English, Style::default());
/// assert_eq!(text, "2011年质量方案\nas of 2011-12-31\n\nno target was judged\n");
/// ```
#[must_use]
pub fn render_text(report: &Report, language: Language, style: Style) -> String {
    let words = Words { language };
    let mut page = Page::new(style);
    heading::write(&mut page, report, words);
    table::write(&mut page, report, words);
    scores::write(&mut page, report, words);
    owners::write(&mut page, report, words);
    assumptions::write(&mut page, report, words);
    totals::write(&mut page, report, words);
    page.into_text()
}
