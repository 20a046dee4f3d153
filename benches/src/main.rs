//! dabiao beside hand-written Rust on one workload: ratios inside each round, never single times.
//!
//! `cargo run --release -p dabiao-benches` prints a table. Every candidate has to give the verdicts of the integer
//! reference on every input first, or the run fails.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "a measuring program computes with its own constants, and may stop at once"
)]

mod hand;
mod measure;
mod rules;
mod workload;

use std::hint::black_box;

use dabiao::{Metrics, Plan};
use measure::{Candidate, compare};
use workload::{SETS, Values};

/// Rounds per table; each round runs every candidate once, so that a drift of the machine hits all of them.
const ROUNDS: usize = 41;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = rules::text();
    let plan = Plan::parse(&text)?;
    let sets: Vec<Values> = (0..SETS).map(workload::values).collect();
    let metrics: Vec<Metrics> = sets.iter().map(|values| values.metrics(&plan)).collect::<Result<_, _>>()?;
    let decimals: Vec<hand::Decimals> = sets.iter().map(hand::Decimals::of).collect();
    agree(&plan, &sets, &metrics, &decimals)?;

    let mut prepared = plan.evaluate(&metrics[0]).as_of(workload::AS_OF).prepare()?;
    println!("40 targets, inputs native, {SETS} input sets in turn, ratios within {ROUNDS} rounds\n");
    let verdicts = compare(
        ROUNDS,
        200,
        &mut [
            Candidate::new("table-driven i64", |turn| sum(&hand::by_integers(&sets[turn % SETS]))),
            Candidate::new("table-driven rust_decimal", |turn| {
                sum(&hand::by_decimals(&decimals[turn % SETS]))
            }),
            Candidate::new("dabiao, prepared", |turn| prepared.judge(&metrics[turn % SETS]).map_or(0, |verdicts| verdicts.summary().met)),
            Candidate::new("dabiao, verdicts", |turn| sum(&verdicts(&plan, &metrics[turn % SETS]))),
            Candidate::new("dabiao, report with evidence", |turn| report(&plan, &metrics[turn % SETS])),
        ],
    );
    println!("{verdicts}");

    println!("text of {} bytes, ratios within {ROUNDS} rounds\n", text.len());
    let ready = compare(
        ROUNDS,
        20,
        &mut [
            Candidate::new("bare pest", |_| rules::bare_pest(black_box(&text))),
            Candidate::new("dabiao, parsed", |_| rules::parsed(black_box(&text))),
            Candidate::new("dabiao, checked and compiled", |_| {
                usize::from(Plan::parse(black_box(&text)).is_ok())
            }),
        ],
    );
    println!("{ready}");
    Ok(())
}

/// Fails where a candidate differs from the integer reference.
fn agree(
    plan: &Plan,
    sets: &[Values],
    metrics: &[Metrics],
    decimals: &[hand::Decimals],
) -> Result<(), String> {
    for (index, values) in sets.iter().enumerate() {
        let wanted = hand::by_integers(values);
        if hand::by_decimals(&decimals[index]) != wanted {
            return Err(format!("rust_decimal differs from the reference on input {index}"));
        }
        if verdicts(plan, &metrics[index]) != wanted {
            return Err(format!("dabiao differs from the reference on input {index}"));
        }
    }
    Ok(())
}

fn verdicts(plan: &Plan, metrics: &Metrics) -> Vec<bool> {
    let judged = plan.evaluate(metrics).as_of(workload::AS_OF).verdicts().unwrap_or_default();
    judged.iter().map(|one| one.verdict == dabiao::Verdict::Met).collect()
}

fn report(plan: &Plan, metrics: &Metrics) -> usize {
    plan.evaluate(metrics).as_of(workload::AS_OF).run().map_or(0, |report| report.summary.met)
}

fn sum(verdicts: &[bool]) -> usize {
    verdicts.iter().filter(|met| **met).count()
}
