//! How a target is judged: comparison, sampling, milestones, the way there.

use dabiao_model::{RoundingMode, Span};

use super::{Expr, Moment, Quantity};

/// What a value is compared as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judge {
    /// `exact`: the value itself, the "full-value comparison" of GB/T 8170
    Exact,
    /// `rounded to 0.1%`, `rounded to 0.1% half up`: the "rounded-value comparison" of GB/T 8170
    Rounded {
        /// The interval; without one, the last place that the limit is written with.
        to: Option<Quantity>,
        /// The mode; half to even where none is written.
        mode: RoundingMode,
    },
}

/// `95%`, `95% by wilson`: the confidence at which a sample decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confidence {
    /// The level.
    pub level: Quantity,
    /// Which bound is compared.
    pub method: SamplingMethod,
    /// The whole value.
    pub span: Span,
}

/// The one-sided bounds of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SamplingMethod {
    /// `clopper-pearson`, also where nothing is written
    ClopperPearson,
    /// `wilson`
    Wilson,
}

/// `2008 falls by at least 10% since 2005`, `2012 >= 85%`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// When it is due.
    pub at: Moment,
    /// What is asked by then; where nothing stands before the operator, the operand is
    /// [`ExprKind::Subject`](super::ExprKind::Subject).
    pub condition: Expr,
    /// The whole value.
    pub span: Span,
}

/// `linear from 2010`: the path from the base to the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Track {
    /// The path's shape.
    pub path: Path,
    /// The base.
    pub from: Moment,
    /// The whole value.
    pub span: Span,
}

/// The shape of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Path {
    /// `linear`: the same difference in each year
    Linear,
    /// `compound`: the same ratio in each year
    Compound,
}
