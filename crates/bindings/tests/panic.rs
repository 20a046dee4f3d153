//! A panic that is planted in a call becomes a fault, and the next call works: `--features planted-panic`.

#![cfg(feature = "planted-panic")]
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use dabiao_bindings::{Fault, Kind, Metrics, Plan, Question, guard};

const DAY: &str = r#"{"as_of": "2011-12-31"}"#;
const PLANTED: &str = r#"{"as_of": "2011-12-31", "entity": "planted panic"}"#;

fn check<T: std::fmt::Debug>(ask: impl Fn(&Plan, &Metrics, &Question) -> Result<T, Fault>) {
    let plan = Plan::parse("x >= 1").unwrap();
    let mut metrics = Metrics::new(&plan);
    metrics.set(None, None, "x", "1").unwrap();
    let ask = |question: &str| guard(|| ask(&plan, &metrics, &Question::parse(question)?));
    for _ in 0..3 {
        let fault = ask(PLANTED).unwrap_err();
        assert_eq!(fault.kind, Kind::Internal);
        assert!(fault.to_string().contains("planted for a test"), "{fault}");
        ask(DAY).unwrap();
    }
}

#[test]
fn of_a_report() {
    check(|plan, metrics, question| plan.evaluate(metrics, question));
}

#[cfg(feature = "c")]
#[test]
fn of_verdicts_for_many_rows() {
    check(|plan, metrics, question| dabiao_bindings::Verdicts::judge(plan, metrics, question, 2));
}
