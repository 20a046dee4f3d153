//! A question to one record on its way into a file and back.

use dabiao_model::Value;
use dabiao_syntax::{Arithmetic, Comparison, Limits};
use serde::{Deserialize, Serialize};

use crate::{AssumptionId, RowExpr};

/// A [`RowExpr`] in postfix order: each part stands behind those that it is made of. Reading it takes no recursion, so
/// that no file can make it too deep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct FlatRow(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Part {
    Constant(Value),
    Assumption(AssumptionId),
    Column(usize),
    Negate,
    Absolute,
    Arithmetic(Arithmetic),
    Least(usize),
    Greatest(usize),
    Compare(Comparison),
    Not,
    All(usize),
    Any(usize),
    AtLeast(u32, usize),
}

impl From<RowExpr> for FlatRow {
    fn from(expr: RowExpr) -> FlatRow {
        let mut parts = Vec::new();
        let mut pending = vec![expr];
        // From the end to the beginning: a part, then its own from the last to the first.
        while let Some(expr) = pending.pop() {
            let (part, of) = taken_apart(expr);
            parts.push(part);
            pending.extend(of);
        }
        parts.reverse();
        FlatRow(parts)
    }
}

fn taken_apart(expr: RowExpr) -> (Part, Vec<RowExpr>) {
    match expr {
        RowExpr::Constant(value) => (Part::Constant(value), Vec::new()),
        RowExpr::Assumption(id) => (Part::Assumption(id), Vec::new()),
        RowExpr::Column(column) => (Part::Column(column), Vec::new()),
        RowExpr::Negate(only) => (Part::Negate, vec![*only]),
        RowExpr::Absolute(only) => (Part::Absolute, vec![*only]),
        RowExpr::Not(only) => (Part::Not, vec![*only]),
        RowExpr::Arithmetic(op, left, right) => (Part::Arithmetic(op), vec![*left, *right]),
        RowExpr::Compare(op, left, right) => (Part::Compare(op), vec![*left, *right]),
        RowExpr::Least(of) => (Part::Least(of.len()), of),
        RowExpr::Greatest(of) => (Part::Greatest(of.len()), of),
        RowExpr::All(of) => (Part::All(of.len()), of),
        RowExpr::Any(of) => (Part::Any(of.len()), of),
        RowExpr::AtLeast(count, of) => (Part::AtLeast(count, of.len()), of),
    }
}

/// Why parts are no expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FlatRowError {
    /// A part has too few others before it, or some are left over.
    #[error("the parts of a question to records do not fit together")]
    Unfitting,
    /// The expression is deeper than any that rules can write.
    #[error("a question to records is nested too deeply")]
    TooDeep,
}

impl TryFrom<FlatRow> for RowExpr {
    type Error = FlatRowError;

    fn try_from(flat: FlatRow) -> Result<RowExpr, FlatRowError> {
        let mut stack = Stack(Vec::new());
        for part in flat.0 {
            let (expr, depth) = match part {
                Part::Constant(value) => (RowExpr::Constant(value), 0),
                Part::Assumption(id) => (RowExpr::Assumption(id), 0),
                Part::Column(column) => (RowExpr::Column(column), 0),
                Part::Negate => stack.one(RowExpr::Negate)?,
                Part::Absolute => stack.one(RowExpr::Absolute)?,
                Part::Not => stack.one(RowExpr::Not)?,
                Part::Arithmetic(op) => stack.two(|left, right| RowExpr::Arithmetic(op, left, right))?,
                Part::Compare(op) => stack.two(|left, right| RowExpr::Compare(op, left, right))?,
                Part::Least(count) => stack.many(count, RowExpr::Least)?,
                Part::Greatest(count) => stack.many(count, RowExpr::Greatest)?,
                Part::All(count) => stack.many(count, RowExpr::All)?,
                Part::Any(count) => stack.many(count, RowExpr::Any)?,
                Part::AtLeast(least, count) => stack.many(count, |of| RowExpr::AtLeast(least, of))?,
            };
            if depth > deepest() {
                return Err(FlatRowError::TooDeep);
            }
            stack.0.push((expr, depth));
        }
        match stack.0.pop() {
            Some((expr, _)) if stack.0.is_empty() => Ok(expr),
            _ => Err(FlatRowError::Unfitting),
        }
    }
}

/// What is read and not yet part of something, with its depth.
struct Stack(Vec<(RowExpr, usize)>);

impl Stack {
    fn one(&mut self, whole: impl FnOnce(Box<RowExpr>) -> RowExpr) -> Result<(RowExpr, usize), FlatRowError> {
        let (only, depth) = self.0.pop().ok_or(FlatRowError::Unfitting)?;
        Ok((whole(Box::new(only)), depth.saturating_add(1)))
    }

    fn two(
        &mut self,
        whole: impl FnOnce(Box<RowExpr>, Box<RowExpr>) -> RowExpr,
    ) -> Result<(RowExpr, usize), FlatRowError> {
        let (right, other) = self.0.pop().ok_or(FlatRowError::Unfitting)?;
        let (left, one) = self.0.pop().ok_or(FlatRowError::Unfitting)?;
        Ok((whole(Box::new(left), Box::new(right)), one.max(other).saturating_add(1)))
    }

    fn many(
        &mut self,
        count: usize,
        whole: impl FnOnce(Vec<RowExpr>) -> RowExpr,
    ) -> Result<(RowExpr, usize), FlatRowError> {
        let from = self.0.len().checked_sub(count).ok_or(FlatRowError::Unfitting)?;
        let (of, depths): (Vec<RowExpr>, Vec<usize>) = self.0.drain(from..).unzip();
        Ok((whole(of), depths.into_iter().max().unwrap_or(0).saturating_add(1)))
    }
}

/// Brackets within brackets, each with a chain before it.
fn deepest() -> usize {
    let limits = Limits::default();
    limits.nesting.saturating_mul(limits.operators)
}
