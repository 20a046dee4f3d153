//! Scenarios as people would write them.

use std::fmt::{self, Display, Formatter};

use crate::scenario::{
    Bound, Change, Cond, Due, Given, Judge, Literal, Mark, Metric, Num, Op, Place, Progress, Question, Read,
    Rounding, Scenario, Summary, Target, Time, Trend, Unit, Way,
};

/// The names of levels, the worst first.
pub(crate) const LEVELS: [&str; 5] = ["V", "IV", "III", "II", "I"];

impl Scenario {
    /// The rule file.
    #[must_use]
    pub fn rules(&self) -> String {
        let mut text = String::from("plan p\n");
        if let Some((first, last)) = self.period {
            text += &format!("  period: {first}..{last}\n");
        }
        if let Some(rounding) = &self.judge {
            text += &format!("  judge: {rounding}\n");
        }
        text += "unit tonne\nunit kilo = 0.001 tonne\nscale classes: V < IV < III < II < I\n\
                 table samples\n  columns: entity text, period period, outcome text, amount number\n";
        text += &format!("assume least = {}\n  because: \"a test\"\n", self.least);
        for metric in Metric::all() {
            text += &format!("metric {metric}\n  type: {}\n", metric.type_name());
            if metric == Metric::Derived {
                text += &format!("  value: {}\n", self.derived);
            }
            if let Metric::Asked(question) = metric {
                text += &format!("  value: {}\n", question.text(&self.threshold));
            }
        }
        for (index, target) in self.targets.iter().enumerate() {
            text += &format!("target t{index}: {target}");
        }
        text
    }

    /// The values as lines of a table, for people who look at a case.
    #[must_use]
    pub fn shown_data(&self) -> String {
        let mut text = String::new();
        for datum in &self.data {
            let of =
                datum.entity.map_or(String::new(), |entity| format!(" of {}", self.entities[entity].name));
            let during = datum.year.map_or(String::new(), |year| format!(" in {year}"));
            text += &format!("{}{of}{during} = {}\n", datum.metric, datum.value);
        }
        for record in self.records.iter().flatten() {
            text += &format!("{record:?}\n");
        }
        text + &format!("as of {:?}, year {:?}, entities {:?}\n", self.as_of, self.year, self.entities)
    }
}

impl Metric {
    /// Every metric, in the order in which plans declare them.
    #[must_use]
    pub fn all() -> Vec<Metric> {
        let asked = Question::ALL.map(Metric::Asked);
        let plain = [
            Metric::N(0),
            Metric::N(1),
            Metric::N(2),
            Metric::P(0),
            Metric::P(1),
            Metric::M(0),
            Metric::B(0),
            Metric::C(0),
            Metric::Seen,
            Metric::Derived,
        ];
        [&plain[..], &asked[..]].concat()
    }

    fn type_name(self) -> &'static str {
        match self {
            Metric::N(_) | Metric::Seen | Metric::Derived => "number",
            Metric::P(_) | Metric::Asked(Question::Share) => "percent",
            Metric::M(_) => "tonne",
            Metric::B(_) | Metric::Asked(Question::Every) => "yes/no",
            Metric::C(_) => "classes",
            Metric::Asked(_) => "number",
        }
    }
}

impl Question {
    /// Every question.
    pub const ALL: [Question; 8] = [
        Question::Share,
        Question::Count,
        Question::Sum,
        Question::Average,
        Question::Median,
        Question::Least,
        Question::Greatest,
        Question::Every,
    ];

    fn text(self, threshold: &Literal) -> String {
        let amounts = |word: &str| format!("{word} of samples.amount where outcome != \"void\"");
        match self {
            Question::Share => {
                "share of samples where outcome = \"pass\" among outcome in {\"pass\", \"fail\"}".to_string()
            }
            Question::Count => format!("count of samples where amount >= {threshold}"),
            Question::Sum => amounts("sum"),
            Question::Average => amounts("average"),
            Question::Median => amounts("median"),
            Question::Least => amounts("min"),
            Question::Greatest => amounts("max"),
            Question::Every => {
                format!("every samples satisfies outcome = \"pass\" or amount < {threshold}")
            }
        }
    }
}

impl Display for Metric {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Metric::N(index) => write!(f, "n{index}"),
            Metric::P(index) => write!(f, "p{index}"),
            Metric::M(index) => write!(f, "m{index}"),
            Metric::B(index) => write!(f, "b{index}"),
            Metric::C(index) => write!(f, "c{index}"),
            Metric::Derived => write!(f, "d0"),
            Metric::Seen => write!(f, "seen"),
            Metric::Asked(question) => write!(f, "asked.{}", format!("{question:?}").to_lowercase()),
        }
    }
}

impl Display for Literal {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let places = self.places as usize;
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let point = if places > 0 { "." } else { "" };
        let unit = match self.unit {
            Unit::Plain => "",
            Unit::Percent => "%",
            Unit::Points => " points",
            Unit::Tonne => " tonne",
            Unit::Kilo => " kilo",
        };
        write!(f, "{sign}{whole}{point}{fraction}{unit}")
    }
}

impl Display for Given {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Given::Missing => write!(f, "NA"),
            Given::Number(literal, None) => write!(f, "{literal}"),
            Given::Number(literal, Some(Mark::RoundedUp)) => write!(f, "{literal}(-)"),
            Given::Number(literal, Some(Mark::RoundedDown)) => write!(f, "{literal}(+)"),
            Given::Fraction(numerator, denominator) => write!(f, "{numerator}/{denominator}"),
            Given::Truth(truth) => write!(f, "{}", if *truth { "yes" } else { "no" }),
            Given::Level(level) => write!(f, "{}", LEVELS[*level]),
        }
    }
}

impl Display for Read {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.metric)?;
        match self.place {
            None => {}
            Some(Place::Above(level)) => write!(f, " of {level}")?,
            Some(Place::Entity(entity)) => write!(f, " of {}", crate::random::NAMES[entity])?,
        }
        match self.time {
            Time::Now => Ok(()),
            Time::LastYear => write!(f, " last year"),
            Time::In(year) => write!(f, " in {year}"),
        }
    }
}

impl Display for Summary {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Summary::Average => "average",
            Summary::Sum => "sum",
            Summary::Least => "min",
            Summary::Greatest => "max",
        })
    }
}

fn list<T: Display>(of: &[T]) -> String {
    of.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}

fn joined<T: Display>(of: &[T], word: &str) -> String {
    of.iter().map(T::to_string).collect::<Vec<_>>().join(word)
}

impl Display for Num {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Num::Literal(literal) => write!(f, "{literal}"),
            Num::Assumed => write!(f, "least"),
            Num::Read(read) => write!(f, "{read}"),
            Num::Negate(of) => write!(f, "(-({of}))"),
            Num::Absolute(of) => write!(f, "abs({of})"),
            Num::Round(of, to) => write!(f, "round({of} to {to})"),
            Num::Arithmetic(op, left, right) => write!(f, "(({left}) {op} ({right}))"),
            Num::Least(of) => write!(f, "min({})", list(of)),
            Num::Greatest(of) => write!(f, "max({})", list(of)),
            Num::If(cond, then, otherwise) => write!(f, "(if ({cond}) then ({then}) else ({otherwise}))"),
            Num::Window(summary, of, count, needing) => {
                write!(f, "({summary} of ({of}) over last {count} years")?;
                needing.map_or(Ok(()), |needing| write!(f, " needing {needing}"))?;
                write!(f, ")")
            }
            Num::Level(summary, of, level, excluding) => {
                let rest = if *excluding { " excluding self" } else { "" };
                write!(f, "({summary} of ({of}) over {level}s{rest})")
            }
        }
    }
}

impl Display for Op {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Op::AtLeast => ">=",
            Op::Above => ">",
            Op::AtMost => "<=",
            Op::Below => "<",
            Op::Equal => "=",
            Op::NotEqual => "!=",
        })
    }
}

impl Display for Cond {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Cond::Compare(op, left, right) => write!(f, "{left} {op} {right}"),
            Cond::InRange(value, first, last) => write!(f, "{value} in {first}..{last}"),
            Cond::Is(read) => write!(f, "{read}"),
            Cond::LevelCompare(op, read, level) => write!(f, "{read} {op} {}", LEVELS[*level]),
            Cond::LevelRange(read, first, last) => {
                write!(f, "{read} in {}..{}", LEVELS[*first], LEVELS[*last])
            }
            Cond::Not(of) => write!(f, "not ({of})"),
            Cond::All(of) if of.len() == 2 => write!(f, "(({}))", joined(of, ") and (")),
            Cond::All(of) => write!(f, "all of ({})", list(of)),
            Cond::Any(of) if of.len() == 2 => write!(f, "(({}))", joined(of, ") or (")),
            Cond::Any(of) => write!(f, "any of ({})", list(of)),
            Cond::AtLeast(count, of) => write!(f, "at least {count} of ({})", list(of)),
            Cond::Change(change) => write!(f, "{change}"),
            Cond::Trend(of, trend) => write!(f, "({of}) {trend}"),
            Cond::Growth(metric, since, op, rate) => {
                write!(f, "yearly change of {metric} since {since} {op} {rate}")
            }
        }
    }
}

impl Display for Change {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} since {}", self.metric, self.moved(), self.since)
    }
}

impl Change {
    /// `falls by at least 20%`
    fn moved(&self) -> String {
        let bound = match self.bound {
            Bound::AtLeast => "at least",
            Bound::AtMost => "at most",
            Bound::MoreThan => "more than",
            Bound::LessThan => "less than",
        };
        format!("{} by {bound} {}", if self.falls { "falls" } else { "rises" }, self.amount)
    }
}

impl Display for Trend {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.falls, self.negated) {
            (true, false) => "falls",
            (false, false) => "rises",
            (true, true) => "does not fall",
            (false, true) => "does not rise",
        })?;
        match self.last {
            Some(last) => write!(f, " every year in {}..{last}", self.first),
            None => write!(f, " every year since {}", self.first),
        }
    }
}

impl Display for Rounding {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "rounded")?;
        self.to.as_ref().map_or(Ok(()), |to| write!(f, " to {to}"))?;
        f.write_str(match self.way {
            Way::HalfEven => "",
            Way::HalfUp => " half up",
            Way::Truncated => " truncated",
        })
    }
}

impl Display for Target {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.condition)?;
        if let Some(when) = &self.when {
            writeln!(f, "  when: {when}")?;
        }
        if let Some(warn) = &self.warn {
            writeln!(f, "  warn: {warn}")?;
        }
        match self.due {
            Due::Now => {}
            Due::By(year) => writeln!(f, "  by: end of {year}")?,
            Due::Each => writeln!(f, "  each: year")?,
        }
        match &self.judge {
            Judge::Plan => {}
            Judge::Exact => writeln!(f, "  judge: exact")?,
            Judge::Rounded(rounding) => writeln!(f, "  judge: {rounding}")?,
        }
        if let Some(sample) = self.sample {
            let by = if sample.wilson { " by wilson" } else { "" };
            writeln!(f, "  confidence: {}%{by}", sample.confidence)?;
        }
        match &self.way {
            None => Ok(()),
            Some(Progress::Milestone(year, cond)) => writeln!(f, "  milestone: {year} {cond}"),
            Some(Progress::Track { compound, from }) => {
                writeln!(f, "  track: {} from {from}", if *compound { "compound" } else { "linear" })
            }
        }
    }
}
