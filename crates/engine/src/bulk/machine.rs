//! The registers that the rows of a table need, and who runs over them.

use super::columns::VerdictColumn;
use super::layout::Layout;
use super::registers::Registers;
use super::rows::WORDS;
use super::run::Run;

#[cfg(feature = "threads")]
mod parts;

#[cfg(feature = "threads")]
use parts::Parts;

/// What a run is made with.
#[derive(Debug)]
pub(super) enum Machine {
    /// For no more than 64 rows.
    Narrow(Registers<1>),
    /// For more.
    Wide(Registers<WORDS>),
    /// For so many that several threads share them.
    #[cfg(feature = "threads")]
    Parts(Parts),
}

impl Machine {
    /// A machine for a program that is fitted to a table, with the columns that it fills.
    #[cfg_attr(not(feature = "threads"), expect(unused_variables, reason = "one thread takes all rows"))]
    pub(super) fn new(layout: &Layout, columns: &[VerdictColumn], threads: usize) -> Machine {
        let tests = layout.tests.as_slice();
        match layout.entities.len() {
            0..=64 => Machine::Narrow(Registers::new(tests)),
            #[cfg(feature = "threads")]
            rows if threads > 1 => Machine::Parts(Parts::new(rows, threads, tests, columns)),
            _ => Machine::Wide(Registers::new(tests)),
        }
    }

    /// Judges every row and fills the columns anew.
    pub(super) fn run(&mut self, run: &Run<'_>, columns: &mut [VerdictColumn]) {
        let all = 0..run.layout.entities.len();
        match self {
            Machine::Narrow(registers) => run.run(all, registers, columns),
            Machine::Wide(registers) => run.run(all, registers, columns),
            #[cfg(feature = "threads")]
            Machine::Parts(parts) => parts.run(run, columns),
        }
    }
}
