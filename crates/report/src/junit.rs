//! A report as JUnit XML, for whatever shows the results of tests.

use std::io::{self, Write};

use dabiao_model::{Language, Report, Summary, TargetResult, Verdict};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::groups::{Group, grouped};
use crate::owners::names;
use crate::width::clean;
use crate::words::Words;

/// A suite of tests for each entity, a test for each result.
///
/// A missed target is a failure. One that is unknown, uncertain or in error is an error, since nobody knows whether it
/// is met, and a pending or not applicable one is skipped. The text of each tells what was observed, what was required,
/// the clause, the owner, the sources and the place of the rule.
///
/// # Errors
/// Where `out` cannot be written.
///
/// ```
/// use dabiao_model::{Language, PlanInfo, Report, Summary};
/// use dabiao_report::write_junit;
/// let report = Report {
///     format: Report::FORMAT,
///     plan: PlanInfo { id: Some("quality".into()), title: None, rules_digest: "sha256:0".to_string() },
///     as_of: "2011-12-31".to_string(),
///     assumptions: vec![],
///     results: vec![],
///     score: None,
///     summary: Summary::default(),
///     organisations: Default::default(),
///     entities: Default::default(),
/// };
/// let mut out = Vec::new();
/// write_junit(&report, Language::English, &mut out)?;
/// let xml = String::from_utf8_lossy(&out);
/// assert!(xml.contains("<testsuites name=\"quality\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\""), "{xml}");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write_junit(report: &Report, language: Language, out: impl Write) -> io::Result<()> {
    let words = Words { language };
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let name = words.plan_title(&report.plan);
    let suites = counted(start("testsuites", &[("name", &name)]), &report.summary);
    xml.write_event(Event::Start(suites))?;
    let all: Vec<&TargetResult> = report.results.iter().collect();
    for suite in grouped(&all, |result| result.entity.as_deref()) {
        write_suite(&mut xml, report, &suite, words)?;
    }
    xml.write_event(Event::End(BytesEnd::new("testsuites")))?;
    let mut out = xml.into_inner();
    out.write_all(b"\n")?;
    out.flush()
}

fn write_suite<W: Write>(
    xml: &mut Writer<W>,
    report: &Report,
    (entity, results): &Group<'_>,
    words: Words,
) -> io::Result<()> {
    let plan = words.plan_title(&report.plan);
    let name = entity.map_or_else(|| plan.clone(), |entity| words.entity(report, entity));
    let summary: Summary = results.iter().map(|result| result.verdict).collect();
    let time = format!("{}T00:00:00", report.as_of);
    let suite = start("testsuite", &[("name", &name), ("timestamp", &time)]);
    xml.write_event(Event::Start(counted(suite, &summary)))?;
    xml.write_event(Event::Start(BytesStart::new("properties")))?;
    for (name, value) in
        [("plan", &*plan), ("as_of", &report.as_of), ("rules_digest", &report.plan.rules_digest)]
    {
        xml.write_event(Event::Empty(start("property", &[("name", name), ("value", value)])))?;
    }
    xml.write_event(Event::End(BytesEnd::new("properties")))?;
    let id = report.plan.id.as_deref().unwrap_or("dabiao");
    let class = entity.map_or_else(|| id.to_string(), |entity| format!("{id}.{entity}"));
    // Of a target that recurs each period is a test of its own.
    for (target, of_target) in grouped(results, |result| Some(result.target.as_str())) {
        let has_periods = differ_in_period(&of_target);
        for result in of_target {
            let period = result.period.as_deref().filter(|_| has_periods);
            let test = [target, period].into_iter().flatten().collect::<Vec<_>>().join(" ");
            write_test(xml, report, result, (&class, &test), words)?;
        }
    }
    xml.write_event(Event::End(BytesEnd::new("testsuite")))
}

fn differ_in_period(results: &[&TargetResult]) -> bool {
    let mut periods = results.iter().map(|result| result.period.as_deref());
    let first = periods.next();
    periods.any(|period| Some(period) != first)
}

fn write_test<W: Write>(
    xml: &mut Writer<W>,
    report: &Report,
    result: &TargetResult,
    (class, name): (&str, &str),
    words: Words,
) -> io::Result<()> {
    let test = start("testcase", &[("name", name), ("classname", class)]);
    let element = match result.verdict {
        Verdict::Met => None,
        Verdict::Missed => Some("failure"),
        Verdict::Unknown | Verdict::Uncertain | Verdict::Error => Some("error"),
        Verdict::Pending | Verdict::NotApplicable => Some("skipped"),
    };
    let Some(element) = element else { return xml.write_event(Event::Empty(test)) };
    let message = message(result, words);
    xml.write_event(Event::Start(test))?;
    if element == "skipped" {
        xml.write_event(Event::Empty(start(element, &[("message", &message)])))?;
    } else {
        let attributes = [("message", message.as_str()), ("type", result.verdict.as_str())];
        xml.write_event(Event::Start(start(element, &attributes)))?;
        xml.write_event(Event::Text(BytesText::new(&facts(report, result, words))))?;
        xml.write_event(Event::End(BytesEnd::new(element)))?;
    }
    xml.write_event(Event::End(BytesEnd::new("testcase")))
}

/// `missed: observed 87.4% · required >= 90% · margin -2.6 points · 13 more needed`
fn message(result: &TargetResult, words: Words) -> String {
    let labelled = |label, one: &Option<dabiao_model::Shown>| {
        one.as_ref().map(|one| format!("{} {}", words.word(label), words.shown(one)))
    };
    let facts = [
        labelled("report-label-observed", &result.observed),
        labelled("report-label-required", &result.required),
        labelled("report-label-margin", &result.margin),
        Some(words.why(result)).filter(|why| !why.is_empty()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let verdict = words.verdict(result.verdict);
    if facts.is_empty() {
        return verdict;
    }
    let text = facts.join(&words.word("report-parts"));
    words.say("report-labelled", [("label", &verdict), ("text", &text)])
}

/// What stands below a failure, a fact on each line.
fn facts(report: &Report, result: &TargetResult, words: Words) -> String {
    let at = format!("{}:{}:{}", result.at.file, result.at.line, result.at.column);
    let list =
        |label, texts: &[String]| (!texts.is_empty()).then(|| words.labelled(label, &words.list(texts)));
    let mut lines =
        vec![words.shown(&result.title), words.labelled("report-label-condition", &result.condition)];
    lines.extend(result.evidence.iter().map(|one| {
        let value =
            one.value.as_ref().map_or_else(|| words.word("report-label-missing"), |value| words.shown(value));
        let parts = [Some(value), one.count.clone(), one.source.clone()];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let name =
            [Some(&one.metric), one.period.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>();
        let (name, value) = (name.join(" "), parts.join(&words.word("report-parts")));
        words.say("report-assumption", [("name", &name), ("value", &value)])
    }));
    lines.extend(list("report-label-cite", &result.cite));
    let owners = (!result.owner.is_empty()).then(|| names(report, &result.owner, words));
    lines.extend(owners.map(|owners| words.labelled("report-label-owner", &owners)));
    lines.push(words.labelled("report-label-rule", &at));
    lines.iter().map(|line| clean(line)).collect::<Vec<_>>().join("\n")
}

fn counted<'a>(element: BytesStart<'a>, summary: &Summary) -> BytesStart<'a> {
    let errors = summary.unknown.saturating_add(summary.uncertain).saturating_add(summary.error);
    let skipped = summary.pending.saturating_add(summary.not_applicable);
    let mut element = element;
    for (name, count) in
        [("tests", summary.total()), ("failures", summary.missed), ("errors", errors), ("skipped", skipped)]
    {
        element.push_attribute((name, count.to_string().as_str()));
    }
    element
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (name, value) in attributes {
        element.push_attribute((*name, clean(value).as_str()));
    }
    element
}
