//! Tables of records that DataFusion takes together.

use std::io::{IsTerminal, Write, stderr};
use std::sync::Arc;

use dabiao::{Code, Diagnostic, Metrics, Plan, Wording};
use dabiao_records::{Options, Source, Taken};

use super::told;
use crate::args::Question;
use crate::exit::Failure;
use crate::voice::Voice;
use crate::{data, output};

/// Takes the records of a table together for the question of the call.
pub(super) fn give(
    plan: &Plan,
    metrics: &mut Metrics,
    name: &str,
    source: &str,
    question: &Question,
    voice: &Voice,
) -> Result<Result<(), Vec<Diagnostic>>, Failure> {
    let options = options(question, voice)?;
    let source = match Source::open(source) {
        Ok(source) => source,
        Err(faults) => return Ok(Err(faults)),
    };
    // The entity that is asked for may be one that only the records name.
    let asked = Question { entity: None, ..question.clone() };
    let ask = match data::asked(plan, metrics, &asked)?.record_ask(name) {
        Ok(ask) => ask,
        Err(error) => return Ok(Err(told(error))),
    };
    let taken = dabiao_records::take(plan.checked(), &ask, &source, &options);
    clear(&options);
    let Taken { tallies, refused } = match taken {
        Ok(taken) => taken,
        Err(faults) => return Ok(Err(faults)),
    };
    if tallies.refused > 0 {
        let fault = |code| {
            Diagnostic::new(code, tallies.place.clone())
                .with("refused", tallies.refused)
                .with("records", tallies.records)
                .with("table", &ask.table)
        };
        let mut said = refused;
        if let Some(limit) = question.max_bad_rows.filter(|limit| tallies.refused > *limit) {
            said.push(fault(Code::TooManyRefused).with("limit", limit));
            return Ok(Err(said));
        }
        said.push(fault(Code::RefusedRecords));
        output::diagnostics(&said, voice);
    }
    Ok(metrics.set_tallies(name, tallies).map_err(told))
}

fn options(question: &Question, voice: &Voice) -> Result<Options, Failure> {
    let mut options = Options::default();
    if let Some(size) = &question.memory {
        options.memory = bytes(size).ok_or_else(|| data::unreadable("--memory", size, "wanted-size"))?;
    }
    if stderr().is_terminal() {
        let language = voice.language();
        options.progress = Some(Arc::new(move |records: u64| {
            let text = Wording::about("cli-records-read", "count", records).text(language).into_owned();
            // Nothing is left to say where standard error itself cannot be written.
            let _ = write!(anstream::stderr().lock(), "\r{text}\u{1b}[K");
        }));
    }
    Ok(options)
}

/// Takes the progress away from the terminal.
fn clear(options: &Options) {
    if options.progress.is_some() {
        let _ = write!(anstream::stderr().lock(), "\r\u{1b}[K");
    }
}

/// `512MB`, `2 GB`, `1000000`.
fn bytes(text: &str) -> Option<usize> {
    let text = text.trim().to_ascii_uppercase();
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = match text.get(digits.len()..)?.trim().trim_end_matches(['B', 'I']) {
        "" => 1_usize,
        "K" => 1024,
        "M" => 1024 * 1024,
        "G" => 1024 * 1024 * 1024,
        _ => return None,
    };
    digits.parse::<usize>().ok()?.checked_mul(unit).filter(|bytes| *bytes > 0)
}

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn sizes_are_read() {
        for (text, size) in [
            ("512MB", Some(536_870_912)),
            ("2 GiB", Some(2_147_483_648)),
            ("1000", Some(1000)),
            ("0", None),
            ("x", None),
        ] {
            assert_eq!(bytes(text), size, "{text}");
        }
    }
}
