//! `dabiao check`: the diagnostics of rules.

use dabiao::Language;

use crate::args::{Check, TextOrJson};
use crate::exit::{Exit, Failure};
use crate::{output, rules};

pub(crate) fn run(args: &Check) -> Result<Exit, Failure> {
    let loaded = rules::load(&args.rules, &[], &[])?;
    match args.format {
        TextOrJson::Text => output::diagnostics(&loaded.diagnostics),
        TextOrJson::Json => {
            output::result(&dabiao::render_diagnostics_json(&loaded.diagnostics, Language::English), None)?;
        }
    }
    Ok(if loaded.plan.is_some() { Exit::Fine } else { Exit::Rules })
}
