//! The syntax tree: what stands in a rule file, with the place of every part.

mod expr;
mod field;
mod item;
mod judge;
mod literal;
mod record;
mod score;
mod test;

use std::sync::Arc;

use dabiao_model::{Diagnostic, Source, Span};

pub use expr::{Aggregate, Arithmetic, Bound, Comparison, Direction, Expr, ExprKind, Function, TrendRange};
pub use field::{Field, FieldValue, Key, TypeExpr};
pub use item::{Item, ItemKind};
pub use judge::{Confidence, Judge, Milestone, Path, SamplingMethod, Track};
pub use literal::{Moment, Name, Quantity, Suffix, Text};
pub use record::Column;
pub use score::{Adjustment, Band, Part, Rung, Score, ScoreForm};
pub use test::{Expectation, Given};

/// A rule file that was read.
#[derive(Debug, Clone)]
pub struct Tree {
    /// The text that the tree's spans point into.
    pub source: Arc<Source>,
    /// The items that could be read, in the order of the text.
    pub items: Vec<Item>,
    /// The comments, each from its `#` to the end of the line, in the order of the text.
    pub comments: Vec<Span>,
    /// The names that broken items would have declared, so that nobody needs to complain of them elsewhere.
    pub lost_names: Vec<Name>,
    /// The names whose letters belong to different scripts, each where it first stands.
    pub mixed_names: Vec<Name>,
    /// What could not be read, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}
