//! `dabiao targets`: what rules ask for, without data.

use dabiao::{TargetEntry, TargetList};

use crate::args::{Targets, TargetsFormat};
use crate::exit::{Exit, Failure};
use crate::{output, rules};

pub(crate) fn run(args: &Targets) -> Result<Exit, Failure> {
    let targets = rules::plan(&args.rules, &[], &[])?.targets();
    let text = match args.format {
        TargetsFormat::Text => text(&targets),
        TargetsFormat::Json => targets.to_json(),
        TargetsFormat::Csv => csv(&targets),
    };
    output::result(&text, None)?;
    Ok(Exit::Fine)
}

/// By section: the title, then the condition, the deadline, the owner and the clause.
fn text(list: &TargetList) -> String {
    let mut lines = Vec::new();
    let mut section: Option<&str> = None;
    for entry in &list.targets {
        if entry.section.as_deref() != section {
            section = entry.section.as_deref();
            lines.push(format!("\n{}", section.unwrap_or("…")));
        }
        lines.push(format!("  {} [{}]", entry.title, entry.target));
        lines.push(format!("    {}{}", entry.condition, details(entry)));
    }
    if !list.unmeasured.is_empty() {
        lines.push("\nunmeasured".to_string());
    }
    for entry in &list.unmeasured {
        let reason = entry.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
        lines.push(format!("  {}{reason} · {}", entry.title, entry.cite.join(", ")));
    }
    format!("{}\n", lines.join("\n").trim_start())
}

fn details(entry: &TargetEntry) -> String {
    let by = entry.by.as_ref().map(|by| format!("by {by}"));
    let owner = (!entry.owner.is_empty()).then(|| entry.owner.join(", "));
    let cite = (!entry.cite.is_empty()).then(|| entry.cite.join(", "));
    [by, owner, cite].into_iter().flatten().map(|detail| format!(" · {detail}")).collect()
}

fn csv(list: &TargetList) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heading = ["target", "title", "section", "cite", "owner", "with", "condition", "metrics", "by", "assumptions"];
    let rows = list.targets.iter().map(|entry| {
        [
            entry.target.clone(),
            entry.title.clone(),
            entry.section.clone().unwrap_or_default(),
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
