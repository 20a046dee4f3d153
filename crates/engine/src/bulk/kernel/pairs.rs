//! Two readings held against each other, and series of them.

use dabiao_check::Comparison;

use super::super::limits::{Interval, Limits};
use super::super::reading::Reading;
use super::super::registers::{Scratch, Truth};
use super::super::rows::Chunk;
use super::super::test::{Pair, Step};
use super::lane::{Lane, fill, fill_pairs, pack_pairs};
use crate::Metrics;
use crate::metrics::Stretch;

/// `a >= b`
pub(super) fn compare<const W: usize>(
    pair: &Pair,
    metrics: &Metrics,
    chunk: Chunk,
    scratch: &mut Scratch,
    into: &mut Truth<W>,
) {
    let mut known = [0; W];
    let Scratch { left: room, right: other, .. } = scratch;
    let left = pair.sides[0].integers(metrics, chunk, room, &mut known);
    let right = pair.sides[1].integers(metrics, chunk, other, &mut into.gap);
    hold(pair.op, left, right, pair.factors, &mut into.held);
    both(&mut into.gap, &known);
    into.settle(false, chunk);
}

/// `x falls by at least 20% since 2005`: the value now and the base, each times its factor. A base that is not above
/// zero is a fault.
pub(super) fn relative<const W: usize>(
    pair: &Pair,
    metrics: &Metrics,
    chunk: Chunk,
    scratch: &mut Scratch,
    into: &mut Truth<W>,
) {
    let mut known = [0; W];
    let Scratch { left: room, right: other, .. } = scratch;
    let now = pair.sides[0].integers(metrics, chunk, room, &mut known);
    let base = pair.sides[1].integers(metrics, chunk, other, &mut into.gap);
    hold(pair.op, now, base, pair.factors, &mut into.held);
    both(&mut into.gap, &known);
    let known = into.gap;
    into.settle(false, chunk);
    match base {
        Stretch::Short(base) => fill(base, &mut into.fault, |base| base <= 0),
        Stretch::Long(base) => fill(base, &mut into.fault, |base| base <= 0),
    }
    for ((held, fault), known) in into.held.iter_mut().zip(&mut into.fault).zip(&known).take(chunk.words()) {
        *fault &= known;
        *held &= !*fault;
    }
}

/// `x falls by at least 3 points since 2005`: what is left of the first value without the second.
pub(super) fn difference<const W: usize>(
    sides: &[Reading; 2],
    (limits, exact): (&Limits, Interval),
    metrics: &Metrics,
    chunk: Chunk,
    scratch: &mut Scratch,
    into: &mut Truth<W>,
) {
    let mut known = [0; W];
    let Scratch { left: room, right: other, .. } = scratch;
    let first = sides[0].integers(metrics, chunk, room, &mut known);
    let second = sides[1].integers(metrics, chunk, other, &mut into.gap);
    let held = &mut into.held;
    match (first, second) {
        (Stretch::Short(first), Stretch::Short(second)) => {
            let [low, high] = limits.long;
            let is_within = |first: i32, second: i32| {
                let left = i64::from(first).wrapping_sub(second.into());
                (low <= left) & (left <= high)
            };
            fill_pairs(first, second, held, |first, second| pack_pairs(first, second, is_within), is_within);
        }
        (Stretch::Short(first), Stretch::Long(second)) => subtract(first, second, exact, held),
        (Stretch::Long(first), Stretch::Short(second)) => subtract(first, second, exact, held),
        (Stretch::Long(first), Stretch::Long(second)) => subtract(first, second, exact, held),
    }
    both(&mut into.gap, &known);
    into.settle(false, chunk);
}

fn subtract<T: Lane, U: Lane>(first: &[T], second: &[U], [low, high]: Interval, into: &mut [u64]) {
    let is_within = |first: T, second: U| {
        let left = i128::from(first.into()).wrapping_sub(second.into().into());
        (low <= left) & (left <= high)
    };
    fill_pairs(first, second, into, |first, second| pack_pairs(first, second, is_within), is_within);
}

/// `x falls every year`: each value of a series against the one before it. One wrong step decides, whatever is missing
/// elsewhere.
pub(super) fn trend<const W: usize>(
    values: &[Option<Step>],
    op: Comparison,
    metrics: &Metrics,
    chunk: Chunk,
    scratch: &mut Scratch,
    into: &mut Truth<W>,
) {
    let (mut wrong, mut open) = ([0; W], [0; W]);
    let Scratch { left: room, right: other, .. } = scratch;
    for pair in values.windows(2) {
        let [earlier, later] = pair else { continue };
        let (mut known, mut later_known, mut right) = ([0; W], [0; W], [0; W]);
        if let (Some(earlier), Some(later)) = (earlier, later) {
            let factors = [later.factor, earlier.factor];
            let earlier = earlier.reading.integers(metrics, chunk, room, &mut known);
            let later = later.reading.integers(metrics, chunk, other, &mut later_known);
            hold(op, later, earlier, factors, &mut right);
        }
        let steps = known.iter().zip(&later_known).zip(&right);
        let tallies = wrong.iter_mut().zip(&mut open).take(chunk.words()).enumerate();
        for ((index, (wrong, open)), ((known, later), right)) in tallies.zip(steps) {
            let both = known & later;
            *wrong |= both & !right;
            *open |= chunk.full(index) & !both;
        }
    }
    for ((index, held, gap, fault), (wrong, open)) in into.words(chunk).zip(wrong.iter().zip(&open)) {
        *held = chunk.full(index) & !(wrong | open);
        *gap = open & !wrong;
        *fault = 0;
    }
}

/// A bit for each pair of values that stand so to each other, each times its factor.
#[inline]
fn hold(op: Comparison, left: Stretch<'_>, right: Stretch<'_>, factors: [i64; 2], into: &mut [u64]) {
    match (left, right) {
        (Stretch::Short(left), Stretch::Short(right)) if factors == [1, 1] => plain(op, left, right, into),
        (Stretch::Long(left), Stretch::Long(right)) if factors == [1, 1] => plain(op, left, right, into),
        (Stretch::Short(left), Stretch::Short(right)) => times(op, left, right, factors, into),
        (Stretch::Long(left), Stretch::Long(right)) => times(op, left, right, factors, into),
        (Stretch::Short(left), Stretch::Long(right)) => times(op, left, right, factors, into),
        (Stretch::Long(left), Stretch::Short(right)) => times(op, left, right, factors, into),
    }
}

/// Runs a loop with an operator for each comparison, so that no loop has to look which one it is.
macro_rules! by_order {
    ($op:expr, $each:ident) => {
        match $op {
            Comparison::AtLeast => $each!(>=),
            Comparison::Above => $each!(>),
            Comparison::AtMost => $each!(<=),
            Comparison::Below => $each!(<),
            Comparison::Equal => $each!(==),
            Comparison::NotEqual => $each!(!=),
        }
    };
}

/// Values of one form, as they are.
#[inline]
fn plain<T: Lane>(op: Comparison, left: &[T], right: &[T], into: &mut [u64]) {
    macro_rules! each {
        ($op:tt) => {{
            let holds = |left: T, right: T| left $op right;
            fill_pairs(left, right, into, |left, right| pack_pairs(left, right, holds), holds);
        }};
    }
    by_order!(op, each);
}

/// Products take sixteen bytes only where those of a block of rows leave eight.
fn times<T: Lane, U: Lane>(op: Comparison, left: &[T], right: &[U], factors: [i64; 2], into: &mut [u64]) {
    let [first, second] = factors;
    let most = first.unsigned_abs().max(second.unsigned_abs());
    let bound = u64::try_from(i64::MAX).ok().and_then(|all| all.checked_div(most)).unwrap_or(0);
    let bound = i64::try_from(bound).unwrap_or(i64::MAX);
    let short = |value: i64, factor: i64| value.wrapping_mul(factor);
    let exact = |value: i64, factor: i64| i128::from(value).wrapping_mul(factor.into());
    macro_rules! each {
        ($op:tt) => {{
            let holds = |left: T, right: U| exact(left.into(), first) $op exact(right.into(), second);
            let quick = |left: T, right: U| short(left.into(), first) $op short(right.into(), second);
            let block = |left: &[T; 64], right: &[U; 64]| {
                if all_within(left, bound) & all_within(right, bound) {
                    pack_pairs(left, right, quick)
                } else {
                    pack_pairs(left, right, holds)
                }
            };
            fill_pairs(left, right, into, block, holds);
        }};
    }
    by_order!(op, each);
}

/// Whether no value is further from zero than a bound.
#[inline(always)]
fn all_within<T: Lane>(values: &[T; 64], bound: i64) -> bool {
    values.iter().fold(true, |all, value| {
        let value: i64 = (*value).into();
        all & (value <= bound) & (value >= bound.wrapping_neg())
    })
}

/// The rows that are known on both sides.
#[inline]
fn both<const W: usize>(into: &mut [u64; W], known: &[u64; W]) {
    for (into, known) in into.iter_mut().zip(known) {
        *into &= known;
    }
}
