//! A report is a value to snapshot: stable, ordered, redactable.
#![expect(clippy::panic, reason = "a test may stop at once")]

use dabiao::{Plan, Verdict};
use embedding::{Complaints, District, RULES, Safety, Sampling, judge_district, judge_values};

fn plan() -> Plan {
    Plan::parse(RULES).unwrap_or_else(|error| panic!("{error}"))
}

fn district() -> District {
    District {
        market_sampling: Sampling { pass_rate: (437, 500) },
        complaints: Complaints { rate: None },
        safety: Safety { major_accidents: 0, emergency_mechanism: true },
    }
}

#[test]
fn values_set_one_by_one() {
    let report = judge_values(&plan()).unwrap();
    assert!(report["market_sampling.pass_rate"].is_met());
    assert_eq!(report["market_sampling.pass_rate"].margin.as_deref(), Some("1.2 points"));
    assert_eq!(report.summary.met, 3);
}

#[test]
fn a_struct_taken_whole() {
    let report = judge_district(&plan(), &district()).unwrap();
    assert_eq!(report["complaints.rate"].verdict, Verdict::Unknown, "no data is never a verdict");
    assert_eq!(report["market_sampling.pass_rate"].needed.as_deref(), Some("13"));
    insta::assert_json_snapshot!(report, { ".plan.rules_digest" => "[digest]" });
}
