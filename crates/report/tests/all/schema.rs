//! The shipped schemas describe what is rendered.

use dabiao_model::{
    Change, Diagnostic, Language, Missed, Number, PlanInfo, Replaced, ScoreTurned, Turned, Varied, Verdict,
    VerdictSpan, WhatIfReport,
};
use dabiao_report::{render_diagnostics_json, render_json, render_what_if_json};

use super::validator::faults;
use super::{case, sample, scored};

const REPORT: &str = include_str!("../../../../docs/schema/report-1.schema.json");
const DIAGNOSTICS: &str = include_str!("../../../../docs/schema/diagnostics-1.schema.json");

const WHAT_IF: &str = include_str!("../../../../docs/schema/what-if-1.schema.json");

#[test]
fn a_report_fits_its_schema() {
    for report in [sample::report(), sample::two_districts(), scored::report()] {
        assert_eq!(faults(REPORT, &render_json(&report)), [""; 0]);
    }
}

#[test]
fn diagnostics_fit_their_schema() {
    let cases = [
        include_str!("../cases/data_and_call.case"),
        include_str!("../cases/fix_alternatives.case"),
        include_str!("../cases/further_places.case"),
    ];
    let found: Vec<Diagnostic> = cases.iter().flat_map(|data| case::read(data).diagnostics).collect();
    assert_eq!(faults(DIAGNOSTICS, &render_diagnostics_json(&found, Language::English)), [""; 0]);
}

#[test]
fn answers_to_what_if_fit_their_schema() {
    let turned = Turned {
        target: "few".into(),
        entity: None,
        period: Some("2011".into()),
        from: Some(Verdict::Missed),
        to: None,
    };
    let score = ScoreTurned {
        entity: None,
        full: Number::HUNDRED,
        from: Some(Number::from(75)),
        to: None,
        from_grade: Some("C".into()),
        to_grade: None,
    };
    let change = Change {
        metric: "complaints".into(),
        period: Some("2011".into()),
        value: "210".into(),
        count: None,
        to: Some("at most 200".into()),
        limit: Some("200".into()),
        included: Some(true),
        next: None,
        passes: None,
        reason: None,
        turns: vec![turned.clone()],
        score: Some(score.clone()),
    };
    let missed = Missed {
        target: "complaints".into(),
        title: "Complaints".into(),
        entity: Some("riverside".into()),
        period: None,
        observed: None,
        required: None,
        changes: vec![change],
    };
    let span = VerdictSpan {
        from: "10%".into(),
        from_exact: "0.1".into(),
        from_included: true,
        to: "17.4%".into(),
        to_exact: "0.174".into(),
        to_included: true,
        approximate: false,
        verdict: Verdict::Met,
    };
    let varied = Varied {
        assumption: "substantial".into(),
        target: "complaints".into(),
        title: "Complaints".into(),
        entity: None,
        period: None,
        spans: vec![span],
    };
    let replaced =
        Replaced { metric: "complaints".into(), entity: None, period: None, from: None, to: "200".into() };
    let report = WhatIfReport {
        format: WhatIfReport::FORMAT,
        plan: PlanInfo { id: None, title: None, rules_digest: "sha256:0".into() },
        as_of: "2011-12-31".into(),
        assumptions: vec![],
        set: vec![replaced],
        turned: vec![turned],
        missed: vec![missed],
        varied: vec![varied],
        scores: vec![score],
    };
    let json = render_what_if_json(&report);
    assert_eq!(faults(WHAT_IF, &json), [""; 0]);
    assert_ne!(faults(WHAT_IF, &json.replace("\"verdict\": \"met\"", "\"verdict\": \"fine\"")), [""; 0]);
}

#[test]
fn the_test_finds_faults() {
    let json = render_json(&sample::report());
    let faulty = json
        .replace("\"verdict\": \"met\"", "\"verdict\": \"fine\"")
        .replace("\"score\": null", "\"mark\": 3")
        .replace("\"line\": 12", "\"line\": \"12\"");
    let found = faults(REPORT, &faulty);
    assert!(found.contains(&"/results/0/verdict: enum".to_string()), "{found:?}");
    assert!(found.contains(&"/results/0/at/line: type".to_string()), "{found:?}");
    assert!(found.contains(&"/mark: undescribed".to_string()), "{found:?}");
    assert!(found.contains(&": required".to_string()), "{found:?}");
}
