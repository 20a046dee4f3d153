//! One input set of the forty targets, and the sixteen that take turns.

/// How many input sets take turns.
pub const SETS: usize = 16;
/// Metrics held against a constant, one target each.
pub const THRESHOLDS: usize = 30;
/// Pairs of metrics held against each other, one target each.
pub const PAIRS: usize = 4;
/// Metrics that have to fall by a fifth against a base, one target each.
pub const CHANGES: usize = 3;
/// Metrics with five yearly values that have to fall in every year, one target each.
pub const TRENDS: usize = 2;
/// Values of a trend.
pub const YEARS: usize = 5;
/// Targets of one block of rules.
pub const TARGETS: usize = THRESHOLDS + PAIRS + CHANGES + TRENDS + 1;
/// Values of one input set.
pub const SLOTS: usize = BOTH + 2;

/// The first slot of the pairs: left, right, left, right.
pub const PAIR: usize = THRESHOLDS;
/// The first slot of the changes: base, now, base, now.
pub const CHANGE: usize = PAIR + 2 * PAIRS;
/// The first slot of the trends: five years, five years.
pub const TREND: usize = CHANGE + 2 * CHANGES;
/// The first slot of the conjunction: its left and its right metric.
pub const BOTH: usize = TREND + TRENDS * YEARS;

/// The lines of the thresholds, in thousandths.
pub const LINES: [i64; THRESHOLDS] = lines();
/// The lines of the conjunction, in thousandths.
pub const BOTH_LINES: [i64; 2] = [75_250, 4_125];

/// Base and value of each change, in thousandths: falls by a fifth exactly, and by less than that in binary floats.
pub const FALLS: [i64; 2 * CHANGES] = [1_130, 904, 1_255, 1_004, 1_390, 1_112];

/// One input set: its values in thousandths, by slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(pub [i64; SLOTS]);

const fn lines() -> [i64; THRESHOLDS] {
    let mut lines = [0; THRESHOLDS];
    let mut index = 0;
    while index < THRESHOLDS {
        lines[index] = 10_000 + (index as i64 * 2_371) % 89_000;
        index += 1;
    }
    lines
}

impl Row {
    /// The values of a turn: every metric exactly on its line, a thousandth below it, a thousandth above it, and
    /// from the fourth turn on each somewhere within two thousandths of it.
    #[must_use]
    pub fn of_turn(turn: usize) -> Row {
        Row::around_the_lines(|slot| match turn {
            0 => 0,
            1 => -1,
            2 => 1,
            _ => ((turn * 7 + slot * 13) % 5) as i64 - 2,
        })
    }

    /// Values that differ from their lines by so many thousandths.
    #[must_use]
    pub fn around_the_lines(off: impl Fn(usize) -> i64) -> Row {
        let line = |slot: usize| match slot {
            0..PAIR => LINES[slot],
            PAIR..CHANGE => 50_000,
            CHANGE..TREND => FALLS[slot - CHANGE],
            TREND..BOTH => 9_000 - (((slot - TREND) % YEARS) as i64),
            _ => BOTH_LINES[slot - BOTH],
        };
        // A base, and the right of a pair, stay where they are: what is held against them moves.
        let moves = |slot: usize| match slot {
            PAIR..CHANGE => (slot - PAIR).is_multiple_of(2),
            CHANGE..TREND => !(slot - CHANGE).is_multiple_of(2),
            _ => true,
        };
        Row(std::array::from_fn(|slot| line(slot) + if moves(slot) { off(slot) } else { 0 }))
    }
}

/// The sixteen input sets.
#[must_use]
pub fn sets() -> Vec<Row> {
    (0..SETS).map(Row::of_turn).collect()
}
