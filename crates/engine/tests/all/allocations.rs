//! What a prepared run takes of the memory: nothing, once it is warm.

use std::sync::Arc;

use allocation_counter::measure;
use dabiao_engine::{Metrics, Program, Provenance, Question};
use dabiao_model::{Number, Period, Place, Source, Value, parse_date};

/// A condition of each shape that is run in bulk.
const RULES: &str = "\
syntax 1
scale class: V < IV < III < II < I
metric rate
  type: percent
metric level
  type: class
metric open
  type: yes/no
target line: rate >= 90%
target range: rate in 80%..90%
target pair: rate > rate last year
target fall: count falls by at least 20% since 2009
target trend: count falls every year since 2009
target class: level >= III
target said: open and rate >= 90%
target some: at least 2 of (rate >= 90%, count >= 3, open)
target sum: rate + rate last year >= 1.8 * rate in 2009
target late: rate >= 95%
  by:   2010-12-31
target risk: rate >= 90%
  when: open
  warn: rate < 92%
";

/// A table with some values missing; without entities where there are none.
fn table(program: &Program, entities: usize, shift: i64) -> Metrics {
    let mut metrics = Metrics::new(program);
    let names: Vec<Option<String>> = if entities == 0 {
        vec![None]
    } else {
        (0..entities).map(|index| Some(format!("e{index}"))).collect()
    };
    for (row, name) in names.iter().enumerate() {
        let row = i64::try_from(row).unwrap();
        for year in [2009_i16, 2010, 2011] {
            let hash = row * 7 + i64::from(year) * 3 + shift;
            let share = Number::fraction((85 + hash % 12).into(), 100.into()).unwrap();
            for (metric, value) in [
                ("rate", Value::Number(share)),
                ("count", Value::Number((5 - hash % 4).into())),
                ("level", Value::Level(usize::try_from(hash % 5).unwrap())),
                ("open", Value::YesNo(hash % 2 == 0)),
            ] {
                if (hash + i64::from(year)) % 9 == 0 && metric != "rate" {
                    continue;
                }
                let provenance = Provenance {
                    source: String::new(),
                    counts: None,
                    mark: None,
                    provisional: false,
                    place: Place::Call("test".into()),
                };
                metrics.set_value(metric, name.as_deref(), Period::year(year), value, provenance).unwrap();
            }
        }
    }
    metrics
}

#[test]
fn a_warm_run_allocates_nothing() {
    let checked = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", RULES))]);
    assert!(checked.is_usable(), "{:?}", checked.diagnostics);
    let program = Program::compile(Arc::new(checked.plan));
    for entities in [0, 1, 40, 3_000] {
        // Both tables have one shape, so that the program is fitted once.
        let tables = [0, 36].map(|shift| table(&program, entities, shift));
        let question = Question::new(parse_date("2011-12-31").unwrap());
        let mut prepared = program.prepare(&tables[0], question).unwrap();
        let mut judge = || {
            for metrics in &tables {
                prepared.judge(metrics).unwrap();
            }
        };
        judge();
        let warm = measure(&mut judge);
        assert_eq!(warm.count_total, 0, "{entities} entities: {warm:?}");
    }
}

#[test]
fn an_allocation_is_counted() {
    let info = measure(|| drop(std::hint::black_box(vec![1_u8; 100])));
    assert_eq!(info.count_total, 1);
}
