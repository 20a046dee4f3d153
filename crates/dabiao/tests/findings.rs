//! What the checker finds before any data, held against the engine: no row of values may show what a finding says
//! cannot be.

#![expect(clippy::arithmetic_side_effects, reason = "a test may stop at once")]

use std::collections::BTreeMap;
use std::sync::Arc;

mod random;

use dabiao::{Code, Diagnostic, Language, Source, Verdict};
use dabiao_engine::{Judgement, Program};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestError, TestRunner};
use random::{METRICS, Row, condition, judge, rows};

/// Whether a row's answers show something; a row is whole where no value is missing.
type Shows = Box<dyn Fn(&[Judgement], bool) -> bool>;

/// The values of a whole row: five metrics in seven years.
const WHOLE: usize = 35;

/// How often each code was found.
type Tally = BTreeMap<&'static str, u32>;

#[test]
fn no_row_shows_what_a_finding_denies() {
    let runs = std::cell::RefCell::new(Tally::new());
    let mut runner = TestRunner::new(Config { cases: 40, max_shrink_iters: 100, ..Config::default() });
    let result = runner.run(&(plan(), rows()), |(plan, rows)| {
        let found = examine(&plan, &rows, |finding| finding).map_err(TestCaseError::fail)?;
        for (code, count) in found {
            let sum = runs.borrow().get(code).map_or(count, |sum| sum.saturating_add(count));
            runs.borrow_mut().insert(code, sum);
        }
        Ok(())
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(reason, _)) => panic!("{reason}"),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
    // A harness that never sees a finding says nothing about it.
    let tally = runs.into_inner();
    for code in ["E0308", "E0315", "W0607", "W0609", "W0610"] {
        assert!(tally.get(code).is_some_and(|count| *count >= 2), "{code}: {tally:?}");
    }
}

/// The harness finds findings that are not true.
#[test]
fn wrong_findings_are_found() {
    let rows: Vec<Row> = (0..=10).map(|x| Row::from([(("x", random::JUDGED), x.to_string())])).collect();
    let plan = "target t0: x >= 5\ntarget t1: x >= 4\n";
    assert!(examine(plan, &rows, |finding| finding).is_ok());
    let turned = |code: Code, variant: Option<&'static str>| {
        examine(plan, &rows, |finding| Diagnostic { code, variant, ..finding })
    };
    assert!(turned(Code::ThresholdOutOfRange, None).is_err());
    assert!(turned(Code::Contradiction, None).is_err());
    assert!(turned(Code::AlwaysMet, None).is_err());
    assert!(turned(Code::AlwaysMet, Some("never-applies")).is_err());
    let swapped = examine("target t0: x >= 4\ntarget t1: x >= 5\n", &rows, |mut finding| {
        for (name, _) in finding.args.iter_mut().filter(|_| finding.code == Code::Implied) {
            *name = if *name == "by" { "target" } else { "by" };
        }
        finding
    });
    assert!(swapped.is_err(), "the weaker target for the stronger one");
}

/// Four targets, mostly of plain comparisons, so that they meet often.
fn plan() -> impl Strategy<Value = String> {
    let plain = || {
        let op = select(vec![">=", ">", "<=", "<"]);
        (select(vec!["x", "y", "x + y"]), op, 0..10_i32).prop_map(|(x, op, n)| format!("{x} {op} {n}"))
    };
    let asked = prop_oneof![3 => plain().boxed(), 1 => condition()];
    let when = prop_oneof![4 => Just(None), 1 => plain().prop_map(Some)];
    let warn = prop_oneof![2 => Just(None), 1 => plain().prop_map(Some)];
    prop::collection::vec((asked, when, warn), 4).prop_map(|targets| {
        let field =
            |name: &str, of: Option<String>| of.map_or(String::new(), |of| format!("  {name}: {of}\n"));
        let target = |(nth, (asked, when, warn))| {
            format!("target t{nth}: {asked}\n{}{}", field("when", when), field("warn", warn))
        };
        targets.into_iter().enumerate().map(target).collect()
    })
}

/// Checks a plan and holds each finding against the rows; `through` may falsify it.
fn examine(plan: &str, rows: &[Row], through: impl Fn(Diagnostic) -> Diagnostic) -> Result<Tally, String> {
    let source = Source::new("rules", format!("{METRICS}{plan}"));
    let checked = dabiao_check::check(vec![dabiao_syntax::parse(source)]);
    let program = Program::compile(Arc::new(checked.plan));
    let verdicts = judge(&program, rows);
    let mut tally = Tally::new();
    for finding in checked.diagnostics {
        let finding = through(finding);
        let Some(shows) = denied(&finding) else { continue };
        for (row, judged) in rows.iter().zip(&verdicts) {
            if shows(judged, row.len() == WHOLE) {
                return Err(format!("{}\n{row:?}\n{plan}", finding.message(Language::English)));
            }
        }
        let count = tally.entry(finding.code.as_str()).or_default();
        *count = count.saturating_add(1);
    }
    Ok(tally)
}

/// What a finding says that no row of answers shows; `None` for findings about something else.
fn denied(finding: &Diagnostic) -> Option<Shows> {
    let named = |name: &str| {
        let arg = finding.args.iter().find(|(one, _)| *one == name);
        arg.map(|(_, wording)| ids(&wording.text(Language::English))).unwrap_or_default()
    };
    let is = |target: usize, is: fn(&Judgement) -> bool| {
        move |row: &[Judgement]| row.iter().any(|one| one.target == target && is(one))
    };
    let all_rows = |shows: fn(&Judgement) -> bool, target: usize| -> Shows {
        Box::new(move |row, _| is(target, shows)(row))
    };
    let target = *named("target").first()?;
    let met: fn(&Judgement) -> bool = |one| one.verdict == Verdict::Met;
    let missed: fn(&Judgement) -> bool = |one| one.verdict == Verdict::Missed;
    Some(match (finding.code, finding.variant) {
        (Code::ThresholdOutOfRange, _) => all_rows(met, target),
        (Code::AlwaysMet, Some("never-applies")) => {
            all_rows(|one| matches!(one.verdict, Verdict::Met | Verdict::Missed), target)
        }
        (Code::AlwaysMet, _) => all_rows(missed, target),
        (Code::Contradiction, _) => {
            let mut all = named("others");
            all.push(target);
            Box::new(move |row, _| all.iter().all(|target| is(*target, met)(row)))
        }
        (Code::Implied, _) => {
            let by = *named("by").first()?;
            Box::new(move |row, _| is(by, met)(row) && is(target, missed)(row))
        }
        (Code::WarningLine, Some("never")) => all_rows(|one| one.at_risk, target),
        // A value that only the warning reads may be missing.
        (Code::WarningLine, Some("always")) => Box::new(move |row, is_whole| {
            is_whole && is(target, |one| one.verdict == Verdict::Met && !one.at_risk)(row)
        }),
        _ => return None,
    })
}

/// `` `t0` and `t3` `` as 0 and 3.
fn ids(text: &str) -> Vec<usize> {
    text.split('t')
        .filter_map(|part| part.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok())
        .collect()
}
