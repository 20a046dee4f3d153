//! Verdicts along all values of one number.

use dabiao_engine::{TurningPoint, TurningPoints, middle};
use dabiao_model::{Number, Verdict};

/// How often an interval is halved around a turn that is not solved.
const HALVINGS: u32 = 60;

/// How often the way from a value outwards is doubled in search of a turn that is not solved.
const DOUBLINGS: i32 = 24;

/// The values that may be taken, both ends included.
#[derive(Debug, Clone, Default)]
pub(super) struct Domain {
    pub(super) least: Option<Number>,
    pub(super) greatest: Option<Number>,
}

impl Domain {
    pub(super) fn has(&self, number: &Number) -> bool {
        self.least.as_ref().is_none_or(|least| least <= number)
            && self.greatest.as_ref().is_none_or(|greatest| number <= greatest)
    }
}

/// A stretch over which the verdict stays; an end without a place goes on for ever.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    pub(super) from: Option<Edge>,
    pub(super) to: Option<Edge>,
    pub(super) verdict: Verdict,
}

/// An end of a stretch.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Edge {
    pub(super) point: TurningPoint,
    pub(super) included: bool,
}

/// The stretches in ascending order. Each verdict is asked for: at every turning point and between any two.
pub(super) fn spans<E>(
    turning: TurningPoints,
    domain: &Domain,
    from: &Number,
    mut judge: impl FnMut(&Number) -> Result<Verdict, E>,
) -> Result<Vec<Span>, E> {
    let mut cuts = cuts(turning.points, domain);
    if !turning.complete {
        let extra = enclosed(&cuts, domain, from, &mut judge)?;
        cuts.extend(extra);
        cuts.sort_by(|one, other| one.low().cmp(other.low()));
        cuts.dedup();
    }
    let mut spans: Vec<Span> = Vec::new();
    let mut add = |span: Span| match spans.last_mut() {
        Some(last) if last.verdict == span.verdict => last.to = span.to,
        _ => spans.push(span),
    };
    let edge = |point: &TurningPoint, included| Some(Edge { point: point.clone(), included });
    let mut before: Option<&TurningPoint> = None;
    for cut in &cuts {
        if before.is_some() || domain.least.is_none() {
            let inside = match before {
                Some(before) => middle(before.high(), cut.low()),
                None => cut.low() - &step(cut.low()),
            };
            let verdict = judge(&inside)?;
            add(Span { from: before.and_then(|before| edge(before, false)), to: edge(cut, false), verdict });
        }
        if let TurningPoint::At(number) = cut {
            add(Span { from: edge(cut, true), to: edge(cut, true), verdict: judge(number)? });
        }
        before = Some(cut);
    }
    if domain.greatest.is_none() || cuts.is_empty() {
        let inside = before.map_or_else(|| from.clone(), |last| last.high() + &step(last.high()));
        let verdict = judge(&inside)?;
        add(Span { from: before.and_then(|before| edge(before, false)), to: None, verdict });
    }
    Ok(spans)
}

/// The turning points inside the domain, with its ends.
fn cuts(points: Vec<TurningPoint>, domain: &Domain) -> Vec<TurningPoint> {
    let ends = [&domain.least, &domain.greatest].into_iter().flatten().cloned().map(TurningPoint::At);
    let inside = points.into_iter().filter(|point| domain.has(point.low()) && domain.has(point.high()));
    let mut cuts: Vec<TurningPoint> = inside.chain(ends).collect();
    cuts.sort_by(|one, other| one.low().cmp(other.low()));
    cuts.dedup();
    cuts
}

/// Intervals around turns that no turning point tells of: the way outwards is looked through in growing steps.
fn enclosed<E>(
    cuts: &[TurningPoint],
    domain: &Domain,
    from: &Number,
    judge: &mut impl FnMut(&Number) -> Result<Verdict, E>,
) -> Result<Vec<TurningPoint>, E> {
    let mut probes: Vec<Number> = vec![from.clone()];
    let mut reach = step(from).checked_div(&Number::from(4096)).unwrap_or(Number::ONE);
    for _ in 0..DOUBLINGS {
        probes.extend([from - &reach, from + &reach]);
        reach = &reach + &reach;
    }
    probes.extend(cuts.iter().flat_map(|cut| [cut.low().clone(), cut.high().clone()]));
    probes.retain(|probe| domain.has(probe));
    probes.sort();
    probes.dedup();
    let mut found = Vec::new();
    for pair in probes.windows(2) {
        let [low, high] = pair else { continue };
        let (mut low, mut high) = (low.clone(), high.clone());
        let is_cut = |number: &Number| cuts.iter().any(|cut| cut.low() == number || cut.high() == number);
        if is_cut(&low) || is_cut(&high) || judge(&low)? == judge(&high)? {
            continue;
        }
        let verdict = judge(&low)?;
        for _ in 0..HALVINGS {
            let middle = middle(&low, &high);
            if judge(&middle)? == verdict { low = middle } else { high = middle }
        }
        found.push(TurningPoint::Between(low, high));
    }
    Ok(found)
}

/// A step away from a number that is never nothing.
fn step(number: &Number) -> Number {
    number.abs().max(Number::ONE)
}
