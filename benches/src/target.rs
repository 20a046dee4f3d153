//! The forty targets as data: what every candidate says in its own words.

use std::fmt;

use crate::row::{BOTH, BOTH_LINES, CHANGE, CHANGES, LINES, PAIR, PAIRS, SLOTS, TREND, TRENDS, YEARS};

/// The kinds of condition, by which mistakes are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A metric against a constant.
    Threshold,
    /// A metric against another.
    Pair,
    /// A fall by a fifth.
    Change,
    /// A fall in every year.
    Trend,
    /// Two thresholds at once.
    Conjunction,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Threshold => "threshold",
            Kind::Pair => "two metrics",
            Kind::Change => "change",
            Kind::Trend => "trend",
            Kind::Conjunction => "conjunction",
        })
    }
}

/// A condition over the slots of a [`Row`](crate::row::Row).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// `slot >= line`, the line in thousandths.
    AtLeast(usize, i64),
    /// `left < right`.
    Below(usize, usize),
    /// The value at the second slot lies at least a fifth below that at the first.
    FallsByAFifth(usize, usize),
    /// Five values from this slot on, each below the one before.
    FallsEveryYear(usize),
    /// `slot >= line` twice.
    Both([(usize, i64); 2]),
}

impl Condition {
    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Condition::AtLeast(..) => Kind::Threshold,
            Condition::Below(..) => Kind::Pair,
            Condition::FallsByAFifth(..) => Kind::Change,
            Condition::FallsEveryYear(..) => Kind::Trend,
            Condition::Both(..) => Kind::Conjunction,
        }
    }
}

/// The conditions of one block, in the order of the verdicts.
#[must_use]
pub fn conditions() -> Vec<Condition> {
    let thresholds = LINES.iter().enumerate().map(|(slot, line)| Condition::AtLeast(slot, *line));
    let pairs = (0..PAIRS).map(|index| PAIR + 2 * index).map(|left| Condition::Below(left, left + 1));
    let changes =
        (0..CHANGES).map(|index| CHANGE + 2 * index).map(|base| Condition::FallsByAFifth(base, base + 1));
    let trends = (0..TRENDS).map(|index| Condition::FallsEveryYear(TREND + YEARS * index));
    let both = Condition::Both([(BOTH, BOTH_LINES[0]), (BOTH + 1, BOTH_LINES[1])]);
    thresholds.chain(pairs).chain(changes).chain(trends).chain([both]).collect()
}

/// The name of a slot's metric inside its block; the values of a trend share one, and so do base and now.
#[must_use]
pub fn metric(slot: usize) -> String {
    match slot {
        0..PAIR => format!("m{slot}"),
        PAIR..CHANGE => format!("p{}{}", (slot - PAIR) / 2, ["a", "b"][(slot - PAIR) % 2]),
        CHANGE..TREND => format!("c{}", (slot - CHANGE) / 2),
        TREND..BOTH => format!("t{}", (slot - TREND) / YEARS),
        _ => format!("x{}", slot - BOTH),
    }
}

/// The name of a slot's value where an engine knows no periods: `c0_base`, `c0_now`; the trends are lists.
#[must_use]
pub fn field(slot: usize) -> String {
    match slot {
        CHANGE..TREND => format!("{}_{}", metric(slot), ["base", "now"][(slot - CHANGE) % 2]),
        _ => metric(slot),
    }
}

/// The year of a slot's value; what has no other is of 2011.
#[must_use]
pub fn year(slot: usize) -> i16 {
    match slot {
        CHANGE..TREND if (slot - CHANGE).is_multiple_of(2) => 2007,
        TREND..BOTH => 2007 + ((slot - TREND) % YEARS) as i16,
        _ => 2011,
    }
}

/// A number of thousandths as text: `10.000`.
#[must_use]
pub fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    format!("{sign}{}.{:03}", size / 1000, size % 1000)
}

/// An input set as a JSON object of one block: `{"b0": {"m0": 10.000, …, "t0": [9.000, …]}}`.
#[must_use]
pub fn json(values: &[i64; SLOTS], number: impl Fn(i64) -> String) -> String {
    let mut fields = Vec::new();
    let mut slot = 0;
    while slot < SLOTS {
        if (TREND..BOTH).contains(&slot) {
            let list: Vec<String> = values[slot..slot + YEARS].iter().map(|value| number(*value)).collect();
            fields.push(format!("\"{}\":[{}]", field(slot), list.join(",")));
            slot += YEARS;
        } else {
            fields.push(format!("\"{}\":{}", field(slot), number(values[slot])));
            slot += 1;
        }
    }
    format!("{{\"b0\":{{{}}}}}", fields.join(","))
}
