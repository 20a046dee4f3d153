//! One target in one period, heard for the rows of a chunk.

use dabiao_model::{Period, Verdict};

use super::cells::Cells;
use super::registers::{Registers, Truth};
use super::rows::Chunk;
use super::test::{Test, TestId};
use super::tests::Tests;
use crate::evaluate::Context;
use crate::ids::EntityId;
use crate::judge;
use crate::program::Program;
use crate::row::Row;
use dabiao_check::Target;

/// A target that is judged for a period.
#[derive(Debug)]
pub(super) struct Hearing {
    target: usize,
    pub(super) period: Option<Period>,
    /// The verdict where the condition does not hold.
    pub(super) otherwise: Verdict,
    /// What decides; `None` where the cells of each row have to be looked at.
    tests: Option<Decisive>,
    /// Whether a formula is among the tests, so that a row may need its cells after all.
    has_formula: bool,
}

/// The tests that decide about a target.
#[derive(Debug)]
struct Decisive {
    when: Option<TestId>,
    condition: TestId,
    warn: Option<TestId>,
}

/// What came of a hearing for the rows of a chunk.
#[derive(Debug)]
pub(super) enum Heard<'a, const W: usize> {
    /// The answers of its tests.
    Tests { chunk: Chunk, condition: &'a Truth<W>, when: Option<&'a Truth<W>>, warn: Option<&'a Truth<W>> },
    /// The verdicts of the evaluator of cells, by sixty-four rows.
    Cells([Word; W]),
}

/// Sixty-four rows by their verdict, one bit for each; the others have the hearing's own.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    pub(super) met: u64,
    pub(super) at_risk: u64,
    pub(super) unknown: u64,
    pub(super) error: u64,
    pub(super) not_applicable: u64,
    pub(super) uncertain: u64,
}

impl<const W: usize> Heard<'_, W> {
    /// The answer for sixty-four rows.
    #[inline]
    pub(super) fn word(&self, index: usize) -> Word {
        let bits = |words: &[u64; W]| words.get(index).copied().unwrap_or(0);
        match self {
            Heard::Cells(words) => words.get(index).copied().unwrap_or_default(),
            Heard::Tests { condition, when: None, warn, .. } => {
                let met = bits(&condition.held);
                Word {
                    met,
                    at_risk: warn.map_or(0, |warn| met & bits(&warn.held)),
                    unknown: bits(&condition.gap),
                    error: bits(&condition.fault),
                    ..Word::default()
                }
            }
            Heard::Tests { chunk, condition, when: Some(when), warn } => {
                let (applies, gap, fault) = (bits(&when.held), bits(&when.gap), bits(&when.fault));
                let met = bits(&condition.held) & applies;
                Word {
                    met,
                    at_risk: warn.map_or(0, |warn| met & bits(&warn.held)),
                    unknown: bits(&condition.gap) & applies | gap,
                    error: bits(&condition.fault) & applies | fault,
                    not_applicable: chunk.full(index) & !(applies | gap | fault),
                    uncertain: 0,
                }
            }
        }
    }
}

impl Word {
    /// The rows with a verdict that is neither met nor the hearing's own.
    #[inline]
    pub(super) fn others(&self) -> u64 {
        self.unknown | self.error | self.not_applicable | self.uncertain
    }

    fn of(verdict: Verdict, at_risk: bool) -> Word {
        let is = |this| u64::from(verdict == this);
        Word {
            met: is(Verdict::Met),
            at_risk: at_risk.into(),
            unknown: is(Verdict::Unknown),
            error: is(Verdict::Error),
            not_applicable: is(Verdict::NotApplicable),
            uncertain: is(Verdict::Uncertain),
        }
    }

    /// Adds the answer of one row.
    fn add(&mut self, row: Word, place: usize) {
        self.met |= row.met << place;
        self.at_risk |= row.at_risk << place;
        self.unknown |= row.unknown << place;
        self.error |= row.error << place;
        self.not_applicable |= row.not_applicable << place;
        self.uncertain |= row.uncertain << place;
    }
}

impl Hearing {
    /// Fits a target to a table.
    pub(super) fn new(
        (index, target): (usize, &Target),
        period: Option<Period>,
        decided: &mut Tests<'_>,
        context: &Context<'_>,
    ) -> Hearing {
        let due = judge::due(target, period);
        let is_ahead = due.is_some_and(|due| context.as_of < due);
        let mut compile = |term| decided.compile(term, period);
        let mut decisive = || {
            // What a sample or an empty roster decides is told by the cells.
            if target.sampling.is_some() || target.if_none.is_some() {
                return None;
            }
            let optional = |term: Option<Option<TestId>>| match term {
                Some(None) => None,
                found => Some(found.flatten()),
            };
            Some(Decisive {
                when: optional(target.when.map(&mut compile))?,
                condition: compile(target.condition)?,
                warn: optional(target.warn.map(&mut compile))?,
            })
        };
        let tests = decisive();
        let otherwise = if is_ahead { Verdict::Pending } else { Verdict::Missed };
        let mut hearing = Hearing { target: index, period, otherwise, tests, has_formula: false };
        let has_formula = hearing.tests().any(|test| has_formula(test, &decided.tests));
        hearing.has_formula = has_formula;
        hearing
    }

    /// Whether the cells of a row are looked at only where its numbers do not fit.
    #[cfg(test)]
    pub(super) fn is_short(&self) -> bool {
        self.tests.is_some()
    }

    /// The tests that decide.
    pub(super) fn tests(&self) -> impl Iterator<Item = TestId> {
        let all = self.tests.as_ref().map(|tests| [tests.when, Some(tests.condition), tests.warn]);
        all.into_iter().flatten().flatten()
    }

    /// The test that decides alone, whatever the row.
    pub(super) fn only_test(&self) -> Option<TestId> {
        match &self.tests {
            Some(Decisive { when: None, condition, warn: None }) if !self.has_formula => Some(*condition),
            _ => None,
        }
    }

    /// Hears the rows of a chunk.
    #[inline]
    pub(super) fn hear<'r, const W: usize>(
        &self,
        program: &Program,
        (chunk, entities): (Chunk, &[Option<EntityId>]),
        registers: &'r Registers<W>,
        cells: &Cells<'_>,
    ) -> Heard<'r, W> {
        let truth = |test: TestId| registers.truths.get(test);
        if let Some(tests) = self.tests.as_ref().filter(|_| !(self.has_formula && registers.scratch.is_short))
            && let Some(condition) = truth(tests.condition)
        {
            let (when, warn) = (tests.when.and_then(truth), tests.warn.and_then(truth));
            return Heard::Tests { chunk, condition, when, warn };
        }
        Heard::Cells(self.look(program, (chunk, entities), cells))
    }

    /// Judges each row by its cells.
    fn look<const W: usize>(
        &self,
        program: &Program,
        (chunk, entities): (Chunk, &[Option<EntityId>]),
        cells: &Cells<'_>,
    ) -> [Word; W] {
        let mut words = [Word::default(); W];
        let Some(((target, routines), context)) = program.target(self.target).zip(cells.context()) else {
            // A table of the shape that was asked about always has cells to look at.
            let error = |(index, word): (usize, &mut Word)| word.error = chunk.full(index);
            words.iter_mut().enumerate().for_each(error);
            return words;
        };
        let rows = entities.iter().map(|entity| Row { entity: *entity, period: self.period }).collect();
        let hearing = judge::Hearing::new(target, routines, rows, context);
        for row in 0..entities.len() {
            if let Some(word) = words.get_mut(row >> 6) {
                word.add(Word::of(hearing.outcome(row).verdict, hearing.is_at_risk(row)), row & 63);
            }
        }
        words
    }

    /// Whether some row may be at risk.
    pub(super) fn warns(&self) -> bool {
        self.tests.as_ref().is_none_or(|tests| tests.warn.is_some())
    }
}

/// Whether a formula is among the tests that one is made of.
fn has_formula(test: TestId, tests: &[Test]) -> bool {
    let mut pending = vec![test];
    while let Some(test) = pending.pop().and_then(|test| tests.get(test)) {
        if matches!(test, Test::Formula(_)) {
            return true;
        }
        pending.extend(test.parts());
    }
    false
}
