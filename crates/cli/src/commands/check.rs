//! `dabiao check`: the diagnostics of rules.

use crate::args::{Check, DiagnosticsFormat};
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{output, rules};

pub(crate) fn run(args: &Check, voice: &Voice) -> Result<Exit, Failure> {
    let loaded = rules::load(&args.rules, &[], &[], voice)?;
    match args.format {
        DiagnosticsFormat::Text => output::diagnostics(&loaded.diagnostics, voice),
        DiagnosticsFormat::Json => {
            let language = voice.language_for_programs();
            output::result(&dabiao::render_diagnostics_json(&loaded.diagnostics, language), None)?;
        }
        DiagnosticsFormat::Sarif => {
            output::result(&dabiao::render_sarif(&loaded.diagnostics, voice.language()), None)?;
        }
    }
    if args.verbose
        && let Some(plan) = &loaded.plan
    {
        output::undecided(&plan.undecided(), voice);
    }
    Ok(if loaded.plan.is_some() { Exit::Fine } else { Exit::Rules })
}
