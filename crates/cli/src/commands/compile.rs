//! `dabiao compile`: a checked plan in a file of its own.

use std::fs;

use crate::args::Compile;
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{output, rules};

pub(crate) fn run(args: &Compile, voice: &Voice) -> Result<Exit, Failure> {
    let plan = rules::plan(&args.rules, &[], &[], voice)?;
    let bytes = plan.to_bytes().map_err(|error| Failure::rules(error.diagnostics().to_vec()))?;
    let path = args.output.as_path();
    fs::write(path, bytes).map_err(|error| output::unwritable(&path.display().to_string(), &error))?;
    Ok(Exit::Fine)
}
