//! Numbers of one record, with the digits that they can have.

use dabiao_check::{Arithmetic, RowExpr};
use dabiao_model::{Number, Value};
use datafusion::arrow::datatypes::DataType;
use datafusion::logical_expr::{Expr, Operator, binary_expr, lit, when};

use super::condition::{Asked, Engine, negated};
use crate::decimal::{Decimal, size_of};
use crate::shape::{Kind, factor};

/// The most digits that decimals of 128 bits have, those of 256 bits, and integers of 64 bits.
const DIGITS: [u8; 3] = [38, 76, 18];

/// A number of base units with the digits that it can have.
pub(super) struct Figure {
    pub(super) expr: Expr,
    digits: u8,
    scale: u8,
}

impl Asked<'_> {
    /// A number, where it is made without a division by a cell.
    pub(super) fn figure(&self, of: &RowExpr) -> Option<Figure> {
        let figure = match of {
            RowExpr::Constant(_) | RowExpr::Assumption(_) => match self.fixed(of)? {
                Value::Number(number) => self.number(number)?,
                _ => return None,
            },
            RowExpr::Column(index) if self.kind(*index)? == Kind::Number => {
                let (digits, scale) = self.size(*index)?;
                let cell = Figure { expr: self.cell(*index)?, digits, scale };
                match factor(&self.shape.column(*index)?.ty) {
                    one if one == Number::ONE => cell,
                    factor => cell.times(self.number(&factor)?)?,
                }
            }
            RowExpr::Negate(only) => self.opposite(self.figure(only)?)?,
            RowExpr::Absolute(only) => {
                let only = self.figure(only)?;
                let is_negative = only.expr.clone().lt(self.number(&Number::ZERO)?.expr);
                let same = only.expr.clone();
                let opposite = self.opposite(only)?;
                Figure { expr: when(is_negative, opposite.expr).otherwise(same).ok()?, ..opposite }
            }
            RowExpr::Arithmetic(Arithmetic::Divide, left, right) => {
                let Value::Number(divisor) = self.fixed(right)? else { return None };
                self.figure(left)?.times(self.number(&divisor.recip()?)?)?
            }
            RowExpr::Arithmetic(Arithmetic::Multiply, left, right) => {
                self.figure(left)?.times(self.figure(right)?)?
            }
            RowExpr::Arithmetic(op, left, right) => {
                let operator = if *op == Arithmetic::Add { Operator::Plus } else { Operator::Minus };
                self.sum(operator, self.figure(left)?, self.figure(right)?)?
            }
            RowExpr::Least(parts) => self.best(parts, Operator::LtEq)?,
            RowExpr::Greatest(parts) => self.best(parts, Operator::GtEq)?,
            _ => return None,
        };
        self.room(figure.digits)?;
        Some(figure)
    }

    /// The least or greatest of numbers; missing where one of them is.
    fn best(&self, parts: &[RowExpr], operator: Operator) -> Option<Figure> {
        let parts: Vec<Figure> = parts.iter().map(|part| self.figure(part)).collect::<Option<_>>()?;
        let mut parts = parts.into_iter();
        let first = parts.next()?;
        parts.try_fold(first, |best, next| {
            let [best, next] = self.aligned(best, next)?;
            let is_better = binary_expr(best.expr.clone(), operator, next.expr.clone());
            let chosen = when(is_better.clone(), best.expr).when(negated(is_better), next.expr);
            Some(Figure { expr: chosen.end().ok()?, ..best })
        })
    }

    /// A number with the other sign. The text of a query does not keep a sign before a sign apart.
    fn opposite(&self, of: Figure) -> Option<Figure> {
        self.sum(Operator::Minus, self.number(&Number::ZERO)?, of)
    }

    fn sum(&self, operator: Operator, left: Figure, right: Figure) -> Option<Figure> {
        let [left, right] = self.aligned(left, right)?;
        let digits = left.digits.checked_add(1)?;
        Some(Figure { expr: binary_expr(left.expr, operator, right.expr), digits, scale: left.scale })
    }

    /// Two numbers with as many digits behind the point, which takes its room; decimals come there by themselves.
    pub(super) fn aligned(&self, left: Figure, right: Figure) -> Option<[Figure; 2]> {
        let scale = left.scale.max(right.scale);
        let whole = left.digits.checked_sub(left.scale)?.max(right.digits.checked_sub(right.scale)?);
        let digits = whole.checked_add(scale)?;
        self.room(digits)?;
        let lifted = |figure: Figure| {
            let missing = scale.checked_sub(figure.scale)?;
            let expr = match self.engine {
                Engine::Integers { .. } if missing > 0 => {
                    let tens = 10_i64.checked_pow(missing.into())?;
                    binary_expr(figure.expr, Operator::Multiply, lit(tens))
                }
                _ => figure.expr,
            };
            Some(Figure { expr, digits, scale })
        };
        Some([lifted(left)?, lifted(right)?])
    }

    fn number(&self, number: &Number) -> Option<Figure> {
        let decimal = Decimal::of(number)?;
        let (digits, scale) = decimal.size();
        let literal = match self.engine {
            Engine::Integers { .. } => lit(decimal.at_scale(scale)?.parse::<i64>().ok()?),
            _ => lit(decimal.literal()?),
        };
        Some(Figure { expr: literal, digits, scale })
    }

    /// The digits that a column's numbers have, and how many of them behind the point.
    pub(super) fn size(&self, index: usize) -> Option<(u8, u8)> {
        let name = &self.shape.column(index)?.name;
        match self.engine {
            // Binary fractions, in which such databases keep decimals, hold fifteen digits.
            Engine::Integers { scale } => Some((15, scale)),
            _ => size_of(self.cells.field_with_name(name).ok()?.data_type()),
        }
    }

    /// Whether so many digits can be had without one being lost.
    pub(super) fn room(&self, digits: u8) -> Option<()> {
        let is_wide = |field: &DataType| matches!(field, DataType::Decimal256(..));
        let has_wide = self.cells.fields().iter().any(|field| is_wide(field.data_type()));
        let [narrow, wide, integer] = DIGITS;
        let most = match self.engine {
            Engine::Integers { .. } => integer,
            _ if has_wide => wide,
            _ => narrow,
        };
        (digits <= most).then_some(())
    }
}

impl Figure {
    fn times(self, other: Figure) -> Option<Figure> {
        Some(Figure {
            expr: binary_expr(self.expr, Operator::Multiply, other.expr),
            digits: self.digits.checked_add(other.digits)?.checked_add(1)?,
            scale: self.scale.checked_add(other.scale)?,
        })
    }
}
