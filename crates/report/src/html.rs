//! A report as one HTML page that needs nothing else: no network, and no script but for sorting and filtering.

mod chart;
mod foot;
mod heat;
mod lists;
mod moves;
mod owners;
mod pieces;
mod target;
mod top;

use std::io::{self, Write};

use askama::Template;
use dabiao_model::{Comparison, Language, Report, TargetResult, WhatIfReport};

use crate::groups::grouped;
use crate::words::Words;
use foot::Foot;
use target::Target;
use top::Top;

/// Up to so many results, each has its own charts and its evidence in a table; above, results stand in lists.
pub const DRAWN_ONE_BY_ONE: usize = 400;

/// Above so many results, those that are met or not applicable are counted and no longer listed one by one.
const LISTED: usize = 25_000;

/// What a page tells beside the verdicts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// What would meet each missed target.
    pub ways: Option<&'a WhatIfReport>,
    /// What has moved since an earlier report.
    pub since: Option<&'a Comparison>,
}

/// The report as one HTML page: how it stands, what is open, who has to act, a map of the sections, a table that sorts and
/// filters, and for each target its condition, clause, values, charts and what it would take.
///
/// It reads on a phone and on paper, and works without JavaScript but for sorting and filtering. Every text is escaped.
/// Of a report with more than 25,000 results those that are met are counted, and not listed one by one.
///
/// # Errors
/// Where `out` cannot be written.
///
/// ```
/// use dabiao_model::{Language, PlanInfo, Report, Summary};
/// use dabiao_report::{Beside, write_html};
/// let report = Report {
///     format: Report::FORMAT,
///     plan: PlanInfo { id: None, title: Some("<script>".into()), rules_digest: "sha256:0".to_string() },
///     as_of: "2011-12-31".to_string(),
///     assumptions: vec![],
///     results: vec![],
///     score: None,
///     summary: Summary::default(),
///     organisations: Default::default(),
///     entities: Default::default(),
/// };
/// let mut out = Vec::new();
/// write_html(&report, Beside::default(), Language::English, &mut out)?;
/// assert!(String::from_utf8_lossy(&out).contains("<h1>&#60;script&#62;</h1>"));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_html(
    report: &Report,
    beside: Beside<'_>,
    language: Language,
    mut out: impl Write,
) -> io::Result<()> {
    let view = View::new(report, beside, language);
    let wrong = io::Error::other;
    Top::of(&view).write_into(&mut out).map_err(wrong)?;
    for (nth, (id, results)) in view.targets.iter().enumerate() {
        Target::of(&view, nth, id.unwrap_or_default(), results).write_into(&mut out).map_err(wrong)?;
    }
    Foot::of(&view).write_into(&mut out).map_err(wrong)?;
    out.flush()
}

/// A report as the page looks at it.
struct View<'a> {
    report: &'a Report,
    beside: Beside<'a>,
    words: Words,
    /// The results of each target, in the order of the rules.
    targets: Vec<(Option<&'a str>, Vec<&'a TargetResult>)>,
    /// Whether results have charts and tables of their own.
    is_full: bool,
    has_entities: bool,
}

impl<'a> View<'a> {
    fn new(report: &'a Report, beside: Beside<'a>, language: Language) -> View<'a> {
        let all: Vec<&TargetResult> = report.results.iter().collect();
        View {
            report,
            beside,
            words: Words { language },
            targets: grouped(&all, |result| Some(result.target.as_str())),
            is_full: report.results.len() <= DRAWN_ONE_BY_ONE,
            has_entities: crate::groups::differ(&report.results, |result| result.entity.as_deref()),
        }
    }

    /// Where on the page a target stands.
    fn anchor(&self, target: &str) -> String {
        let nth = self.targets.iter().position(|(id, _)| *id == Some(target)).unwrap_or_default();
        anchor(nth)
    }

    fn entity(&self, result: &TargetResult) -> String {
        let name = result.entity.as_deref();
        name.map_or_else(|| self.words.word("report-no-entity"), |name| self.words.entity(self.report, name))
    }
}

fn anchor(nth: usize) -> String {
    format!("t{}", nth.saturating_add(1))
}
