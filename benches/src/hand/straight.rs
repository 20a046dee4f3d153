//! Straight-line code: the rules are compiled into the program, so there is nothing to read.

use rust_decimal::Decimal;

use super::json::Keys;
use super::text::thousandths;
use crate::engine::{Engine, Fault, Mask, Ready, Stand};
use crate::row::{
    BOTH, BOTH_LINES, CHANGE, CHANGES, LINES, PAIR, PAIRS, Row, SLOTS, TARGETS, THRESHOLDS, TREND, TRENDS,
    YEARS,
};

/// Over integers of thousandths.
pub(crate) struct Straight;

/// Over decimals.
pub(crate) struct StraightDecimal;

impl Engine for Straight {
    fn name(&self) -> &'static str {
        "straight-line i64"
    }

    fn stand(&self) -> Stand {
        Stand::Hand
    }

    fn text(&self, _: usize) -> Option<String> {
        None
    }

    fn ready(&self, _: &str) -> Result<Box<dyn Ready>, Fault> {
        Ok(Box::new(Integers { keys: Keys::new(), rows: Vec::new() }))
    }
}

impl Engine for StraightDecimal {
    fn name(&self) -> &'static str {
        "straight-line rust_decimal"
    }

    fn stand(&self) -> Stand {
        Stand::Hand
    }

    fn text(&self, _: usize) -> Option<String> {
        None
    }

    fn ready(&self, _: &str) -> Result<Box<dyn Ready>, Fault> {
        let lines = LINES.map(|line| Decimal::new(line, 3));
        let both = BOTH_LINES.map(|line| Decimal::new(line, 3));
        Ok(Box::new(Decimals { keys: Keys::new(), rows: Vec::new(), lines, both, fifth: Decimal::new(2, 1) }))
    }
}

struct Integers {
    keys: Keys,
    rows: Vec<Row>,
}

impl Ready for Integers {
    fn targets(&self) -> usize {
        TARGETS
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.rows = rows.to_vec();
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        Ok(judge(&self.rows[set].0))
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        Ok(judge(&self.keys.read(json, 0, |text| thousandths(text.as_bytes()))?))
    }
}

fn judge(values: &[i64; SLOTS]) -> Mask {
    let mut mask = 0;
    for (index, (value, line)) in values.iter().zip(&LINES).enumerate() {
        mask |= u64::from(value >= line) << index;
    }
    let mut target = THRESHOLDS;
    for index in 0..PAIRS {
        mask |= u64::from(values[PAIR + 2 * index] < values[PAIR + 2 * index + 1]) << (target + index);
    }
    target += PAIRS;
    for index in 0..CHANGES {
        let (base, now) = (values[CHANGE + 2 * index], values[CHANGE + 2 * index + 1]);
        mask |= u64::from((base - now) * 5 >= base) << (target + index);
    }
    target += CHANGES;
    for index in 0..TRENDS {
        let first = TREND + YEARS * index;
        let falls =
            (first + 1..first + YEARS).fold(true, |falls, slot| falls & (values[slot] < values[slot - 1]));
        mask |= u64::from(falls) << (target + index);
    }
    let both = (values[BOTH] >= BOTH_LINES[0]) & (values[BOTH + 1] >= BOTH_LINES[1]);
    mask | u64::from(both) << (target + TRENDS)
}

struct Decimals {
    keys: Keys,
    rows: Vec<[Decimal; SLOTS]>,
    lines: [Decimal; THRESHOLDS],
    both: [Decimal; 2],
    fifth: Decimal,
}

impl Decimals {
    fn judge(&self, values: &[Decimal; SLOTS]) -> Mask {
        let mut mask = 0;
        for (index, (value, line)) in values.iter().zip(&self.lines).enumerate() {
            mask |= u64::from(value >= line) << index;
        }
        let mut target = THRESHOLDS;
        for index in 0..PAIRS {
            mask |= u64::from(values[PAIR + 2 * index] < values[PAIR + 2 * index + 1]) << (target + index);
        }
        target += PAIRS;
        for index in 0..CHANGES {
            let (base, now) = (values[CHANGE + 2 * index], values[CHANGE + 2 * index + 1]);
            mask |= u64::from(base - now >= self.fifth * base) << (target + index);
        }
        target += CHANGES;
        for index in 0..TRENDS {
            let first = TREND + YEARS * index;
            let falls = (first + 1..first + YEARS).all(|slot| values[slot] < values[slot - 1]);
            mask |= u64::from(falls) << (target + index);
        }
        let both = values[BOTH] >= self.both[0] && values[BOTH + 1] >= self.both[1];
        mask | u64::from(both) << (target + TRENDS)
    }
}

impl Ready for Decimals {
    fn targets(&self) -> usize {
        TARGETS
    }

    fn hold(&mut self, rows: &[Row]) -> Result<(), Fault> {
        self.rows = rows.iter().map(|row| row.0.map(|value| Decimal::new(value, 3))).collect();
        Ok(())
    }

    fn verdicts(&mut self, set: usize) -> Result<Mask, Fault> {
        Ok(self.judge(&self.rows[set]))
    }

    fn verdicts_of_json(&mut self, json: &str) -> Result<Mask, Fault> {
        let values = self.keys.read(json, Decimal::ZERO, |text| Decimal::from_str_exact(text).ok())?;
        Ok(self.judge(&values))
    }
}
