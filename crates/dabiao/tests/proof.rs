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

use dabiao::{Code, Observation, Period, Place, Source, Verdict};
use dabiao_check::{Answer, Claim, Prover, Slot, Witness};
use dabiao_engine::{Metrics, Program, Question};
use dabiao_model::{Value, parse_date};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestError, TestRunner};

/// What conditions are made of.
const METRICS: &str = "\
scale class: V < III < I
metric x
  type: number in 0..10
metric y
  type: number in 0..10
metric z
  type: number
metric there
  type: yes/no
metric open
  type: yes/no
metric water
  type: class
metric xy
  value: (x + y) / 2
";

/// The year judged; all conditions look back from here.
const JUDGED: i16 = 2011;

/// One row of values: what each metric is in each year, with the gaps left out.
type Row = HashMap<(&'static str, i16), String>;

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
        (vec![first.holds()], vec![("one", met)]),
        (vec![first.fails()], vec![("one", missed)]),
        (vec![first.holds(), second.holds()], vec![("one", met), ("other", met)]),
        (vec![first.holds(), second.fails()], vec![("one", met), ("other", missed)]),
        (vec![first.fails(), second.holds()], vec![("one", missed), ("other", met)]),
    ];
    let mut tally = Tally::default();
    for (claims, wanted) in questions {
        let shows = |verdicts: &HashMap<String, Verdict>| {
            wanted.iter().all(|(id, verdict)| verdicts.get(*id) == Some(verdict))
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

/// The verdicts of the targets, row by row.
fn judge(program: &Program, rows: &[Row]) -> Vec<HashMap<String, Verdict>> {
    let mut metrics = Metrics::new(program);
    let insert = |metrics: &mut Metrics, row: usize, metric: &str, year: i16, text: &str| {
        let mut observation = Observation::new(metric, text, Place::Call("test".into()));
        observation.entity = Some(row.to_string());
        observation.period = Period::year(year);
        metrics.insert(&observation).unwrap();
    };
    for (row, values) in rows.iter().enumerate() {
        // Every row is an entity, one without values too.
        insert(&mut metrics, row, "there", JUDGED, "yes");
        for ((metric, year), text) in values {
            insert(&mut metrics, row, metric, *year, text);
        }
    }
    let question =
        Question { period: Period::year(JUDGED), ..Question::new(parse_date("2011-12-31").unwrap()) };
    let report = program.evaluate(&metrics, &question).unwrap();
    let mut verdicts = vec![HashMap::new(); rows.len()];
    for result in &report.results {
        let row: usize = result.entity.as_deref().unwrap().parse().unwrap();
        verdicts[row].insert(result.target.clone(), result.verdict);
    }
    verdicts
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

/// Rows of values in halves, as the thresholds are, and a little beside them; some are missing.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    let half = |range: std::ops::Range<i32>| {
        let beside = select(vec!["", "", "", "", "01"]);
        (range, beside).prop_map(|(halves, beside)| {
            let point = if halves % 2 == 0 { "0" } else { "5" };
            let sign = if halves < 0 { "-" } else { "" };
            format!("{sign}{}.{point}{beside}", halves.abs() / 2)
        })
    };
    let cell = |metric: &'static str| -> BoxedStrategy<String> {
        match metric {
            "x" | "y" => half(0..20).boxed(),
            "z" => half(-12..24).boxed(),
            "open" => select(vec!["yes", "no"]).prop_map(str::to_string).boxed(),
            _ => select(vec!["V", "III", "I"]).prop_map(str::to_string).boxed(),
        }
    };
    let row = || {
        let mut cells = Vec::new();
        for metric in ["x", "y", "z", "open", "water"] {
            for year in [2005, 2006, 2007, 2008, 2009, 2010, JUDGED] {
                let text = prop_oneof![12 => cell(metric).prop_map(Some), 1 => Just(None)];
                cells.push(text.prop_map(move |text| text.map(|text| ((metric, year), text))));
            }
        }
        cells.prop_map(|cells| cells.into_iter().flatten().collect::<Row>())
    };
    prop::collection::vec(row(), 40)
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![6 => (-4..24_i32).prop_map(|n| n.to_string()), 2 => (0..20_i32).prop_map(|n| format!("{n}.5"))]
}

fn value() -> BoxedStrategy<String> {
    let leaf = select(vec![
        "x",
        "y",
        "z",
        "x in 2005",
        "x last year",
        "y in 2005",
        "xy",
        "sum of x over last 3 years",
    ]);
    let leaf = leaf.prop_map(|name| if name.contains(' ') { format!("({name})") } else { name.to_string() });
    leaf.prop_recursive(2, 6, 3, |inner| {
        let two = || (inner.clone(), inner.clone());
        prop_oneof![
            two().prop_map(|(a, b)| format!("({a} + {b})")),
            two().prop_map(|(a, b)| format!("({a} - {b})")),
            (select(vec!["2", "0.5", "-1", "3"]), inner.clone()).prop_map(|(k, a)| format!("({k} * {a})")),
            two().prop_map(|(a, b)| format!("min({a}, {b})")),
            two().prop_map(|(a, b)| format!("max({a}, {b})")),
            inner.clone().prop_map(|a| format!("abs({a})")),
            inner.clone().prop_map(|a| format!("round({a} to 1)")),
            two().prop_map(|(a, b)| format!("({a} / {b})")),
            two().prop_map(|(a, b)| format!("({a} * {b})")),
            two().prop_map(|(a, b)| format!("(if open then {a} else {b})")),
        ]
    })
    .boxed()
}

fn condition() -> BoxedStrategy<String> {
    let op = || select(vec![">=", ">", "<=", "<", "=", "!="]);
    let plain = || select(vec!["x", "y", "z"]);
    let leaf = prop_oneof![
        6 => (plain(), op(), number()).prop_map(|(x, op, n)| format!("{x} {op} {n}")),
        4 => (value(), op(), number()).prop_map(|(x, op, n)| format!("{x} {op} {n}")),
        3 => (value(), op(), value()).prop_map(|(a, op, b)| format!("{a} {op} {b}")),
        2 => (plain(), op(), number(), select(vec!["1", "0.5", "2"]))
            .prop_map(|(x, op, n, to)| format!("round({x} to {to}) {op} {n}")),
        2 => (plain(), 0..6_i32, 0..8_i32).prop_map(|(x, a, b)| format!("{x} in {a}..{}", a + b)),
        2 => (plain(), select(vec!["falls", "rises"]), select(vec!["at least", "at most", "more than"]), select(vec!["10%", "50%", "2"]))
            .prop_map(|(x, way, bound, by)| format!("{x} {way} by {bound} {by} since 2005")),
        1 => (plain(), select(vec!["falls", "does not fall", "rises"]), select(vec!["", " in 2006..2008", " since 2009"]))
            .prop_map(|(x, way, range)| format!("{x} {way} every year{range}")),
        1 => (plain(), op(), select(vec!["10%", "-20%"])).prop_map(|(x, op, by)| format!("yearly change of {x} since 2005 {op} {by}")),
        1 => Just("open".to_string()),
        2 => (op(), select(vec!["V", "III", "I"])).prop_map(|(op, level)| format!("water {op} {level}")),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        let some = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            some().prop_map(|of| format!("all of ({})", of.join(", "))),
            some().prop_map(|of| format!("any of ({})", of.join(", "))),
            inner.clone().prop_map(|of| format!("(not ({of}))")),
            prop::collection::vec(inner.clone(), 3)
                .prop_map(|of| format!("at least 2 of ({})", of.join(", "))),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(c, a, b)| format!("(if {c} then ({a}) else ({b}))")),
        ]
    })
    .boxed()
}
