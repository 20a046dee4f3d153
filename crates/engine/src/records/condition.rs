//! Conditions, asked of every row at once.

use std::cmp::Ordering;

use dabiao_check::{Arithmetic, Comparison, RowExpr, Table};
use dabiao_model::{Number, Place, Value};

use super::Records;
use super::table::{Builder, Cells};
use crate::order::order;

/// What a condition amounts to for one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    /// It does not hold.
    No,
    /// It holds.
    Yes,
    /// A cell is missing that decides it.
    Unknown,
    /// A division by zero.
    Undefined,
}

/// Asks a condition of records that somebody else holds, each given by the columns in which it has a value.
///
/// ```
/// use dabiao_engine::{RecordTruth, record_truths};
/// use dabiao_model::{Source, Value};
/// let rules = "table t\n  columns: a number, b number\ntarget x: (count of t where a / b > 1) >= 1";
/// let plan = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rules))]).plan;
/// let condition = plan.queries[0].filter.as_ref().unwrap();
/// let number = |column, value: i32| (column, Value::Number(value.into()));
/// let rows = [vec![number(0, 3), number(1, 2)], vec![number(0, 3), number(1, 0)], vec![number(0, 3)]];
/// let truths = record_truths(&plan.tables[0], condition, &rows, &[]);
/// assert_eq!(truths, [RecordTruth::Yes, RecordTruth::Undefined, RecordTruth::Unknown]);
/// ```
#[must_use]
pub fn record_truths(
    table: &Table,
    condition: &RowExpr,
    rows: &[Vec<(usize, Value)>],
    assumptions: &[Value],
) -> Vec<Truth> {
    let place = Place::Call(table.name.as_str().into());
    let mut builder = Builder::new(table, table.name.clone(), place);
    for row in rows {
        builder.repeat(1, None, None, row);
    }
    truths(condition, &builder.finish(None), assumptions)
}

/// A value of a row; the error is [`Truth::Unknown`] or [`Truth::Undefined`].
type Cell = Result<Value, Truth>;

/// Asks a condition of every record.
pub(super) fn truths(condition: &RowExpr, records: &Records, assumptions: &[Value]) -> Vec<Truth> {
    let all = |truth| vec![truth; records.len()];
    match condition {
        RowExpr::Not(only) => {
            let mut truths = truths(only, records, assumptions);
            truths.iter_mut().for_each(|truth| *truth = truth.not());
            truths
        }
        RowExpr::All(parts) => parts.iter().fold(all(Truth::Yes), |so_far, part| {
            join(so_far, &truths(part, records, assumptions), Truth::and)
        }),
        RowExpr::Any(parts) => parts.iter().fold(all(Truth::No), |so_far, part| {
            join(so_far, &truths(part, records, assumptions), |left, right| left.not().and(right.not()).not())
        }),
        RowExpr::AtLeast(count, parts) => {
            let parts: Vec<Vec<Truth>> =
                parts.iter().map(|part| truths(part, records, assumptions)).collect();
            let wanted = usize::try_from(*count).unwrap_or(usize::MAX);
            (0..records.len()).map(|row| at_least(wanted, &parts, row)).collect()
        }
        RowExpr::Compare(op, left, right) => compare(*op, left, right, records, assumptions),
        RowExpr::Column(index) => match records.columns.get(*index) {
            Some(Cells::Truths(cells)) => {
                cells.iter().map(|cell| cell.map_or(Truth::Unknown, Truth::of)).collect()
            }
            _ => all(Truth::Unknown),
        },
        other => (0..records.len())
            .map(|row| match value(other, records, assumptions, row) {
                Ok(Value::YesNo(truth)) => Truth::of(truth),
                Ok(_) => Truth::Unknown,
                Err(truth) => truth,
            })
            .collect(),
    }
}

impl Truth {
    fn of(truth: bool) -> Truth {
        if truth { Truth::Yes } else { Truth::No }
    }

    fn not(self) -> Truth {
        match self {
            Truth::No => Truth::Yes,
            Truth::Yes => Truth::No,
            open => open,
        }
    }

    /// One part that does not hold decides; a fault goes before a gap.
    fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Undefined, _) | (_, Truth::Undefined) => Truth::Undefined,
            (Truth::Unknown, _) | (_, Truth::Unknown) => Truth::Unknown,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
        }
    }
}

fn join(mut left: Vec<Truth>, right: &[Truth], with: impl Fn(Truth, Truth) -> Truth) -> Vec<Truth> {
    left.iter_mut().zip(right).for_each(|(left, right)| *left = with(*left, *right));
    left
}

fn at_least(wanted: usize, parts: &[Vec<Truth>], row: usize) -> Truth {
    let count = |truth| parts.iter().filter(|part| part.get(row) == Some(&truth)).count();
    let (yes, unknown, undefined) = (count(Truth::Yes), count(Truth::Unknown), count(Truth::Undefined));
    if yes >= wanted {
        Truth::Yes
    } else if yes.saturating_add(unknown).saturating_add(undefined) < wanted {
        Truth::No
    } else if undefined > 0 {
        Truth::Undefined
    } else {
        Truth::Unknown
    }
}

/// Compares two values of every record; a column of texts or numbers with a fixed one takes a short way.
fn compare(
    op: Comparison,
    left: &RowExpr,
    right: &RowExpr,
    records: &Records,
    assumptions: &[Value],
) -> Vec<Truth> {
    if let (RowExpr::Column(index), Some(fixed)) = (left, fixed(right, assumptions)) {
        match (records.columns.get(*index), fixed) {
            (Some(Cells::Texts(cells, known)), Value::Text(text)) => {
                let wanted = known.get_index_of(text);
                let is_equal = op == Comparison::Equal;
                let told = |cell: &Option<usize>| match cell {
                    None => Truth::Unknown,
                    some => Truth::of((*some == wanted) == is_equal),
                };
                return cells.iter().map(told).collect();
            }
            (Some(Cells::Numbers(cells)), Value::Number(number)) => {
                let told = |cell: &Option<Number>| match cell {
                    None => Truth::Unknown,
                    Some(cell) => Truth::of(holds(op, cell.cmp(number))),
                };
                return cells.iter().map(told).collect();
            }
            _ => {}
        }
    }
    let told = |row| {
        let left = value(left, records, assumptions, row);
        let right = value(right, records, assumptions, row);
        match (left, right) {
            (Err(Truth::Undefined), _) | (_, Err(Truth::Undefined)) => Truth::Undefined,
            (Ok(left), Ok(right)) => {
                order(&left, &right).map_or(Truth::Unknown, |order| Truth::of(holds(op, order)))
            }
            _ => Truth::Unknown,
        }
    };
    (0..records.len()).map(told).collect()
}

fn fixed<'v>(expr: &'v RowExpr, assumptions: &'v [Value]) -> Option<&'v Value> {
    match expr {
        RowExpr::Constant(value) => Some(value),
        RowExpr::Assumption(id) => assumptions.get(id.index()),
        _ => None,
    }
}

fn holds(op: Comparison, order: Ordering) -> bool {
    match op {
        Comparison::AtLeast => order != Ordering::Less,
        Comparison::Above => order == Ordering::Greater,
        Comparison::AtMost => order != Ordering::Greater,
        Comparison::Below => order == Ordering::Less,
        Comparison::Equal => order == Ordering::Equal,
        Comparison::NotEqual => order != Ordering::Equal,
    }
}

fn value(expr: &RowExpr, records: &Records, assumptions: &[Value], row: usize) -> Cell {
    let number = |expr: &RowExpr| match value(expr, records, assumptions, row)? {
        Value::Number(number) => Ok(number),
        _ => Err(Truth::Unknown),
    };
    let best = |parts: &[RowExpr], wanted: Ordering| {
        let numbers: Vec<Number> = parts.iter().map(number).collect::<Result<_, _>>()?;
        let better = |best: Number, next: Number| if next.cmp(&best) == wanted { next } else { best };
        numbers.into_iter().reduce(better).map(Value::Number).ok_or(Truth::Unknown)
    };
    match expr {
        RowExpr::Constant(value) => Ok(value.clone()),
        RowExpr::Assumption(id) => assumptions.get(id.index()).cloned().ok_or(Truth::Unknown),
        RowExpr::Column(index) => {
            records.columns.get(*index).and_then(|cells| cells.value(row)).ok_or(Truth::Unknown)
        }
        RowExpr::Negate(only) => Ok(Value::Number(-number(only)?)),
        RowExpr::Absolute(only) => Ok(Value::Number(number(only)?.abs())),
        RowExpr::Arithmetic(op, left, right) => {
            let (left, right) = (number(left)?, number(right)?);
            Ok(Value::Number(match op {
                Arithmetic::Add => left + right,
                Arithmetic::Subtract => left - right,
                Arithmetic::Multiply => left * right,
                Arithmetic::Divide => left.checked_div(&right).ok_or(Truth::Undefined)?,
            }))
        }
        RowExpr::Least(parts) => best(parts, Ordering::Less),
        RowExpr::Greatest(parts) => best(parts, Ordering::Greater),
        RowExpr::Compare(op, left, right) => {
            let left = value(left, records, assumptions, row)?;
            let right = value(right, records, assumptions, row)?;
            order(&left, &right).map(|order| Value::YesNo(holds(*op, order))).ok_or(Truth::Unknown)
        }
        RowExpr::Not(_) | RowExpr::All(_) | RowExpr::Any(_) | RowExpr::AtLeast(..) => {
            match truth(expr, records, assumptions, row) {
                Truth::Yes => Ok(Value::YesNo(true)),
                Truth::No => Ok(Value::YesNo(false)),
                open => Err(open),
            }
        }
    }
}

/// A condition of one record, for conditions that are compared themselves.
fn truth(expr: &RowExpr, records: &Records, assumptions: &[Value], row: usize) -> Truth {
    let of = |part: &RowExpr| match value(part, records, assumptions, row) {
        Ok(Value::YesNo(truth)) => Truth::of(truth),
        Ok(_) => Truth::Unknown,
        Err(truth) => truth,
    };
    match expr {
        RowExpr::Not(only) => of(only).not(),
        RowExpr::All(parts) => parts.iter().map(of).fold(Truth::Yes, Truth::and),
        RowExpr::Any(parts) => parts.iter().map(of).map(Truth::not).fold(Truth::Yes, Truth::and).not(),
        RowExpr::AtLeast(count, parts) => {
            let parts: Vec<Vec<Truth>> = parts.iter().map(|part| vec![of(part)]).collect();
            at_least(usize::try_from(*count).unwrap_or(usize::MAX), &parts, 0)
        }
        other => of(other),
    }
}
