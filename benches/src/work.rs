//! The workloads, one in each file.

mod analysis;
mod batch;
mod evidence;
mod json;
mod places;
mod plan_size;
mod ready;
mod records;
mod verdicts;

use crate::engine::Fault;
use crate::field::Field;
use crate::measure::Effort;
use crate::outcome::{Mistakes, Outcome};

/// What a run of a workload gives: its outcomes, and what is to be said of candidates that could not take part.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) outcomes: Vec<Outcome>,
    pub(crate) notes: Vec<String>,
}

impl Found {
    /// Outcomes with what each of their candidates got wrong.
    fn with_mistakes(mut outcomes: Vec<Outcome>, mistakes: Vec<Vec<Mistakes>>) -> Found {
        for (outcome, mistakes) in outcomes.iter_mut().zip(mistakes) {
            outcome.mistakes = mistakes;
        }
        Found { outcomes, notes: Vec::new() }
    }
}

/// How large a run is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) effort: Effort,
    /// Rows of a batch, and records of a table.
    pub(crate) rows: usize,
    /// Entities of the time-and-place workload.
    pub(crate) entities: usize,
    /// Blocks of forty targets.
    pub(crate) blocks: &'static [usize],
}

impl Size {
    pub(crate) const WHOLE: Size =
        Size { effort: Effort::WHOLE, rows: 1_000_000, entities: 3_000, blocks: &[1, 10, 100, 1000] };
    pub(crate) const QUICK: Size =
        Size { effort: Effort::QUICK, rows: 100_000, entities: 300, blocks: &[1, 10, 100] };
    #[cfg(test)]
    pub(crate) const TINY: Size = Size { effort: Effort::ONCE, rows: 150, entities: 3, blocks: &[1, 2] };
}

/// A workload.
pub(crate) struct Workload {
    pub(crate) name: &'static str,
    pub(crate) heading: &'static str,
    pub(crate) about: &'static str,
    pub(crate) run: fn(&Field, Size) -> Result<Found, Fault>,
    /// Runs dabiao alone so many times, for an instrument that counts instructions.
    pub(crate) repeat: fn(usize) -> Result<u64, Fault>,
}

/// All of them, in the order of the report.
pub(crate) const ALL: &[Workload] = &[
    ready::WORKLOAD,
    verdicts::WORKLOAD,
    json::WORKLOAD,
    plan_size::WORKLOAD,
    analysis::WORKLOAD,
    batch::ONE_THREAD,
    batch::TWO_THREADS,
    places::WORKLOAD,
    records::WORKLOAD,
    evidence::WORKLOAD,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_workload_runs_and_every_candidate_agrees_with_the_reference() {
        for workload in ALL {
            let found = (workload.run)(&Field::without_peers(), Size::TINY).unwrap();
            let ours = found.outcomes.iter().filter(|one| one.candidate.starts_with("dabiao"));
            assert!(ours.count() > 0, "{}", workload.name);
            assert!(found.notes.is_empty(), "{}: {:?}", workload.name, found.notes);
        }
    }

    #[test]
    fn every_workload_of_dabiao_can_be_repeated() {
        for workload in ALL {
            (workload.repeat)(1).unwrap();
        }
    }

    #[test]
    fn names_are_told_apart() {
        let mut names: Vec<&str> = ALL.iter().map(|workload| workload.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
    }
}
