//! The short ways held against the way by cells, for one row, for a few and for several words of them.

use std::sync::Arc;

use dabiao_model::{Number, Period, Source, Value, Verdict};
use proptest::prelude::*;

use super::expression::Cond;
use super::fixture::{Data, entity, number, program, provenance, question, table_of, year_of};
use super::random;
use crate::{BasisValue, Metrics, Prepared, Program, Question, VerdictColumn};

/// How many entities the tables have.
const COUNTS: [usize; 4] = [1, 3, 65, 140];

/// The verdicts by the way of cells, by entity and then by target.
fn by_cells(program: &Program, metrics: &Metrics, question: &Question) -> Vec<Verdict> {
    program.evaluate(metrics, question).unwrap().results.iter().map(|result| result.verdict).collect()
}

fn in_bulk(program: &Program, metrics: &Metrics, question: &Question) -> Vec<Verdict> {
    program.judge(metrics, question).unwrap().iter().map(|judged| judged.verdict).collect()
}

/// The verdicts of the last run, by entity and then by target.
fn by_rows(prepared: &Prepared, rows: usize) -> Vec<Verdict> {
    let columns = prepared.verdicts().columns();
    (0..rows).flat_map(|row| columns.iter().map(move |column| column.verdict(row))).collect()
}

fn conditions() -> impl Strategy<Value = Vec<Cond>> {
    prop::collection::vec(prop_oneof![3 => random::short(), 1 => random::cond()], 1..6)
}

fn data() -> impl Strategy<Value = (usize, Data)> {
    prop::sample::select(COUNTS.to_vec()).prop_flat_map(|count| (Just(count), random::decimals(count)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn many_rows_at_once_are_judged_as_by_their_cells(conditions in conditions(), (count, data) in data()) {
        let program = program(&conditions);
        let metrics = table_of(&program, &data, 0..count);
        let found = in_bulk(&program, &metrics, &question(None));
        prop_assert_eq!(&found, &by_cells(&program, &metrics, &question(None)));
        #[cfg(feature = "threads")]
        for threads in [2, 3, 7] {
            let mut prepared = program.prepare(&metrics, question(None)).unwrap().threads(threads);
            prepared.judge(&metrics).unwrap();
            prop_assert_eq!(&by_rows(&prepared, count), &found, "{} threads", threads);
        }
    }

    #[test]
    fn a_row_alone_in_its_table_is_judged_as_among_others(conditions in conditions(), data in random::decimals(6)) {
        let program = program(&conditions);
        let together = in_bulk(&program, &table_of(&program, &data, 0..6), &question(None));
        for (row, wanted) in together.chunks(conditions.len()).enumerate() {
            let alone = in_bulk(&program, &table_of(&program, &data, row..row.saturating_add(1)), &question(None));
            prop_assert_eq!(alone, wanted);
        }
    }

    #[test]
    fn what_a_verdict_rests_on_is_what_the_report_says(conditions in conditions(), data in random::decimals(3)) {
        let program = program(&conditions);
        for count in [1, 3] {
            check_bases(&program, &table_of(&program, &data, 0..count), &question(None));
        }
    }

    #[test]
    fn a_prepared_program_sees_every_change(
        conditions in conditions(),
        before in random::decimals(2),
        after in random::decimals(2),
        count in 1..3_usize,
    ) {
        let program = program(&conditions);
        let mut metrics = table_of(&program, &before, 0..count);
        let mut prepared = program.prepare(&metrics, question(None)).unwrap();
        prepared.judge(&metrics).unwrap();
        let mut now = before;
        for ((index, metric, year), value) in after.into_iter().filter(|((index, ..), _)| *index < count) {
            let name = entity(index);
            let (path, period) = (format!("m{metric}"), year.map(year_of));
            let value_now = Value::Number(number(value));
            // A value of one kind of period beside one of the other is refused, and then nothing changes.
            if metrics.replace_value(&path, Some(&name), period, value_now, provenance()).is_ok() {
                now.insert((index, metric, year), value);
            }
            prepared.judge(&metrics).unwrap();
            let fresh = table_of(&program, &now, 0..count);
            prop_assert_eq!(by_rows(&prepared, count), by_cells(&program, &fresh, &question(None)));
        }
    }
}

/// Rules for `x`, `y`, `class` and `open`, whether all of them have short ways.
fn check(rule: &str, is_short: bool) {
    let declared = "scale classes: V < IV < III < II < I\nmetric x\n  type: number\nmetric y\n  type: number\n\
                    metric class\n  type: classes\nmetric open\n  type: yes/no\nassume least = 3\n  because: \"a test\"\n";
    let source = Source::new("rules", format!("{declared}target t: {rule}"));
    let checked = dabiao_check::check(vec![dabiao_syntax::parse(source)]);
    assert!(checked.is_usable(), "{rule}: {:?}", checked.diagnostics);
    let program = Program::compile(Arc::new(checked.plan));
    let mut metrics = Metrics::new(&program);
    for (index, year) in [2009_i16, 2010, 2011].into_iter().enumerate() {
        let values = [
            ("x", Value::Number(Number::from(7))),
            ("y", Value::Number(Number::fraction(5.into(), 4.into()).unwrap())),
            ("class", Value::Level(index)),
            ("open", Value::YesNo(true)),
        ];
        for (metric, value) in values {
            metrics.set_value(metric, Some("a"), Period::year(year), value, provenance()).unwrap();
        }
    }
    let prepared = program.prepare(&metrics, question(None)).unwrap();
    assert_eq!(prepared.is_short(), is_short, "{rule}");
    assert_eq!(
        in_bulk(&program, &metrics, &question(None)),
        by_cells(&program, &metrics, &question(None)),
        "{rule}"
    );
}

/// Holds what each verdict rests on against the verdicts of the short ways and against the report.
fn check_bases(program: &Program, metrics: &Metrics, question: &Question) {
    let report = program.evaluate(metrics, question).unwrap();
    let mut prepared = program.prepare(metrics, question.clone()).unwrap();
    let verdicts = prepared.judge(metrics).unwrap().clone();
    let bases = prepared.bases(metrics).unwrap();
    let mut told = report.results.iter();
    for row in 0..verdicts.columns().first().map_or(0, VerdictColumn::rows) {
        for (basis, column) in bases.row(row).zip(verdicts.columns()) {
            let judged =
                (column.verdict(row), column.is_late(row), column.is_at_risk(row), column.period(row));
            assert_eq!((basis.verdict(), basis.is_late(), basis.is_at_risk(), basis.period()), judged);
            let wanted = told.next().unwrap();
            assert_eq!((basis.target(), basis.entity()), (wanted.target.as_str(), wanted.entity.as_deref()));
            assert_eq!(&basis.result(), wanted);
            let is_metric = |name: &str| program.plan().metrics.iter().any(|metric| metric.path == name);
            let of_metrics = wanted.evidence.iter().filter(|one| is_metric(&one.metric));
            let values = basis.values();
            assert!(values.iter().map(BasisValue::evidence).eq(of_metrics.cloned()), "{wanted:?}");
            let is_known =
                |value: &BasisValue<'_>| value.value().is_some() == value.evidence().value.is_some();
            assert!(values.iter().all(is_known));
        }
    }
    assert_eq!(told.next(), None);
    assert!(bases.of(verdicts.columns().len(), 0).is_none());
}

#[test]
fn a_basis_knows_deadlines_warnings_and_what_does_not_apply() {
    let rules = "metric x\n  type: number\nmetric big\n  type: yes/no\n\
                 target by_then: x >= 7\n  by: 2010-12-31\n\
                 target ahead: x >= 9\n  by: 2020-12-31\n\
                 target each: x >= 6\n  each: year\n  warn: x < 8\n\
                 target some: x >= 6\n  when: big\n\
                 target steady: average of x over last 2 years >= 6";
    let checked = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rules))]);
    assert!(checked.is_usable(), "{:?}", checked.diagnostics);
    let program = Program::compile(Arc::new(checked.plan));
    let mut metrics = Metrics::new(&program);
    for (entity, values) in [("a", [5, 6, 7]), ("b", [7, 8, 9]), ("c", [9, 9, 3])] {
        for (value, year) in values.into_iter().zip(2009_i16..) {
            let value = Value::Number(Number::from(value));
            metrics.set_value("x", Some(entity), Period::year(year), value, provenance()).unwrap();
        }
        let big = Value::YesNo(entity != "c");
        if entity != "b" {
            metrics.set_value("big", Some(entity), Period::year(2011), big, provenance()).unwrap();
        }
    }
    for year in [None, Some(2010), Some(2011)] {
        let question = Question { period: year.and_then(Period::year), ..question(None) };
        check_bases(&program, &metrics, &question);
    }
    let mut prepared = program.prepare(&metrics, question(None)).unwrap();
    let bases = prepared.bases(&metrics).unwrap();
    let late: Vec<bool> = (0..3).map(|row| bases.of(0, row).unwrap().is_late()).collect();
    assert_eq!(late, [true, false, false]);
}

#[test]
fn these_conditions_have_short_ways() {
    for rule in [
        "x >= 2.5",
        "3 < x",
        "x != least",
        "x in 2..least + 1",
        "x > y",
        "x > x last year",
        "class >= III",
        "class = class in 2010",
        "class in V..II",
        "open",
        "not open or x = 1 and y < 2",
        "at least 2 of (x > 1, y > 2, open)",
        "x falls by at least 20% since 2009",
        "x rises by more than 0.5 since 2010",
        "x falls every year since 2009",
        "class does not fall every year since 2009",
        "x + y >= 2 * least",
        "x / y > 1.5",
        "(x - y) / (x + y) < 1/3",
        "x in y..2 * y",
        "abs(x - y) <= max(x, y) - min(x, y)",
        "-x < 0",
        "x / y rises every year since 2009",
        "average of x over last 3 years >= 2",
        "max of x over last 2 years <= 9",
    ] {
        check(rule, true);
    }
}

#[test]
fn these_conditions_are_judged_by_their_cells() {
    for rule in [
        "if open then x > 1 else y > 1",
        "round(x to 0.1) >= 2",
        "x falls every year",
        "sum of x over last 3 years needing 2 >= 1",
        "yearly change of x since 2009 >= 2%",
    ] {
        check(rule, false);
    }
}
