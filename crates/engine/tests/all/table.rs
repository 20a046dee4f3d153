//! What the table of metrics takes, keeps and refuses.

use std::sync::Arc;

use dabiao_engine::{Metrics, Program, Question};
use dabiao_model::{Code, Observation, Period, Place, Source, Value, Verdict, parse_date};

fn program(rules: &str) -> Program {
    let checked = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rules))]);
    assert!(checked.is_usable(), "{:?}", checked.diagnostics);
    Program::compile(Arc::new(checked.plan))
}

fn observation(metric: &str, entity: &str, period: &str, text: &str) -> Observation {
    Observation {
        entity: (!entity.is_empty()).then(|| entity.to_string()),
        period: Period::parse(period),
        ..Observation::new(metric, text, Place::Call(text.into()))
    }
}

fn verdict(program: &Program, metrics: &Metrics) -> Verdict {
    let question = Question::new(parse_date("2011-12-31").unwrap());
    program.judge(metrics, &question).unwrap()[0].verdict
}

const RULES: &str = "metric rate \"合格率\"\n  type: percent in 0%..100%\nrate >= 90%";

#[test]
fn titles_name_metrics() {
    let program = program(RULES);
    let mut metrics = Metrics::new(&program);
    metrics.insert(&observation("合格率", "", "", "92%")).unwrap();
    assert_eq!(metrics.value("rate", None, None), metrics.value("合格率", None, None));
    assert_eq!(verdict(&program, &metrics), Verdict::Met);
}

#[test]
fn a_value_is_replaced_by_a_good_one_only() {
    let program = program(RULES);
    let mut metrics = Metrics::new(&program);
    metrics.replace(&observation("rate", "", "2011", "92%")).unwrap();
    assert_eq!(
        metrics.insert(&observation("rate", "", "2011", "80%")).unwrap_err().code,
        Code::DuplicateValue
    );
    assert_eq!(
        metrics.replace(&observation("rate", "", "2011", "180%")).unwrap_err().code,
        Code::ValueOutOfRange
    );
    assert_eq!(verdict(&program, &metrics), Verdict::Met);
    metrics.replace(&observation("rate", "", "2011", "80%")).unwrap();
    assert_eq!(verdict(&program, &metrics), Verdict::Missed);
    metrics.replace(&observation("rate", "", "2011", "NA")).unwrap();
    assert_eq!(verdict(&program, &metrics), Verdict::Unknown);
    metrics.insert(&observation("rate", "", "2011", "95%")).unwrap();
    assert_eq!(verdict(&program, &metrics), Verdict::Met);
}

#[test]
fn a_full_table_says_so() {
    let program = program(RULES);
    // One cell each for a and b, and one for values without an entity.
    let mut metrics = Metrics::with_limit(&program, 3);
    metrics.insert(&observation("rate", "a", "2011", "92%")).unwrap();
    metrics.insert(&observation("rate", "b", "2011", "92%")).unwrap();
    assert_eq!(metrics.insert(&observation("rate", "c", "2011", "92%")).unwrap_err().code, Code::TooMuchData);
    metrics.replace(&observation("rate", "b", "2011", "93%")).unwrap();
    assert_eq!(metrics.periods(), [Period::parse("2011").unwrap()]);
}

#[test]
fn values_are_read_anew_for_another_plan() {
    let first = program(RULES);
    let mut metrics = Metrics::new(&first);
    metrics.insert(&observation("rate", "a", "2011", "92%")).unwrap();
    metrics.insert(&observation("rate", "b", "2011", "NA")).unwrap();

    let stricter =
        program("metric other\n  type: number\nmetric rate\n  type: percent\nrate >= 95%\nother >= 1");
    let question = Question::new(parse_date("2011-12-31").unwrap());
    let judged = stricter.judge(&metrics, &question).unwrap();
    let rates: Vec<_> = judged.iter().filter(|one| one.target == 0).map(|one| one.verdict).collect();
    assert_eq!(rates, [Verdict::Missed, Verdict::Unknown]);

    let without = program("metric other\n  type: number\nother >= 1");
    assert_eq!(without.judge(&metrics, &question).unwrap_err().code, Code::UnknownMetric);
    let of_another_type = program("metric rate\n  type: yes/no\nrate");
    assert_eq!(of_another_type.judge(&metrics, &question).unwrap_err().code, Code::UnreadableValue);
}

#[test]
fn an_assumption_keeps_its_type() {
    let program = program("assume least = 90%\n  because: \"none given\"\nrate >= least");
    let metrics = Metrics::new(&program);
    let mut question = Question::new(parse_date("2011-12-31").unwrap());
    question.assume.push(("least".to_string(), Value::YesNo(true)));
    assert_eq!(program.evaluate(&metrics, &question).unwrap_err().code, Code::UnreadableArgument);
}
