//! What it costs to look for contradictions and for targets that others imply, as plans grow.

use std::hint::black_box;

use super::{Found, Size, Workload};
use crate::engine::{Fault, Stand};
use crate::field::Field;
use crate::measure::{Candidate, Effort, compare};
use crate::row::TARGETS;
use crate::sectors;

pub(crate) const WORKLOAD: Workload = Workload {
    name: "analysis",
    heading: "Analysis of targets that share metrics",
    about: "Plans of sectors with 40 targets over 12 declared metrics: lines and softer lines on the same rates, rates \
            and counts held against one another, sums, changes, trends and a conjunction, so that the prover works and \
            seven targets of each sector are found to be implied. From text to everything that is to be said of the \
            plan. Times are those of one target, and the limit is the second smallest plan: 1.00 is linear. In one \
            chain, the last count of each sector is held against the first of the next, so that all targets hang \
            together.",
    run,
    repeat,
};

/// How many sectors hang together in one chain. What the prover does there grows faster than the plan, and it gives up
/// on more variables than two thousand.
const CHAINED: [usize; 3] = [2, 10, 40];

fn run(_: &Field, size: Size) -> Result<Found, Fault> {
    let apart = size.blocks.iter().map(|sectors| (*sectors, false));
    let largest = size.blocks.last().copied().unwrap_or_default();
    let chained = CHAINED.into_iter().filter(|sectors| *sectors <= largest).map(|sectors| (sectors, true));
    let mut candidates = Vec::new();
    for (sectors, is_chained) in apart.chain(chained) {
        let text = sectors::text(sectors, is_chained);
        let found = implied(&text)?;
        if found != sectors * sectors::IMPLIED {
            return Err(format!("{found} targets of {sectors} sectors are said to be implied").into());
        }
        let mut candidate = Candidate::new(name(sectors, is_chained), Stand::Ours, move |_| {
            implied(black_box(&text)).map(|found| found as u64)
        });
        candidate.units = (sectors * TARGETS) as f64;
        candidates.push(candidate);
    }
    let limit = size.blocks.get(1).map(|sectors| name(*sectors, false));
    let effort = Effort { rounds: size.effort.rounds.min(5), ..size.effort };
    let outcomes = compare(WORKLOAD.name, limit.as_deref(), effort, &mut candidates)?;
    Ok(Found { outcomes, notes: Vec::new() })
}

fn name(sectors: usize, is_chained: bool) -> String {
    let chain = if is_chained { " in one chain" } else { "" };
    format!("dabiao, {} targets{chain}", sectors * TARGETS)
}

/// How many targets are said to be implied by others; an error where anything else is said of the plan.
fn implied(text: &str) -> Result<usize, Fault> {
    let loaded = dabiao::load::<&str>(&[], vec![dabiao::Source::new("workload", text)]);
    match loaded.diagnostics.iter().find(|one| one.code != dabiao::Code::Implied) {
        Some(other) => Err(format!("{other}").into()),
        None => Ok(loaded.diagnostics.len()),
    }
}

fn repeat(turns: usize) -> Result<u64, Fault> {
    let text = sectors::text(2, false);
    (0..turns).try_fold(0, |sum, _| implied(black_box(&text)).map(|found| sum + found as u64))
}
