//! The rows: samples that districts have taken, near the lines that they are held against.

use std::fmt::Write;

use super::YEAR;

/// What a sample was found to be.
pub(crate) const OUTCOMES: [&str; 3] = ["pass", "fail", "withdrawn"];

/// One record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sample {
    pub(crate) entity: usize,
    /// Of the year that is judged, or of the one before.
    pub(crate) is_judged: bool,
    /// The position of its outcome.
    pub(crate) outcome: usize,
    /// In thousandths.
    pub(crate) lead: i64,
    /// In hundredths.
    pub(crate) fee: i64,
}

/// All records, as values and as the CSV text that says the same.
#[derive(Debug)]
pub(crate) struct Data {
    pub(crate) entities: usize,
    pub(crate) samples: Vec<Sample>,
    pub(crate) csv: String,
}

impl Data {
    /// So many records of so many entities. The same come out every time.
    pub(crate) fn of(records: usize, entities: usize) -> Data {
        let mut samples = Vec::with_capacity(records);
        let mut csv = "entity,taken_on,outcome,lead,fee\n".to_string();
        // xorshift64: no pattern that a branch predictor could learn.
        let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
        let mut next = |below: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 33) % below
        };
        for record in 0..records {
            let entity = record % entities;
            // One district in four never has a sample at the edge of what is measured.
            let edge = i64::from(entity.is_multiple_of(4));
            let sample = Sample {
                entity,
                is_judged: next(10) != 0,
                outcome: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2][next(11) as usize],
                lead: edge + next(21 - 2 * edge as u64) as i64,
                fee: 950 + next(101) as i64,
            };
            let year = if sample.is_judged { YEAR } else { YEAR - 1 };
            let (month, day) = (1 + next(12), 1 + next(28));
            let Sample { outcome, lead, fee, .. } = sample;
            let outcome = OUTCOMES[outcome];
            let (fee, cents) = (fee / 100, fee % 100);
            let _infallible =
                writeln!(csv, "e{entity},{year}-{month:02}-{day:02},{outcome},0.{lead:03},{fee}.{cents:02}");
            samples.push(sample);
        }
        Data { entities, samples, csv }
    }
}
