//! Verdicts as columns.

use dabiao_model::{Period, Summary, Verdict};

use super::hearing::Heard;
use super::rows::{CHUNK, WORDS};

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
        self.columns.iter().flat_map(VerdictColumn::counts).collect()
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

    /// The verdicts that there are, each with how often.
    fn counts(&self) -> impl Iterator<Item = (Verdict, usize)> {
        let met = self.met.iter().map(|word| usize::try_from(word.count_ones()).unwrap_or(0)).sum();
        let rest = self.rows.saturating_sub(met).saturating_sub(self.others.len());
        let others = self.others.iter().map(|(_, verdict)| (*verdict, 1));
        [(Verdict::Met, met), (self.otherwise, rest)].into_iter().chain(others)
    }

    fn other(&self, row: u32) -> Option<Verdict> {
        let place = self.others.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.others.get(place).map(|(_, verdict)| *verdict)
    }

    /// Takes all verdicts out and keeps their room.
    pub(super) fn clear(&mut self) {
        self.met.clear();
        self.late.clear();
        self.at_risk.clear();
        self.others.clear();
    }

    /// Adds the verdicts of a chunk behind those of the chunks before it.
    #[inline]
    pub(super) fn extend(&mut self, first: usize, rows: usize, heard: &Heard, late: Option<&[u64; WORDS]>) {
        let words = rows.div_ceil(64);
        self.met.extend_from_slice(heard.met.get(..words).unwrap_or_default());
        self.at_risk.extend_from_slice(heard.at_risk.get(..words).unwrap_or_default());
        if let Some(late) = late {
            self.late.extend_from_slice(late.get(..words).unwrap_or_default());
        }
        for word in 0..words {
            let others = heard.others(word);
            let mut open = others.iter().fold(0, |open, (_, bits)| open | bits);
            while open != 0 {
                let place = open.trailing_zeros();
                let verdict = others.iter().find(|(_, bits)| bits >> place & 1 == 1);
                let row = word.saturating_mul(64).saturating_add(first);
                let row = u32::try_from(row).unwrap_or(u32::MAX).saturating_add(place);
                self.others.extend(verdict.map(|(verdict, _)| (row, *verdict)));
                open &= open.wrapping_sub(1);
            }
        }
    }
}

fn bit(words: &[u64], row: usize) -> bool {
    words.get(row >> 6).is_some_and(|word| word >> (row & 63) & 1 == 1)
}

/// Chunks begin at whole words.
const _: () = assert!(CHUNK % 64 == 0);
