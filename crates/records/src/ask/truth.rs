//! Conditions that a query engine cannot ask exactly, asked by dabiao's own arithmetic.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use dabiao_check::{RowExpr, Table};
use dabiao_engine::{RecordTruth, record_truths};
use dabiao_model::{Period, Type, Value};
use datafusion::arrow::array::{ArrayRef, Int8Array};
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::{
    ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility, lit, when,
};

use super::condition::Asked;
use crate::cell::value_at;

/// Whether a condition holds, NULL where that is open, and whether it divides by zero.
pub(super) fn asked(asked: Asked<'_>, of: &RowExpr) -> Option<(Expr, Expr)> {
    let columns = of.columns();
    let cells: Vec<Expr> = columns.iter().map(|index| asked.cell(*index)).collect::<Option<_>>()?;
    let truth = Truth {
        // Functions are told apart by their names, in the names of what is computed of them.
        name: format!("dabiao_truth: {of:?} {:?}", asked.assumptions),
        table: Arc::new(asked.shape.table.clone()),
        condition: of.clone(),
        assumptions: asked.assumptions.to_vec(),
        columns,
        signature: Signature::any(cells.len(), Volatility::Immutable),
    };
    let told = ScalarUDF::from(truth).call(cells);
    let is = |state: i8| told.clone().eq(lit(state));
    let mut holds = when(is(YES), lit(true)).when(is(NO), lit(false));
    Some((holds.otherwise(lit(ScalarValue::Boolean(None))).ok()?, is(UNDEFINED)))
}

const NO: i8 = 0;
const YES: i8 = 1;
const UNKNOWN: i8 = 2;
const UNDEFINED: i8 = 3;

/// A condition on the columns that it reads.
#[derive(Debug)]
struct Truth {
    name: String,
    table: Arc<Table>,
    condition: RowExpr,
    assumptions: Vec<Value>,
    columns: Vec<usize>,
    signature: Signature,
}

impl PartialEq for Truth {
    fn eq(&self, other: &Truth) -> bool {
        self.table.name == other.table.name && self.name == other.name
    }
}

impl Eq for Truth {}

impl Hash for Truth {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.table.name, &self.name).hash(state);
    }
}

impl ScalarUDFImpl for Truth {
    fn name(&self) -> &str {
        &self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(DataType::Int8)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let arrays: Vec<ArrayRef> =
            args.args.iter().map(|one| one.to_array(args.number_rows)).collect::<Result<_>>()?;
        let rows = (0..args.number_rows).map(|row| {
            let cells = self.columns.iter().zip(&arrays);
            cells.filter_map(|(index, array)| Some((*index, self.value(*index, array, row)?))).collect()
        });
        let rows: Vec<Vec<(usize, Value)>> = rows.collect();
        let truths = record_truths(&self.table, &self.condition, &rows, &self.assumptions);
        let told = truths.into_iter().map(|truth| match truth {
            RecordTruth::No => NO,
            RecordTruth::Yes => YES,
            RecordTruth::Unknown => UNKNOWN,
            RecordTruth::Undefined => UNDEFINED,
        });
        Ok(ColumnarValue::Array(Arc::new(Int8Array::from_iter_values(told))))
    }
}

impl Truth {
    /// The value of a cell, with the period that a text stands for.
    fn value(&self, index: usize, array: &ArrayRef, row: usize) -> Option<Value> {
        let ty = &self.table.columns.get(index)?.ty;
        match (value_at(array, row, ty)?, ty) {
            (Value::Text(text), Type::Period) => Period::parse(&text).map(Value::Period),
            (value, _) => Some(value),
        }
    }
}
