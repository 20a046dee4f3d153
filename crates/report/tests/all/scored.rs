//! A report with scores, written by hand: one district with a grade, the other with a veto and without a total.

use dabiao_model::{
    AdjustmentKind, AdjustmentScore, EntityScore, MissingPoints, Number, Reason, Report, Scores,
    SectionScore, TargetScore, Verdict, VetoUse,
};

use super::sample;

pub(crate) fn report() -> Report {
    let bonus = AdjustmentScore {
        kind: AdjustmentKind::Bonus,
        rule: "2 per 10% over 100% up to 6".to_string(),
        points: number("2/3"),
        reason: None,
    };
    let penalty = AdjustmentScore {
        kind: AdjustmentKind::Penalty,
        rule: "5 when safety.incident".to_string(),
        points: None,
        reason: Some(no_data("safety.incident")),
    };
    let pass_rate = TargetScore {
        points: number("34.8"),
        completion: number("0.87"),
        shortfall: Some("1.7 points".into()),
        form: Some("proportional".to_string()),
        adjustments: vec![bonus.clone()],
        ..target("market_sampling.pass_rate", "市场商品抽检合格率", Verdict::Missed, "40")
    };
    let complaints = TargetScore {
        reason: Some(no_data("complaints.quality in 2010")),
        ..target("complaints.quality", "质量申诉举报", Verdict::Unknown, "60")
    };
    let inspection = SectionScore {
        section: Some("监督检查 Supervision and inspection".into()),
        points: number("34.8"),
        full: number("40").unwrap(),
        weight: None,
        reweighted: true,
        targets: vec![pass_rate.clone()],
        adjustments: vec![],
    };
    let service = SectionScore {
        section: Some("服务质量".into()),
        points: None,
        full: number("60").unwrap(),
        weight: number("60"),
        reweighted: false,
        targets: vec![complaints],
        adjustments: vec![penalty],
    };
    let graded = EntityScore {
        entity: Some("浦东新区".to_string()),
        total: number("250/3"),
        full: 100.into(),
        provisional: true,
        earned_grade: Some("B".to_string()),
        given_grade: Some("B".to_string()),
        veto: None,
        missing: vec![],
        reweighted: true,
        sections: vec![inspection.clone()],
        adjustments: vec![bonus],
    };
    let reason = Reason::new("reason-veto").with("target", "market_sampling.pass_rate");
    let vetoed = EntityScore {
        entity: Some("崇明县".to_string()),
        total: None,
        earned_grade: None,
        given_grade: Some("D".to_string()),
        veto: Some(VetoUse {
            target: "market_sampling.pass_rate".to_string(),
            grade: "D".to_string(),
            reason,
        }),
        missing: vec![
            MissingPoints {
                target: Some("complaints.quality".to_string()),
                reason: no_data("complaints.quality in 2010"),
            },
            MissingPoints { target: None, reason: no_data("safety.incident") },
        ],
        provisional: false,
        reweighted: false,
        sections: vec![SectionScore { reweighted: false, ..inspection }, service],
        adjustments: vec![],
        ..graded.clone()
    };
    let mut report = sample::two_districts();
    report.score = Some(Scores { entities: vec![graded, vetoed] });
    report
}

fn target(id: &str, title: &str, verdict: Verdict, full: &str) -> TargetScore {
    TargetScore {
        target: id.to_string(),
        title: title.into(),
        period: Some("2011".to_string()),
        verdict,
        points: None,
        full: number(full).unwrap(),
        weight: number(full),
        form: None,
        completion: None,
        shortfall: None,
        reason: None,
        adjustments: vec![],
    }
}

fn no_data(names: &str) -> Reason {
    Reason::new("reason-missing").with("names", names)
}

fn number(text: &str) -> Option<Number> {
    Number::parse(text).ok()
}
