//! The `field: value` lines of items.

use dabiao_model::{Span, Step, Verdict};

use super::{
    Adjustment, Band, Column, Confidence, Expectation, Expr, Given, Judge, Milestone, Moment, Name, Quantity,
    Score, Text, Track,
};

/// A field line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Which field it is.
    pub key: Key,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub value: FieldValue,
    /// The whole field, key and value.
    pub span: Span,
}

/// The fields of the language, over all items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each key is the field of its name")]
pub enum Key {
    Allow,
    Also,
    Because,
    Bonus,
    By,
    Cite,
    Columns,
    Confidence,
    Each,
    Expect,
    Given,
    Grade,
    IfNone,
    Judge,
    Language,
    Milestone,
    Owner,
    Penalty,
    Period,
    Reason,
    Score,
    Source,
    Title,
    Track,
    Type,
    Value,
    Veto,
    Warn,
    Weight,
    When,
    With,
}

/// A field's value. Which item takes which field is the checker's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// `"二(一)4", "三"`
    Texts(Vec<Text>),
    /// `industry_and_commerce, construction`
    Names(Vec<Name>),
    /// `market_sampling.pass_rate < 92%`
    Expr(Expr),
    /// `percent in 0%..100%`
    Type(Box<TypeExpr>),
    /// `end of 2011`
    Moment(Moment),
    /// `2011..2013`
    Periods(Moment, Moment),
    /// `year`
    Step(Step),
    /// `yes`
    YesNo(bool),
    /// `W0601 because "the plan itself says 2010"`
    Allow {
        /// The code.
        code: Name,
        /// Why the warning is accepted.
        because: Option<Text>,
    },
    /// `3`
    Quantity(Quantity),
    /// `met`, behind `if none:`
    Verdict(Verdict),
    /// `entity text, period period, outcome text, amount number`
    Columns(Vec<Column>),
    /// `rounded to 0.1%`
    Judge(Judge),
    /// `95% by wilson`
    Confidence(Box<Confidence>),
    /// `2008 falls by at least 10% since 2005`
    Milestone(Box<Milestone>),
    /// `linear from 2010`
    Track(Track),
    /// `ladder 100% -> 40, 90% -> 35`
    Score(Box<Score>),
    /// `2 per 10% over 100% up to 6`, behind `bonus:` or `penalty:`
    Adjustment(Box<Adjustment>),
    /// `A >= 90, B >= 80, C >= 60, D otherwise`
    Grade(Vec<Band>),
    /// `market_sampling.pass_rate = 90%`
    Given(Vec<Given>),
    /// `market_sampling.pass_rate met`
    Expect(Vec<Expectation>),
}

/// `percent in 0%..100%`, `enterprise`, `yes/no`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeExpr {
    /// The type's name, a unit expression or a scale's name.
    pub name: Name,
    /// The range of possible values.
    pub range: Option<(Expr, Expr)>,
    /// The whole expression.
    pub span: Span,
}
