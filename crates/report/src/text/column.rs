//! The columns beside verdict and title.

use dabiao_model::{Report, Shown, TargetResult};

use crate::groups::differ;
use crate::width::clean;
use crate::words::Words;

/// A column; in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Period,
    Observed,
    Required,
    Margin,
    Flags,
    Clause,
}

impl Column {
    const ALL: [Column; 6] =
        [Column::Period, Column::Observed, Column::Required, Column::Margin, Column::Flags, Column::Clause];

    /// The columns in the order in which they give way: first those that few results have something in.
    pub(super) const GIVING_WAY: [Column; 6] =
        [Column::Flags, Column::Clause, Column::Margin, Column::Required, Column::Observed, Column::Period];

    /// The columns that say something in this report. A period that all results share stands in the heading.
    pub(super) fn of(report: &Report) -> Vec<Column> {
        let says = |column: &Column| match column {
            Column::Period => differ(&report.results, |result| result.period.as_deref()),
            Column::Observed => report.results.iter().any(|result| result.observed.is_some()),
            Column::Required => report.results.iter().any(|result| result.required.is_some()),
            Column::Margin => report.results.iter().any(|result| result.margin.is_some()),
            Column::Flags => report.results.iter().any(|result| !result.flags.is_empty()),
            Column::Clause => report.results.iter().any(|result| !result.cite.is_empty()),
        };
        Column::ALL.into_iter().filter(says).collect()
    }

    /// The id of the column's heading.
    pub(super) fn label(self) -> &'static str {
        match self {
            Column::Period => "report-label-period",
            Column::Observed => "report-label-observed",
            Column::Required => "report-label-required",
            Column::Margin => "report-label-margin",
            Column::Flags => "report-label-flags",
            Column::Clause => "report-label-cite",
        }
    }

    /// What a result has in the column; empty where it has nothing.
    pub(super) fn cell(self, result: &TargetResult, words: Words) -> String {
        let shown =
            |text: &Option<Shown>| text.as_ref().map_or_else(String::new, |text| clean(&words.shown(text)));
        match self {
            Column::Period => {
                result.period.as_deref().map_or_else(String::new, |period| clean(&words.time(period)))
            }
            Column::Observed => shown(&result.observed),
            Column::Required => shown(&result.required),
            Column::Margin => shown(&result.margin),
            Column::Flags => {
                let flags: Vec<String> = result.flags.iter().map(|flag| words.flag(*flag)).collect();
                words.list(&flags)
            }
            Column::Clause => clean(&words.list(&result.cite)),
        }
    }

    /// Whether cells stand at the column's right edge, as numbers do.
    pub(super) fn is_right_aligned(self) -> bool {
        matches!(self, Column::Observed | Column::Margin)
    }
}
