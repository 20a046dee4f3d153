//! Tests, run over the rows of a chunk.

mod formula;
mod lane;
mod logic;
mod pairs;

use super::limits::Limits;
use super::reading::Reading;
use super::registers::{Scratch, Truth};
use super::rows::Chunk;
use super::test::Test;
use crate::Metrics;
use crate::metrics::Stretch;
use lane::fill;
pub(super) use logic::MOST;

/// Runs one test over the rows of a chunk. `before` holds the answers of the tests before it.
#[inline]
pub(super) fn run<const W: usize>(
    test: &Test,
    metrics: &Metrics,
    chunk: Chunk,
    scratch: &mut Scratch,
    before: &[Truth<W>],
    into: &mut Truth<W>,
) {
    match test {
        Test::Within { reading, limits, negated } => {
            let values = reading.integers(metrics, chunk, &mut scratch.left, &mut into.gap);
            within(values, limits, &mut into.held);
            into.settle(*negated, chunk);
        }
        Test::Pair(pair) => pairs::compare(pair, metrics, chunk, scratch, into),
        Test::Relative(pair) => pairs::relative(pair, metrics, chunk, scratch, into),
        Test::Difference { sides, limits, exact } => {
            pairs::difference(sides, (limits, *exact), metrics, chunk, scratch, into);
        }
        Test::Trend { values, op } => pairs::trend(values, *op, metrics, chunk, scratch, into),
        Test::Formula(formula) => {
            let Scratch { left, lanes, is_short, .. } = scratch;
            *is_short |= formula::run(formula, metrics, chunk, left, lanes, into);
        }
        Test::Says(reading) => says(reading, metrics, chunk, into),
        Test::Always(constant) => into.fill(*constant, chunk),
        Test::Not(of) => logic::not(before.get(*of), chunk, into),
        Test::All(of) => logic::all(of, before, chunk, into),
        Test::Any(of) => logic::any(of, before, chunk, into),
        Test::AtLeast(count, of) => logic::at_least(*count, of, before, chunk, into),
    }
}

/// A bit for each value within the limits.
#[inline]
fn within(values: Stretch<'_>, limits: &Limits, into: &mut [u64]) {
    match values {
        Stretch::Short(values) => {
            let [low, high] = limits.short;
            fill(values, into, |value| (low <= value) & (value <= high));
        }
        Stretch::Long(values) => {
            let [low, high] = limits.long;
            fill(values, into, |value| (low <= value) & (value <= high));
        }
    }
}

fn says<const W: usize>(reading: &Reading, metrics: &Metrics, chunk: Chunk, into: &mut Truth<W>) {
    reading.truths(metrics, chunk, &mut into.held, &mut into.gap);
    into.settle(false, chunk);
}
