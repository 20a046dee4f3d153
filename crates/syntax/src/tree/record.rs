//! Tables of records.

use super::{Name, TypeExpr};

/// `outcome text`: a column of a record table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The column's name.
    pub name: Name,
    /// The type of its values.
    pub ty: TypeExpr,
}
