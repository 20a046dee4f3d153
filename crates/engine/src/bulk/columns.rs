//! Verdicts as columns.

use dabiao_model::{Period, Summary, Verdict};

use super::hearing::Word;

/// The verdicts of a run: a column for each target or, for one that recurs, for each of its periods, in the order of
/// the rules. All columns have one row for each entity that was judged, in the same order.
#[derive(Debug, Clone, Default)]
pub struct Verdicts {
    pub(super) columns: Vec<VerdictColumn>,
}

impl Verdicts {
    /// The columns.
    #[must_use]
    pub fn columns(&self) -> &[VerdictColumn] {
        &self.columns
    }

    /// How many verdicts of each kind there are in all columns.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        for column in &self.columns {
            let met = column.met.iter().map(|word| usize::try_from(word.count_ones()).unwrap_or(0)).sum();
            summary.add(Verdict::Met, met);
            summary
                .add(column.otherwise, column.rows.saturating_sub(met).saturating_sub(column.others.len()));
            column.others.iter().for_each(|(_, verdict)| summary.add(*verdict, 1));
        }
        summary
    }
}

/// The verdicts of one target for one period, a bit for each that is met.
#[derive(Debug, Clone)]
pub struct VerdictColumn {
    pub(super) target: usize,
    pub(super) period: Option<Period>,
    pub(super) later: Option<Period>,
    pub(super) rows: usize,
    pub(super) otherwise: Verdict,
    pub(super) met: Vec<u64>,
    pub(super) late: Vec<u64>,
    pub(super) at_risk: Vec<u64>,
    /// The rows with another verdict than met and `otherwise`, in order.
    pub(super) others: Vec<(u32, Verdict)>,
}

impl VerdictColumn {
    /// The target's position among the plan's targets.
    #[must_use]
    pub fn target(&self) -> usize {
        self.target
    }

    /// The period that the verdict of a row is for; `None` where the data name none.
    #[must_use]
    pub fn period(&self, row: usize) -> Option<Period> {
        self.later.filter(|_| self.is_late(row)).or(self.period)
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The verdict of a row.
    #[must_use]
    pub fn verdict(&self, row: usize) -> Verdict {
        let other = u32::try_from(row).ok().and_then(|row| self.other(row));
        other.unwrap_or(if bit(&self.met, row) { Verdict::Met } else { self.otherwise })
    }

    /// Whether a row was met only after its deadline.
    #[must_use]
    pub fn is_late(&self, row: usize) -> bool {
        bit(&self.late, row)
    }

    /// Whether a row is met and its `warn` holds.
    #[must_use]
    pub fn is_at_risk(&self, row: usize) -> bool {
        bit(&self.at_risk, row)
    }

    /// A bit for each row that is met, sixty-four rows a word, the first in the lowest bit.
    #[must_use]
    pub fn met(&self) -> &[u64] {
        &self.met
    }

    fn other(&self, row: u32) -> Option<Verdict> {
        let place = self.others.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.others.get(place).map(|(_, verdict)| *verdict)
    }

    /// Puts the verdicts of sixty-four rows in. Words come in order, the first of a run first.
    #[inline]
    pub(super) fn put(&mut self, index: usize, word: &Word, late: u64) {
        if index == 0 {
            self.others.clear();
        }
        // A column has no words of a kind that no row can be of.
        for (words, bits) in
            [(&mut self.met, word.met), (&mut self.at_risk, word.at_risk), (&mut self.late, late)]
        {
            if let Some(word) = words.get_mut(index) {
                *word = bits;
            }
        }
        let mut others = word.others();
        while others != 0 {
            let place = others.trailing_zeros();
            let row = u32::try_from(index.saturating_mul(64)).unwrap_or(u32::MAX).saturating_add(place);
            self.others.push((row, word.other(place)));
            others &= others.wrapping_sub(1);
        }
    }
}

fn bit(words: &[u64], row: usize) -> bool {
    words.get(row >> 6).is_some_and(|word| word >> (row & 63) & 1 == 1)
}
