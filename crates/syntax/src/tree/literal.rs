//! Names and literals.

use dabiao_model::{Number, Period, Span};

/// A name: `market_sampling.pass_rate`, `市场抽检.合格率`, `「市场商品抽检合格率」` or, where a name is due, `"…"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name without its quotes.
    pub text: Box<str>,
    /// The name with its quotes.
    pub span: Span,
}

/// A quoted text: `"pass"` or `「合格」`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text without its quotes.
    pub text: Box<str>,
    /// The text with its quotes.
    pub span: Span,
}

/// A number with what follows it: `1_000`, `90%`, `2 points`, `0.8 tce/万元`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number as written, so 90 for `90%`.
    pub number: Number,
    /// The fraction digits written: 1 for `96.0`. Rounded-value comparison depends on them.
    pub places: u32,
    /// What follows the number.
    pub suffix: Suffix,
    /// The whole literal.
    pub span: Span,
}

/// What follows a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suffix {
    /// `90`
    None,
    /// `90%`
    Percent,
    /// `2 points`, `2个百分点`
    Points,
    /// `10 enterprise`, `0.8 tce/万元`; the name is the whole unit expression.
    Unit(Name),
}

/// A period where one is named: `2005`, `2011-Q2`, `end of 2011`, `2010-12-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The period; the end of it where a day is meant.
    pub period: Period,
    /// The whole literal.
    pub span: Span,
}
