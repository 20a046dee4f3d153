//! Tests, run over the rows of a chunk.

use dabiao_check::{Bound, Comparison, Direction};

use super::reading::Reading;
use super::registers::{Constant, Scratch, Truth};
use super::rows::full_word;
use super::test::{Change, Test, TestId};
use crate::Metrics;

/// Runs one test over so many rows from the first one on. `before` holds the answers of the tests before it.
#[inline]
pub(super) fn run<const W: usize>(
    test: &Test,
    metrics: &Metrics,
    chunk: (usize, usize),
    scratch: &mut Scratch,
    before: &[Truth<W>],
    into: &mut Truth<W>,
) {
    match test {
        Test::Always(constant) => into.fill(*constant, chunk.1),
        Test::Within { reading, low, high, negated } => {
            let known = &mut into.gap;
            let values = reading.integers(metrics, chunk, &mut scratch.left, known);
            within(values, *low, *high, &mut into.held);
            into.settle(*negated, chunk.1);
        }
        Test::Pair { op, sides, factors } => pair(*op, sides, *factors, metrics, chunk, scratch, into),
        Test::Change(test) => change(test, metrics, chunk, scratch, into),
        Test::Trend { readings, direction, negated } => {
            trend(readings, *direction, *negated, metrics, chunk, scratch, into);
        }
        Test::Says(reading) => {
            reading.truths(metrics, chunk, &mut into.held, &mut into.gap);
            into.settle(false, chunk.1);
        }
        Test::Not(of) => not(before.get(*of), chunk.1, into),
        Test::All(of) => all(of, before, chunk.1, into),
        Test::Any(of) => any(of, before, chunk.1, into),
        Test::AtLeast(count, of) => at_least(*count, of, before, chunk.1, into),
    }
}

impl<const W: usize> Truth<W> {
    /// Makes an answer of what holds, with the known rows in the place of the gaps, perhaps the other way round.
    #[inline]
    fn settle(&mut self, negated: bool, rows: usize) {
        let words = self.held.iter_mut().zip(&mut self.gap).zip(&mut self.fault);
        for (index, ((held, gap), fault)) in words.take(rows.div_ceil(64)).enumerate() {
            let known = *gap;
            *held = (if negated { !*held } else { *held }) & known;
            *gap = full_word(rows, index) & !known;
            *fault = 0;
        }
    }
}

/// A bit for each value that lies from `low` to `high`.
#[inline]
fn within<const W: usize>(values: &[i64], low: i64, high: i64, into: &mut [u64; W]) {
    for (word, block) in into.iter_mut().zip(values.chunks(64)) {
        *word = pack(block.iter().map(|value| (low <= *value) & (*value <= high)));
    }
}

/// Bits in a row, the first in the lowest place.
#[inline]
fn pack(bits: impl Iterator<Item = bool>) -> u64 {
    bits.enumerate().fold(0, |word, (place, bit)| word | u64::from(bit) << place)
}

fn pair<const W: usize>(
    op: Comparison,
    [left, right]: &[Reading; 2],
    [left_factor, right_factor]: [i64; 2],
    metrics: &Metrics,
    chunk: (usize, usize),
    scratch: &mut Scratch,
    into: &mut Truth<W>,
) {
    let mut known = [0; W];
    let left = left.integers(metrics, chunk, &mut scratch.left, &mut known);
    let right = right.integers(metrics, chunk, &mut scratch.right, &mut into.gap);
    let pairs = left.chunks(64).zip(right.chunks(64));
    let is_plain = left_factor == 1 && right_factor == 1;
    for ((left, right), word) in pairs.zip(&mut into.held) {
        let both = left.iter().zip(right);
        *word = if is_plain {
            compare(op, both.map(|(left, right)| (*left, *right)))
        } else {
            let times = |value: &i64, factor: i64| i128::from(*value).wrapping_mul(factor.into());
            compare(op, both.map(|(left, right)| (times(left, left_factor), times(right, right_factor))))
        };
    }
    for (gap, known) in into.gap.iter_mut().zip(&known).take(chunk.1.div_ceil(64)) {
        *gap &= known;
    }
    into.settle(false, chunk.1);
}

#[inline]
fn compare<T: Ord>(op: Comparison, pairs: impl Iterator<Item = (T, T)>) -> u64 {
    match op {
        Comparison::AtLeast => pack(pairs.map(|(left, right)| left >= right)),
        Comparison::Above => pack(pairs.map(|(left, right)| left > right)),
        Comparison::AtMost => pack(pairs.map(|(left, right)| left <= right)),
        Comparison::Below => pack(pairs.map(|(left, right)| left < right)),
        Comparison::Equal => pack(pairs.map(|(left, right)| left == right)),
        Comparison::NotEqual => pack(pairs.map(|(left, right)| left != right)),
    }
}

fn change<const W: usize>(
    test: &Change,
    metrics: &Metrics,
    chunk: (usize, usize),
    scratch: &mut Scratch,
    into: &mut Truth<W>,
) {
    let mut known = [0; W];
    let now = test.now.integers(metrics, chunk, &mut scratch.left, &mut known);
    let base = test.base.integers(metrics, chunk, &mut scratch.right, &mut into.gap);
    let blocks = now.chunks(64).zip(base.chunks(64));
    let mut faulty = [0; W];
    for (((now, base), held), faulty) in blocks.zip(&mut into.held).zip(&mut faulty) {
        *held = pack(now.iter().zip(base).map(|(now, base)| is_within(test, *now, *base)));
        if test.one.is_none() {
            *faulty = pack(base.iter().map(|base| *base <= 0));
        }
    }
    for (gap, known) in into.gap.iter_mut().zip(&known).take(chunk.1.div_ceil(64)) {
        *gap &= known;
    }
    let known = into.gap;
    into.settle(false, chunk.1);
    let words = into.held.iter_mut().zip(&mut into.fault).zip(faulty.iter().zip(&known));
    for ((held, fault), (faulty, known)) in words.take(chunk.1.div_ceil(64)) {
        *fault = faulty & known;
        *held &= !*fault;
    }
}

/// Whether a change is within its bound. The factors are bounded, so that no product leaves an `i128`.
#[inline]
fn is_within(test: &Change, now: i64, base: i64) -> bool {
    let (now, base) = (i128::from(now), i128::from(base));
    let change = match test.direction {
        Direction::Falls => base.wrapping_sub(now),
        Direction::Rises => now.wrapping_sub(base),
    };
    let ordering = change.wrapping_mul(test.unit).cmp(&test.amount.wrapping_mul(test.one.unwrap_or(base)));
    match test.bound {
        Bound::AtLeast => ordering.is_ge(),
        Bound::AtMost => ordering.is_le(),
        Bound::MoreThan => ordering.is_gt(),
        Bound::LessThan => ordering.is_lt(),
    }
}

/// Holds each value of a series against the one before it. One wrong step decides, whatever is missing elsewhere.
fn trend<const W: usize>(
    readings: &[Option<Reading>],
    direction: Direction,
    negated: bool,
    metrics: &Metrics,
    chunk: (usize, usize),
    scratch: &mut Scratch,
    into: &mut Truth<W>,
) {
    let words = chunk.1.div_ceil(64);
    let op = match (direction, negated) {
        (Direction::Falls, false) => Comparison::Below,
        (Direction::Rises, false) => Comparison::Above,
        (Direction::Falls, true) => Comparison::AtLeast,
        (Direction::Rises, true) => Comparison::AtMost,
    };
    let (mut wrong, mut open) = ([0; W], [0; W]);
    for pair in readings.windows(2) {
        let [earlier, later] = pair else { continue };
        let (mut known, mut later_known, mut right) = ([0; W], [0; W], [0; W]);
        if let (Some(earlier), Some(later)) = (earlier, later) {
            let earlier = earlier.integers(metrics, chunk, &mut scratch.left, &mut known);
            let later = later.integers(metrics, chunk, &mut scratch.right, &mut later_known);
            step(op, earlier, later, &mut right);
        }
        let steps = known.iter().zip(&later_known).zip(&right);
        let tallies = wrong.iter_mut().zip(&mut open);
        for (index, (((known, later), right), (wrong, open))) in steps.zip(tallies).take(words).enumerate() {
            let both = known & later;
            *wrong |= both & !right;
            *open |= full_word(chunk.1, index) & !both;
        }
    }
    let answers = into.held.iter_mut().zip(&mut into.gap).zip(&mut into.fault).zip(wrong.iter().zip(&open));
    for (index, (((held, gap), fault), (wrong, open))) in answers.take(words).enumerate() {
        *held = full_word(chunk.1, index) & !(wrong | open);
        *gap = open & !wrong;
        *fault = 0;
    }
}

#[inline]
fn step<const W: usize>(op: Comparison, earlier: &[i64], later: &[i64], into: &mut [u64; W]) {
    for ((earlier, later), word) in earlier.chunks(64).zip(later.chunks(64)).zip(into) {
        *word = compare(op, later.iter().zip(earlier).map(|(later, earlier)| (*later, *earlier)));
    }
}

fn not<const W: usize>(of: Option<&Truth<W>>, rows: usize, into: &mut Truth<W>) {
    let Some(of) = of else { return into.fill(Constant::Fault, rows) };
    let parts = of.held.iter().zip(&of.gap).zip(&of.fault);
    let answers = into.held.iter_mut().zip(&mut into.gap).zip(&mut into.fault);
    for (index, (((into_held, into_gap), into_fault), ((held, gap), fault))) in
        answers.zip(parts).take(rows.div_ceil(64)).enumerate()
    {
        *into_held = full_word(rows, index) & !(held | gap | fault);
        *into_gap = *gap;
        *into_fault = *fault;
    }
}

/// A part that fails decides; without one, a fault goes before a gap.
fn all<const W: usize>(of: &[TestId], before: &[Truth<W>], rows: usize, into: &mut Truth<W>) {
    let words = rows.div_ceil(64);
    into.fill(Constant::Held, rows);
    let mut failed = [0; W];
    for part in of.iter().filter_map(|part| before.get(*part)) {
        let parts = part.held.iter().zip(&part.gap).zip(&part.fault);
        let answers = failed.iter_mut().zip(&mut into.gap).zip(&mut into.fault);
        for (((failed, into_gap), into_fault), ((held, gap), fault)) in answers.zip(parts).take(words) {
            *failed |= !(held | gap | fault);
            *into_gap |= gap;
            *into_fault |= fault;
        }
    }
    let answers = into.held.iter_mut().zip(&mut into.gap).zip(&mut into.fault).zip(&failed);
    for (((held, gap), fault), failed) in answers.take(words) {
        *fault &= !failed;
        *gap &= !failed & !*fault;
        *held &= !(failed | *gap | *fault);
    }
}

/// A part that holds decides; without one, a fault goes before a gap.
fn any<const W: usize>(of: &[TestId], before: &[Truth<W>], rows: usize, into: &mut Truth<W>) {
    into.fill(Constant::Failed, rows);
    for part in of.iter().filter_map(|part| before.get(*part)) {
        let parts = part.held.iter().zip(&part.gap).zip(&part.fault);
        let answers = into.held.iter_mut().zip(&mut into.gap).zip(&mut into.fault);
        for (((into_held, into_gap), into_fault), ((held, gap), fault)) in
            answers.zip(parts).take(rows.div_ceil(64))
        {
            *into_held |= held;
            *into_gap |= gap;
            *into_fault |= fault;
        }
    }
    let answers = into.held.iter().zip(&mut into.gap).zip(&mut into.fault);
    for ((held, gap), fault) in answers.take(rows.div_ceil(64)) {
        *fault &= !held;
        *gap &= !(held | *fault);
    }
}

/// Decided as soon as enough hold, or too few still can.
fn at_least<const W: usize>(
    count: usize,
    of: &[TestId],
    before: &[Truth<W>],
    rows: usize,
    into: &mut Truth<W>,
) {
    into.fill(Constant::Failed, rows);
    for row in 0..rows {
        let (word, place) = (row >> 6, row & 63);
        let bit = |words: &[u64; W]| words.get(word).is_some_and(|word| word >> place & 1 == 1);
        let tally = |is: fn(&Truth<W>) -> &[u64; W]| {
            of.iter().filter_map(|part| before.get(*part)).filter(|part| bit(is(part))).count()
        };
        let (held, gaps, faults) = (tally(|t| &t.held), tally(|t| &t.gap), tally(|t| &t.fault));
        let possible = held.saturating_add(gaps).saturating_add(faults);
        let answer = match () {
            () if held >= count => &mut into.held,
            () if possible < count => continue,
            () if faults > 0 => &mut into.fault,
            () => &mut into.gap,
        };
        if let Some(word) = answer.get_mut(word) {
            *word |= 1 << place;
        }
    }
}
