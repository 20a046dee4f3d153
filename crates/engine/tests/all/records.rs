//! Answers of records, held against a slow count of every record in big rationals.

use std::sync::Arc;

use dabiao_engine::{Metrics, Program, Question};
use dabiao_model::{EntityRow, Period, Place, RecordRow, RecordSheet, Source, parse_date};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

const RULES: &str = r#"
table t
  columns: entity text, on date, outcome text, amount number
target share: (share of t where outcome = "a" and amount >= 0 among outcome in {"a", "b"}) >= 0%
target count: (count of t where outcome = "a") >= 0
target sum: (sum of t.amount where outcome = "a") >= 0
target average: (average of t.amount where outcome = "a") >= 0
target median: (median of t.amount where outcome = "a") >= 0
target min: (min of t.amount where outcome = "a") >= 0
target max: (max of t.amount where outcome = "a") >= 0
"#;

const FUNCTIONS: [&str; 7] = ["share", "count", "sum", "average", "median", "min", "max"];
const DAYS: [&str; 5] = ["2010-12-31", "2011-01-01", "2011-01-31", "2011-02-15", "2011-12-31"];
/// Each period with the days within it.
const PERIODS: [(&str, &[usize]); 5] = [
    ("2010", &[0]),
    ("2011", &[1, 2, 3, 4]),
    ("2011-Q1", &[1, 2, 3]),
    ("2011-01", &[1, 2]),
    ("2011-01-31", &[2]),
];
/// Each entity with those whose records count for it.
const ENTITIES: [(&str, &[usize]); 3] = [("east", &[0, 1, 2]), ("north", &[1]), ("south", &[2])];

/// A record: its entity, its day, its outcome and its amount in quarters.
type Record = (usize, usize, Option<usize>, Option<i64>);

fn ratio(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(BigInt::from(numerator), BigInt::from(denominator))
}

/// The slow answer; `None` where there is none. A place without a record has none here.
fn oracle(function: &str, records: &[Record]) -> Option<BigRational> {
    let (mut of, mut values, mut open) = (0, Vec::new(), false);
    for (_, _, outcome, amount) in records {
        if function == "share" {
            match (outcome, amount) {
                (None, _) => open = true,
                (Some(2), _) => {}
                (Some(1), _) => of += 1,
                (Some(_), None) => open = true,
                (Some(_), Some(amount)) => {
                    of += 1;
                    if *amount >= 0 {
                        values.push(ratio(1, 1));
                    }
                }
            }
        } else {
            match (outcome, amount) {
                (None, _) => open = true,
                (Some(0), _) if function == "count" => values.push(ratio(1, 1)),
                (Some(0), None) => open = true,
                (Some(0), Some(amount)) => values.push(ratio(*amount, 4)),
                _ => {}
            }
        }
    }
    if open || records.is_empty() {
        return None;
    }
    values.sort();
    let count = i64::try_from(values.len()).unwrap();
    let sum = values.iter().fold(ratio(0, 1), |sum, value| sum + value);
    match function {
        "share" => (of > 0).then(|| sum / ratio(of, 1)),
        "count" | "sum" => Some(sum),
        "average" => (count > 0).then(|| sum / ratio(count, 1)),
        "median" => {
            let half = values.len() / 2;
            let (left, right) = (values.get(values.len().checked_sub(1)? / 2)?, values.get(half)?);
            Some((left + right) / ratio(2, 1))
        }
        "min" => values.first().cloned(),
        _ => values.last().cloned(),
    }
}

/// Every answer for one entity and period; `None` where the engine says that nothing is known.
fn answers(program: &Program, records: &[Record], entity: &str, period: &str) -> Vec<Option<BigRational>> {
    let mut metrics = Metrics::new(program);
    let row = |name: &str, parent: Option<&str>| EntityRow {
        entity: name.into(),
        parent: parent.map(Into::into),
        level: None,
        title: None,
        place: Place::Call("entities".into()),
    };
    let faults =
        metrics.set_entities(&[row("east", None), row("north", Some("east")), row("south", Some("east"))]);
    assert!(faults.is_empty(), "{faults:?}");
    let cells = |(entity, day, outcome, amount): &Record| {
        let outcome = outcome.map_or("", |index| ["a", "b", "c"][index]).to_string();
        let amount = amount.map_or(String::new(), |quarters| format!("{quarters}/4"));
        vec![ENTITIES[*entity].0.to_string(), DAYS[*day].to_string(), outcome, amount]
    };
    let headings = ["entity", "on", "outcome", "amount"];
    let sheet = RecordSheet {
        source: "t.csv".into(),
        place: Place::File("t.csv".into()),
        headings: headings.iter().map(|name| (name.to_string(), Place::File("t.csv".into()))).collect(),
        rows: (2_u64..).zip(records).map(|(line, record)| RecordRow { line, cells: cells(record) }).collect(),
    };
    metrics.set_table("t", sheet).unwrap();
    let mut question = Question::new(parse_date("2012-12-31").unwrap());
    question.entity = Some(entity.into());
    question.period = Period::parse(period);
    let report = program.evaluate(&metrics, &question).unwrap();
    assert_eq!(report.results.len(), FUNCTIONS.len());
    let exact = |text: &String| {
        let text = text.trim_end_matches('%');
        text.parse::<BigRational>().unwrap_or_else(|_| {
            let (sign, text) = text.strip_prefix('-').map_or((1, text), |text| (-1, text));
            let (whole, part) = text.split_once('.').unwrap_or((text, ""));
            let digits: BigInt = format!("{whole}{part}").parse().unwrap();
            BigRational::new(digits * sign, BigInt::from(10).pow(u32::try_from(part.len()).unwrap()))
        })
    };
    report
        .results
        .iter()
        .map(|one| one.evidence.first().and_then(|it| it.exact.as_ref()).map(exact))
        .collect()
}

fn record() -> impl Strategy<Value = Record> {
    let outcome = prop::option::weighted(0.93, 0_usize..3);
    (0_usize..3, 0_usize..5, outcome, prop::option::weighted(0.9, -9_i64..9))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn answers_of_records_are_those_of_a_slow_count(
        (records, shuffled) in prop::collection::vec(record(), 1..12)
            .prop_flat_map(|records| (Just(records.clone()), Just(records).prop_shuffle())),
    ) {
        let checked = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", RULES))]);
        prop_assert!(checked.is_usable(), "{:?}", checked.diagnostics);
        let program = Program::compile(Arc::new(checked.plan));
        for (entity, below) in ENTITIES {
            for (period, days) in PERIODS {
                let here: Vec<Record> = records
                    .iter()
                    .filter(|one| below.contains(&one.0) && days.contains(&one.1))
                    .copied()
                    .collect();
                // A place without a record is another law's.
                if here.is_empty() {
                    continue;
                }
                let found = answers(&program, &records, entity, period);
                prop_assert_eq!(&answers(&program, &shuffled, entity, period), &found, "in another order");
                for (function, found) in FUNCTIONS.iter().zip(found) {
                    let wanted = oracle(function, &here);
                    prop_assert_eq!(found, wanted, "{} of {} in {}: {:?}", function, entity, period, here);
                }
            }
        }
    }
}
