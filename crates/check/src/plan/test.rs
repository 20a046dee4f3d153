//! A test of the plan's own rules.

use dabiao_model::{Date, Flag, Number, Period, Value, Verdict};
use dabiao_syntax::Comparison;
use serde::{Deserialize, Serialize};

use super::{At, MetricId, TableId};

/// Values that are given, and the verdicts that must come of them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Test {
    /// What it tests.
    pub title: String,
    /// The day on which it is asked; where it is `None`, the end of the plan's period counts.
    pub as_of: Option<Date>,
    /// All that is known.
    pub given: Vec<Given>,
    /// The records that are known.
    pub records: Vec<GivenRecords>,
    /// The verdicts that must come out.
    pub expected: Vec<Expected>,
    /// What must come out as score and grade.
    pub scores: Vec<ExpectedScore>,
    /// Where it is written.
    pub at: At,
}

/// One value that a test gives.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Given {
    /// The metric, which is an observed one.
    pub metric: MetricId,
    /// For whom.
    pub entity: Option<String>,
    /// For when.
    pub period: Option<Period>,
    /// The value, in base units; `None` for one that is missing.
    pub value: Option<Value>,
    /// The counts of a share that is given as `462/500`.
    pub counts: Option<(Number, Number)>,
    /// Where it is written.
    pub at: At,
}

/// Records of one kind that a test gives.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GivenRecords {
    /// The table.
    pub table: TableId,
    /// How many there are of them.
    pub count: u32,
    /// For whom.
    pub entity: Option<String>,
    /// For when.
    pub period: Option<Period>,
    /// Their values by column, in base units; the other cells are missing.
    pub values: Vec<(usize, Value)>,
    /// Where it is written.
    pub at: At,
}

/// One verdict that a test expects.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Expected {
    /// The target's id.
    pub target: String,
    /// For whom; every entity that is judged where it is `None`.
    pub entity: Option<String>,
    /// For when; the period that the target is judged for by itself where it is `None`.
    pub period: Option<Period>,
    /// The verdict.
    pub verdict: Verdict,
    /// The flags that must stand beside it; others may.
    pub flags: Vec<Flag>,
    /// Where it is written.
    pub at: At,
}

/// What a test expects of a score or a grade.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExpectedScore {
    /// For whom; every entity that is judged where it is `None`.
    pub entity: Option<String>,
    /// What must come out.
    pub outcome: Outcome,
    /// The expectation as it is written.
    pub text: String,
    /// Where it is written.
    pub at: At,
}

/// How a score or a grade must come out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// `score >= 80`: the total stands so to a number.
    Score(Comparison, Number),
    /// `score in 80..90`: the total lies between two numbers, both included.
    ScoreWithin(Number, Number),
    /// `score unknown`
    NoScore,
    /// `grade = B`: the given grade.
    Grade(String),
    /// `grade != B`
    OtherGrade(String),
    /// `grade unknown`
    NoGrade,
}
