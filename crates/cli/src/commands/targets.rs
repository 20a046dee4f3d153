//! `dabiao targets`: what rules ask for, without data.

use dabiao::{Language, Period, TargetList, Wording};

use crate::args::{Targets, TargetsFormat};
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{output, rules};

pub(crate) fn run(args: &Targets, voice: &Voice) -> Result<Exit, Failure> {
    let targets = rules::plan(&args.rules, &[], &[], voice)?.targets();
    let text = match args.format {
        TargetsFormat::Text => text(&targets, voice.language()),
        TargetsFormat::Json => targets.to_json(),
        TargetsFormat::Csv => csv(&targets),
    };
    output::result(&text, None)?;
    Ok(Exit::Fine)
}

/// By section: the title, then the condition, the deadline, the owner and the clause.
fn text(list: &TargetList, language: Language) -> String {
    let say = |wording: Wording| wording.text(language).into_owned();
    let list_of = |items: &[String]| say(Wording::list(items));
    let parts = say(Wording::word("report-parts"));
    let mut lines = Vec::new();
    let mut section: Option<&str> = None;
    for entry in &list.targets {
        if entry.section.as_deref() != section {
            section = entry.section.as_deref();
            let title = entry.section.as_ref().map(|title| title.text(language));
            lines.push(format!("\n{}", title.as_deref().unwrap_or("…")));
        }
        let by = entry.by.as_deref().map(|by| say(Wording::about("targets-by", "date", time(by))));
        let owner = (!entry.owner.is_empty()).then(|| list_of(&entry.owner));
        let cite = (!entry.cite.is_empty()).then(|| list_of(&entry.cite));
        let facts: Vec<String> =
            [Some(entry.condition.clone()), by, owner, cite].into_iter().flatten().collect();
        lines.push(format!("  {} [{}]", entry.title.text(language), entry.target));
        lines.push(format!("    {}", facts.join(&parts)));
    }
    if !list.unmeasured.is_empty() {
        lines.push(format!("\n{}", say(Wording::word("targets-unmeasured"))));
    }
    for entry in &list.unmeasured {
        let title = entry.title.text(language).into_owned();
        let title = match &entry.reason {
            Some(reason) => say(Wording::about("report-labelled", "label", title).with("text", reason)),
            None => title,
        };
        let facts: Vec<String> = [Some(title), Some(list_of(&entry.cite))]
            .into_iter()
            .flatten()
            .filter(|fact| !fact.is_empty())
            .collect();
        lines.push(format!("  {}", facts.join(&parts)));
    }
    format!("{}\n", lines.join("\n").trim_start())
}

/// A day as each language writes it.
fn time(day: &str) -> Wording {
    Period::parse(day).map_or_else(|| Wording::from(day), Wording::from)
}

fn csv(list: &TargetList) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heading =
        ["target", "title", "section", "cite", "owner", "with", "condition", "metrics", "by", "assumptions"];
    let rows = list.targets.iter().map(|entry| {
        [
            entry.target.clone(),
            entry.title.to_string(),
            entry.section.as_deref().unwrap_or_default().to_string(),
            entry.cite.join("; "),
            entry.owner.join("; "),
            entry.with.join("; "),
            entry.condition.clone(),
            entry.metrics.join("; "),
            entry.by.clone().unwrap_or_default(),
            entry.assumptions.join("; "),
        ]
    });
    // Writing to memory cannot fail, and every row has as many fields as the heading.
    let _ = writer.write_record(heading);
    for row in rows {
        let _ = writer.write_record(row);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
