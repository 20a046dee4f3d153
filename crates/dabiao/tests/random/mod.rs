//! Random conditions and rows of values, and the verdicts of the engine on them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at once")]

use std::collections::HashMap;

use dabiao::{Observation, Period, Place};
use dabiao_engine::{Judgement, Metrics, Program, Question};
use dabiao_model::parse_date;
use proptest::prelude::*;
use proptest::sample::select;

/// What conditions are made of.
pub(crate) const METRICS: &str = "\
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
pub(crate) const JUDGED: i16 = 2011;

/// One row of values: what each metric is in each year, with the gaps left out.
pub(crate) type Row = HashMap<(&'static str, i16), String>;

/// What the engine says of each row: the answers of its targets, by their positions.
pub(crate) fn judge(program: &Program, rows: &[Row]) -> Vec<Vec<Judgement>> {
    judge_in(program, rows, JUDGED)
}

/// The same in another year.
pub(crate) fn judge_in(program: &Program, rows: &[Row], year: i16) -> Vec<Vec<Judgement>> {
    let mut metrics = Metrics::new(program);
    let insert = |metrics: &mut Metrics, row: usize, metric: &str, year: i16, text: &str| {
        let mut observation = Observation::new(metric, text, Place::Call("test".into()));
        observation.entity = Some(row.to_string());
        observation.period = Period::year(year);
        metrics.insert(&observation).unwrap();
    };
    for (row, values) in rows.iter().enumerate() {
        // Every row is an entity, one without values too.
        insert(&mut metrics, row, "there", year, "yes");
        for ((metric, year), text) in values {
            insert(&mut metrics, row, metric, *year, text);
        }
    }
    let question =
        Question { period: Period::year(year), ..Question::new(parse_date("2013-12-31").unwrap()) };
    let mut verdicts = vec![Vec::new(); rows.len()];
    for one in program.judge(&metrics, &question).unwrap() {
        let row: usize = one.entity.as_deref().unwrap().parse().unwrap();
        verdicts[row].push(one);
    }
    verdicts
}

/// Rows of values in halves, as the thresholds are, and a little beside them; some are missing.
pub(crate) fn rows() -> impl Strategy<Value = Vec<Row>> {
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

pub(crate) fn condition() -> BoxedStrategy<String> {
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
