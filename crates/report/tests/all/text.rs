//! Reports as they look on a terminal.

use dabiao_model::{Language, Report, Summary};
use dabiao_report::{Style, render_explanation, render_text};

use super::{check, sample, scored};

fn plain(report: &Report, width: usize) -> String {
    render_text(report, Language::English, Style { color: false, width })
}

fn chinese(report: &Report, width: usize) -> String {
    render_text(report, Language::Chinese, Style { color: false, width })
}

#[test]
fn every_verdict() {
    check("text_every_verdict", &plain(&sample::report(), 100));
}

#[test]
fn a_wide_screen() {
    check("text_wide_screen", &plain(&sample::report(), 160));
}

#[test]
fn a_narrow_screen() {
    check("text_narrow_screen", &plain(&sample::report(), 60));
}

#[test]
fn two_districts() {
    check("text_two_districts", &plain(&sample::two_districts(), 100));
}

#[test]
fn in_chinese() {
    check("text_in_chinese", &chinese(&sample::report(), 100));
    check("text_in_chinese_narrow", &chinese(&sample::report(), 50));
    check("text_in_chinese_two_districts", &chinese(&sample::two_districts(), 100));
}

#[test]
fn an_explanation() {
    let report = sample::report();
    let style = Style::default();
    let explained = |target, language| render_explanation(&report, target, language, style);
    let targets = ["market_sampling.pass_rate", "complaints.quality"];
    let text: Vec<String> = Language::ALL
        .iter()
        .flat_map(|language| targets.map(|target| explained(target, *language)))
        .collect();
    check("text_explanation", &text.join("\n"));
}

#[test]
fn scores() {
    let report = scored::report();
    check("text_scores", &format!("{}\n{}", plain(&report, 100), chinese(&report, 100)));
    check("text_scores_narrow", &format!("{}\n{}", plain(&report, 50), chinese(&report, 50)));
    let explained =
        |language| render_explanation(&report, "market_sampling.pass_rate", language, Style::default());
    let text: Vec<String> = Language::ALL.iter().map(|language| explained(*language)).collect();
    check("text_scores_explanation", &text.join("\n"));
}

/// Without entities and sections the total is all there is to say.
#[test]
fn one_score() {
    let mut report = scored::report();
    report.results.truncate(1);
    let score = report.score.as_mut().unwrap();
    score.entities.truncate(1);
    let only = &mut score.entities[0];
    (only.entity, only.adjustments) = (None, vec![]);
    only.sections.truncate(1);
    (only.sections[0].section, only.sections[0].reweighted) = (None, false);
    check("text_one_score", &plain(&report, 100));
}

#[test]
fn one_bare_rule() {
    let mut report = sample::report();
    report.plan.title = None;
    report.plan.id = None;
    report.results.truncate(1);
    let result = &mut report.results[0];
    (result.section, result.entity, result.period) = (None, None, None);
    (result.cite, result.owner, result.flags) = (vec![], vec![], vec![]);
    result.title = (&result.target).into();
    report.assumptions.clear();
    report.summary = Summary { met: 1, ..Summary::default() };
    check("text_one_bare_rule", &plain(&report, 100));
}

#[test]
fn color_adds_escapes_and_nothing_else() {
    let report = sample::report();
    let colored = render_text(&report, Language::English, Style { color: true, width: 100 });
    check("text_color", &colored.replace('\u{1b}', "␛"));
    let mut stripped = String::new();
    for (nth, part) in colored.split("\u{1b}[").enumerate() {
        stripped.push_str(if nth == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(stripped, plain(&report, 100));
}
