//! The syntax tree: what stands in a rule file, with the place of every part.

mod expr;
mod field;
mod item;
mod literal;

use std::sync::Arc;

use dabiao_model::{Diagnostic, Source};

pub use expr::{
    Aggregate, Arithmetic, Bound, Comparison, Direction, Expr, ExprKind, Function, TrendRange,
};
pub use field::{Field, FieldValue, Key, TypeExpr};
pub use item::{Item, ItemKind};
pub use literal::{Moment, Name, Quantity, Suffix, Text};

/// A rule file that was read.
#[derive(Debug, Clone)]
pub struct Tree {
    /// The text that the tree's spans point into.
    pub source: Arc<Source>,
    /// The items that could be read, in the order of the text.
    pub items: Vec<Item>,
    /// What could not be read, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}
