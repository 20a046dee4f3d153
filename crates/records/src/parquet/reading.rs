//! Texts in columns of Parquet files, read as those of text files are.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use dabiao_model::{Place, RecordAsk, is_missing, nfc};
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BooleanArray, BooleanBuilder, Date32Builder, Decimal128Builder,
    Decimal256Builder, Int32Builder, StringArray, StringViewArray,
};
use datafusion::arrow::datatypes::{DataType, Float32Type, Float64Type};
use datafusion::common::{Result, exec_err};
use datafusion::logical_expr::{
    ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};

use crate::cell::text_at;
use crate::row::{Cell, RowReader};
use crate::shape::{Digits, Kind, Reads};

/// The texts of a column, trimmed and in one form; NULL where a text says that there is none.
pub(super) fn plain_text(raw: Expr) -> Expr {
    ScalarUDF::from(PlainText(Signature::any(1, Volatility::Immutable))).call(vec![raw])
}

/// Whether a text says something.
pub(super) fn given(raw: Expr) -> Expr {
    ScalarUDF::from(Given(Signature::any(1, Volatility::Immutable))).call(vec![raw])
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct PlainText(Signature);

impl ScalarUDFImpl for PlainText {
    fn name(&self) -> &str {
        "dabiao_text"
    }

    fn signature(&self) -> &Signature {
        &self.0
    }

    fn return_type(&self, arguments: &[DataType]) -> Result<DataType> {
        Ok(arguments.first().cloned().unwrap_or(DataType::Utf8))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let array = only(&args)?;
        // Columns have few texts, and hardly any that is not plain already.
        let mut plain: HashSet<&str> = HashSet::new();

        let mut last = None;
        let mut all_are = true;
        for row in 0..array.len() {
            let text = text_at(&array, row);
            if text == last || text.is_some_and(|text| plain.contains(text)) {
                continue;
            }
            last = text;
            let Some(text) = text else { continue };
            if !is_plain(text) {
                all_are = false;
                break;
            }
            plain.insert(text);
        }
        if all_are {
            return Ok(ColumnarValue::Array(array));
        }
        let texts = (0..array.len()).map(|row| {
            let text = text_at(&array, row).filter(|text| !is_missing(text))?;
            Some(nfc(text.trim()).into_owned())
        });
        let texts: Vec<Option<String>> = texts.collect();
        let told: ArrayRef = match array.data_type() {
            DataType::Utf8View => Arc::new(StringViewArray::from_iter(texts)),
            DataType::LargeUtf8 => Arc::new(datafusion::arrow::array::LargeStringArray::from_iter(texts)),
            _ => Arc::new(StringArray::from_iter(texts)),
        };
        Ok(ColumnarValue::Array(told))
    }
}

/// Whether a text stands for itself as it is.
fn is_plain(text: &str) -> bool {
    !is_missing(text) && text.trim().len() == text.len() && nfc(text) == text
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Given(Signature);

impl ScalarUDFImpl for Given {
    fn name(&self) -> &str {
        "dabiao_given"
    }

    fn signature(&self) -> &Signature {
        &self.0
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(DataType::Boolean)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let array = only(&args)?;
        let told =
            (0..array.len()).map(|row| Some(text_at(&array, row).is_some_and(|text| !is_missing(text))));
        Ok(ColumnarValue::Array(Arc::new(told.collect::<BooleanArray>())))
    }
}

fn only(args: &ScalarFunctionArgs) -> Result<ArrayRef> {
    match args.args.as_slice() {
        [only] => only.to_array(args.number_rows),
        _ => exec_err!("one column is needed"),
    }
}

/// The texts or binary fractions of one column as its cells; NULL where one is missing or cannot be read.
#[derive(Debug)]
pub(super) struct ReadCell {
    reads: Arc<Reads>,
    ask: Arc<RecordAsk>,
    digits: Digits,
    signature: Signature,
}

impl ReadCell {
    pub(super) fn call(reads: Reads, ask: Arc<RecordAsk>, digits: Digits, raw: Expr) -> Expr {
        let signature = Signature::any(1, Volatility::Immutable);
        ScalarUDF::from(ReadCell { reads: Arc::new(reads), ask, digits, signature }).call(vec![raw])
    }

    fn kind(&self) -> Kind {
        self.reads.columns().next().map_or(Kind::Text, |(_, column)| Kind::of(&column.ty))
    }

    fn same(&self) -> (&str, &[usize], Digits) {
        (&self.reads.table.name, &self.reads.columns, self.digits)
    }
}

impl PartialEq for ReadCell {
    fn eq(&self, other: &ReadCell) -> bool {
        self.same() == other.same()
    }
}

impl Eq for ReadCell {}

impl Hash for ReadCell {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.reads.table.name, &self.reads.columns).hash(state);
    }
}

impl ScalarUDFImpl for ReadCell {
    fn name(&self) -> &str {
        "dabiao_read"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(self.kind().data_type(self.digits))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let array = only(&args)?;
        let mut reader = RowReader::new(Arc::clone(&self.reads), Arc::clone(&self.ask), self.digits);
        let mut cells = Vec::new();
        let place = |_: usize| Place::Call("".into());
        let mut all = Vec::with_capacity(array.len());
        for row in 0..array.len() {
            let text = shown(&array, row);
            let read = reader.read(std::iter::once(text.as_ref()), &mut cells, &place);
            all.push(cells.pop().filter(|_| read.is_ok()).unwrap_or(Cell::Missing));
        }
        Ok(ColumnarValue::Array(gathered(&all, self.kind(), self.digits)))
    }
}

/// A cell as a text file would have it; a binary fraction at its shortest decimal form.
fn shown(array: &ArrayRef, row: usize) -> std::borrow::Cow<'_, str> {
    if array.is_null(row) {
        return "".into();
    }
    if let Some(floats) = array.as_primitive_opt::<Float64Type>() {
        return floats.value(row).to_string().into();
    }
    if let Some(floats) = array.as_primitive_opt::<Float32Type>() {
        return floats.value(row).to_string().into();
    }
    text_at(array, row).unwrap_or("").into()
}

fn gathered(cells: &[Cell], kind: Kind, digits: Digits) -> ArrayRef {
    match (kind, digits) {
        (Kind::Number, Digits::Narrow) => {
            let mut built = Decimal128Builder::new().with_data_type(digits.data_type());
            cells.iter().for_each(|cell| {
                built.append_option(match cell {
                    Cell::Narrow(cell) => Some(*cell),
                    _ => None,
                })
            });
            Arc::new(built.finish())
        }
        (Kind::Number, Digits::Wide) => {
            let mut built = Decimal256Builder::new().with_data_type(digits.data_type());
            cells.iter().for_each(|cell| {
                built.append_option(match cell {
                    Cell::Wide(cell) => Some(*cell),
                    _ => None,
                })
            });
            Arc::new(built.finish())
        }
        (Kind::YesNo, _) => {
            let mut built = BooleanBuilder::new();
            cells.iter().for_each(|cell| {
                built.append_option(match cell {
                    Cell::YesNo(cell) => Some(*cell),
                    _ => None,
                })
            });
            Arc::new(built.finish())
        }
        (Kind::Level, _) => {
            let mut built = Int32Builder::new();
            cells.iter().for_each(|cell| {
                built.append_option(match cell {
                    Cell::Level(cell) => Some(*cell),
                    _ => None,
                })
            });
            Arc::new(built.finish())
        }
        (Kind::Date | Kind::Period | Kind::Text, _) => {
            let mut built = Date32Builder::new();
            cells.iter().for_each(|cell| {
                built.append_option(match cell {
                    Cell::Date(cell) => Some(*cell),
                    _ => None,
                })
            });
            Arc::new(built.finish())
        }
    }
}
