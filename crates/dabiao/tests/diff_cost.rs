//! The cost of comparing two versions grows with the number of targets, and not with its square.

#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test may stop at once")]

use std::fmt::Write;
use std::time::{Duration, Instant};

use dabiao::{ChangeKind, Plan};

/// A plan of so many targets, of which every one is another in every version.
fn plan(targets: usize, version: usize) -> Plan {
    let mut text = format!("assume bar = {}\n  because: \"a test\"\n", 3 + version);
    for nth in 0..targets {
        let limit = 40 + version * 2 + nth % 30;
        let condition = match nth % 5 {
            0 => format!("m{nth}.rate >= {limit}%"),
            1 => format!("m{nth}.x - m{nth}.y <= {limit} and shared <= {}", 900 - version),
            2 => format!("m{nth}.x falls by at least {limit}% since 2005"),
            3 => format!("average of m{nth}.x over last 3 years <= {limit}"),
            _ => format!("m{nth}.x >= bar * {limit}"),
        };
        // Some have another id in every version.
        let id = if nth % 7 == 0 { format!("v{version}_t{nth}") } else { format!("t{nth}") };
        writeln!(text, "target {id}: {condition}\n  title: \"target {nth}\"").unwrap();
    }
    Plan::parse(&text).unwrap()
}

fn cost(targets: usize) -> Duration {
    let (old, new) = (plan(targets, 0), plan(targets, 1));
    let begin = Instant::now();
    let report = old.diff(&new);
    let spent = begin.elapsed();
    let judged = [ChangeKind::Tightened, ChangeKind::Loosened, ChangeKind::Reinterpreted];
    let judged = report.changes.iter().filter(|one| judged.contains(&one.change));
    assert_eq!(judged.count(), targets, "every target is another one");
    spent
}

/// Ten times as many targets cost about ten times as much; a square would be a hundred times.
#[test]
fn cost_grows_with_the_targets() {
    let few = cost(60).min(cost(60));
    let many = cost(600);
    let ratio = many.as_secs_f64() / few.as_secs_f64();
    assert!(ratio < 30.0, "60 targets in {few:?}, 600 in {many:?}");
}
