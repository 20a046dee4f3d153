//! `dabiao diff`: what a new version of a plan changes.

use std::path::{Path, PathBuf};

use dabiao::{Plan, Wording};

use crate::args::{Diff, DiffFormat};
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{data, output, rules};

pub(crate) fn run(args: &Diff, voice: &Voice) -> Result<Exit, Failure> {
    let is_stdin = |path: &PathBuf| path.as_path() == Path::new("-");
    if is_stdin(&args.old) && is_stdin(&args.new) {
        return Err(data::unreadable("NEW", "-", "wanted-two-versions"));
    }
    // Both are read before anything is said, so that the faults of one do not hide those of the other.
    let old = rules::load(std::slice::from_ref(&args.old), &[], &[], voice)?;
    let of_old = old.language;
    let new = rules::load(std::slice::from_ref(&args.new), &[], &[], voice)?;
    voice.follow(new.language.or(of_old));
    let versions = [("diff-faults-old", &args.old, old), ("diff-faults-new", &args.new, new)];
    let mut plans: Vec<Plan> = Vec::new();
    for (heading, path, loaded) in versions {
        match loaded.plan {
            Some(plan) => plans.push(plan),
            None => {
                let heading = Wording::about(heading, "path", path.display().to_string());
                output::plain_error(&heading.text(voice.language()));
                output::diagnostics(&loaded.diagnostics, voice);
            }
        }
    }
    let [old, new] = &plans[..] else { return Ok(Exit::Rules) };
    let report = old.diff(new);
    let file = args.output.as_deref();
    let text = match args.format {
        DiffFormat::Text => dabiao::render_diff(&report, voice.language(), output::style_for(file)),
        DiffFormat::Json => dabiao::render_diff_json(&report),
        DiffFormat::Markdown => dabiao::render_diff_markdown(&report, voice.language()),
    };
    output::result(&text, file)?;
    Ok(if report.is_same() { Exit::Fine } else { Exit::Missed })
}
