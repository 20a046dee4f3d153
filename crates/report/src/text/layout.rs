//! Which columns fit, and how wide they are.

use dabiao_model::{Report, Verdict};

use super::column::Column;
use crate::sign::marked;
use crate::width::{clean, width};
use crate::words::Words;

/// Blanks between two columns.
pub(super) const GAP: usize = 2;

/// Cells and columns give way where a title would have less room than this.
const LEAST_TITLE: usize = 18;

/// How wide a column may be at most, and how many columns give way: tried in this order until a title has room.
const ATTEMPTS: [(usize, usize); 9] =
    [(20, 0), (12, 0), (12, 1), (12, 2), (9, 2), (9, 3), (9, 4), (9, 5), (9, 6)];

/// The widths of all rows of a report.
pub(super) struct Layout {
    /// The blanks before a row.
    pub(super) indent: usize,
    /// The width of sign and word.
    pub(super) verdict: usize,
    /// The width of titles.
    pub(super) title: usize,
    /// The columns that stand in the row, with their widths.
    pub(super) columns: Vec<(Column, usize)>,
    /// The columns for which the row has no room.
    pub(super) moved: Vec<Column>,
}

impl Layout {
    /// The roomiest layout that fits the screen.
    pub(super) fn new(report: &Report, words: Words, screen: usize, indent: usize) -> Layout {
        let present = Verdict::ALL.into_iter().filter(|verdict| report.summary.get(*verdict) > 0);
        let verdicts = present.map(|verdict| width(&marked(verdict, words)));
        let verdict = verdicts.chain([width(&words.word("report-label-verdict"))]).max().unwrap_or_default();
        let titles = report.results.iter().map(|result| width(&clean(&words.shown(&result.title))));
        let title = titles.chain([width(&words.word("report-label-target"))]).max().unwrap_or_default();

        let natural = measured(report, words);
        let room = screen.saturating_sub(indent).saturating_sub(verdict).saturating_sub(GAP);
        let columns = ATTEMPTS
            .iter()
            .map(|(limit, gone)| squeezed(&natural, *limit, *gone))
            .find(|columns| room.saturating_sub(taken(columns)) >= title.min(LEAST_TITLE))
            .unwrap_or_default();
        let stays = |column: &Column| columns.iter().any(|(staying, _)| staying == column);
        let moved = natural.iter().map(|column| column.column).filter(|column| !stays(column)).collect();
        let title = title.min(room.saturating_sub(taken(&columns)));
        Layout { indent, verdict, title, columns, moved }
    }

    /// Where titles begin, and the lines below them.
    pub(super) fn title_start(&self) -> usize {
        self.indent.saturating_add(self.verdict).saturating_add(GAP)
    }
}

/// A column with the widths of its heading and of its widest cell.
struct Natural {
    column: Column,
    label: usize,
    cell: usize,
}

fn measured(report: &Report, words: Words) -> Vec<Natural> {
    let measure = |column: Column| {
        let cells = report.results.iter().map(|result| width(&column.cell(result, words)));
        Natural { column, label: width(&words.word(column.label())), cell: cells.max().unwrap_or_default() }
    };
    Column::of(report).into_iter().map(measure).collect()
}

/// The columns with so many gone, none wider than the limit or its heading.
fn squeezed(natural: &[Natural], limit: usize, gone: usize) -> Vec<(Column, usize)> {
    let is_gone = |column: Column| Column::GIVING_WAY.iter().take(gone).any(|going| *going == column);
    let stay = natural.iter().filter(|natural| !is_gone(natural.column));
    stay.map(|natural| (natural.column, natural.cell.min(limit).max(natural.label))).collect()
}

fn taken(columns: &[(Column, usize)]) -> usize {
    columns.iter().map(|(_, width)| width.saturating_add(GAP)).sum()
}
