//! Plans from forty to forty thousand targets: the time of each target, and the peak of the memory.

use std::hint::black_box;

use super::ready::{BARE_PEST, common};
use super::{Found, Size, Workload};
use crate::engine::{Engine, Fault};
use crate::field::Field;
use crate::measure::{Candidate, compare};
use crate::ours::Dabiao;
use crate::peak;
use crate::row::TARGETS;
use crate::rules;

pub(crate) const WORKLOAD: Workload = Workload {
    name: "plan-size",
    heading: "Plan size",
    about: "The same as text to ready, over plans of 40 targets and more, each block of 40 with metrics of its own. \
            Times are those of one target. The peak of the memory is that of a process of its own, beyond what it \
            held before it got ready.",
    run,
    repeat,
};

fn run(field: &Field, size: Size) -> Result<Found, Fault> {
    let mut found = Found::default();
    for blocks in size.blocks {
        let of_size = of_size(field, *blocks, size)?;
        found.outcomes.extend(of_size.outcomes);
        found.notes.extend(of_size.notes);
    }
    Ok(found)
}

fn of_size(field: &Field, blocks: usize, size: Size) -> Result<Found, Fault> {
    let targets = blocks * TARGETS;
    let text = rules::text(blocks);
    let mut notes = Vec::new();
    let with_text: Vec<(&dyn Engine, String)> =
        field.engines.iter().filter_map(|engine| Some((engine.as_ref(), engine.text(blocks)?))).collect();
    let mut candidates = common(&text);
    for (engine, text) in &with_text {
        match engine.ready(text) {
            Ok(ready) if ready.targets() == targets => {}
            Ok(ready) => {
                return Err(format!("{} has {} of {targets} targets", engine.name(), ready.targets()).into());
            }
            Err(fault) => {
                let why: String = fault.to_string().lines().take(1).collect();
                notes.push(format!("{} refuses {targets} targets: {why}", engine.name()));
                continue;
            }
        }
        let run = move |_| Ok(engine.ready(black_box(text))?.targets() as u64);
        let candidate = Candidate::new(engine.name(), engine.stand(), run);
        candidates.push(Candidate { arithmetic: engine.arithmetic(), ..candidate });
    }
    for candidate in &mut candidates {
        candidate.units = targets as f64;
    }
    let effort = if blocks < 10 { size.effort } else { size.effort.fewer() };
    let workload = format!("{}-{targets}", WORKLOAD.name);
    let mut outcomes = compare(&workload, Some(BARE_PEST), effort, &mut candidates)?;
    for outcome in &mut outcomes {
        outcome.peak_mib = peak::ask("--peak", &outcome.candidate, blocks);
    }
    Ok(Found { outcomes, notes })
}

fn repeat(turns: usize) -> Result<u64, Fault> {
    let text = rules::text(10);
    (0..turns).try_fold(0, |sum, _| Dabiao.ready(black_box(&text)).map(|ready| sum + ready.targets() as u64))
}
