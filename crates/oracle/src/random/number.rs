//! Expressions that come to a number, made up.

use arbitrary::Result;

use super::{Maker, NAMES, SUMMARIES, read};
use crate::scenario::{Kind, Metric, Num, Place, Question, Read, Summary, Time};

impl Maker<'_, '_> {
    /// An expression that reads something; `is_plain` for one that reads only plain metrics, here and now.
    pub(super) fn num(&mut self, kind: Kind, depth: u32, is_plain: bool) -> Result<Num> {
        if kind == Kind::Points {
            let (left, right) = (self.share(is_plain)?, self.share(is_plain)?);
            return Ok(Num::Arithmetic('-', Box::new(left), Box::new(right)));
        }
        self.depth += 1;
        let most = if depth == 0 { 2 } else { 13 };
        let choice = self.u.int_in_range(0..=most)?;
        let of = |maker: &mut Self| maker.num(kind, depth.saturating_sub(1), is_plain).map(Box::new);
        let num = match choice {
            0..=4 => self.leaf(kind, is_plain)?,
            5 => Num::Absolute(of(self)?),
            6 => Num::Round(of(self)?, self.interval(kind)?),
            7 => Num::Least(vec![*of(self)?, self.operand(kind, depth, is_plain)?]),
            8 => Num::Greatest(vec![*of(self)?, self.operand(kind, depth, is_plain)?]),
            9 if !is_plain => {
                let cond = Box::new(self.cond(0)?);
                Num::If(cond, of(self)?, of(self)?)
            }
            10 if !is_plain => {
                let summary = *self.u.choose(&SUMMARIES)?;
                // Sums of shares are no shares.
                let summary =
                    if kind == Kind::Share && summary == Summary::Sum { Summary::Average } else { summary };
                let count = self.u.int_in_range(1..=3)?;
                let needing = if self.one_in(2)? { Some(self.u.int_in_range(1..=count)?) } else { None };
                let inner = self.leaf(kind, true)?;
                Num::Window(
                    summary,
                    Box::new(inner),
                    count,
                    needing.and_then(|one| usize::try_from(one).ok()),
                )
            }
            11 if !is_plain && self.has_tree => {
                let summary = *self.u.choose(&SUMMARIES)?;
                let summary =
                    if kind == Kind::Share && summary == Summary::Sum { Summary::Average } else { summary };
                let level = *self.u.choose(&["district", "province"])?;
                let inner = self.leaf(kind, true)?;
                Num::Level(summary, Box::new(inner), level, self.one_in(2)?)
            }
            _ => self.computed(kind, depth, is_plain)?,
        };
        self.depth -= 1;
        Ok(num)
    }

    pub(super) fn computed(&mut self, kind: Kind, depth: u32, is_plain: bool) -> Result<Num> {
        let left = Box::new(self.num(kind, depth.saturating_sub(1), is_plain)?);
        Ok(match kind {
            Kind::Plain => {
                let op = *self.u.choose(&['+', '-', '*', '/'])?;
                Num::Arithmetic(op, left, Box::new(self.operand(kind, depth, is_plain)?))
            }
            Kind::Mass => match self.u.int_in_range(0..=4)? {
                0 | 1 => Num::Arithmetic('+', left, Box::new(self.operand(kind, depth, is_plain)?)),
                2 => Num::Arithmetic('-', left, Box::new(self.operand(kind, depth, is_plain)?)),
                3 => Num::Arithmetic('*', left, Box::new(self.leaf(Kind::Plain, is_plain)?)),
                _ => Num::Arithmetic('/', left, Box::new(self.leaf(Kind::Plain, is_plain)?)),
            },
            Kind::Share | Kind::Points => *left,
        })
    }

    /// Something beside a value: perhaps a literal.
    pub(super) fn operand(&mut self, kind: Kind, depth: u32, is_plain: bool) -> Result<Num> {
        match self.u.int_in_range(0..=3)? {
            0 => self.num(kind, depth.saturating_sub(1), is_plain),
            1 if kind == Kind::Plain && !is_plain => Ok(Num::Assumed),
            _ => Ok(Num::Literal(self.literal(kind)?)),
        }
    }

    pub(super) fn leaf(&mut self, kind: Kind, is_plain: bool) -> Result<Num> {
        if is_plain {
            return Ok(Num::Read(read(match kind {
                Kind::Plain => Metric::N(self.u.int_in_range(0..=2)?),
                Kind::Mass => Metric::M(0),
                _ => Metric::P(self.u.int_in_range(0..=1)?),
            })));
        }
        Ok(Num::Read(self.read(kind)?))
    }

    pub(super) fn share(&mut self, is_plain: bool) -> Result<Num> {
        self.leaf(Kind::Share, is_plain)
    }

    pub(super) fn read(&mut self, kind: Kind) -> Result<Read> {
        let metric = self.metric(kind)?;
        self.read_of(metric)
    }

    pub(super) fn read_of(&mut self, metric: Metric) -> Result<Read> {
        let place = match self.u.int_in_range(0..=9)? {
            0 if self.has_tree => Some(Place::Above(self.u.choose(&["province", "nation"])?)),
            1 if self.has_tree => Some(Place::Entity(self.u.int_in_range(0..=NAMES.len() - 1)?)),
            _ => None,
        };
        let time = match self.u.int_in_range(0..=9)? {
            0 => Time::LastYear,
            1 => Time::In(self.u.int_in_range(2008..=2011)?),
            _ => Time::Now,
        };
        Ok(Read { metric, place, time })
    }

    pub(super) fn metric(&mut self, kind: Kind) -> Result<Metric> {
        Ok(match kind {
            Kind::Mass => Metric::M(0),
            Kind::Share | Kind::Points => match self.u.int_in_range(0..=4)? {
                0 => Metric::Asked(Question::Share),
                one => Metric::P(one % 2),
            },
            Kind::Plain => match self.u.int_in_range(0..=9)? {
                0 => Metric::Derived,
                1 => Metric::Asked(*self.u.choose(&Question::ALL[1..7])?),
                one => Metric::N(one % 3),
            },
        })
    }
}
