//! Proofs before any data, held against the engine: conditions made up at random are judged on many rows of values.
//!
//! Where a proof says that something never happens, no row may show it; where it says that something can happen, the
//! engine must say so of the values that it gives. What the engine knows of the conditions it knows by itself.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at once"
)]

use std::collections::HashMap;
use std::sync::Arc;

mod random;

use dabiao::{Code, Source, Verdict};
use dabiao_check::{Answer, Claim, Prover, Slot, Witness};
use dabiao_engine::{Judgement, Program};
use dabiao_model::Value;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};
use random::{JUDGED, METRICS, Row, condition, judge, rows};

#[test]
fn the_engine_agrees_with_every_proof() {
    let mut runner = TestRunner::new(Config { cases: 80, max_shrink_iters: 200, ..Config::default() });
    let mut tally = Tally::default();
    let strategy = (condition(), condition(), rows());
    let result = runner.run(&strategy, |(one, other, rows)| {
        let found = examine(&one, &other, &rows, |prover, claims| prover.can_hold(claims));
        let found = found.map_err(TestCaseError::fail)?;
        TALLY.with_borrow_mut(|tally| tally.add(found));
        Ok(())
    });
    TALLY.with_borrow(|sum| tally.add(*sum));
    // The rows of a failure fill pages; what went wrong is in its reason.
    match result {
        Ok(()) => {}
        Err(TestError::Fail(reason, _)) => panic!("{reason}"),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
    // A harness that never sees an answer of a kind says nothing about it.
    assert!(tally.yes > 100 && tally.no > 10, "{tally:?}");
}

/// The harness finds a prover that is wrong in either way.
#[test]
fn a_wrong_prover_is_found() {
    let rows: Vec<Row> = (0..=10).map(|x| HashMap::from([(("x", JUDGED), x.to_string())])).collect();
    let check = |answer: fn(&Prover<'_>, &[Claim]) -> Answer| examine("x >= 5", "x < 7", &rows, answer);
    assert!(check(|prover, claims| prover.can_hold(claims)).is_ok());
    assert!(check(|_, _| Answer::No).is_err(), "contradictions that are none");
    let shifted = check(|prover, claims| match prover.can_hold(claims) {
        Answer::Yes(mut witness) => {
            for one in &mut witness.readings {
                one.value = Value::Number(dabiao::Number::from(9));
            }
            Answer::Yes(witness)
        }
        other => other,
    });
    assert!(shifted.is_err(), "witnesses that show nothing");
    let blind = check(|prover, claims| match claims {
        [one, _] => prover.can_hold(std::slice::from_ref(one)),
        claims => prover.can_hold(claims),
    });
    assert!(blind.is_err(), "a claim that is left out");
}

thread_local! {
    static TALLY: std::cell::RefCell<Tally> = std::cell::RefCell::default();
}

/// How many answers of each kind were held against the engine.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    yes: u32,
    no: u32,
    undecided: u32,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.yes += other.yes;
        self.no += other.no;
        self.undecided += other.undecided;
    }
}

/// Asks whether two conditions can be met and missed, each and together, and holds every answer against the engine.
fn examine(
    one: &str,
    other: &str,
    rows: &[Row],
    answer: impl Fn(&Prover<'_>, &[Claim]) -> Answer,
) -> Result<Tally, String> {
    let targets = format!("target one: {one}\ntarget other: {other}\n");
    let rules = format!("{METRICS}{targets}");
    let checked = dabiao_check::check(vec![dabiao_syntax::parse(Source::new("rules", rules))]);
    // What the checker refuses because of a proof is judged all the same; other rules are nothing to judge.
    let is_proved = |code| matches!(code, Code::ThresholdOutOfRange | Code::Contradiction);
    if checked.diagnostics.iter().any(|one| one.is_error() && !is_proved(one.code)) {
        return Ok(Tally::default());
    }
    let program = Program::compile(Arc::new(checked.plan));
    let verdicts = judge(&program, rows);
    let checked = program.plan();
    let mut prover = Prover::new();
    let [first, second] =
        ["one", "other"].map(|id| prover.read(checked, checked.target(id).unwrap().condition));
    let (met, missed) = (Verdict::Met, Verdict::Missed);
    let questions = [
        (vec![first.holds()], vec![(0, met)]),
        (vec![first.fails()], vec![(0, missed)]),
        (vec![first.holds(), second.holds()], vec![(0, met), (1, met)]),
        (vec![first.holds(), second.fails()], vec![(0, met), (1, missed)]),
        (vec![first.fails(), second.holds()], vec![(0, missed), (1, met)]),
    ];
    let mut tally = Tally::default();
    for (claims, wanted) in questions {
        let shows = |told: &Vec<Judgement>| {
            wanted.iter().all(|(target, verdict)| {
                told.iter().any(|one| one.target == *target && one.verdict == *verdict)
            })
        };
        match answer(&prover, &claims) {
            Answer::Undecided(_) => tally.undecided += 1,
            Answer::No => {
                tally.no += 1;
                if let Some(row) = verdicts.iter().position(shows) {
                    return Err(format!("{wanted:?} is no contradiction: {:?}\n{targets}", rows[row]));
                }
            }
            Answer::Yes(witness) => {
                tally.yes += 1;
                let row = as_row(&witness)?;
                if !shows(&judge(&program, std::slice::from_ref(&row))[0]) {
                    return Err(format!("{wanted:?} is not shown by {row:?}\n{targets}"));
                }
            }
        }
    }
    Ok(tally)
}

fn as_row(witness: &Witness) -> Result<Row, String> {
    let mut row = Row::new();
    for one in &witness.readings {
        let metric = ["x", "y", "z", "open", "water"].into_iter().find(|name| **name == one.reading.metric);
        let metric = metric.ok_or_else(|| format!("no metric {}", one.reading.metric))?;
        let year = match one.reading.slot {
            Slot::Now => JUDGED,
            Slot::At(period) => period.start().year(),
            Slot::Back { months, .. } => JUDGED - i16::try_from(months / 12).unwrap(),
            Slot::Step { back, .. } => JUDGED - i16::try_from(back).unwrap(),
        };
        let text = match &one.value {
            Value::Number(number) => number.to_string(),
            Value::YesNo(true) => "yes".to_string(),
            Value::YesNo(false) => "no".to_string(),
            Value::Level(index) => ["V", "III", "I"][*index].to_string(),
            other => return Err(format!("no text for {other:?}")),
        };
        if let Some(before) = row.insert((metric, year), text.clone())
            && before != text
        {
            return Err(format!("two values for one reading in {witness:?}"));
        }
    }
    Ok(row)
}
