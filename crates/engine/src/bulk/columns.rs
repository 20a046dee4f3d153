//! Verdicts as columns.

use dabiao_model::{Period, Summary, Verdict};

use super::hearing::Word;
use super::registers::Constant;

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
            let met = ones(&column.met);
            let others = column.others.iter().flat_map(|others| others.kinds());
            let mut rest = column.rows.saturating_sub(met);
            for (verdict, words) in others {
                let count = ones(words);
                summary.add(verdict, count);
                rest = rest.saturating_sub(count);
            }
            summary.add(Verdict::Met, met);
            summary.add(column.otherwise, rest);
        }
        summary
    }
}

/// The verdicts of one target for one period, as bits for each kind of verdict.
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
    /// The rows with another verdict than met and `otherwise`, once there has been one.
    pub(super) others: Option<Box<Others>>,
}

/// The verdicts that are rare, a bit for each row.
#[derive(Debug, Clone)]
pub(super) struct Others {
    unknown: Vec<u64>,
    error: Vec<u64>,
    not_applicable: Vec<u64>,
    uncertain: Vec<u64>,
}

impl Others {
    fn new(words: usize) -> Others {
        let none = || vec![0; words];
        Others { unknown: none(), error: none(), not_applicable: none(), uncertain: none() }
    }

    fn kinds(&self) -> [(Verdict, &[u64]); 4] {
        [
            (Verdict::Unknown, &self.unknown),
            (Verdict::Error, &self.error),
            (Verdict::NotApplicable, &self.not_applicable),
            (Verdict::Uncertain, &self.uncertain),
        ]
    }

    /// The words in the order of the kinds.
    fn words(&mut self) -> [&mut Vec<u64>; 4] {
        [&mut self.unknown, &mut self.error, &mut self.not_applicable, &mut self.uncertain]
    }

    fn put(&mut self, index: usize, word: &Word) {
        let bits = [word.unknown, word.error, word.not_applicable, word.uncertain];
        self.words().into_iter().zip(bits).for_each(|(words, bits)| set(words, index, bits));
    }
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
        if bit(&self.met, row) {
            return Verdict::Met;
        }
        let other = |others: &Others| {
            others.kinds().into_iter().find(|(_, words)| bit(words, row)).map(|(verdict, _)| verdict)
        };
        self.others.as_deref().and_then(other).unwrap_or(self.otherwise)
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

    /// A column of the same kind for so many other rows.
    #[cfg(feature = "threads")]
    pub(super) fn of_rows(&self, rows: usize) -> VerdictColumn {
        let words = |of: &[u64]| vec![0; if of.is_empty() { 0 } else { rows.div_ceil(64) }];
        VerdictColumn {
            rows,
            met: words(&self.met),
            late: words(&self.late),
            at_risk: words(&self.at_risk),
            others: None,
            ..*self
        }
    }

    /// Takes the verdicts of some rows over, from a word on.
    #[cfg(feature = "threads")]
    pub(super) fn take(&mut self, first: usize, part: &VerdictColumn) {
        let copy = |into: &mut Vec<u64>, from: &[u64]| {
            into.iter_mut().skip(first).zip(from).for_each(|(into, from)| *into = *from);
        };
        copy(&mut self.met, &part.met);
        copy(&mut self.late, &part.late);
        copy(&mut self.at_risk, &part.at_risk);
        let (words, rows) = (self.met.len(), part.met.len());
        if let Some(from) = &part.others {
            let others = self.others.get_or_insert_with(|| Box::new(Others::new(words)));
            for (into, (_, from)) in others.words().into_iter().zip(from.kinds()) {
                copy(into, from);
            }
        } else if let Some(others) = &mut self.others {
            for into in others.words() {
                into.iter_mut().skip(first).take(rows).for_each(|word| *word = 0);
            }
        }
    }

    /// Puts the answer of one test for the only row in.
    #[inline]
    pub(super) fn put_single(&mut self, answer: Constant) {
        if let Some(word) = self.met.first_mut() {
            *word = u64::from(answer == Constant::Held);
        }
        let (unknown, error) = (answer == Constant::Gap, answer == Constant::Fault);
        if unknown | error || self.others.is_some() {
            self.put_others(0, &Word { unknown: unknown.into(), error: error.into(), ..Word::default() });
        }
    }

    /// Puts the answer of one test for sixty-four rows in: what holds, is open and is faulty.
    #[inline]
    pub(super) fn put_plain(&mut self, index: usize, [met, unknown, error]: [u64; 3]) {
        set(&mut self.met, index, met);
        if unknown | error != 0 || self.others.is_some() {
            self.put_others(index, &Word { unknown, error, ..Word::default() });
        }
    }

    /// Puts the verdicts of sixty-four rows in.
    #[inline]
    pub(super) fn put(&mut self, index: usize, word: &Word, late: u64) {
        // A column has no words of a kind that no row can be of.
        set(&mut self.met, index, word.met);
        set(&mut self.at_risk, index, word.at_risk);
        set(&mut self.late, index, late);
        if word.others() != 0 || self.others.is_some() {
            self.put_others(index, word);
        }
    }

    fn put_others(&mut self, index: usize, word: &Word) {
        let words = self.met.len();
        self.others.get_or_insert_with(|| Box::new(Others::new(words))).put(index, word);
    }
}

#[inline]
fn set(words: &mut [u64], index: usize, bits: u64) {
    if let Some(word) = words.get_mut(index) {
        *word = bits;
    }
}

fn ones(words: &[u64]) -> usize {
    words.iter().map(|word| usize::try_from(word.count_ones()).unwrap_or(0)).sum()
}

fn bit(words: &[u64], row: usize) -> bool {
    words.get(row >> 6).is_some_and(|word| word >> (row & 63) & 1 == 1)
}
