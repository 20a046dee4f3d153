//! A report, written by hand, that bears every verdict.

use dabiao_model::{
    AssumptionUse, Course, Dated, Evidence, Figures, Flag, Number, PlanInfo, Reason, Report, Shown,
    SourcePosition, TargetResult, Verdict, Wording,
};

/// One district, one year, every verdict.
pub(crate) fn report() -> Report {
    let results = vec![
        TargetResult {
            cite: texts(&["二(一)4"]),
            observed: shown("91.2%"),
            required: at_least("90%"),
            margin: points("1.2"),
            flags: vec![Flag::AtRisk],
            due: text("2011-12-31"),
            evidence: vec![Evidence {
                metric: "market_sampling.pass_rate".to_string(),
                value: shown("91.2%"),
                exact: text("0.912"),
                count: text("456/500"),
                source: text("metrics.csv:7"),
                entity: text("浦东新区"),
                period: text("2011"),
                refused: None,
            }],
            figures: figures("percent", "0.912", (Some("0.9"), None), "0.012", Some("0.92")),
            ..result("market_sampling.pass_rate", "市场商品抽检合格率", "industry_and_commerce", Verdict::Met)
        },
        TargetResult {
            cite: texts(&["二(一)4", "三"]),
            observed: shown("87.4%"),
            required: at_least("90%"),
            margin: points("-2.6"),
            needed: text("13"),
            rounding: shown("rounded to 0.1%, half to even"),
            with: texts(&["health"]),
            figures: figures("percent", "0.874", (Some("0.9"), None), "-0.026", None),
            ..result(
                "food.pass_rate",
                "生产领域食品安全专项监督抽检合格率",
                "industry_and_commerce",
                Verdict::Missed,
            )
        },
        TargetResult {
            cite: texts(&["二(一)2"]),
            observed: shown("a fall of 17.352941%"),
            required: shown("a fall of at least 20% since 2005"),
            margin: points("-2.647059"),
            flags: vec![Flag::Provisional, Flag::OffTrack],
            due: text("2012-12-31"),
            reason: Some(Reason::new("reason-not-due").with("due", "2012-12-31")),
            figures: on_its_way(),
            ..result("energy", "Energy used per unit of product", "development", Verdict::Pending)
        },
        TargetResult {
            section: shown("服务质量"),
            missing: vec![complaints_in("2010").into(), complaints_in("2011").into()],
            reason: Some(
                Reason::new("reason-missing")
                    .with("names", Wording::list([complaints_in("2010"), complaints_in("2011")])),
            ),
            assumptions: texts(&["substantial"]),
            ..result("complaints.quality", "质量申诉举报", "industry_and_commerce", Verdict::Unknown)
        },
        TargetResult {
            section: shown("服务质量"),
            observed: shown("93%"),
            required: at_least("90%"),
            margin: points("3"),
            figures: figures("percent", "0.93", (Some("0.9"), None), "0.03", None),
            ..result("service.satisfaction", "Customers are satisfied", "development", Verdict::Uncertain)
        },
        TargetResult {
            section: None,
            owner: vec![],
            reason: Some(Reason::new("reason-condition-false").with("text", "port.exists")),
            ..result("port.inspection", "口岸检验", "", Verdict::NotApplicable)
        },
        TargetResult {
            section: None,
            owner: vec![],
            reason: Some(Reason::new("reason-zero-base").with("metric", "accidents.count in 2010")),
            ..result("accidents.count", "accidents.count", "", Verdict::Error)
        },
    ];
    let substantial = AssumptionUse {
        name: "substantial".to_string(),
        title: None,
        value: "20%".into(),
        because: text("the plan says 大幅 and gives no figure"),
        source: None,
        cite: vec!["二(一)7".to_string()],
        overridden: false,
    };
    let batch = AssumptionUse {
        name: "batch".to_string(),
        title: None,
        value: "30 家".into(),
        because: None,
        source: None,
        cite: vec![],
        overridden: true,
    };
    Report {
        format: Report::FORMAT,
        plan: PlanInfo {
            id: text("quality_2011"),
            title: shown("2011年产品质量管理方案"),
            rules_digest: "sha256:9f86d081".to_string(),
        },
        as_of: "2011-12-31".to_string(),
        assumptions: vec![substantial, batch],
        summary: results.iter().map(|result| result.verdict).collect(),
        results,
        score: None,
        organisations: [
            ("industry_and_commerce".to_string(), "工商分局".into()),
            ("development".to_string(), "发展改革委".into()),
            ("health".to_string(), "卫生局".into()),
        ]
        .into(),
        entities: [("浦东新区".to_string(), "Pudong".into())].into(),
    }
}

/// The same targets for two districts and two years, some of them missed by one district only.
pub(crate) fn two_districts() -> Report {
    let mut report = report();
    report.results.truncate(4);
    let mut others = report.results.clone();
    for (result, period) in others.iter_mut().zip(["2011", "2010", "2011", "2011"]) {
        result.entity = text("崇明县");
        result.period = text(period);
        result.verdict = Verdict::Missed;
        result.flags.clear();
        result.reason = None;
        result.missing.clear();
    }
    report.results.append(&mut others);
    report.summary = report.results.iter().map(|result| result.verdict).collect();
    report.assumptions.clear();
    report
}

fn result(target: &str, title: &str, owner: &str, verdict: Verdict) -> TargetResult {
    TargetResult {
        target: target.to_string(),
        title: title.into(),
        section: shown("监督检查 Supervision and inspection"),
        cite: vec![],
        owner: texts(&[owner]),
        entity: text("浦东新区"),
        period: text("2011"),
        verdict,
        flags: vec![],
        condition: format!("{target} >= 90%"),
        due: None,
        observed: None,
        required: None,
        margin: None,
        evidence: vec![],
        assumptions: vec![],
        missing: vec![],
        reason: None,
        at: SourcePosition { file: "rules/quality-2011/inspection.dabiao".to_string(), line: 12, column: 1 },
        with: vec![],
        needed: None,
        rounding: None,
        figures: None,
    }
}

fn figures(
    unit: &str,
    observed: &str,
    (least, greatest): (Option<&str>, Option<&str>),
    margin: &str,
    warn: Option<&str>,
) -> Option<Box<Figures>> {
    Some(Box::new(Figures {
        unit: unit.into(),
        of_change: false,
        observed: number(observed),
        least: least.and_then(number),
        greatest: greatest.and_then(number),
        margin: number(margin),
        warn: warn.and_then(number),
        course: None,
    }))
}

/// A fall that is behind its path.
fn on_its_way() -> Option<Box<Figures>> {
    let dated =
        |(period, value): (&str, &str)| Dated { period: period.to_string(), value: number(value).unwrap() };
    let mut figures = figures("percent", "-0.17352941", (None, Some("-0.2")), "-0.02647059", None)?;
    figures.of_change = true;
    figures.course = Some(Course {
        unit: "tce/万元".into(),
        base: Some(dated(("2005", "1.7"))),
        goal: Some(dated(("2012", "1.36"))),
        path: vec![],
        values: [("2005", "1.7"), ("2007", "1.6"), ("2009", "1.52"), ("2010", "1.44"), ("2011", "1.405")]
            .map(dated)
            .to_vec(),
    });
    Some(figures)
}

fn number(text: &str) -> Option<Number> {
    Number::parse(text).ok()
}

fn complaints_in(year: &str) -> Wording {
    let period = dabiao_model::Period::parse(year).unwrap();
    Wording::about("naming-in", "name", "complaints.quality").with("period", period)
}

fn at_least(value: &str) -> Option<Shown> {
    Some(Wording::about("value-at-least", "value", value).into())
}

fn points(number: &str) -> Option<Shown> {
    Some(Wording::about("value-points", "number", number).into())
}

fn shown(text: &str) -> Option<Shown> {
    Some(text.into())
}

fn text(text: &str) -> Option<String> {
    Some(text.to_string())
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| text.to_string()).collect()
}
