//! What a new version of a plan changes, in every form.

use dabiao_model::{
    ChangeKind, DeclarationChange, DeclarationChangeKind, DeclarationKind, DeclarationPart, DiffReport,
    DiffWitness, Flag, Language, PlanInfo, Shown, TargetChange, TargetPart, Verdict, WitnessValue, Wording,
};
use dabiao_report::{Style, render_diff, render_diff_json, render_diff_markdown};

use super::validator::faults;

const SCHEMA: &str = include_str!("../../../../docs/schema/diff-1.schema.json");

fn change(target: &str, change: ChangeKind, part: TargetPart, old: &str, new: &str) -> TargetChange {
    let text = |text: &str| (!text.is_empty()).then(|| Shown::from(text));
    TargetChange {
        target: target.to_string(),
        change,
        witness: None,
        old: text(old),
        new: text(new),
        part,
        counter_witness: None,
        causes: Vec::new(),
        reason: None,
        title: target.into(),
        renamed_from: None,
    }
}

fn value(metric: &str, value: &str) -> WitnessValue {
    WitnessValue {
        metric: metric.to_string(),
        places: Vec::new(),
        time: None,
        value: value.into(),
        exact: Some(value.trim_end_matches('%').to_string()),
        count: None,
        decides: true,
    }
}

fn witness(values: Vec<WitnessValue>, old: Verdict, new: Verdict) -> DiffWitness {
    DiffWitness { values, old, new, old_flags: Vec::new(), new_flags: Vec::new() }
}

fn report() -> DiffReport {
    use ChangeKind::*;
    let plan =
        |title: &str| PlanInfo { id: None, title: Some(title.into()), rules_digest: "sha256:0".to_string() };
    let (met, missed) = (Verdict::Met, Verdict::Missed);
    let rate = TargetChange {
        title: "Goods | that *pass*".into(),
        witness: Some(witness(vec![value("goods.pass_rate", "91%")], met, missed)),
        causes: vec!["limit".to_string()],
        ..change(
            "goods.pass_rate",
            Tightened,
            TargetPart::Condition,
            "goods.pass_rate >= 90%",
            "goods.pass_rate >= limit",
        )
    };
    let warned = DiffWitness {
        new_flags: vec![Flag::AtRisk],
        ..witness(vec![value("goods.pass_rate", "94%")], met, met)
    };
    let warn = TargetChange {
        witness: Some(warned),
        title: "Goods | that *pass*".into(),
        ..change("goods.pass_rate", Tightened, TargetPart::Warn, "", "goods.pass_rate < 95%")
    };
    let base =
        WitnessValue { time: Some("2005".into()), places: vec!["province".to_string()], ..value("x", "3") };
    let idle = WitnessValue { decides: false, exact: None, ..value("open", "no") };
    let counted = WitnessValue { count: Some("910/1000".to_string()), ..value("x", "91%") };
    let turned = TargetChange {
        witness: Some(witness(vec![counted, idle], met, missed)),
        counter_witness: Some(witness(vec![base], missed, Verdict::NotApplicable)),
        renamed_from: Some("<b>".to_string()),
        ..change("turned", Reinterpreted, TargetPart::When, "", "@everyone")
    };
    let open = TargetChange {
        reason: Some(Wording::word("diff-open-not-linear").into()),
        ..change(
            "open",
            Undecided,
            TargetPart::Condition,
            "x * y >= 1000",
            "x * y >= 1200 and a_very_long_metric.with_a_path >= 1000000000000000000",
        )
    };
    let declared = |kind, name: &str, change, part| DeclarationChange {
        kind,
        name: name.to_string(),
        change,
        part,
        old: None,
        new: None,
        targets: Vec::new(),
    };
    let limit = DeclarationChange {
        old: Some("90%".into()),
        new: Some("92%".into()),
        targets: vec!["goods.pass_rate".to_string()],
        ..declared(
            DeclarationKind::Assumption,
            "limit",
            DeclarationChangeKind::Changed,
            DeclarationPart::Value,
        )
    };
    DiffReport {
        format: DiffReport::FORMAT,
        old: plan("2011年质量方案"),
        new: plan("2012年质量方案"),
        changes: vec![
            rate,
            warn,
            change("goods.pass_rate", Deadline, TargetPart::By, "2011-12-31", "2012-12-31"),
            change("renamed", Renamed, TargetPart::Target, "old", "renamed"),
            turned,
            open,
            change("come", Added, TargetPart::Target, "", "y >= 1"),
            change("said", Equivalent, TargetPart::Condition, "x - y >= 0", "x >= y"),
            change("said", Owner, TargetPart::With, "", "police"),
            change("said", Editorial, TargetPart::Title, "One", "Two"),
            change("titled", Editorial, TargetPart::Title, "One", "Two"),
            change("gone", Removed, TargetPart::Target, "z >= 1", ""),
        ],
        declarations: vec![
            limit,
            declared(
                DeclarationKind::Unmeasured,
                "service",
                DeclarationChangeKind::Removed,
                DeclarationPart::Whole,
            ),
        ],
        unchanged: 7,
    }
}

#[test]
fn every_form() {
    let report = report();
    let mut shown = String::new();
    for language in Language::ALL {
        shown.push_str(&format!(
            "──── text, {language:?}\n{}",
            render_diff(&report, language, Style::default())
        ));
        shown.push_str(&format!("──── Markdown, {language:?}\n{}", render_diff_markdown(&report, language)));
    }
    let style = Style { color: true, width: 60 };
    let narrow = render_diff(&report, Language::English, style).replace('\u{1b}', "␛");
    shown.push_str(&format!("──── coloured, 60 columns\n{narrow}"));
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("diff", shown);
    });
}

#[test]
fn nothing_changes() {
    let report = DiffReport { changes: Vec::new(), declarations: Vec::new(), ..report() };
    assert!(report.is_same());
    let text = render_diff(&report, Language::English, Style::default());
    assert_eq!(text, "2011年质量方案 → 2012年质量方案\n\n7 unchanged\n");
}

#[test]
fn json_fits_its_schema() {
    let json = render_diff_json(&report());
    assert_eq!(faults(SCHEMA, &json), [""; 0]);
    let faulty = json.replace("\"tightened\"", "\"stricter\"").replace("\"decides\": true", "\"decides\": 1");
    let found = faults(SCHEMA, &faulty);
    assert!(found.contains(&"/changes/0/change: enum".to_string()), "{found:?}");
    assert!(found.contains(&"/changes/0/witness/values/0/decides: type".to_string()), "{found:?}");
    for kind in ChangeKind::ALL {
        assert!(SCHEMA.contains(&format!("\"{}\"", kind.as_str())), "{kind:?}");
    }
    for part in TargetPart::ALL {
        assert!(SCHEMA.contains(&format!("\"{}\"", part.as_str())), "{part:?}");
    }
    for part in DeclarationPart::ALL {
        assert!(SCHEMA.contains(&format!("\"{}\"", part.as_str())), "{part:?}");
    }
    for kind in DeclarationKind::ALL {
        assert!(SCHEMA.contains(&format!("\"{}\"", kind.as_str())), "{kind:?}");
    }
}
