//! The values: a column for each metric, over entities and years, near the lines that they are held against.

use std::collections::HashMap;

use super::plan::{Kind, Part, targets};
use super::{TREND_FROM, YEARS};

/// One metric's values in whole numbers.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) metric: &'static str,
    pub(crate) kind: Kind,
    /// By year, then by entity.
    pub(crate) years: Vec<Vec<i64>>,
}

/// All values, and the tree of entities: the first hundredth are provinces, and the rest districts below them.
#[derive(Debug, Clone)]
pub(crate) struct Data {
    pub(crate) columns: Vec<Column>,
    places: HashMap<&'static str, usize>,
    /// By entity, the province above it; `None` for a province.
    pub(crate) province: Vec<Option<usize>>,
}

impl Data {
    pub(crate) fn of(entities: usize) -> Data {
        let provinces = (entities / 100).max(1);
        let province =
            (0..entities).map(|entity| (entity >= provinces).then_some(entity % provinces)).collect();
        let mut data = Data { columns: Vec::new(), places: HashMap::new(), province };
        for part in targets().iter().flat_map(|target| target.when.iter().chain(&target.parts)) {
            match *part {
                Part::AtLeast(metric, kind, line)
                | Part::Is(metric, kind, line)
                | Part::Above(metric, kind, line) => {
                    data.add(metric, kind, |hash, _, _| near(kind, line, hash));
                }
                Part::NotBelow(left, right, kind) | Part::NotAbove(left, right, kind) => {
                    data.add(left, kind, |hash, _, _| near(kind, 2, hash));
                    data.add(right, kind, |hash, _, _| near(kind, 2, hash));
                }
                Part::BelowProvince(metric, kind) => {
                    data.add(metric, kind, |hash, _, _| near(kind, 300, hash))
                }
                Part::FallsByAFifth(metric, kind, since) => data.add(metric, kind, |hash, year, entity| {
                    let base = 1_000 + 5 * (entity as i64 % 50);
                    if year == since { base } else { base / 5 * 4 + off(hash) }
                }),
                Part::FallsEveryYear(metric, kind) => data.add(metric, kind, |hash, year, _| {
                    let tie = if hash.is_multiple_of(31) && year > TREND_FROM { 1 } else { 0 };
                    900 - year as i64 + tie
                }),
            }
        }
        data
    }

    pub(crate) fn entities(&self) -> usize {
        self.province.len()
    }

    /// The column of a metric; every metric of the plan has one.
    pub(crate) fn column(&self, metric: &str) -> Option<&Column> {
        self.columns.get(*self.places.get(metric)?)
    }

    fn add(&mut self, metric: &'static str, kind: Kind, value: impl Fn(u64, usize, usize) -> i64) {
        if self.places.contains_key(metric) {
            return;
        }
        let place = self.columns.len();
        let of = |year: usize, entity: usize| value(hash(place, year, entity), year, entity);
        let years =
            (0..YEARS).map(|year| (0..self.entities()).map(|entity| of(year, entity)).collect()).collect();
        self.places.insert(metric, place);
        self.columns.push(Column { metric, kind, years });
    }
}

/// A value on the line or a little off it, of those that the metric can have.
fn near(kind: Kind, line: i64, hash: u64) -> i64 {
    match kind {
        Kind::YesNo => i64::from(!hash.is_multiple_of(8)),
        Kind::Water => (hash % 5) as i64,
        Kind::Air => (hash % 3) as i64,
        Kind::Percent => (line + off(hash)).min(1_000),
        Kind::Count | Kind::Measure => (line + off(hash)).max(0),
    }
}

fn off(hash: u64) -> i64 {
    (hash % 5) as i64 - 2
}

/// The same number for the same place, without a pattern: the finish of splitmix64.
fn hash(place: usize, year: usize, entity: usize) -> u64 {
    let mut mixed = ((place * YEARS + year) * 1_000_003 + entity) as u64;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)) >> 8
}
