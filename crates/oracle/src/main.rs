//! `cargo run --release -p dabiao-oracle -- 1000000 1`: so many verdicts from a seed.

#![expect(clippy::arithmetic_side_effects, clippy::as_conversions, reason = "counts of a run in a test")]

use std::process::ExitCode;
use std::time::Instant;

use dabiao_oracle::{Agreement, disagreement, reduced, scenarios};

/// How many differences are told before a run ends.
const MOST: u64 = 10;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse::<u64>());
    let (Some(Ok(wanted)), Some(Ok(seed))) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: dabiao-oracle VERDICTS SEED");
        return ExitCode::from(2);
    };
    let begin = Instant::now();
    let (mut verdicts, mut plans, mut refused, mut differences) = (0_u64, 0_u64, 0_u64, 0_u64);
    for scenario in scenarios(seed) {
        if verdicts >= wanted {
            break;
        }
        plans += 1;
        match disagreement(&scenario, None) {
            Ok(Agreement::Verdicts(count)) => verdicts += count as u64,
            Ok(Agreement::Refused) => {
                refused += 1;
            }
            Err(_) => {
                let least = reduced(&scenario, None);
                let what = disagreement(&least, None).err().unwrap_or_default();
                eprintln!("plan {plans} of seed {seed}\n{}\n{}\n{what}\n", least.rules(), least.shown_data());
                differences += 1;
                if differences == MOST {
                    break;
                }
            }
        }
    }
    println!(
        "{verdicts} verdicts of {plans} plans agree, {refused} plans refused by the checker, {differences} plans differ, \
         seed {seed}, {} s",
        begin.elapsed().as_secs()
    );
    if differences == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
