//! `dabiao eval`: verdicts.

use dabiao::{
    Beside, Code, Comparison, DRAWN_ONE_BY_ONE, Diagnostic, Evaluation, Flag, Language, Place, Report,
    Verdict, WhatIfReport, Wording,
};

use crate::args::{Eval, ReportFormat};
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{data, document, rules};

pub(crate) fn run(args: &Eval, voice: &Voice) -> Result<Exit, Failure> {
    let fail_on = args.fail_on.as_deref().map(words).transpose()?;
    let given = data::read(&args.question)?;
    let plan = rules::plan(&args.rules, &args.expression, given.percents(), voice)?;
    let metrics = data::metrics(&plan, given, &args.question, voice)?;
    let asked = data::asked(&plan, &metrics, &args.question)?;
    let mut report = asked.clone().run().map_err(data::failure)?;
    let file = args.output.as_deref();
    let format = document::format(args.format, file);
    let earlier = args.against.as_deref().map(|path| document::read("--against", path)).transpose()?;
    if earlier.is_some()
        && !matches!(format, ReportFormat::Text | ReportFormat::Markdown | ReportFormat::Html)
    {
        return Err(document::no_comparison(format));
    }
    let ways = match format {
        ReportFormat::Html => told_more(&mut report, asked)?,
        _ => None,
    };
    let since = earlier.map(|earlier| Comparison::of(&earlier, &report));
    let beside = Beside { ways: ways.as_ref(), since: since.as_ref() };
    document::write(&report, beside, format, file, voice)?;
    Ok(exit(&report, fail_on.as_deref()))
}

/// Adds to a report that is read line by line what charts need, and finds what would meet each missed target. A page with
/// so many results that they stand in lists has no room for either.
fn told_more(report: &mut Report, asked: Evaluation<'_>) -> Result<Option<WhatIfReport>, Failure> {
    if report.results.len() > DRAWN_ONE_BY_ONE {
        return Ok(None);
    }
    *report = asked.clone().history().run().map_err(data::failure)?;
    asked.what_if().run().map(Some).map_err(data::failure)
}

/// The verdicts and flags of the closed lists that `--fail-on` may name, as documents or as Chinese rules write them.
fn words(list: &[String]) -> Result<Vec<&'static str>, Failure> {
    let flags = [Flag::AtRisk, Flag::OnTrack, Flag::OffTrack, Flag::Provisional, Flag::Late];
    let chinese = |wording: Wording| wording.text(Language::Chinese).into_owned();
    let verdicts = Verdict::ALL.into_iter().map(|verdict| (verdict.as_str(), chinese(verdict.into())));
    let known: Vec<(&str, String)> =
        verdicts.chain(flags.into_iter().map(|flag| (flag.as_str(), chinese(flag.into())))).collect();
    list.iter().map(|word| one_of(&known, word.trim())).collect()
}

fn one_of(known: &[(&'static str, String)], word: &str) -> Result<&'static str, Failure> {
    if let Some((name, _)) = known.iter().find(|(name, chinese)| *name == word || chinese == word) {
        return Ok(name);
    }
    let place = Place::Call(format!("--fail-on {word}").into());
    let fault = Diagnostic::new(Code::UnreadableArgument, place).with("option", "--fail-on");
    let words = known
        .iter()
        .map(|(name, chinese)| Wording::Spelt { english: name.to_string(), chinese: chinese.clone() });
    let wanted = Wording::about("wanted-one-of", "words", Wording::list(words));
    Err(Failure::rules(vec![fault.with("text", word).with("wanted", wanted)]))
}

pub(crate) fn exit(report: &Report, fail_on: Option<&[&str]>) -> Exit {
    if let Some(words) = fail_on {
        let occurs = report.results.iter().any(|result| {
            words.contains(&result.verdict.as_str())
                || result.flags.iter().any(|flag| words.contains(&flag.as_str()))
        });
        return if occurs { Exit::Missed } else { Exit::Fine };
    }
    let summary = &report.summary;
    if summary.missed > 0 {
        Exit::Missed
    } else if summary.unknown > 0 || summary.uncertain > 0 || summary.error > 0 {
        Exit::Open
    } else {
        Exit::Fine
    }
}
