//! Rows that several threads share.

use std::ops::Range;

use rayon::prelude::*;

use super::super::columns::VerdictColumn;
use super::super::registers::Registers;
use super::super::rows::WORDS;
use super::super::run::Run;
use super::super::test::Test;

/// A part of the rows for each thread, with registers and columns of its own, so that no two write to one place.
#[derive(Debug)]
pub(in super::super) struct Parts(Vec<Part>);

#[derive(Debug)]
struct Part {
    rows: Range<usize>,
    registers: Registers<WORDS>,
    columns: Vec<VerdictColumn>,
}

impl Parts {
    /// Shares of whole words for so many threads.
    pub(in super::super) fn new(
        rows: usize,
        threads: usize,
        tests: &[Test],
        columns: &[VerdictColumn],
    ) -> Parts {
        let share = rows.div_ceil(threads.max(1)).next_multiple_of(64);
        let part = |first: usize| {
            let rows = first..first.saturating_add(share).min(rows);
            let columns = columns.iter().map(|column| column.of_rows(rows.len())).collect();
            Part { rows, registers: Registers::new(tests), columns }
        };
        Parts((0..rows).step_by(share).map(part).collect())
    }

    /// Judges every part, and puts their verdicts one behind the other.
    pub(in super::super) fn run(&mut self, run: &Run<'_>, columns: &mut [VerdictColumn]) {
        self.0.par_iter_mut().for_each(|part| {
            run.run(part.rows.clone(), &mut part.registers, &mut part.columns);
        });
        columns.par_iter_mut().enumerate().for_each(|(index, column)| {
            for part in &self.0 {
                if let Some(of_part) = part.columns.get(index) {
                    column.take(part.rows.start >> 6, of_part);
                }
            }
        });
    }
}
