//! Batches of every type of column.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::sync::Arc;

use arrow_array::builder::StringDictionaryBuilder;
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal32Array, Decimal64Array, Decimal128Array,
    Decimal256Array, Float64Array, Int64Array, LargeStringArray, ListArray, RecordBatch, StringArray,
    StringViewArray, UInt64Array, cast::AsArray,
};
use dabiao::{Error, Language, Plan};
use dabiao_arrow::{Frame, metrics_from_record_batch, verdicts};
use proptest::prelude::*;

fn batch(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true)))
        .unwrap()
}

/// What is observed of `x` when a column is its values, row by row.
fn observed(rules: &str, array: ArrayRef) -> Vec<Option<String>> {
    let plan = Plan::parse(rules).unwrap();
    let names: StringArray = (0..array.len()).map(|row| Some(format!("r{row}"))).collect();
    let batch = batch(vec![("entity", Arc::new(names)), ("x", array)]);
    let metrics = metrics_from_record_batch(&plan, &batch).unwrap();
    let report = plan.evaluate(&metrics).as_of("2011-12-31").run().unwrap();
    report.results.iter().map(|one| one.evidence.first().and_then(|value| value.exact.clone())).collect()
}

#[test]
fn numbers_come_in_as_they_are() {
    let number = "metric x\n  type: number\nx > 0";
    let expected = [Some("91.2".to_string()), None, Some("-0.05".to_string())];
    let d32 = Decimal32Array::from(vec![Some(9120), None, Some(-5)]).with_precision_and_scale(9, 2).unwrap();
    let d64 = Decimal64Array::from(vec![Some(9120), None, Some(-5)]).with_precision_and_scale(18, 2).unwrap();
    let d128 =
        Decimal128Array::from(vec![Some(9120), None, Some(-5)]).with_precision_and_scale(38, 2).unwrap();
    let wide = [Some(9120), None, Some(-5)].map(|value: Option<i128>| value.map(arrow_buffer_i256));
    let d256 = Decimal256Array::from(wide.to_vec()).with_precision_and_scale(40, 2).unwrap();
    let arrays: [ArrayRef; 4] = [Arc::new(d32), Arc::new(d64), Arc::new(d128), Arc::new(d256)];
    for array in arrays {
        assert_eq!(observed(number, Arc::clone(&array)), expected, "{}", array.data_type());
    }
    let long = Decimal128Array::from(vec![123_456_789_012_345_678_901_234_567])
        .with_precision_and_scale(38, 3)
        .unwrap();
    assert_eq!(observed(number, Arc::new(long)), [Some("123456789012345678901234.567".to_string())]);
    let thousands = Decimal128Array::from(vec![5]).with_precision_and_scale(9, -3).unwrap();
    assert_eq!(observed(number, Arc::new(thousands)), [Some("5000".to_string())]);
    assert_eq!(observed(number, Arc::new(UInt64Array::from(vec![u64::MAX]))), [Some(u64::MAX.to_string())]);
    let percent = "metric x\n  type: percent in 0%..100%\nx >= 90%";
    assert_eq!(observed(percent, Arc::new(Int64Array::from(vec![91]))), [Some("0.91".to_string())], "91 %");
}

fn arrow_buffer_i256(
    value: i128,
) -> <arrow_array::types::Decimal256Type as arrow_array::ArrowPrimitiveType>::Native {
    <arrow_array::types::Decimal256Type as arrow_array::ArrowPrimitiveType>::Native::from_i128(value)
}

#[test]
fn texts_are_read_as_in_a_data_file() {
    let rules = "metric x\n  type: percent in 0%..100%\nx >= 90%";
    let texts = vec![Some("92.4%"), Some("462/500"), None, Some("NA")];
    let mut keyed = StringDictionaryBuilder::<Int32Type>::new();
    texts.iter().for_each(|text| keyed.append_option(*text));
    let arrays: [ArrayRef; 4] = [
        Arc::new(StringArray::from(texts.clone())),
        Arc::new(LargeStringArray::from(texts.clone())),
        Arc::new(StringViewArray::from(texts)),
        Arc::new(keyed.finish()),
    ];
    for array in arrays {
        let shown = observed(rules, Arc::clone(&array));
        assert_eq!(
            shown,
            [Some("0.924".to_string()), Some("0.924".to_string()), None, None],
            "{}",
            array.data_type()
        );
    }
}

#[test]
fn truths_and_days() {
    let plan = Plan::parse("metric open\n  type: yes/no\nmetric day\n  type: date\nopen\nday <= 2011-12-31")
        .unwrap();
    let batch = batch(vec![
        ("地区", Arc::new(StringArray::from(vec!["a", "b"]))),
        ("open", Arc::new(BooleanArray::from(vec![true, false]))),
        ("day", Arc::new(Date32Array::from(vec![15_339, 15_340]))),
    ]);
    let metrics = metrics_from_record_batch(&plan, &batch).unwrap();
    let report = plan.evaluate(&metrics).as_of("2011-12-31").run().unwrap();
    assert_eq!((report.summary.met, report.summary.missed), (2, 2));
}

#[test]
fn every_fault_is_named_with_its_row_and_column() {
    let plan = Plan::parse("metric x\n  type: percent in 0%..100%\nx >= 90%\ny >= 1").unwrap();
    let none = ListArray::new_null(
        Arc::new(arrow_schema::Field::new("item", arrow_schema::DataType::Int8, true)),
        3,
    );
    let batch = batch(vec![
        ("period", Arc::new(StringArray::from(vec!["2011", "maybe", "2011"]))),
        ("x", Arc::new(Int64Array::from(vec![120, 90, 90]))),
        ("y", Arc::new(Float64Array::from(vec![0.1, 0.2, 0.3]))),
        ("z", Arc::new(none)),
    ]);
    let Err(Error::Data(faults)) = Frame::new(&batch).named("query").metrics(&plan) else {
        panic!("there are faults")
    };
    let shown: Vec<String> = faults
        .iter()
        .map(|fault| format!("{fault}: {}", fault.label(Language::English).unwrap_or_default()))
        .collect();
    assert_eq!(shown.len(), 4, "{shown:#?}");
    assert!(shown.iter().all(|fault| fault.starts_with("query:")), "{shown:#?}");
    assert!(shown.iter().any(|fault| fault.contains("how many decimals the column has")), "{shown:#?}");
    assert!(shown.iter().any(|fault| fault.contains("List")), "{shown:#?}");
}

proptest! {
    #[test]
    fn a_batch_is_the_csv_of_its_values(rows in prop::collection::vec((prop::option::of(-10_000_i64..10_000), 0_i8..5), 1..40)) {
        let plan = Plan::parse("metric x\n  type: number\nx >= 3.5").unwrap();
        let scale = rows[0].1;
        let values: Decimal64Array = rows.iter().map(|(value, _)| *value).collect();
        let values = values.with_precision_and_scale(18, scale).unwrap();
        let names: StringArray = (0..rows.len()).map(|row| Some(format!("r{row}"))).collect();
        let batch = batch(vec![("entity", Arc::new(names)), ("x", Arc::new(values.clone()))]);
        let metrics = metrics_from_record_batch(&plan, &batch).unwrap();
        let mut one_by_one = plan.metrics();
        for row in 0..rows.len() {
            let text = if values.is_null(row) { String::new() } else { values.value_as_string(row) };
            one_by_one.set_at(Some(&format!("r{row}")), None, "x", text).unwrap();
        }
        let mut prepared = plan.evaluate(&metrics).as_of("2011-12-31").prepare().unwrap();
        prepared.judge(&metrics).unwrap();
        let answer = verdicts(&plan, &prepared, &metrics).unwrap();
        let column = answer.column(2).as_dictionary::<Int8Type>();
        let shown: Vec<&str> = column.downcast_dict::<StringArray>().unwrap().into_iter().flatten().collect();
        let expected = plan.evaluate(&one_by_one).as_of("2011-12-31").verdicts().unwrap();
        let expected: Vec<String> = expected.iter().map(|one| one.verdict.as_str().to_string()).collect();
        prop_assert_eq!(shown, expected);
    }
}
