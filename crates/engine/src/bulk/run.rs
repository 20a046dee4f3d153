//! One run over a table.

use super::answer::{Answer, mend};
use super::columns::VerdictColumn;
use super::kernel;
use super::layout::Layout;
use super::registers::Registers;
use crate::evaluate::Context;
use crate::ids::EntityId;
use crate::{Metrics, Program};

/// What a run works on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'a> {
    pub(super) program: &'a Program,
    pub(super) layout: &'a Layout,
    pub(super) metrics: &'a Metrics,
    /// For the evaluator of cells, where a hearing needs it.
    pub(super) context: Option<&'a Context<'a>>,
}

impl Run<'_> {
    /// Judges every row, in chunks as wide as the registers, and fills the columns anew.
    pub(super) fn run<const W: usize>(&self, registers: &mut Registers<W>, columns: &mut [VerdictColumn]) {
        let mut first = 0;
        for entities in self.layout.entities.chunks(Registers::<W>::ROWS) {
            for (index, test) in self.layout.tests.iter().enumerate() {
                let split = registers.truths.split_at_mut_checked(index);
                let Some((before, [into, ..])) = split else { continue };
                kernel::run(
                    test,
                    self.metrics,
                    (first, entities.len()),
                    &mut registers.scratch,
                    before,
                    into,
                );
            }
            for (answer, column) in self.layout.answers.iter().zip(&mut *columns) {
                self.answer(answer, column, first, entities, registers);
            }
            first = first.saturating_add(entities.len());
        }
    }

    /// Adds the verdicts of a chunk to the column of an answer.
    #[inline]
    fn answer<const W: usize>(
        &self,
        answer: &Answer,
        column: &mut VerdictColumn,
        first: usize,
        entities: &[Option<EntityId>],
        registers: &Registers<W>,
    ) {
        let hear = |id: usize| {
            let hearing = self.layout.hearings.get(id)?;
            Some(hearing.hear(self.program, entities, &registers.truths, self.context))
        };
        let Some(heard) = hear(answer.at()) else { return };
        let words = 0..entities.len().div_ceil(64);
        let at = |word: usize| word.saturating_add(first >> 6);
        match answer {
            Answer::At(_) => words.for_each(|word| column.put(at(word), &heard.word(word), 0)),
            Answer::Deadline { later, .. } => {
                let Some(later) = hear(*later) else { return };
                for word in words {
                    let mut mended = heard.word(word);
                    let late = mend(&mut mended, &later.word(word));
                    column.put(at(word), &mended, late);
                }
            }
            Answer::Past { in_time, .. } => {
                let in_time = in_time.and_then(hear);
                for word in words {
                    let past = heard.word(word);
                    let in_time = in_time.as_ref().map_or(0, |in_time| in_time.word(word).met);
                    column.put(at(word), &past, past.met & !in_time);
                }
            }
        }
    }
}
