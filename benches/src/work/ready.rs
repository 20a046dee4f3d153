//! From rule text to a plan that can judge.

use std::hint::black_box;

use dabiao_grammar::{Rule, parse};

use super::{Found, Size, Workload};
use crate::agree::{Input, agree};
use crate::engine::{Engine, Fault, Stand};
use crate::field::Field;
use crate::hand::bare_lines;
use crate::measure::{Candidate, compare};
use crate::ours::Dabiao;
use crate::row::sets;
use crate::rules;

/// The limit: the grammar alone.
pub(super) const BARE_PEST: &str = "bare pest";

pub(crate) const WORKLOAD: Workload = Workload {
    name: "ready",
    heading: "Text to ready",
    about: "One plan of 40 targets over 48 metrics, from its text to where it can judge, or from the bytes of \
            the checked plan. The limit is the bare grammar over the same text: pest's pairs and nothing made of \
            them.",
    run,
    repeat,
};

fn run(field: &Field, size: Size) -> Result<Found, Fault> {
    let text = rules::text(1);
    let stored = dabiao::Plan::parse(&text)?.to_bytes()?;
    let with_text: Vec<(&dyn Engine, String)> =
        field.engines.iter().filter_map(|engine| Some((engine.as_ref(), engine.text(1)?))).collect();
    let mut candidates = common(&text);
    candidates.push(Candidate::new("dabiao, from a stored plan", Stand::Ours, |_| {
        Ok(dabiao::Plan::from_bytes(black_box(&stored))?.checked().targets.len() as u64)
    }));
    let mut mistakes = vec![Vec::new(); candidates.len()];
    for (engine, text) in &with_text {
        let mut ready = engine.ready(text).map_err(|fault| format!("{}: {fault}", engine.name()))?;
        mistakes.push(agree(*engine, ready.as_mut(), &sets(), Input::Native)?);
        let run = move |_| Ok(engine.ready(black_box(text))?.targets() as u64);
        candidates.push(Candidate {
            arithmetic: engine.arithmetic(),
            ..Candidate::new(engine.name(), engine.stand(), run)
        });
    }
    let outcomes = compare(WORKLOAD.name, Some(BARE_PEST), size.effort, &mut candidates)?;
    Ok(Found::with_mistakes(outcomes, mistakes))
}

/// The steps that lie below getting ready.
pub(super) fn common(text: &str) -> Vec<Candidate<'_>> {
    vec![
        Candidate::new("splitting lines into words", Stand::Hand, move |_| {
            Ok(bare_lines(black_box(text)) as u64)
        }),
        Candidate::new(BARE_PEST, Stand::Hand, move |_| Ok(bare_pest(black_box(text))?)),
        Candidate::new("dabiao, parsed only", Stand::Ours, move |_| {
            let source = dabiao::Source::new("workload", black_box(text));
            Ok(dabiao_syntax::parse(source).items.len() as u64)
        }),
    ]
}

fn bare_pest(text: &str) -> Result<u64, String> {
    let pairs = parse(Rule::file, text).map_err(|misfit| format!("{misfit:?}"))?;
    Ok(pairs.flatten().count() as u64)
}

fn repeat(turns: usize) -> Result<u64, Fault> {
    let text = rules::text(1);
    (0..turns).try_fold(0, |sum, _| Dabiao.ready(black_box(&text)).map(|ready| sum + ready.targets() as u64))
}
