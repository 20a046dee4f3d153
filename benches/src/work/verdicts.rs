//! Forty verdicts from inputs that each engine holds in its own form.

use super::{Found, Size, Workload};
use crate::agree::{Input, agree};
use crate::engine::{Engine, Fault, Ready};
use crate::field::Field;
use crate::measure::{Candidate, compare};
use crate::ours::Dabiao;
use crate::outcome::Mistakes;
use crate::row::{SETS, sets};

/// The limit of both workloads over one input set.
pub(super) const TABLE: &str = "table-driven i64";

pub(crate) const WORKLOAD: Workload = Workload {
    name: "verdicts",
    heading: "Forty verdicts from native inputs",
    about: "The plan is ready and the input is in the engine's own form. Sixteen input sets take turns, among them \
            every metric exactly on its line and a thousandth off it. The limit is a table of terms over `i64`.",
    run,
    repeat,
};

/// An engine that has read its rules and was held against the reference.
pub(super) type Agreed<'a> = (&'a dyn Engine, Box<dyn Ready>, Vec<Mistakes>);

/// Every engine, ready and right.
pub(super) fn agreed<'a>(field: &'a Field, input: Input) -> Result<Vec<Agreed<'a>>, Fault> {
    let rows = sets();
    let of_engine = |engine: &'a dyn Engine| -> Result<Agreed<'a>, Fault> {
        let text = engine.text(1).unwrap_or_default();
        let mut ready = engine.ready(&text).map_err(|fault| format!("{}: {fault}", engine.name()))?;
        let mistakes = agree(engine, ready.as_mut(), &rows, input)?;
        Ok((engine, ready, mistakes))
    };
    field.engines.iter().map(|engine| of_engine(engine.as_ref())).collect()
}

fn run(field: &Field, size: Size) -> Result<Found, Fault> {
    let (mut candidates, mut mistakes) = (Vec::new(), Vec::new());
    for (engine, mut ready, found) in agreed(field, Input::Native)? {
        let run = move |turn: usize| ready.verdicts(turn % SETS);
        let candidate = Candidate::new(engine.name(), engine.stand(), run);
        candidates.push(Candidate { arithmetic: engine.arithmetic(), ..candidate });
        mistakes.push(found);
    }
    let outcomes = compare(WORKLOAD.name, Some(TABLE), size.effort, &mut candidates)?;
    Ok(Found::with_mistakes(outcomes, mistakes))
}

fn repeat(turns: usize) -> Result<u64, Fault> {
    let mut ready = Dabiao.ready(&Dabiao.text(1).unwrap_or_default())?;
    ready.hold(&sets())?;
    (0..turns).try_fold(0, |sum, turn| ready.verdicts(turn % SETS).map(|mask| sum ^ mask))
}
