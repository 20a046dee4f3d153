//! A plan, its data and a question, as a tree of our own.
//!
//! Nothing here comes from the other crates: a scenario is written out as rule text, and what dabiao makes of that text
//! is held against what the reference says about this tree.

use num_bigint::BigInt;

use crate::answer::Number;

/// The years that data speak of.
pub(crate) const YEARS: std::ops::RangeInclusive<i16> = 2008..=2012;

/// A plan with data and a question.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// The plan's period, in years.
    pub period: Option<(i16, i16)>,
    /// How the plan compares where a target says nothing.
    pub judge: Option<Rounding>,
    /// What the assumption `least` stands for.
    pub least: Literal,
    /// What the computed metric `d0` is.
    pub derived: Num,
    /// What each of the metrics that records answer for asks.
    pub threshold: Literal,
    /// The targets.
    pub targets: Vec<Target>,
    /// The entities; none where the data name none.
    pub entities: Vec<Entity>,
    /// The values.
    pub data: Vec<Datum>,
    /// The records of the table `samples`; `None` where the table is not given.
    pub records: Option<Vec<Record>>,
    /// The day asked for.
    pub as_of: Day,
    /// The year asked for, if one is.
    pub year: Option<i16>,
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i16, pub i8, pub i8);

impl Day {
    /// The last day of a year.
    #[must_use]
    pub fn end_of(year: i16) -> Day {
        Day(year, 12, 31)
    }
}

/// An entity of the tree.
#[derive(Debug, Clone)]
pub struct Entity {
    /// Its name.
    pub name: &'static str,
    /// The position of the one above it.
    pub parent: Option<usize>,
    /// Its level.
    pub level: Option<&'static str>,
}

/// A value of a metric.
#[derive(Debug, Clone)]
pub struct Datum {
    /// The metric.
    pub metric: Metric,
    /// The entity's position.
    pub entity: Option<usize>,
    /// The year; a value without one holds in every period.
    pub year: Option<i16>,
    /// The value, or that it is missing.
    pub value: Given,
}

/// What data say.
#[derive(Debug, Clone)]
pub enum Given {
    /// That the value is missing.
    Missing,
    /// A number, perhaps marked as rounded before.
    Number(Literal, Option<Mark>),
    /// A fraction, `1/3`; of a percent with the counts behind it.
    Fraction(i64, i64),
    /// Yes or no.
    Truth(bool),
    /// A level by its place, the worst first.
    Level(usize),
}

/// Whether a value that ends in a half was rounded up or down to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `(-)`
    RoundedUp,
    /// `(+)`
    RoundedDown,
}

/// A record of the table `samples`.
#[derive(Debug, Clone)]
pub struct Record {
    /// The entity's position.
    pub entity: Option<usize>,
    /// The year.
    pub year: i16,
    /// `pass`, `fail`, `void`, or missing.
    pub outcome: Option<&'static str>,
    /// A number, or missing.
    pub amount: Option<Literal>,
}

/// The metrics that every plan has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Metric {
    /// Plain numbers.
    N(u8),
    /// Percents.
    P(u8),
    /// Tonnes.
    M(u8),
    /// Yes or no.
    B(u8),
    /// Levels.
    C(u8),
    /// A number that is computed.
    Derived,
    /// What records answer.
    Asked(Question),
    /// What every entity has, so that all are judged.
    Seen,
}

/// What is asked of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// The share of passes among passes and fails.
    Share,
    /// How many have at least the threshold.
    Count,
    /// The sum of the amounts that are not void.
    Sum,
    /// Their mean.
    Average,
    /// Their median.
    Median,
    /// The least of them.
    Least,
    /// The greatest of them.
    Greatest,
    /// Whether each passed or is below the threshold.
    Every,
}

/// What a number is a number of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A plain one.
    Plain,
    /// A share.
    Share,
    /// A difference of shares.
    Points,
    /// Tonnes.
    Mass,
}

/// The unit that a literal is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// None.
    Plain,
    /// `%`
    Percent,
    /// `points`
    Points,
    /// `tonne`
    Tonne,
    /// `kilo`, a thousandth of a tonne.
    Kilo,
}

/// A number as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    /// Its digits.
    pub mantissa: i128,
    /// How many of them stand behind the point.
    pub places: u32,
    /// Its unit.
    pub unit: Unit,
}

impl Literal {
    /// Its exact value: a share for percents, tonnes for masses.
    #[must_use]
    pub fn value(&self) -> Number {
        Number::new(BigInt::from(self.mantissa), BigInt::from(10).pow(self.places)) * self.unit.size()
    }

    /// The size of its last place.
    #[must_use]
    pub fn last_place(&self) -> Number {
        Literal { mantissa: 1, ..self.clone() }.value()
    }
}

impl Unit {
    fn size(self) -> Number {
        let parts = match self {
            Unit::Plain | Unit::Tonne => 1,
            Unit::Percent | Unit::Points => 100,
            Unit::Kilo => 1000,
        };
        Number::new(BigInt::from(1), BigInt::from(parts))
    }
}

/// Where and when a metric is read.
#[derive(Debug, Clone)]
pub struct Read {
    /// The metric.
    pub metric: Metric,
    /// Another place.
    pub place: Option<Place>,
    /// Another time.
    pub time: Time,
}

/// Another place than the entity judged.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    /// The nearest ancestor of a level.
    Above(&'static str),
    /// An entity by its position.
    Entity(usize),
}

/// When a metric is read.
#[derive(Debug, Clone, Copy)]
pub enum Time {
    /// In the year judged.
    Now,
    /// In the year before.
    LastYear,
    /// In a year that is named.
    In(i16),
}

/// An expression that comes to a number.
#[derive(Debug, Clone)]
pub enum Num {
    Literal(Literal),
    /// The assumption.
    Assumed,
    Read(Read),
    Negate(Box<Num>),
    Absolute(Box<Num>),
    Round(Box<Num>, Literal),
    Arithmetic(char, Box<Num>, Box<Num>),
    Least(Vec<Num>),
    Greatest(Vec<Num>),
    If(Box<Cond>, Box<Num>, Box<Num>),
    /// `average of x over last 3 years needing 2`
    Window(Summary, Box<Num>, i16, Option<usize>),
    /// `average of x over districts excluding self`
    Level(Summary, Box<Num>, &'static str, bool),
}

/// How several values become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summary {
    Average,
    Sum,
    Least,
    Greatest,
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    AtLeast,
    Above,
    AtMost,
    Below,
    Equal,
    NotEqual,
}

/// An expression that comes to yes or no.
#[derive(Debug, Clone)]
pub enum Cond {
    Compare(Op, Num, Num),
    InRange(Num, Num, Num),
    Is(Read),
    LevelCompare(Op, Read, usize),
    LevelRange(Read, usize, usize),
    Not(Box<Cond>),
    All(Vec<Cond>),
    Any(Vec<Cond>),
    AtLeast(usize, Vec<Cond>),
    Change(Change),
    Trend(Num, Trend),
    /// `yearly change of x since 2009 >= 2%`
    Growth(Metric, i16, Op, Literal),
}

/// `x falls by at least 20% since 2009`
#[derive(Debug, Clone)]
pub struct Change {
    pub metric: Metric,
    pub falls: bool,
    pub bound: Bound,
    /// In percent relative to the base, except of a percent; otherwise absolute.
    pub amount: Literal,
    pub since: i16,
}

/// How a change stands to its amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// `x falls every year since 2008`
#[derive(Debug, Clone, Copy)]
pub struct Trend {
    pub falls: bool,
    pub negated: bool,
    pub first: i16,
    /// Named in a range; otherwise the year judged.
    pub last: Option<i16>,
}

/// How values are rounded before they are compared.
#[derive(Debug, Clone)]
pub struct Rounding {
    /// The interval; without one the last place of the limit.
    pub to: Option<Literal>,
    pub way: Way,
}

/// Where a half goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    HalfEven,
    HalfUp,
    Truncated,
}

/// A target.
#[derive(Debug, Clone)]
pub struct Target {
    pub condition: Cond,
    pub when: Option<Cond>,
    pub warn: Option<Cond>,
    pub due: Due,
    pub judge: Judge,
    pub sample: Option<Sample>,
    pub way: Option<Progress>,
}

/// When a target is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Now,
    /// `by: end of 2010`
    By(i16),
    /// `each: year`
    Each,
}

/// What a target says about rounding.
#[derive(Debug, Clone)]
pub enum Judge {
    /// Nothing: the plan's way holds.
    Plan,
    Exact,
    Rounded(Rounding),
}

/// `confidence: 95% by wilson`
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// In percent.
    pub confidence: u8,
    pub wilson: bool,
}

/// What a pending target is held against.
#[derive(Debug, Clone)]
pub enum Progress {
    /// `milestone: 2009 >= 80%`
    Milestone(i16, Cond),
    /// `track: linear from 2008`
    Track { compound: bool, from: i16 },
}
