//! Scenarios made up from bytes, so that a fuzzer can steer them.

mod data;
mod number;

use arbitrary::{Result, Unstructured};

use crate::scenario::{
    Bound, Change, Cond, Day, Due, Entity, Judge, Kind, Literal, Metric, Num, Op, Progress, Question, Read,
    Rounding, Sample, Scenario, Summary, Target, Time, Trend, Unit, Way, YEARS,
};

/// The names of entities, by their position.
pub(crate) const NAMES: [&str; 6] = ["country", "east", "west", "north", "south", "lake"];

const TREE: [(Option<usize>, &str); 6] = [
    (None, "nation"),
    (Some(0), "province"),
    (Some(0), "province"),
    (Some(1), "district"),
    (Some(1), "district"),
    (Some(2), "district"),
];

const OPS: [Op; 6] = [Op::AtLeast, Op::Above, Op::AtMost, Op::Below, Op::Equal, Op::NotEqual];

const SUMMARIES: [Summary; 4] = [Summary::Average, Summary::Sum, Summary::Least, Summary::Greatest];

/// Makes up a scenario.
///
/// # Errors
/// None but those of the bytes' reader, which gives the least value of each choice where they end.
pub(crate) fn scenario(u: &mut Unstructured<'_>) -> Result<Scenario> {
    let shape = u.int_in_range(0..=3)?;
    let entities = match shape {
        0 => Vec::new(),
        1 => (0..3).map(|index| Entity { name: NAMES[index], parent: None, level: None }).collect(),
        _ => tree(),
    };
    let mut maker = Maker { u, has_tree: shape >= 2, depth: 0, pool: Vec::new(), silent: Vec::new() };
    maker.scenario(entities)
}

fn tree() -> Vec<Entity> {
    let row = |index: usize| Entity { name: NAMES[index], parent: TREE[index].0, level: Some(TREE[index].1) };
    (0..NAMES.len()).map(row).collect()
}

struct Maker<'u, 'b> {
    u: &'u mut Unstructured<'b>,
    has_tree: bool,
    depth: u32,
    /// The literals so far, which data favour.
    pool: Vec<Literal>,
    /// Years that no data speak of.
    silent: Vec<i16>,
}

impl Maker<'_, '_> {
    fn scenario(&mut self, entities: Vec<Entity>) -> Result<Scenario> {
        let year = if self.one_in(5)? { Some(self.year()?) } else { None };
        let least = self.literal(Kind::Plain)?;
        let threshold = self.literal(Kind::Plain)?;
        // Other times are read by rules, so that a computed metric is one at its own time.
        let derived = self.num(Kind::Plain, 2, true)?;
        let judge = if self.one_in(8)? { Some(Rounding { to: None, way: self.way()? }) } else { None };
        let count = self.u.int_in_range(1..=6)?;
        let mut targets = Vec::new();
        for _ in 0..count {
            targets.push(self.target(year.is_some(), judge.is_some())?);
        }
        let as_of = match self.u.int_in_range(0..=3)? {
            0 => Day(self.year()?, 6, 30),
            _ => Day::end_of(self.year()?),
        };
        let period =
            if self.one_in(2)? { Some((*YEARS.start(), self.u.int_in_range(2010..=2013)?)) } else { None };
        if self.one_in(3)? {
            self.silent = vec![self.year()?, self.year()?];
        }
        let data = self.data(&entities)?;
        let records = if self.one_in(6)? { None } else { Some(self.records(&entities)?) };
        Ok(Scenario {
            period,
            judge,
            least,
            derived,
            threshold,
            targets,
            entities,
            data,
            records,
            as_of,
            year,
        })
    }

    fn target(&mut self, has_year: bool, is_rounded: bool) -> Result<Target> {
        let due = match self.u.int_in_range(0..=4)? {
            1 | 2 if !has_year => Due::By(self.year()?),
            3 if !has_year => Due::Each,
            _ => Due::Now,
        };
        let mut target = Target {
            condition: Cond::Is(read(Metric::B(0))),
            when: None,
            warn: None,
            due,
            judge: if is_rounded { Judge::Exact } else { Judge::Plan },
            sample: None,
            way: None,
        };
        match self.u.int_in_range(0..=9)? {
            0 => self.sampled(&mut target)?,
            1 | 2 => self.rounded(&mut target, is_rounded)?,
            3 | 4 if matches!(due, Due::By(_)) => self.on_a_way(&mut target)?,
            _ => target.condition = self.cond(3)?,
        }
        if self.one_in(6)? {
            target.when = Some(self.cond(1)?);
        }
        if self.one_in(4)? {
            target.warn = Some(self.cond(1)?);
        }
        Ok(target)
    }

    fn sampled(&mut self, target: &mut Target) -> Result<()> {
        let metric = if self.one_in(2)? { Metric::P(1) } else { Metric::Asked(Question::Share) };
        let op = self.u.choose(&OPS[..4]).copied()?;
        let limit = *self.u.choose(&[0, 5, 10, 50, 75, 80, 90, 95, 100])?;
        let limit = Num::Literal(Literal { mantissa: limit, places: 0, unit: Unit::Percent });
        target.condition = Cond::Compare(op, Num::Read(read(metric)), limit);
        let confidence = *self.u.choose(&[90, 95, 99])?;
        target.sample = Some(Sample { confidence, wilson: self.one_in(2)? });
        Ok(())
    }

    /// Comparisons with limits that say how they are rounded.
    fn rounded(&mut self, target: &mut Target, by_plan: bool) -> Result<()> {
        let kind = *self.u.choose(&[Kind::Plain, Kind::Share, Kind::Mass])?;
        target.judge = match (by_plan, self.u.int_in_range(0..=2)?) {
            (true, 0) => Judge::Plan,
            (_, 1) => Judge::Rounded(Rounding { to: Some(self.interval(kind)?), way: self.way()? }),
            _ => Judge::Rounded(Rounding { to: None, way: self.way()? }),
        };
        let count = self.u.int_in_range(1..=2)?;
        let mut parts = Vec::new();
        for _ in 0..count {
            let value = if self.one_in(2)? { self.num(kind, 1, true)? } else { Num::Read(self.read(kind)?) };
            let first = self.literal(kind)?;
            parts.push(if self.one_in(3)? {
                let last =
                    Literal { mantissa: first.mantissa + self.u.int_in_range(0..=4)?, ..first.clone() };
                Cond::InRange(value, Num::Literal(first), Num::Literal(last))
            } else {
                let op = self.op()?;
                if self.one_in(4)? {
                    Cond::Compare(op, Num::Literal(first), value)
                } else {
                    Cond::Compare(op, value, Num::Literal(first))
                }
            });
        }
        target.condition = match parts.len() {
            1 => parts.remove(0),
            _ => Cond::Any(parts),
        };
        Ok(())
    }

    /// A target that is held against a milestone or a track while it is pending.
    fn on_a_way(&mut self, target: &mut Target) -> Result<()> {
        let Due::By(due) = target.due else { return Ok(()) };
        let kind = *self.u.choose(&[Kind::Plain, Kind::Share, Kind::Mass])?;
        let metric = self.metric(kind)?;
        let op = self.u.choose(&OPS[..4]).copied()?;
        let compare = |maker: &mut Self| -> Result<Cond> {
            Ok(Cond::Compare(op, Num::Read(read(metric)), Num::Literal(maker.literal(kind)?)))
        };
        if due > 2008 && self.one_in(2)? {
            target.condition = compare(self)?;
            target.way = Some(Progress::Milestone(self.u.int_in_range(2008..=due - 1)?, compare(self)?));
        } else if due > 2008 {
            target.condition = if self.one_in(2)? { compare(self)? } else { Cond::Change(self.change()?) };
            if let Cond::Change(change) = &target.condition
                && change.since >= due
            {
                return Ok(());
            }
            let from = self.u.int_in_range(2008..=due - 1)?;
            target.way = Some(Progress::Track { compound: self.one_in(2)?, from });
        } else {
            target.condition = compare(self)?;
        }
        Ok(())
    }

    fn cond(&mut self, depth: u32) -> Result<Cond> {
        let most = if depth == 0 { 8 } else { 13 };
        Ok(match self.u.int_in_range(0..=most)? {
            0..=3 => {
                let kind = self.kind()?;
                let op = self.op()?;
                let value = self.num(kind, depth.min(2), false)?;
                let limit = if self.one_in(3)? {
                    self.num(kind, depth.min(1), false)?
                } else {
                    Num::Literal(self.literal(kind)?)
                };
                if self.one_in(5)? {
                    Cond::Compare(op, limit, value)
                } else {
                    Cond::Compare(op, value, limit)
                }
            }
            4 => {
                let kind = self.kind()?;
                let value = self.num(kind, depth.min(2), false)?;
                let first = self.literal(kind)?;
                let last = if self.one_in(4)? {
                    self.num(kind, 1, false)?
                } else {
                    Num::Literal(Literal {
                        mantissa: first.mantissa + self.u.int_in_range(0..=4)?,
                        ..first.clone()
                    })
                };
                Cond::InRange(value, Num::Literal(first), last)
            }
            5 => {
                let metric = if self.one_in(3)? { Metric::Asked(Question::Every) } else { Metric::B(0) };
                Cond::Is(self.read_of(metric)?)
            }
            6 => {
                let read = self.read_of(Metric::C(0))?;
                if self.one_in(3)? {
                    let first = self.u.int_in_range(0..=4)?;
                    Cond::LevelRange(read, first, self.u.int_in_range(first..=4)?)
                } else {
                    let op = self.op()?;
                    Cond::LevelCompare(op, read, self.u.int_in_range(0..=4)?)
                }
            }
            7 => Cond::Change(self.change()?),
            8 => {
                if self.one_in(3)? {
                    let rate =
                        Literal { mantissa: self.u.int_in_range(-50..=100)?, places: 0, unit: Unit::Percent };
                    let metric = *self.u.choose(&[Metric::N(0), Metric::N(1), Metric::M(0)])?;
                    let op = self.op()?;
                    Cond::Growth(metric, self.u.int_in_range(2008..=2011)?, op, rate)
                } else {
                    let kind = *self.u.choose(&[Kind::Plain, Kind::Share, Kind::Mass])?;
                    let value = Num::Read(read(self.metric(kind)?));
                    let first = self.u.int_in_range(2008..=2010)?;
                    let last =
                        if self.one_in(3)? { Some(self.u.int_in_range(first + 1..=2011)?) } else { None };
                    let trend = Trend { falls: self.one_in(2)?, negated: self.one_in(2)?, first, last };
                    Cond::Trend(value, trend)
                }
            }
            9 => Cond::Not(Box::new(self.cond(depth - 1)?)),
            10 => Cond::All(self.conds(depth - 1)?),
            11 => Cond::Any(self.conds(depth - 1)?),
            _ => {
                let parts = self.conds(depth - 1)?;
                Cond::AtLeast(self.u.int_in_range(1..=parts.len())?, parts)
            }
        })
    }

    fn conds(&mut self, depth: u32) -> Result<Vec<Cond>> {
        let count = self.u.int_in_range(2..=3)?;
        (0..count).map(|_| self.cond(depth)).collect()
    }

    fn change(&mut self) -> Result<Change> {
        let kind = *self.u.choose(&[Kind::Plain, Kind::Plain, Kind::Share, Kind::Mass])?;
        let metric = self.metric(kind)?;
        let amount = match kind {
            Kind::Share => Literal { unit: Unit::Points, ..self.literal(Kind::Points)? },
            _ if self.one_in(2)? => {
                Literal { mantissa: self.u.int_in_range(0..=120)?, places: 0, unit: Unit::Percent }
            }
            kind => {
                let literal = self.literal(kind)?;
                Literal { mantissa: literal.mantissa.abs(), ..literal }
            }
        };
        let amount = Literal { mantissa: amount.mantissa.abs(), ..amount };
        let bound = *self.u.choose(&[Bound::AtLeast, Bound::AtMost, Bound::MoreThan, Bound::LessThan])?;
        let falls = self.one_in(2)?;
        Ok(Change { metric, falls, bound, amount, since: self.u.int_in_range(2008..=2011)? })
    }

    fn kind(&mut self) -> Result<Kind> {
        self.u.choose(&[Kind::Plain, Kind::Plain, Kind::Share, Kind::Points, Kind::Mass]).copied()
    }

    fn op(&mut self) -> Result<Op> {
        self.u.choose(&OPS).copied()
    }

    fn way(&mut self) -> Result<Way> {
        self.u.choose(&[Way::HalfEven, Way::HalfEven, Way::HalfUp, Way::Truncated]).copied()
    }

    fn interval(&mut self, kind: Kind) -> Result<Literal> {
        let (mantissa, places) = *self.u.choose(&[(1, 0), (1, 1), (5, 1), (2, 1), (2, 0), (10, 0)])?;
        Ok(Literal { mantissa, places, unit: self.unit(kind)? })
    }

    fn unit(&mut self, kind: Kind) -> Result<Unit> {
        Ok(match kind {
            Kind::Plain => Unit::Plain,
            Kind::Share => Unit::Percent,
            Kind::Points => Unit::Points,
            Kind::Mass => *self.u.choose(&[Unit::Tonne, Unit::Tonne, Unit::Kilo])?,
        })
    }

    /// A literal, remembered so that data come near it.
    fn literal(&mut self, kind: Kind) -> Result<Literal> {
        let unit = self.unit(kind)?;
        let (least, most) = match kind {
            Kind::Plain | Kind::Points => (-30, 60),
            Kind::Share => (0, 1000),
            Kind::Mass => (0, 400),
        };
        let literal = match self.u.int_in_range(0..=19)? {
            0 if kind == Kind::Plain => Literal { mantissa: i128::from(i64::MAX), places: 3, unit },
            1 if kind == Kind::Plain => Literal { mantissa: 1, places: 12, unit },
            _ => Literal {
                mantissa: self.u.int_in_range(least..=most)?,
                places: u32::from(kind != Kind::Plain || self.one_in(2)?),
                unit,
            },
        };
        self.pool.push(literal.clone());
        Ok(literal)
    }

    /// A year that data may speak of.
    fn spoken(&mut self) -> Result<i16> {
        let year = self.year()?;
        Ok(YEARS
            .chain(YEARS)
            .skip_while(|one| *one != year)
            .find(|one| !self.silent.contains(one))
            .unwrap_or(year))
    }

    fn year(&mut self) -> Result<i16> {
        self.u.int_in_range(YEARS)
    }

    /// Whether one of so many draws is the first.
    fn one_in(&mut self, many: u8) -> Result<bool> {
        Ok(self.u.int_in_range(1..=many)? == many)
    }
}

fn read(metric: Metric) -> Read {
    Read { metric, place: None, time: Time::Now }
}
