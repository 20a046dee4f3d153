//! The forty targets written by hand, one way in each file.

mod columns;
mod json;
mod row_table;
mod straight;
mod table;
mod text;
mod tree;

pub(crate) use columns::Columns;
pub(crate) use row_table::RowTable;
pub(crate) use straight::{Straight, StraightDecimal};
pub(crate) use table::{DecimalTable, IntegerTable};
pub(crate) use text::bare_lines;
pub(crate) use tree::DecimalTree;
