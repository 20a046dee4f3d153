//! What `diff` says of random pairs of plans, held against the engine on rows at random and at the thresholds.
//!
//! A row that one version accepts and the other refuses must fit what was said, and every witness must be such a row.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may stop at once"
)]

mod random;

use std::collections::BTreeSet;
use std::sync::Arc;

use dabiao::{ChangeKind, DiffReport, DiffWitness, Flag, Plan, TargetChange, TargetPart, Verdict};
use dabiao_engine::{Judgement, Program};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestError, TestRunner};
use random::{JUDGED, METRICS, Row, condition, judge, judge_in, rows};

#[test]
fn the_engine_agrees_with_every_change() {
    let mut runner = TestRunner::new(Config { cases: 64, max_shrink_iters: 200, ..Config::default() });
    let result = runner.run(&(versions(), rows()), |((old, new), rows)| {
        let found = examine(&old, &new, &rows, Plan::diff).map_err(TestCaseError::fail)?;
        TALLY.with_borrow_mut(|tally| tally.add(found));
        Ok(())
    });
    // The rows of a failure fill pages; what went wrong is in its reason.
    match result {
        Ok(()) => {}
        Err(TestError::Fail(reason, _)) => panic!("{reason}"),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
    // A harness that never sees a change of a kind says nothing about it.
    TALLY.with_borrow(|tally| {
        let seen = [tally.tightened + tally.loosened, tally.reinterpreted, tally.same, tally.warned];
        assert!(seen.iter().all(|count| *count >= 5) && tally.rows > 5_000, "{tally:?}");
    });
}

/// The harness finds a `diff` that is wrong in any of the ways that matter.
#[test]
fn a_wrong_diff_is_found() {
    let rows: Vec<Row> = (0..=10)
        .map(|x| Row::from([(("x", JUDGED), x.to_string()), (("y", JUDGED), "5".to_string())]))
        .collect();
    let old = format!("{METRICS}target t: x >= 5\n  warn: x < 7\n");
    let check = |new: &str, wrong: fn(&mut DiffReport)| {
        let new = format!("{METRICS}{new}");
        examine(&old, &new, &rows, |old, new| {
            let mut report = old.diff(new);
            wrong(&mut report);
            report
        })
    };
    let (tighter, other) = ("target t: x >= 7\n  warn: x < 8\n", "target t: x <= 6\n  warn: x < 7\n");
    assert!(check(tighter, |_| {}).is_ok() && check(other, |_| {}).is_ok());
    assert!(
        check(tighter, |report| report.changes[0].change = ChangeKind::Loosened).is_err(),
        "the wrong way"
    );
    assert!(check(tighter, |report| report.changes[0].change = ChangeKind::Equivalent).is_err(), "the same");
    assert!(check(tighter, |report| report.changes.clear()).is_err(), "no change at all");
    assert!(check(tighter, |report| report.changes[0].witness = None).is_err(), "nothing that shows it");
    assert!(check(other, |report| report.changes[0].change = ChangeKind::Tightened).is_err(), "half of it");
    assert!(check(other, |report| report.changes[0].counter_witness = None).is_err(), "one witness");
    let shifted = |report: &mut DiffReport| {
        report.changes[0].witness.as_mut().unwrap().values[0].exact = Some("9".to_string());
    };
    assert!(check(tighter, shifted).is_err(), "a witness that shows nothing");
    let warned = |report: &mut DiffReport| {
        let warn = report.changes.iter_mut().find(|one| one.part == TargetPart::Warn).unwrap();
        warn.change = ChangeKind::Equivalent;
    };
    assert!(check(tighter, warned).is_err(), "a warning that comes sooner");
}

thread_local! {
    static TALLY: std::cell::RefCell<Tally> = std::cell::RefCell::default();
}

/// How many changes of each kind were held against the engine, and on how many rows.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    tightened: u32,
    loosened: u32,
    reinterpreted: u32,
    same: u32,
    warned: u32,
    undecided: u32,
    rows: usize,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.tightened += other.tightened;
        self.loosened += other.loosened;
        self.reinterpreted += other.reinterpreted;
        self.same += other.same;
        self.warned += other.warned;
        self.undecided += other.undecided;
        self.rows += other.rows;
    }

    fn count(&mut self, change: ChangeKind) {
        match change {
            ChangeKind::Tightened => self.tightened += 1,
            ChangeKind::Loosened => self.loosened += 1,
            ChangeKind::Reinterpreted => self.reinterpreted += 1,
            ChangeKind::Undecided => self.undecided += 1,
            _ => self.same += 1,
        }
    }
}

/// Compares two versions of a plan with one target and holds what is said of it against the engine.
fn examine(
    old: &str,
    new: &str,
    rows: &[Row],
    differ: impl Fn(&Plan, &Plan) -> DiffReport,
) -> Result<Tally, String> {
    // Rules that the checker refuses are not compared.
    let (Ok(before), Ok(after)) = (Plan::parse(old), Plan::parse(new)) else { return Ok(Tally::default()) };
    let report = differ(&before, &after);
    let programs = [&before, &after].map(|plan| Program::compile(Arc::clone(plan.checked())));
    let rows = [rows, &boundaries(old, new)[..]].concat();
    let [old_told, new_told] = programs.each_ref().map(|program| judge(program, &rows));
    let answers: Vec<(&Judgement, &Judgement)> =
        old_told.iter().zip(&new_told).map(|(old, new)| (&old[0], &new[0])).collect();
    let mut tally = Tally { rows: rows.len(), ..Tally::default() };
    let fault = |what: &str, row: &Row| {
        format!("{what}: {row:?}\n{}\n{}", &old[METRICS.len()..], &new[METRICS.len()..])
    };
    let is_of = |parts: &'static [TargetPart]| move |one: &&TargetChange| parts.contains(&one.part);
    let judged = [TargetPart::Condition, TargetPart::When, TargetPart::Judge];
    let condition = report.changes.iter().find(|one| judged.contains(&one.part));
    let warn = report.changes.iter().find(is_of(&[TargetPart::Warn]));

    let kind = condition.map_or(ChangeKind::Editorial, |one| one.change);
    tally.count(kind);
    for (row, (old, new)) in rows.iter().zip(&answers) {
        if separates(old, new)
            && !matches!(kind, ChangeKind::Tightened | ChangeKind::Reinterpreted | ChangeKind::Undecided)
        {
            return Err(fault(&format!("{kind:?}, and the new version refuses"), row));
        }
        if separates(new, old)
            && !matches!(kind, ChangeKind::Loosened | ChangeKind::Reinterpreted | ChangeKind::Undecided)
        {
            return Err(fault(&format!("{kind:?}, and the new version accepts"), row));
        }
        if kind == ChangeKind::Editorial && old.verdict != new.verdict {
            return Err(fault("another verdict by the same words", row));
        }
    }
    let shown = |change: Option<&TargetChange>, shows: &dyn Fn(&Judgement, &Judgement) -> bool| {
        let Some(change) = change else { return Ok(()) };
        let (tighter, looser) = match change.change {
            ChangeKind::Tightened => (change.witness.as_ref(), None),
            ChangeKind::Loosened => (None, change.witness.as_ref()),
            ChangeKind::Reinterpreted => (change.witness.as_ref(), change.counter_witness.as_ref()),
            _ => (None, None),
        };
        let wanted = match change.change {
            ChangeKind::Tightened => [true, false],
            ChangeKind::Loosened => [false, true],
            ChangeKind::Reinterpreted => [true, true],
            _ => [false, false],
        };
        for (is_wanted, witness, is_tighter) in [(wanted[0], tighter, true), (wanted[1], looser, false)] {
            if !is_wanted {
                continue;
            }
            let Some(witness) = witness else { return Err(fault("no witness", &Row::new())) };
            let row = as_row(witness);
            let is_shown = |year| {
                let [old, new] = programs
                    .each_ref()
                    .map(|program| judge_in(program, std::slice::from_ref(&row), year).remove(0).remove(0));
                let (from, to) = if is_tighter { (&old, &new) } else { (&new, &old) };
                let is_told = told(&old, witness.old, &witness.old_flags)
                    && told(&new, witness.new, &witness.new_flags);
                is_told && shows(from, to)
            };
            // Where it matters which year is judged, a witness names it with the values of that year, its last ones.
            let last = row.keys().map(|(_, year)| *year).max().unwrap_or(JUDGED);
            if !is_shown(JUDGED) && !is_shown(last) {
                return Err(fault("a witness that shows nothing", &row));
            }
        }
        Ok(())
    };
    shown(condition, &separates)?;

    let full = || rows.iter().zip(&answers).filter(|(row, _)| is_full(row));
    if let Some(warn) = warn {
        tally.warned += 1;
        for (row, (old, new)) in full() {
            let is_open = matches!(warn.change, ChangeKind::Reinterpreted | ChangeKind::Undecided);
            if warns_sooner(old, new) && !is_open && warn.change != ChangeKind::Tightened {
                return Err(fault(&format!("warn {:?}, and the new version warns", warn.change), row));
            }
            if warns_sooner(new, old) && !is_open && warn.change != ChangeKind::Loosened {
                return Err(fault(&format!("warn {:?}, and the old version warns", warn.change), row));
            }
        }
        shown(Some(warn), &warns_sooner)?;
    } else if let Some((row, _)) =
        full().find(|(_, (old, new))| warns_sooner(old, new) || warns_sooner(new, old))
    {
        return Err(fault("another warning by the same words", row));
    }
    let moved = before.checked().targets[0].by != after.checked().targets[0].by;
    if report.changes.iter().any(|one| one.change == ChangeKind::Deadline) != moved {
        return Err(fault("the deadline", &Row::new()));
    }
    Ok(tally)
}

/// Whether one accepts what the other refuses, or does not apply where the other does.
fn separates(one: &Judgement, other: &Judgement) -> bool {
    let accepts = matches!(one.verdict, Verdict::Met | Verdict::NotApplicable);
    let applies = matches!(other.verdict, Verdict::Met | Verdict::Missed);
    (accepts && other.verdict == Verdict::Missed) || (one.verdict == Verdict::NotApplicable && applies)
}

/// Whether both are met and only the other is at risk.
fn warns_sooner(one: &Judgement, other: &Judgement) -> bool {
    let both = one.verdict == Verdict::Met && other.verdict == Verdict::Met;
    both && !one.at_risk && other.at_risk
}

/// A warning whose values are missing does not come, which is no answer; so only rows without gaps tell of warnings.
fn is_full(row: &Row) -> bool {
    row.len() == 5 * YEARS.len()
}

fn told(judgement: &Judgement, verdict: Verdict, flags: &[Flag]) -> bool {
    judgement.verdict == verdict && judgement.at_risk == flags.contains(&Flag::AtRisk)
}

/// The values of a witness, in the years that the test judges by.
fn as_row(witness: &DiffWitness) -> Row {
    let mut row = Row::new();
    for one in &witness.values {
        let metric = ["x", "y", "z", "open", "water"].into_iter().find(|name| **name == one.metric).unwrap();
        let year = match one.time.as_deref() {
            None => JUDGED,
            Some(time) if time.ends_with("before") => {
                JUDGED - time.split_whitespace().next().unwrap().parse::<i16>().unwrap()
            }
            Some(time) => time.parse().unwrap(),
        };
        let text = one.exact.clone().unwrap_or_else(|| one.value.to_string());
        assert_eq!(row.insert((metric, year), text), None, "{witness:?}");
    }
    row
}

/// The years that conditions look back to.
const YEARS: [i16; 7] = [2005, 2006, 2007, 2008, 2009, 2010, JUDGED];

/// Rows at the numbers that two versions name, a little beside them, and with gaps there.
fn boundaries(old: &str, new: &str) -> Vec<Row> {
    let rules = [&old[METRICS.len()..], &new[METRICS.len()..]].concat();
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let numbers: BTreeSet<i64> = rules.split(|c| !is_part(c)).filter_map(hundredths).collect();
    let mut values = BTreeSet::from(["0".to_string(), "10".to_string()]);
    for hundredths in numbers.into_iter().take(6) {
        for beside in [hundredths - 100, hundredths - 1, hundredths, hundredths + 1, hundredths * 2] {
            let beside = beside.clamp(0, 1000);
            values.insert(format!("{}.{:02}", beside / 100, beside % 100));
        }
    }
    let mut rows = Vec::new();
    for (nth, value) in values.iter().enumerate() {
        let other = values.iter().nth((nth * 7 + 3) % values.len()).unwrap();
        for (now, then) in [(value, value), (value, other), (other, value)] {
            let mut row = Row::new();
            for metric in ["x", "y", "z"] {
                for year in YEARS {
                    let is_now = year == JUDGED || (metric == "y" && year == 2010);
                    row.insert((metric, year), if is_now { now.clone() } else { then.clone() });
                }
            }
            for year in YEARS {
                row.insert(("open", year), if nth % 2 == 0 { "yes" } else { "no" }.to_string());
                row.insert(("water", year), ["V", "III", "I"][nth % 3].to_string());
            }
            rows.push(row.clone());
            row.remove(&(["x", "y", "z"][nth % 3], [JUDGED, 2005, 2010][nth / 3 % 3]));
            rows.push(row);
        }
    }
    rows
}

/// A number below a hundred, in hundredths.
fn hundredths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let whole: i64 = whole.parse().ok().filter(|whole| *whole < 100)?;
    let part: i64 = format!("{part:0<2}").get(..2)?.parse().ok()?;
    Some(whole * 100 + part)
}

/// Two versions of a plan with one target. Often one is the other with a little more to it, so that much follows.
fn versions() -> impl Strategy<Value = (String, String)> {
    let pair = (condition(), condition(), select(vec!["and", "or", "other", "same", "twice", "number"]))
        .prop_map(|(one, other, how)| {
            let new = match how {
                "and" => format!("({one}) and ({other})"),
                "or" => format!("({one}) or ({other})"),
                "same" => one.clone(),
                "twice" => format!("not (not ({one}))"),
                "number" => one.replacen('5', "6", 1).replacen('1', "2", 1),
                _ => other,
            };
            (one, new)
        });
    let swapped =
        (pair, any::<bool>()).prop_map(|((one, other), swap)| if swap { (other, one) } else { (one, other) });
    let part = || {
        (
            prop_oneof![2 => Just(None), 3 => (select(vec!["x", "y", "xy"]), 0..12_i32).prop_map(Some)],
            select(vec!["", "2011", "2012"]),
            prop_oneof![4 => Just(""), 1 => Just("open"), 1 => Just("not open")],
            select(vec!["2", "3", "5"]),
            select(vec!["(x + y) / 2", "x / 2 + y / 2", "x - y"]),
        )
    };
    (swapped, part(), part(), any::<bool>()).prop_map(|((old, new), before, after, alike)| {
        let after = if alike { before } else { after };
        (rules(&old, before), rules(&new, after))
    })
}

type Part = (Option<(&'static str, i32)>, &'static str, &'static str, &'static str, &'static str);

fn rules(condition: &str, (warn, by, when, bar, mean): Part) -> String {
    let mut text = METRICS.to_string();
    text.push_str(&format!("assume bar = {bar}\n  because: \"a test\"\nmetric mean\n  value: {mean}\n"));
    // The assumption and the computed metric are part of every third condition.
    let condition = match condition.len() % 3 {
        0 => format!("({condition}) or mean >= bar"),
        1 => format!("({condition}) and x <= bar + 6"),
        _ => condition.to_string(),
    };
    text.push_str(&format!("target t: {condition}\n"));
    if let Some((metric, limit)) = warn {
        text.push_str(&format!("  warn: {metric} < {limit}\n"));
    }
    if !when.is_empty() {
        text.push_str(&format!("  when: {when}\n"));
    }
    if !by.is_empty() {
        text.push_str(&format!("  by: {by}\n"));
    }
    text
}

proptest! {
    #![proptest_config(Config { cases: 60, ..Config::default() })]

    /// What is tightened from one version to the other is loosened on the way back, and nothing else.
    #[test]
    fn the_way_back_is_the_other_way((old, new) in versions()) {
        let (Ok(old), Ok(new)) = (Plan::parse(&old), Plan::parse(&new)) else { return Ok(()) };
        let told = |report: &DiffReport, turn: bool| -> Vec<(TargetPart, ChangeKind)> {
            let kind = |kind| match kind {
                ChangeKind::Tightened if turn => ChangeKind::Loosened,
                ChangeKind::Loosened if turn => ChangeKind::Tightened,
                kind => kind,
            };
            report.changes.iter().map(|one| (one.part, kind(one.change))).collect()
        };
        prop_assert_eq!(told(&old.diff(&new), false), told(&new.diff(&old), true));
    }

    #[test]
    fn a_plan_does_not_differ_from_itself((rules, _) in versions()) {
        if let Ok(plan) = Plan::parse(&rules) {
            let report = plan.diff(&plan);
            prop_assert!(report.changes.is_empty() && report.declarations.is_empty() && report.unchanged == 1);
            let again = plan.diff(&Plan::parse(&rules).unwrap());
            prop_assert!(again.changes.is_empty() && again.is_same());
        }
    }

    /// Between two thresholds lies what shows that the higher one asks for more.
    #[test]
    fn a_threshold_is_shown_by_a_value_between(low in 0..98_u32, more in 2..40_u32) {
        let high = (low + more).min(100);
        prop_assume!(low + 1 < high);
        let plan = |limit: u32| Plan::parse(&format!("goods.pass_rate >= {limit}%")).unwrap();
        let report = plan(low).diff(&plan(high));
        let [change] = &report.changes[..] else { panic!("{report:?}") };
        prop_assert_eq!(change.change, ChangeKind::Tightened);
        let witness = change.witness.as_ref().unwrap();
        let shown: u32 = witness.values[0].value.trim_end_matches('%').parse().unwrap();
        prop_assert!(low < shown && shown < high, "{} lies not between {} and {}", shown, low, high);
    }
}
