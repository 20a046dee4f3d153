//! Formulas, computed for sixty-four rows at a time.

use dabiao_check::Comparison;

use super::super::formula::{Formula, Step, StepId};
use super::super::reading::Reading;
use super::super::registers::{Lane, Truth};
use super::super::rows::Chunk;
use crate::Metrics;
use crate::metrics::Stretch;

/// Compares the sides of a formula. Gives whether a row needs more than sixteen bytes, so that its cells have to be
/// looked at.
pub(super) fn run<const W: usize>(
    formula: &Formula,
    metrics: &Metrics,
    chunk: Chunk,
    scratch: &mut [i64],
    lanes: &mut [Lane],
    into: &mut Truth<W>,
) -> bool {
    let mut is_short = false;
    for (index, held, gap, fault) in into.words(chunk) {
        let rows = chunk.rows.saturating_sub(index << 6).min(64);
        let part = Chunk { first: chunk.first.saturating_add(index << 6), rows, ..chunk };
        let mut lacking = 0;
        for (at, step) in formula.steps.iter().enumerate() {
            let Some((before, [lane, ..])) = lanes.split_at_mut_checked(at) else { continue };
            lacking |= match step {
                Step::Read(reading) => read(reading, metrics, part, scratch, lane),
                other => compute(other, before, part, lane),
            };
        }
        let [left, right] = formula.sides.map(|side| lanes.get(side));
        let (Some(left), Some(right)) = (left, right) else { continue };
        let full = part.full(0);
        let faulty = (left.fault | right.fault) & full;
        let open = (left.gap | right.gap) & full & !faulty;
        (*fault, *gap) = (faulty, open);
        *held = holds(formula.op, left, right, rows) & !(faulty | open);
        // An integer that does not fit is written as zero, which a division further on takes for a fault: once one
        // is lacking in a row, nothing that was found after it counts.
        is_short |= lacking & full != 0;
    }
    is_short
}

fn read(reading: &Reading, metrics: &Metrics, part: Chunk, scratch: &mut [i64], lane: &mut Lane) -> u64 {
    let mut known = [0; 1];
    match reading.integers(metrics, part, scratch, &mut known) {
        Stretch::Short(values) => {
            lane.values.iter_mut().zip(values).for_each(|(into, value)| *into = (*value).into());
        }
        Stretch::Long(values) => {
            lane.values.iter_mut().zip(values).for_each(|(into, value)| *into = (*value).into());
        }
    }
    let [known] = known;
    (lane.gap, lane.fault) = (!known, 0);
    0
}

/// Computes a step from those before it; gives the rows whose integer does not fit.
fn compute(step: &Step, before: &[Lane], part: Chunk, lane: &mut Lane) -> u64 {
    let of = |at: &StepId| before.get(*at);
    let result = match step {
        Step::Read(_) => None,
        Step::Missing => {
            lane.fill(0);
            lane.gap = u64::MAX;
            Some(0)
        }
        Step::Constant(value) => {
            lane.fill(*value);
            Some(0)
        }
        Step::Times(at, factor) => of(at).map(|of| one(of, part, lane, |value| product(value, *factor))),
        Step::Negate(at) => of(at).map(|of| one(of, part, lane, i128::checked_neg)),
        Step::Absolute(at) => of(at).map(|of| one(of, part, lane, i128::checked_abs)),
        Step::Add(left, right) => {
            of(left).zip(of(right)).map(|sides| two(sides, part, lane, i128::checked_add))
        }
        Step::Subtract(left, right) => {
            of(left).zip(of(right)).map(|sides| two(sides, part, lane, i128::checked_sub))
        }
        Step::Multiply(left, right) => of(left).zip(of(right)).map(|sides| two(sides, part, lane, product)),
        Step::Least(left, right) => {
            of(left).zip(of(right)).map(|sides| two(sides, part, lane, |left, right| Some(left.min(right))))
        }
        Step::Greatest(left, right) => {
            of(left).zip(of(right)).map(|sides| two(sides, part, lane, |left, right| Some(left.max(right))))
        }
        Step::Divide { numerator, divisor } => of(numerator).zip(of(divisor)).map(|sides| {
            let signed = |left: i128, right: i128| if right < 0 { left.checked_neg() } else { Some(left) };
            let lacking = two(sides, part, lane, signed);
            let zero = sides.1.values.iter().enumerate().take(part.rows);
            let zeros = zero.fold(0, |word, (place, value)| word | u64::from(*value == 0) << place);
            lane.fault |= zeros & !lane.gap;
            lacking
        }),
    };
    result.unwrap_or(u64::MAX)
}

#[inline]
fn one(of: &Lane, part: Chunk, lane: &mut Lane, compute: impl Fn(i128) -> Option<i128>) -> u64 {
    (lane.gap, lane.fault) = (of.gap, of.fault);
    let mut lacking = 0;
    for (place, (into, value)) in lane.values.iter_mut().zip(&of.values).enumerate().take(part.rows) {
        let computed = compute(*value);
        lacking |= u64::from(computed.is_none()) << place;
        *into = computed.unwrap_or(0);
    }
    lacking & !(lane.gap | lane.fault)
}

/// A fault of one side goes before a gap of the other.
#[inline]
fn two(
    (left, right): (&Lane, &Lane),
    part: Chunk,
    lane: &mut Lane,
    compute: impl Fn(i128, i128) -> Option<i128>,
) -> u64 {
    lane.fault = left.fault | right.fault;
    lane.gap = (left.gap | right.gap) & !lane.fault;
    let mut lacking = 0;
    let sides = left.values.iter().zip(&right.values);
    for (place, (into, (left, right))) in lane.values.iter_mut().zip(sides).enumerate().take(part.rows) {
        let computed = compute(*left, *right);
        lacking |= u64::from(computed.is_none()) << place;
        *into = computed.unwrap_or(0);
    }
    lacking & !(lane.gap | lane.fault)
}

/// A product, with a short way for factors of eight bytes.
#[inline]
fn product(left: i128, right: i128) -> Option<i128> {
    match (i64::try_from(left), i64::try_from(right)) {
        (Ok(left), Ok(right)) => Some(i128::from(left).wrapping_mul(right.into())),
        _ => left.checked_mul(right),
    }
}

fn holds(op: Comparison, left: &Lane, right: &Lane, rows: usize) -> u64 {
    let pairs = left.values.iter().zip(&right.values).take(rows).enumerate();
    let pack = |holds: fn(&i128, &i128) -> bool| {
        pairs.fold(0, |word, (place, (left, right))| word | u64::from(holds(left, right)) << place)
    };
    match op {
        Comparison::AtLeast => pack(i128::ge),
        Comparison::Above => pack(i128::gt),
        Comparison::AtMost => pack(i128::le),
        Comparison::Below => pack(i128::lt),
        Comparison::Equal => pack(i128::eq),
        Comparison::NotEqual => pack(i128::ne),
    }
}
