//! The smallest changes and the turning points, held against what the engine says of them.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use dabiao::{Language, Period, Plan, Verdict, WhatIfReport, render_what_if_json};
use proptest::prelude::*;

/// Values as `metric in period = text`.
fn ask(rules: &str, values: &[(&str, &str, &str)]) -> WhatIfReport {
    let plan = Plan::parse(rules).unwrap();
    let mut metrics = plan.metrics();
    for (metric, period, value) in values {
        metrics.set_at(None, Period::parse(period), metric, *value).unwrap();
    }
    plan.what_if(&metrics).as_of("2011-12-31").run().unwrap()
}

/// What each value of the first missed target would have to be.
fn told(rules: &str, values: &[(&str, &str, &str)]) -> Vec<String> {
    let report = ask(rules, values);
    let changes = report.missed.first().map(|missed| missed.changes.as_slice()).unwrap_or_default();
    let text = |shown: &dabiao::Shown| shown.text(Language::English).into_owned();
    changes
        .iter()
        .map(|change| {
            let mut words = vec![change.to.as_ref().or(change.reason.as_ref()).map(text).unwrap()];
            words.extend(change.next.as_ref().map(text));
            words.extend(change.passes.clone());
            words.join("; ")
        })
        .collect()
}

#[test]
fn smallest_changes() {
    let one = |rules: &str, value: &str| told(rules, &[("x", "2011", value)]);
    assert_eq!(one("x >= 90", "87.4"), ["at least 90"]);
    assert_eq!(one("x > 90", "87.4"), ["more than 90; 90.1"]);
    assert_eq!(one("not x >= 90", "95"), ["less than 90; 89"]);
    assert_eq!(one("x < 10 or x > 100", "40"), ["less than 10; 9"]);
    assert_eq!(one("x < 10 or x > 100", "80"), ["more than 100; 101"]);
    assert_eq!(one("x = 7", "8"), ["exactly 7"]);
    assert_eq!(one("x != 7", "7"), ["more than 7; 8"]);
    assert_eq!(one("x in 10..20", "5"), ["at least 10"]);
    assert_eq!(one("abs(x - 10) <= 2", "20"), ["at most 12"]);
    assert_eq!(one("min(x, 12) + max(x, 5) >= 20", "1"), ["at least 10"]);
    assert_eq!(one("if x > 5 then x <= 8 else x >= 4", "9"), ["at most 8"]);
    assert_eq!(one("x * x >= 2", "1").len(), 1);
    assert!(one("x * x >= 2", "1").concat().starts_with('≈'), "a root of two is no fraction");
    assert_eq!(one("x * x >= 2.25", "1"), ["at least 1.5"], "and this one is");
    assert_eq!(one("round(x to 1) >= 96", "95"), ["at least 95.5"], "half goes to even");
    assert_eq!(one("10 / x >= 5", "0"), [""; 0], "an error is not missed");
    let narrow = "metric x \"x\"\n  type: number in 0..5\ntarget x * x + x >= 40";
    assert_eq!(one(narrow, "3"), ["no value of it alone meets the target"]);
}

#[test]
fn several_values() {
    let years = |a, b, c| [("x", "2009", a), ("x", "2010", b), ("x", "2011", c)];
    let trend = told("x falls every year since 2009", &years("10", "8", "9"));
    let out_of_reach = "no value of it alone meets the target";
    assert_eq!(trend, [out_of_reach, "more than 9", "less than 8; 7"], "no whole number lies between");
    let window = told("average of x over last 3 years <= 8", &years("10", "8", "9"));
    assert_eq!(window, ["at most 7", "at most 5", "at most 6"]);
    let change = told("x falls by at least 20% since 2009", &years("10", "8", "9"));
    assert_eq!(change, ["at most 8", "at least 11.25"]);
    let yearly = told("yearly change of x since 2009 >= 10%", &years("10", "8", "9"));
    assert_eq!(yearly.first().map(String::as_str), Some("at least 12.1"));
}

#[test]
fn days_levels_and_answers_of_yes_and_no() {
    let day = |rules: &str, value: &str| {
        let metric = "metric x \"x\"\n  type: date in 2011-01-01..2012-12-31\n";
        told(&format!("{metric}target t: {rules}"), &[("x", "2011", value)])
    };
    assert_eq!(day("x <= 2011-06-30", "2011-08-01"), ["no later than 2011-06-30"]);
    assert_eq!(day("x < 2011-06-30", "2011-08-01"), ["no later than 2011-06-29"]);
    assert_eq!(day("x > 2011-12-31", "2011-08-01"), ["no earlier than 2012-01-01"], "a year has an end");
    assert_eq!(day("x = 2012-02-29", "2011-08-01"), ["exactly 2012-02-29"]);
    assert_eq!(day("x in 2011-02-01..2011-03-01", "2011-08-01"), ["no later than 2011-03-01"]);
    let late = "metric x\n  type: date in 2011-01-01..2012-12-31\nmetric y\n  type: date\ntarget x < y";
    let found = told(late, &[("x", "2011", "2011-08-01"), ("y", "2011", "2010-06-01")]);
    assert_eq!(found, ["no value of it alone meets the target", "no earlier than 2011-08-02"]);
    let two = "metric x\n  type: date\nmetric y\n  type: date\ntarget x >= y";
    let days = [("x", "2011", "2011-08-01"), ("y", "2011", "2011-09-15")];
    assert_eq!(told(two, &days), ["no earlier than 2011-09-15", "no later than 2011-08-01"]);
    let level = "scale water: V < IV < III < II < I\nmetric x\n  type: water\ntarget x in {II, III}";
    assert_eq!(told(level, &[("x", "2011", "V")]), ["III"]);
    assert_eq!(told("metric x\n  type: yes/no\ntarget x", &[("x", "2011", "no")]), ["yes"]);
}

#[test]
fn answers_of_records_are_changed_as_values() {
    let rules = "table samples\n  columns: year period, outcome text\n\
        metric pass_rate\n  type: percent\n  value: share of samples where outcome = \"pass\"\n\
        target pass_rate >= 90%\ntarget count of samples >= 12";
    let plan = Plan::parse(rules).unwrap();
    let mut metrics = plan.metrics();
    let row = |nth: u32| {
        let outcome = if nth < 8 { "pass" } else { "fail" };
        std::collections::BTreeMap::from([("year", "2011"), ("outcome", outcome)])
    };
    metrics.table("samples", &(0..10).map(row).collect::<Vec<_>>()).unwrap();
    let report = plan.what_if(&metrics).as_of("2011-12-31").run().unwrap();
    assert_eq!(report.missed[0].changes[0].passes.as_deref(), Some("1"));
    assert_eq!(report.missed[1].changes[0].limit.as_deref(), Some("12"));
    let set = plan.what_if(&metrics).as_of("2011-12-31").set("pass_rate", "95%").run().unwrap();
    assert_eq!(set.turned.len(), 1);
}

#[test]
fn scores_that_change_are_told() {
    let rules = "plan p \"p\"\n  period: 2011\n  grade: A >= 90, B otherwise\n\
        target x >= 90\n  weight: 60\ntarget y >= 90\n  weight: 40";
    let plan = Plan::parse(rules).unwrap();
    let mut metrics = plan.metrics();
    metrics.set_at(None, Period::parse("2011"), "x", 95).unwrap();
    metrics.set_at(None, Period::parse("2011"), "y", 80).unwrap();
    let report = plan.what_if(&metrics).as_of("2011-12-31").run().unwrap();
    let change = report.missed[0].changes[0].score.clone().unwrap();
    let seen = [change.from, change.to].map(|points| points.unwrap().to_string());
    assert_eq!((seen, change.to_grade.as_deref()), (["60".into(), "100".into()], Some("A")));
    let set = plan.what_if(&metrics).as_of("2011-12-31").set("x", 80).run().unwrap();
    assert_eq!(set.scores[0].to, Some(dabiao::Number::ZERO));
    let json = render_what_if_json(&set);
    assert!(json.contains("\"from\": \"60\""), "{json}");
}

#[test]
fn counted_values_of_an_assumption() {
    let spans = |rules: &str, value: &str, name: &str, from: &str, to: &str| {
        let plan = Plan::parse(rules).unwrap();
        let mut metrics = plan.metrics();
        metrics.set_at(None, Period::parse("2011"), "x", value).unwrap();
        let report = plan.what_if(&metrics).as_of("2011-12-31").vary(name, from, to).run().unwrap();
        let told =
            |one: &dabiao::VerdictSpan| format!("{}..{} {:?}", one.from_exact, one.to_exact, one.verdict);
        report.varied[0].spans.iter().map(told).collect::<Vec<_>>()
    };
    let level = "scale water: V < IV < III < II < I\nassume good = III\n  because: \"open\"\n\
        metric x\n  type: water\ntarget x >= good";
    assert_eq!(spans(level, "IV", "good", "I", "V"), ["V..IV Met", "III..I Missed"]);
    let day = "assume last = 2011-06-30\n  because: \"open\"\nmetric x\n  type: date\ntarget x <= last";
    let found = spans(day, "2011-08-01", "last", "2011-01-01", "2011-12-31");
    assert_eq!(found, ["2011-01-01..2011-07-31 Missed", "2011-08-01..2011-12-31 Met"]);
    let truth = "assume strict = no\n  because: \"open\"\n\
        target t: if strict then x >= 90 else x >= 80";
    assert_eq!(spans(truth, "85", "strict", "no", "yes"), ["no..no Met", "yes..yes Missed"]);
}

#[test]
fn passes_are_counted() {
    let rate = |rules: &str, counts: &str| told(rules, &[("x.rate", "2011", counts)]);
    assert_eq!(rate("x.rate >= 90%", "437/500"), ["at least 90%; 13"]);
    assert_eq!(rate("x.rate > 90%", "437/500"), ["more than 90%; 14"]);
    assert_eq!(rate("x.rate <= 10%", "12/100"), ["at most 10%; -2"]);
    let sampled = rate("target x.rate >= 90%\n  confidence: 95%", "80/100");
    assert_eq!(sampled, ["at least 96 passes of 100; 16"], "as the standard's table has it");
}

#[test]
fn turning_points_of_an_assumption_are_exact() {
    let rules = "assume least = 20%\n  because: \"open\"\ntarget x falls by at least least since 2010";
    let plan = Plan::parse(rules).unwrap();
    let mut metrics = plan.metrics();
    metrics.set_at(None, Period::parse("2010"), "x", 250).unwrap();
    metrics.set_at(None, Period::parse("2011"), "x", "206.5").unwrap();
    let report = plan.what_if(&metrics).as_of("2011-12-31").vary("least", "10%", "40%").run().unwrap();
    let spans = &report.varied[0].spans;
    let seen: Vec<_> =
        spans.iter().map(|one| (one.to_exact.as_str(), one.to_included, one.verdict)).collect();
    assert_eq!(seen, [("0.174", true, Verdict::Met), ("0.4", true, Verdict::Missed)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The value that is told meets the target, and one a little nearer to the present one does not.
    #[test]
    fn the_change_is_enough_and_no_less_is(a in 1_i64..50, b in -20_i64..20, limit in 1_i64..500, value in 1_i64..40) {
        let rules = format!("{a} * x + x - {b} >= {limit}");
        let report = ask(&rules, &[("x", "2011", &value.to_string())]);
        if let Some(missed) = report.missed.first() {
            let to = dabiao::Number::parse(missed.changes[0].limit.as_deref().unwrap()).or_else(|_| {
                let (over, under) = missed.changes[0].limit.as_deref().unwrap().split_once('/').unwrap();
                dabiao::Number::parse(over).map(|over| over.checked_div(&dabiao::Number::parse(under).unwrap()).unwrap())
            }).unwrap();
            let factor = dabiao::Number::from(a.saturating_add(1));
            prop_assert_eq!(to.checked_div(&factor.recip().unwrap()).unwrap(), dabiao::Number::from(limit.saturating_add(b)));
        }
    }
}
