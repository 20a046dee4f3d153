//! An engine from outside takes part through what the crate shows, as the peers do, which no ordinary build compiles.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use dabiao_benches::Field;
use dabiao_benches::batch::{Batch, Columns, Judging};
use dabiao_benches::engine::{Arithmetic, Engine, Fault, Mask, Ready, Stand};
use dabiao_benches::reference::verdicts;
use dabiao_benches::row::{Row, TARGETS, sets};
use dabiao_benches::target::{conditions, decimal, json};

/// The reference itself, and wrong about a target of one row where it is told to be.
#[derive(Clone, Copy)]
struct Foreign {
    is_wrong: bool,
}

impl Foreign {
    fn judge(self, row: &Row) -> Mask {
        verdicts(row) ^ u64::from(self.is_wrong && *row == Row::of_turn(0))
    }
}

impl Engine for Foreign {
    fn name(&self) -> &'static str {
        "foreign"
    }

    fn stand(&self) -> Stand {
        Stand::Peer
    }

    fn arithmetic(&self) -> Arithmetic {
        Arithmetic::Exact
    }

    fn text(&self, blocks: usize) -> Option<String> {
        Some(
            conditions()
                .iter()
                .map(|condition| format!("{condition:?}\n"))
                .collect::<String>()
                .repeat(blocks),
        )
    }

    fn ready(&self, text: &str) -> Result<Box<dyn Ready>, Fault> {
        Ok(Box::new(Judge { of: *self, targets: text.lines().count(), rows: Vec::new() }))
    }
}

struct Judge {
    of: Foreign,
    targets: usize,
    rows: Vec<Row>,
}

impl Ready for Judge {
    fn targets(&self) -> usize {
        self.targets
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.rows = rows.to_vec();
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        Ok(self.of.judge(self.rows.get(set).ok_or("no such input set")?))
    }

    fn verdicts_of_json(&mut self, text: &str) -> Result<Mask, Fault> {
        let row = self.rows.iter().chain(&sets()).find(|row| json(&row.0, decimal) == text).cloned();
        Ok(self.of.judge(&row.ok_or("no such input set")?))
    }
}

impl Batch for Foreign {
    fn name(&self) -> &'static str {
        "foreign"
    }

    fn stand(&self) -> Stand {
        Stand::Peer
    }

    fn hold(&self, columns: &Columns, rows: usize, _: usize) -> Result<Box<dyn Judging>, Fault> {
        let masks = (0..rows).map(|row| self.judge(&columns.row(row))).collect();
        Ok(Box::new(Held { masks }))
    }
}

struct Held {
    masks: Vec<Mask>,
}

impl Judging for Held {
    fn judge(&mut self) -> Result<Vec<u64>, Fault> {
        Ok((0..TARGETS).map(|target| self.masks.iter().map(|mask| mask >> target & 1).sum()).collect())
    }

    fn is_met(&self, target: usize, row: usize) -> Option<bool> {
        Some(self.masks.get(row)? >> target & 1 == 1)
    }
}

/// Runs a workload with an engine from outside; how it ended, and the results that it wrote.
fn run(foreign: Foreign, workload: &str, folder: &Path) -> (String, String) {
    let mut field = Field::without_peers();
    field.engines.push(Box::new(foreign));
    field.batches.push(Box::new(foreign));
    let output = folder.to_string_lossy();
    let arguments = ["--quick", "--workload", workload, "--output", &output].map(str::to_string);
    let ended = dabiao_benches::run(field, arguments.into_iter());
    (format!("{ended:?}"), fs::read_to_string(folder.join("results.json")).unwrap_or_default())
}

#[test]
fn the_fastest_exact_one_is_what_the_others_are_held_against() {
    let folder = tempfile::tempdir().unwrap();
    for workload in ["verdicts", "json"] {
        let (ended, results) = run(Foreign { is_wrong: false }, workload, folder.path());
        assert_eq!(ended, format!("{:?}", ExitCode::SUCCESS));
        assert!(results.contains("\"candidate\":\"foreign\""), "{results}");
        assert!(!results.contains("\"ratio_to_best_peer\":null"), "{results}");
    }
}

#[test]
fn one_that_judges_wrong_ends_the_run() {
    let folder = tempfile::tempdir().unwrap();
    let ended = run(Foreign { is_wrong: true }, "verdicts", folder.path());
    assert_eq!(ended, (format!("{:?}", ExitCode::FAILURE), String::new()));
}
