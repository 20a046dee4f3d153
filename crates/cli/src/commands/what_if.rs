//! `dabiao what-if`: what a change of values or of assumptions would do.

use dabiao::Period;

use crate::args::{TextOrJson, WhatIf};
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{data, output, rules};

pub(crate) fn run(args: &WhatIf, voice: &Voice) -> Result<Exit, Failure> {
    let question = &args.question;
    let given = data::files(question);
    let plan = rules::plan(&args.rules, &[], given.percents(), voice)?;
    let metrics = data::metrics(&plan, given, question, voice)?;
    let mut asked = data::asked(&plan, &metrics, question)?.what_if();
    for words in &question.set {
        let (name, value) = data::split("--set", words, "wanted-pair")?;
        asked = match name.rsplit_once(" in ").and_then(|(name, period)| Some((name, Period::parse(period)?)))
        {
            Some((name, period)) => asked.set_in(name.trim(), period, value),
            None => asked.set(name, value),
        };
    }
    for words in &args.vary {
        let (name, range) = data::split("--vary", words, "wanted-range")?;
        let (from, to) =
            range.split_once("..").ok_or_else(|| data::unreadable("--vary", words, "wanted-range"))?;
        asked = asked.vary(name, from.trim(), to.trim());
    }
    let report = asked.run().map_err(data::failure)?;
    let file = args.output.as_deref();
    let text = match args.format {
        TextOrJson::Text => dabiao::render_what_if(&report, voice.language(), output::style_for(file)),
        TextOrJson::Json => dabiao::render_what_if_json(&report),
    };
    output::result(&text, file)?;
    let turns = report.varied.iter().any(|one| one.spans.len() > 1);
    let is_quiet = report.missed.is_empty() && report.turned.is_empty() && !turns;
    Ok(if is_quiet { Exit::Fine } else { Exit::Missed })
}
