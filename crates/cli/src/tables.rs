//! The tables of records of a call.

use dabiao::{Diagnostic, Error, Metrics, Plan};

use crate::args::Question;
use crate::exit::Failure;
use crate::voice::Voice;

#[cfg(feature = "records")]
mod records;

/// Gives a table its records, or what they amount to; the inner error is what is wrong with them.
pub(crate) fn give(
    plan: &Plan,
    metrics: &mut Metrics,
    name: &str,
    source: &str,
    question: &Question,
    voice: &Voice,
) -> Result<Result<(), Vec<Diagnostic>>, Failure> {
    #[cfg(feature = "records")]
    if dabiao_records::Source::is_known(source) {
        return records::give(plan, metrics, name, source, question, voice);
    }
    let _ = (plan, question, voice);
    Ok(dabiao_data::read_sheet(source).and_then(|sheet| metrics.set_table(name, sheet).map_err(told)))
}

fn told(error: Error) -> Vec<Diagnostic> {
    match error {
        Error::Rules(list) | Error::Call(list) | Error::Data(list) => list,
    }
}
