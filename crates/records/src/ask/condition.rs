//! Conditions on one record as expressions of a query, exact and three-valued, where they can be.

use dabiao_check::{Comparison, RowExpr};
use dabiao_model::{Date, Type, Value};
use datafusion::arrow::datatypes::Schema;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Expr, Operator, binary_expr, ident, lit, when};

use crate::date::days_of;
use crate::decimal::Decimal;
use crate::shape::{Kind, Shape, factor, in_own_unit};

/// What computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// DataFusion in this process, with dabiao's own arithmetic for what decimals cannot do.
    Here,
    /// A database with decimals.
    Decimals,
    /// A database with integers only, in which a cell counts the smallest of so many digits behind the point.
    Integers {
        /// The digits.
        scale: u8,
    },
}

/// What conditions are asked of: the cells of a table, and the values of assumptions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) shape: &'a Shape<'a>,
    /// The columns of the cells, by their names in the table.
    pub(crate) cells: &'a Schema,
    pub(crate) assumptions: &'a [Value],
    pub(crate) engine: Engine,
}

impl Asked<'_> {
    /// A condition; NULL where a cell is missing that decides it. `None` for one that a query cannot ask exactly, such
    /// as a division.
    pub(crate) fn condition(&self, of: &RowExpr) -> Option<Expr> {
        match of {
            RowExpr::Not(only) => Some(negated(self.condition(only)?)),
            RowExpr::All(parts) => self.joined(parts, Operator::And, true),
            RowExpr::Any(parts) => self.joined(parts, Operator::Or, false),
            RowExpr::AtLeast(wanted, parts) => self.at_least(*wanted, parts),
            RowExpr::Compare(op, left, right) => self.compare(*op, left, right),
            RowExpr::Column(index) if self.kind(*index)? == Kind::YesNo => self.cell(*index),
            RowExpr::Constant(_) | RowExpr::Assumption(_) => match self.fixed(of)? {
                Value::YesNo(truth) => Some(lit(*truth)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The cell of a column.
    pub(crate) fn cell(&self, index: usize) -> Option<Expr> {
        Some(ident(&self.shape.column(index)?.name))
    }

    pub(super) fn kind(&self, index: usize) -> Option<Kind> {
        Some(Kind::of(&self.shape.column(index)?.ty))
    }

    pub(super) fn fixed<'v>(&'v self, of: &'v RowExpr) -> Option<&'v Value> {
        match of {
            RowExpr::Constant(value) => Some(value),
            RowExpr::Assumption(id) => self.assumptions.get(id.index()),
            _ => None,
        }
    }

    fn joined(&self, parts: &[RowExpr], op: Operator, none: bool) -> Option<Expr> {
        let parts: Vec<Expr> = parts.iter().map(|part| self.condition(part)).collect::<Option<_>>()?;
        Some(
            parts.into_iter().reduce(|left, right| binary_expr(left, op, right)).unwrap_or_else(|| lit(none)),
        )
    }

    /// Enough parts that hold decide, and so do too few that could.
    fn at_least(&self, wanted: u32, parts: &[RowExpr]) -> Option<Expr> {
        let parts: Vec<Expr> = parts.iter().map(|part| self.condition(part)).collect::<Option<_>>()?;
        let count = |possible: bool| {
            let ones = parts.iter().map(|part| match possible {
                true => when(negated(part.clone()), lit(0_i64)).otherwise(lit(1_i64)),
                false => when(part.clone(), lit(1_i64)).otherwise(lit(0_i64)),
            });
            let ones: Vec<Expr> = ones.collect::<Result<_, _>>().ok()?;
            ones.into_iter().reduce(|left, right| binary_expr(left, Operator::Plus, right))
        };
        let (Some(sure), Some(possible)) = (count(false), count(true)) else {
            return Some(lit(wanted == 0));
        };
        let wanted = lit(i64::from(wanted));
        let mut told = when(sure.gt_eq(wanted.clone()), lit(true)).when(possible.lt(wanted), lit(false));
        told.otherwise(lit(ScalarValue::Boolean(None))).ok()
    }

    fn compare(&self, op: Comparison, left: &RowExpr, right: &RowExpr) -> Option<Expr> {
        if self.fixed(left).is_some() && self.fixed(right).is_none() {
            return self.compare(turned(op), right, left);
        }
        let operator = operator(op);
        if let (RowExpr::Column(index), Some(value)) = (left, self.fixed(right)) {
            let ty = &self.shape.column(*index)?.ty;
            let literal = self.literal(*index, ty, value)?;
            return Some(binary_expr(self.cell(*index)?, operator, literal));
        }
        if let (RowExpr::Column(one), RowExpr::Column(other)) = (left, right) {
            let (one_type, other_type) = (&self.shape.column(*one)?.ty, &self.shape.column(*other)?.ty);
            let are_alike = match Kind::of(one_type) {
                Kind::Period => return None,
                Kind::Number => factor(one_type) == factor(other_type),
                kind => kind == Kind::of(other_type),
            };
            if are_alike {
                return Some(binary_expr(self.cell(*one)?, operator, self.cell(*other)?));
            }
        }
        if let (Some(left), Some(right)) = (self.figure(left), self.figure(right)) {
            let [left, right] = self.aligned(left, right)?;
            return Some(binary_expr(left.expr, operator, right.expr));
        }
        let (left, right) = (self.condition(left)?, self.condition(right)?);
        Some(binary_expr(left, operator, right))
    }

    /// A fixed value as a column has it.
    fn literal(&self, index: usize, ty: &Type, value: &Value) -> Option<Expr> {
        Some(match (Kind::of(ty), value) {
            (Kind::Number, Value::Number(number)) => {
                let decimal = Decimal::of(&in_own_unit(ty, number))?;
                let (cell_digits, cell_scale) = self.size(index)?;
                let (digits, scale) = decimal.size();
                let whole = cell_digits.checked_sub(cell_scale)?.max(digits.checked_sub(scale)?);
                self.room(whole.checked_add(scale.max(cell_scale))?)?;
                match self.engine {
                    Engine::Integers { scale } => lit(decimal.at_scale(scale)?.parse::<i64>().ok()?),
                    _ => lit(decimal.literal()?),
                }
            }
            (Kind::YesNo, Value::YesNo(truth)) => lit(*truth),
            (Kind::Level, Value::Level(level)) => lit(i32::try_from(*level).ok()?),
            (Kind::Date, Value::Date(date)) => day(*date, self.engine),
            (Kind::Text, Value::Text(text)) => lit(text.as_str()),
            _ => return None,
        })
    }
}

/// The opposite of a condition. Written with `NOT`, which binds less than what may stand behind it, it would mean
/// something else as the text of a query.
pub(super) fn negated(condition: Expr) -> Expr {
    condition.eq(lit(false))
}

/// A day.
pub(crate) fn day(date: Date, engine: Engine) -> Expr {
    match engine {
        // Databases that have no type for days keep them as texts in this form.
        Engine::Integers { .. } => lit(date.to_string()),
        _ => lit(ScalarValue::Date32(Some(days_of(date)))),
    }
}

fn operator(op: Comparison) -> Operator {
    match op {
        Comparison::AtLeast => Operator::GtEq,
        Comparison::Above => Operator::Gt,
        Comparison::AtMost => Operator::LtEq,
        Comparison::Below => Operator::Lt,
        Comparison::Equal => Operator::Eq,
        Comparison::NotEqual => Operator::NotEq,
    }
}

/// The comparison with its sides changed.
fn turned(op: Comparison) -> Comparison {
    match op {
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::Above => Comparison::Below,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::Below => Comparison::Above,
        same => same,
    }
}
