//! What records are grouped by.

use std::sync::Arc;

use dabiao_model::Step;
use datafusion::arrow::array::{AsArray, Int32Array};
use datafusion::arrow::datatypes::{DataType, Date32Type, Schema};
use datafusion::common::{Result, ScalarValue, exec_err};
use datafusion::logical_expr::{
    ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility, ident, lit,
    when,
};

use crate::date::{date_of, key_of};
use crate::shape::Shape;

/// The name of the column of cells that says whether a record cannot be used.
pub(crate) const REFUSED: &str = "dabiao: refused";

/// The expressions that records are grouped by, and where each stands.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    exprs: Vec<(Expr, &'static str)>,
    pub(crate) entity: Option<usize>,
    pub(crate) period: Option<usize>,
    /// Whether the period is a number made of a day, of the kind that the grain says.
    pub(crate) grain: Option<Step>,
    /// Whether a group without a period is one of records that cannot be used.
    pub(crate) refused: Option<usize>,
    is_refused: Option<Expr>,
}

impl Keys {
    /// The entity and the period of a table's records, as far as it has columns for them.
    pub(crate) fn new(shape: &Shape<'_>, cells: &Schema, grain: Step) -> Keys {
        let mut exprs = Vec::new();
        let mut put = |expr: Expr, name: &'static str| {
            exprs.push((expr, name));
            exprs.len().saturating_sub(1)
        };
        let column = |index: usize| shape.column(index).map(|column| ident(&column.name));
        let is_refused = cells.index_of(REFUSED).is_ok().then(|| ident(REFUSED));
        let entity = shape.table.entity.and_then(column).map(|entity| put(entity, "entity"));
        let grain = shape.is_dated().then_some(grain);
        let period = shape.table.time.and_then(column).map(|time| match grain {
            None => put(time, "period"),
            Some(grain) => {
                let key = period_key(time, grain);
                // Records that cannot be used have no period, which takes no further key.
                let key = match &is_refused {
                    None => key,
                    Some(refused) => {
                        unless(refused, key.clone(), lit(ScalarValue::Int32(None))).unwrap_or(key)
                    }
                };
                put(key, "period")
            }
        });
        let refused = match (&is_refused, grain) {
            (None, _) => None,
            (Some(_), Some(_)) => period,
            (Some(refused), None) => Some(put(refused.clone(), REFUSED)),
        };
        Keys { exprs, entity, period, grain, refused, is_refused }
    }

    /// The expressions and their names.
    pub(crate) fn named(&self) -> (Vec<Expr>, Vec<String>) {
        self.exprs.iter().map(|(expr, name)| (expr.clone(), (*name).to_string())).unzip()
    }

    /// Whether a record can be used; `None` where every one of the cells can.
    pub(crate) fn sound(&self) -> Option<Expr> {
        unless(self.is_refused.as_ref()?, lit(true), lit(false))
    }
}

/// A value where something does not hold or is open, and another where it holds.
fn unless(holds: &Expr, value: Expr, other: Expr) -> Option<Expr> {
    when(holds.clone(), other).otherwise(value).ok()
}

/// The period of a day as a number.
fn period_key(date: Expr, grain: Step) -> Expr {
    ScalarUDF::from(PeriodKey {
        grain,
        signature: Signature::exact(vec![DataType::Date32], Volatility::Immutable),
    })
    .call(vec![date])
}

/// The year, the month or the day of a date as a number: 2011, 201103, 20110315.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct PeriodKey {
    pub(crate) grain: Step,
    signature: Signature,
}

impl ScalarUDFImpl for PeriodKey {
    fn name(&self) -> &str {
        match self.grain {
            Step::Year => "dabiao_year",
            Step::Day => "dabiao_day",
            _ => "dabiao_month",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(DataType::Int32)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let [date] = args.args.as_slice() else { return exec_err!("{} takes one date", self.name()) };
        let array = date.to_array(args.number_rows)?;
        let Some(days) = array.as_primitive_opt::<Date32Type>() else {
            return exec_err!("{} takes one date", self.name());
        };
        // Of the few days that a batch has, each is looked up in a calendar once.
        let mut known = Known::of(days.values(), self.grain);
        let keys = days.iter().map(|day| known.key(day?));
        Ok(ColumnarValue::Array(Arc::new(keys.collect::<Int32Array>())))
    }
}

/// Keys of the days of a batch, by their distance from the first.
struct Known {
    first: i32,
    keys: Vec<Option<i32>>,
    grain: Step,
}

/// Days beyond which a batch's are looked up one by one.
const SPAN: i32 = 20_000;

impl Known {
    fn of(days: &[i32], grain: Step) -> Known {
        let first = days.iter().min().copied().unwrap_or(0);
        let last = days.iter().max().copied().unwrap_or(0);
        let span = last.checked_sub(first).filter(|span| *span < SPAN);
        let keys = span
            .map_or_else(Vec::new, |span| vec![None; usize::try_from(span).unwrap_or(0).saturating_add(1)]);
        Known { first, keys, grain }
    }

    fn key(&mut self, day: i32) -> Option<i32> {
        let at = day.checked_sub(self.first).and_then(|at| usize::try_from(at).ok());
        match at.and_then(|at| self.keys.get_mut(at)) {
            Some(Some(key)) => Some(*key),
            Some(slot) => {
                *slot = date_of(day).map(|date| key_of(date, self.grain));
                *slot
            }
            None => date_of(day).map(|date| key_of(date, self.grain)),
        }
    }
}
