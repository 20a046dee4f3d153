//! Values that go straight from a text into columns are those that are added one by one.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use dabiao::{Diagnostic, Error, Metrics, Plan};
use dabiao_data::{Format, read_text};
use proptest::prelude::*;
use proptest::sample::select;

const RULES: &str = "scale water: V < IV < III < II < I
unit household
unit dozen = 12 household
metric share
  type: percent in 0%..100%
metric plain
  type: number
metric homes
  type: household
metric boxes
  type: dozen
metric class
  type: water
metric open
  type: yes/no
metric gap
  type: points
metric twice
  type: number
  value: plain * 2
target share >= 90%
target p: plain falls by at least 20% since 2010
target homes >= 12 household
target boxes >= 1 dozen
target class >= III
target open
target gap < 2 points
target t: twice < 100
target s: share rises every year since 2009
";

fn plan() -> Plan {
    Plan::parse(RULES).unwrap()
}

/// The table of a text whose values are added one by one.
fn one_by_one(plan: &Plan, name: &str, text: &str, format: Format) -> Result<Metrics, Vec<String>> {
    let loaded = read_text(name, text, format);
    let mut metrics = plan.metrics();
    let mut faults = loaded.faults;
    faults.extend(metrics.set_entities(&loaded.entities));
    faults.extend(loaded.observations.iter().filter_map(|one| metrics.insert(one).err()));
    if faults.is_empty() { Ok(metrics) } else { Err(shown(&faults)) }
}

fn shown(faults: &[Diagnostic]) -> Vec<String> {
    let mut shown: Vec<String> = faults.iter().map(|fault| format!("{fault:?}")).collect();
    shown.sort();
    shown
}

fn faults(error: Error) -> Vec<String> {
    let (Error::Data(faults) | Error::Rules(faults) | Error::Call(faults)) = error;
    shown(&faults)
}

/// Everything that can be said of a table: its report with all evidence.
fn report(plan: &Plan, metrics: &Metrics) -> String {
    dabiao::render_json(&plan.evaluate(metrics).as_of("2012-12-31").run().unwrap())
}

fn word() -> impl Strategy<Value = String> {
    let words = select(vec![
        "92.4%",
        "462/500",
        "15.5(-)",
        "NA",
        "",
        "-",
        "III",
        "Ⅲ类",
        "yes",
        "是",
        "９",
        "2 points",
        "1e2",
        "120%",
        "maybe",
        "3 dozen",
        "0.123456789012345678",
        "123456789012345678",
        "12345678901234567890",
        "1/3",
        "-1",
    ]);
    prop_oneof![1 => words.prop_map(str::to_string), 3 => number()]
}

fn number() -> impl Strategy<Value = String> {
    (0_i64..120_000, 0_u32..4)
        .prop_map(|(digits, places)| dabiao::Number::of_scaled(digits, places).to_string())
}

type Rows = Vec<(&'static str, &'static str, Vec<(&'static str, String)>)>;

fn rows() -> impl Strategy<Value = Rows> {
    let metrics = vec!["share", "plain", "homes", "boxes", "class", "open", "gap", "twice", "shares"];
    let odd = select(metrics);
    let usual = select(vec!["share", "plain", "homes", "boxes", "gap"]);
    let cell = prop_oneof![1 => (odd, word()).boxed(), 6 => (usual, number()).boxed()];
    let cells = prop::collection::vec(cell, 0..5);
    let row = (select(vec!["", "a", "b", "c"]), select(vec!["", "2009", "2010", "2011", "2012"]), cells);
    prop::collection::vec(row, 0..7)
}

fn json(rows: &Rows) -> String {
    let quoted = |text: &str| {
        if text.parse::<f64>().is_ok()
            && !text.starts_with("-.")
            && (text == "0" || !text.starts_with('0') || text.starts_with("0."))
        {
            text.to_string()
        } else {
            format!("\"{text}\"")
        }
    };
    let row = |(entity, period, cells): &(&str, &str, Vec<(&str, String)>)| {
        let mut entries = vec![format!("\"entity\": \"{entity}\""), format!("\"period\": \"{period}\"")];
        let mut seen = Vec::new();
        for (metric, text) in cells {
            if !seen.contains(metric) {
                seen.push(metric);
                entries.push(format!("\"{metric}\": {}", quoted(text)));
            }
        }
        format!("{{{}}}", entries.join(", "))
    };
    format!("[{}]", rows.iter().map(row).collect::<Vec<_>>().join(",\n"))
}

fn tidy(rows: &Rows) -> String {
    let mut text = "entity,period,metric,value\n".to_string();
    for (entity, period, cells) in rows {
        for (metric, value) in cells {
            text.push_str(&format!("{entity},{period},{metric},{value}\n"));
        }
    }
    text
}

fn wide(rows: &Rows) -> String {
    let columns = ["share", "plain", "homes", "boxes", "class", "open", "gap"];
    let mut text = format!("entity,period,{}\n", columns.join(","));
    for (entity, period, cells) in rows {
        let cell = |column: &&str| {
            cells.iter().find(|(metric, _)| metric == column).map_or("", |(_, text)| text.as_str())
        };
        let cells: Vec<&str> = columns.iter().map(cell).collect();
        text.push_str(&format!("{entity},{period},{}\n", cells.join(",")));
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_filled_is_what_is_added_one_by_one(rows in rows()) {
        let plan = plan();
        for (name, text, format) in
            [("JSON", json(&rows), Format::Json), ("CSV", tidy(&rows), Format::Csv), ("CSV", wide(&rows), Format::Csv)]
        {
            let mut filled = plan.metrics();
            let outcome = match format {
                Format::Json => filled.fill_json(&text),
                _ => {
                    let limits = dabiao_data::Limits::default();
                    filled.fill(|intake| dabiao_data::fill_bytes(name, text.as_bytes(), format, &limits, intake))
                }
            };
            match (one_by_one(&plan, name, &text, format), outcome) {
                (Ok(expected), Ok(())) => prop_assert_eq!(report(&plan, &filled), report(&plan, &expected), "{}", text),
                (Err(expected), Err(error)) => prop_assert_eq!(faults(error), expected, "{}", text),
                (expected, outcome) => prop_assert!(false, "{:?} but {:?}: {}", expected.err(), outcome, text),
            }
        }
    }

    #[test]
    fn a_table_that_is_filled_anew_is_a_new_one(
        texts in prop::collection::vec((rows(), prop::collection::vec(number(), 0..6)), 1..5),
        odd in prop::option::of(word()),
    ) {
        let plan = plan();
        let mut metrics = plan.metrics();
        for (rows, numbers) in texts {
            // The same text with other numbers, and perhaps something else in the place of one.
            let mut variants = vec![rows.clone()];
            for number in numbers.into_iter().chain(odd.clone()) {
                let mut other = rows.clone();
                let mut cells: Vec<&mut (&str, String)> = other.iter_mut().flat_map(|row| &mut row.2).collect();
                let at = number.len().checked_rem(cells.len()).unwrap_or(0);
                if let Some(cell) = cells.get_mut(at) {
                    cell.1 = number;
                }
                variants.push(other);
            }
            for rows in variants {
                let text = json(&rows);
                match (one_by_one(&plan, "JSON", &text, Format::Json), metrics.refill_json(&text)) {
                    (Ok(expected), Ok(())) => prop_assert_eq!(report(&plan, &metrics), report(&plan, &expected), "{}", text),
                    (Err(expected), Err(error)) => prop_assert_eq!(faults(error), expected, "{}", text),
                    (expected, outcome) => prop_assert!(false, "{:?} but {:?}: {}", expected.err(), outcome, text),
                }
            }
        }
    }
}

#[test]
fn listed_entities_stay_when_a_table_is_filled_anew() {
    let plan = Plan::parse("x < x of province").unwrap();
    let text = |value: u32| {
        format!(
            r#"{{"entities": [{{"entity": "p", "level": "province"}}, {{"entity": "c", "parent": "p", "level": "city"}}],
            "rows": [{{"entity": "c", "x": {value}}}, {{"entity": "p", "x": 5}}]}}"#
        )
    };
    let mut metrics = plan.metrics();
    metrics.refill_json(&text(4)).unwrap();
    let rows = |value: u32| format!(r#"[{{"entity": "c", "x": {value}}}, {{"entity": "p", "x": 5}}]"#);
    for value in [4, 6, 5] {
        metrics.refill_json(&rows(value)).unwrap();
        let report = plan.evaluate(&metrics).as_of("2012-12-31").entity("c").run().unwrap();
        assert_eq!(report["x"].is_met(), value < 5, "{value}");
    }
}
