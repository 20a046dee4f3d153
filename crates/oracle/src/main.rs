//! `cargo run --release -p dabiao-oracle -- 1000000 1`: so many verdicts from a seed.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::as_conversions,
    reason = "counts of a run in a test"
)]

use std::process::ExitCode;
use std::time::Instant;

use arbitrary::Unstructured;
use dabiao_oracle::{Agreement, disagreement, random, reduced};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse::<u64>());
    let (Some(Ok(wanted)), Some(Ok(seed))) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: dabiao-oracle VERDICTS SEED");
        return ExitCode::from(2);
    };
    let begin = Instant::now();
    let mut chance = fastrand::Rng::with_seed(seed);
    let (mut verdicts, mut scenarios, mut refused) = (0_u64, 0_u64, 0_u64);
    while verdicts < wanted {
        let mut bytes = vec![0; 16_384];
        chance.fill(&mut bytes);
        let Ok(scenario) = random::scenario(&mut Unstructured::new(&bytes)) else { continue };
        scenarios += 1;
        match disagreement(&scenario, None) {
            Ok(Agreement::Verdicts(count)) => verdicts += count as u64,
            Ok(Agreement::Refused) => {
                refused += 1;
                if std::env::var_os("DBG").is_some() && refused < 400 { for one in dabiao_oracle::program(&scenario).err().unwrap() {
                    if let dabiao_model::Place::Text { source, span } = &one.place { eprintln!("DBG {one} :: {}", source.slice(*span)); }
                } }
            }
            Err(_) => {
                let least = reduced(&scenario, None);
                let what = disagreement(&least, None).err().unwrap_or_default();
                eprintln!("scenario {scenarios} of seed {seed}\n{}\n{}\n{what}", least.rules(), least.shown_data());
                return ExitCode::FAILURE;
            }
        }
    }
    println!(
        "{verdicts} verdicts of {scenarios} plans ({refused} of them refused by the checker) agree, seed {seed}, {:.0} s",
        begin.elapsed().as_secs_f64()
    );
    ExitCode::SUCCESS
}
