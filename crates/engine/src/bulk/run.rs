//! One run over a table.

use std::ops::Range;

use super::answer::{Answer, mend};
use super::cells::Cells;
use super::columns::VerdictColumn;
use super::kernel;
use super::layout::Layout;
use super::registers::Registers;
use super::rows::Chunk;
use super::single::Single;
use crate::ids::EntityId;
use crate::metrics::Heads;
use crate::{Metrics, Program};

/// What a run works on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'a> {
    pub(super) program: &'a Program,
    pub(super) layout: &'a Layout,
    pub(super) metrics: &'a Metrics,
    /// For what has no short way.
    pub(super) cells: &'a Cells<'a>,
}

impl Run<'_> {
    /// Judges some rows, in chunks as wide as the registers, and fills their columns anew. The first row stands at the
    /// begin of a word.
    pub(super) fn run<const W: usize>(
        &self,
        rows: Range<usize>,
        registers: &mut Registers<W>,
        columns: &mut [VerdictColumn],
    ) {
        if let (Some(single), Some(heads)) = (&self.layout.single, self.metrics.heads()) {
            return self.run_single(single, heads, registers, columns);
        }
        let skipped = rows.start;
        let mut first = skipped;
        for entities in self.layout.entities.get(rows).unwrap_or_default().chunks(Registers::<W>::ROWS) {
            let chunk = Chunk { first, skipped, rows: entities.len() };
            registers.scratch.is_short = false;
            for (index, test) in self.layout.tests.iter().enumerate() {
                let split = registers.truths.split_at_mut_checked(index);
                let Some((before, [into, ..])) = split else { continue };
                kernel::run(test, self.metrics, chunk, &mut registers.scratch, before, into);
            }
            for (answer, column) in self.layout.answers.iter().zip(&mut *columns) {
                match answer {
                    Answer::Plain(_, test) => {
                        let Some(truth) = registers.truths.get(*test) else { continue };
                        (0..chunk.words())
                            .for_each(|word| column.put_plain(chunk.word(word), truth.word(word)));
                    }
                    _ => self.answer(answer, column, (chunk, entities), registers),
                }
            }
            first = first.saturating_add(entities.len());
        }
    }

    /// Judges the only row of a table.
    fn run_single<const W: usize>(
        &self,
        single: &Single,
        heads: &Heads,
        registers: &mut Registers<W>,
        columns: &mut [VerdictColumn],
    ) {
        let (chunk, entities) = (Chunk { first: 0, skipped: 0, rows: 1 }, self.layout.entities.as_slice());
        registers.scratch.is_short = false;
        for (index, part) in &single.parts {
            let split = registers.truths.split_at_mut_checked(*index);
            let Some((before, [into, ..])) = split else { continue };
            match (part, self.layout.tests.get(*index)) {
                (Some(leaf), _) => into.fill(leaf.answer(heads), chunk),
                (None, Some(test)) => {
                    kernel::run(test, self.metrics, chunk, &mut registers.scratch, before, into);
                }
                (None, None) => {}
            }
        }
        let answers = self.layout.answers.iter().zip(&single.answers);
        for ((answer, leaf), column) in answers.zip(columns) {
            match leaf {
                Some(leaf) => column.put_single(leaf.answer(heads)),
                None => self.answer(answer, column, (chunk, entities), registers),
            }
        }
    }

    /// Adds the verdicts of a chunk to the column of an answer.
    fn answer<const W: usize>(
        &self,
        answer: &Answer,
        column: &mut VerdictColumn,
        (chunk, entities): (Chunk, &[Option<EntityId>]),
        registers: &Registers<W>,
    ) {
        let hear = |id: usize| {
            let hearing = self.layout.hearings.get(id)?;
            Some(hearing.hear(self.program, (chunk, entities), registers, self.cells))
        };
        let Some(heard) = hear(answer.at()) else { return };
        let words = 0..chunk.words();
        match answer {
            Answer::Plain(..) | Answer::At(_) => {
                words.for_each(|word| column.put(chunk.word(word), &heard.word(word), 0));
            }
            Answer::Deadline { later, .. } => {
                let Some(later) = hear(*later) else { return };
                for word in words {
                    let mut mended = heard.word(word);
                    let late = mend(&mut mended, &later.word(word));
                    column.put(chunk.word(word), &mended, late);
                }
            }
            Answer::Past { in_time, .. } => {
                let in_time = in_time.and_then(hear);
                for word in words {
                    let past = heard.word(word);
                    let in_time = in_time.as_ref().map_or(0, |in_time| in_time.word(word).met);
                    column.put(chunk.word(word), &past, past.met & !in_time);
                }
            }
        }
    }
}
