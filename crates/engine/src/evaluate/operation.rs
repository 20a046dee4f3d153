//! One operation, run.

use dabiao_model::Number;
use smallvec::SmallVec;

use super::column::Column;
use super::series::Series;
use super::sheet::Frame;
use super::{Context, Fault, arithmetic, change, choice, compare, leaf, logic, summary, trend, yearly};
use crate::program::{Op, OpKind};
use crate::row::Row;

/// What an operation is run on.
pub(super) struct Input<'a> {
    /// The rows of its block.
    pub(super) rows: &'a [Row],
    /// The columns of the operations before it.
    pub(super) columns: &'a [Column],
    /// Where its values come from, for a trend, a window or a level.
    pub(super) series: Option<&'a Series>,
    /// The blocks before its own.
    pub(super) frames: &'a [Frame],
}

/// Runs an operation: a column with a cell for each row.
pub(super) fn run(op: &Op, input: &Input<'_>, context: &Context<'_>) -> Column {
    let operands: SmallVec<[&Column; 4]> =
        op.operands.iter().filter_map(|slot| input.columns.get(slot.index())).collect();
    let column = compute(op, &operands, input, context);
    column.unwrap_or_else(|| Column::faulty(Fault::Mistyped, input.rows.len()))
}

/// `None` where the operands do not fit, which the checker rules out.
fn compute(op: &Op, operands: &[&Column], input: &Input<'_>, context: &Context<'_>) -> Option<Column> {
    let rows = input.rows;
    let term = op.term;
    match (&op.kind, operands) {
        (OpKind::Constant(value), []) => Some(Column::constant(value, rows.len())),
        (OpKind::Assumption(id), []) => Some(Column::constant(context.assumption(*id)?, rows.len())),
        (OpKind::Metric(leaf), []) => leaf::gather(leaf, term, rows, context),
        (OpKind::Negate, [of]) => arithmetic::unary(term, of, |number| -number),
        (OpKind::Absolute, [of]) => arithmetic::unary(term, of, Number::abs),
        (OpKind::Round { rounding, reading: None }, [of]) => {
            arithmetic::unary(term, of, |number| rounding.apply(number))
        }
        (OpKind::Round { rounding, reading: Some(leaf) }, [of]) => {
            let marks = leaf::marks(leaf, term, rows, context);
            Some(arithmetic::round(term, rounding, of.numbers()?, marks))
        }
        (OpKind::Arithmetic(op), [left, right]) => arithmetic::binary(*op, term, left, right),
        (OpKind::Least, of) => arithmetic::extreme(of, |one, other| one < other),
        (OpKind::Greatest, of) => arithmetic::extreme(of, |one, other| one > other),
        (OpKind::If, [condition, then, otherwise]) => choice::choose(condition, then, otherwise),
        (OpKind::Compare(op), [left, right]) => compare::compare(*op, left, right),
        (OpKind::InRange, [value, first, last]) => compare::in_range(value, first, last, rows.len()),
        (OpKind::Not, [of]) => logic::not(of),
        (OpKind::All, of) => logic::all(of, rows.len()),
        (OpKind::Any, of) => logic::any(of, rows.len()),
        (OpKind::AtLeast(count), of) => logic::at_least(*count, of, rows.len()),
        (OpKind::Change(rule), [now, base, amount]) => change::change(rule, term, rows, [now, base, amount]),
        (OpKind::Trend(rule), []) => {
            let values = input.frames.get(rule.block.index())?.root()?;
            trend::trend(rule, input.series?, values)
        }
        (OpKind::Yearly(rule), [now, base, rate]) => yearly::yearly(rule, term, rows, [now, base, rate]),
        (OpKind::OverTime(rule), []) => {
            let values = input.frames.get(rule.block.index())?.root()?;
            summary::summarize(rule.summary, rule.needing, term, input.series?, values)
        }
        (OpKind::OverPlaces(rule), []) => {
            let values = input.frames.get(rule.block.index())?.root()?;
            summary::summarize(rule.summary, None, term, input.series?, values)
        }
        _ => None,
    }
}
