//! From JSON text to forty verdicts.

use std::hint::black_box;

use super::verdicts::{TABLE, agreed};
use super::{Found, Size, Workload};
use crate::agree::Input;
use crate::engine::{Engine, Fault};
use crate::field::Field;
use crate::measure::{Candidate, compare};
use crate::ours::Dabiao;
use crate::row::{SETS, sets};

pub(crate) const WORKLOAD: Workload = Workload {
    name: "json",
    heading: "JSON to forty verdicts",
    about: "The plan is ready and the input is a JSON text, in the shape that each engine reads. The limit reads the \
            text by hand, key by key in their order, into a table of terms over `i64`.",
    run,
    repeat,
};

fn run(field: &Field, size: Size) -> Result<Found, Fault> {
    let (mut candidates, mut mistakes) = (Vec::new(), Vec::new());
    for (engine, mut ready, found) in agreed(field, Input::Json)? {
        let texts: Vec<String> = sets().iter().map(|row| engine.json(row)).collect();
        let run = move |turn: usize| ready.verdicts_of_json(black_box(&texts[turn % SETS]));
        let candidate = Candidate::new(engine.name(), engine.stand(), run);
        candidates.push(Candidate { arithmetic: engine.arithmetic(), ..candidate });
        mistakes.push(found);
    }
    let outcomes = compare(WORKLOAD.name, Some(TABLE), size.effort, &mut candidates)?;
    Ok(Found::with_mistakes(outcomes, mistakes))
}

fn repeat(turns: usize) -> Result<u64, Fault> {
    let mut ready = Dabiao.ready(&Dabiao.text(1).unwrap_or_default())?;
    let texts: Vec<String> = sets().iter().map(|row| Dabiao.json(row)).collect();
    (0..turns).try_fold(0, |sum, turn| {
        ready.verdicts_of_json(black_box(&texts[turn % SETS])).map(|mask| sum ^ mask)
    })
}
