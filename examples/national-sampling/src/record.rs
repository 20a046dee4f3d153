//! One inspection.

use fastrand::Rng;

use crate::country::Country;

/// The categories of goods.
pub(crate) const CATEGORIES: [&str; 24] = [
    "粮食加工品",
    "食用油",
    "调味品",
    "肉制品",
    "乳制品",
    "饮料",
    "方便食品",
    "饼干",
    "罐头",
    "冷冻饮品",
    "速冻食品",
    "薯类食品",
    "糖果制品",
    "茶叶",
    "酒类",
    "蔬菜制品",
    "水果制品",
    "炒货",
    "蛋制品",
    "食糖",
    "水产制品",
    "淀粉",
    "糕点",
    "豆制品",
];

/// What an inspection came to.
pub(crate) const OUTCOMES: [&str; 3] = ["合格", "不合格", "撤样"];

/// One inspection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) county: u16,
    /// `None` where the record does not say when it was.
    pub(crate) day: Option<Day>,
    pub(crate) category: usize,
    pub(crate) outcome: usize,
    /// Ten-thousandths of a milligram in a kilogram.
    pub(crate) lead: i64,
    /// Hundredths of 万元; only of goods that failed.
    pub(crate) fine: Option<i64>,
    /// Days until the report.
    pub(crate) days: i64,
    /// Whether the fault was mended; only of goods that failed.
    pub(crate) mended: Option<bool>,
    pub(crate) online: bool,
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: u16,
    pub(crate) month: u8,
    pub(crate) day: u8,
}

/// Makes records.
pub(crate) struct Maker<'c> {
    country: &'c Country,
    rng: Rng,
    one_in: u64,
    faulty: u64,
}

impl<'c> Maker<'c> {
    pub(crate) fn new(country: &'c Country, seed: u64, one_in: u64) -> Maker<'c> {
        Maker { country, rng: Rng::with_seed(seed), one_in, faulty: 0 }
    }

    /// How many of the records so far are faulty.
    pub(crate) fn faulty(&self) -> u64 {
        self.faulty
    }

    /// The next record of a month.
    pub(crate) fn record(&mut self, month: u8) -> Record {
        let rng = &mut self.rng;
        let county = self.country.draw(rng);
        let category = rng.usize(..CATEGORIES.len());
        // Some counties and some categories are worse than others.
        let bad = 8_u32
            .saturating_add(u32::from(county % 7))
            .saturating_add(u32::try_from(category % 5).unwrap_or(0));
        let outcome = match rng.u32(..1000) {
            0..10 => 2,
            chance if chance < 10_u32.saturating_add(bad) => 1,
            _ => 0,
        };
        let failed = outcome == 1;
        let mut record = Record {
            county,
            day: Some(Day { year: 2025, month, day: rng.u8(1..=28) }),
            category,
            outcome,
            lead: rng.i64(0..2_000).saturating_add(if failed { rng.i64(0..4_000) } else { 0 }),
            fine: failed.then(|| rng.i64(1..=5_000)),
            days: rng.i64(1..=20).saturating_add(if rng.u8(..50) == 0 { 30 } else { 0 }),
            mended: failed.then(|| rng.u8(..100) < 96),
            online: rng.u8(..10) < 3,
        };
        if self.one_in > 0 && rng.u64(..self.one_in) == 0 {
            self.faulty = self.faulty.saturating_add(1);
            match rng.u8(..3) {
                0 => record.day = Some(Day { year: 2052, month, day: 5 }),
                1 => record.lead = -1,
                _ => record.day = None,
            }
        }
        record
    }
}
