//! The `field: value` lines of items.

use dabiao_model::{Span, Step};

use super::{Expr, Moment, Name, Text};

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
    Type(TypeExpr),
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
