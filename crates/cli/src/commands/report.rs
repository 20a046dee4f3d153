//! `dabiao report`: a report that was written as JSON, in another form or held against an earlier one.

use dabiao::{Beside, Comparison};

use crate::args::{ReportFormat, Reported};
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{commands::eval, document};

pub(crate) fn run(args: &Reported, voice: &Voice) -> Result<Exit, Failure> {
    let report = document::read("report", &args.report)?;
    let file = args.output.as_deref();
    let format = document::format(args.format, file);
    let Some(against) = &args.against else {
        document::write(&report, Beside::default(), format, file, voice)?;
        return Ok(eval::exit(&report, None));
    };
    let comparison = Comparison::of(&document::read("--against", against)?, &report);
    if format == ReportFormat::Html {
        let beside = Beside { since: Some(&comparison), ..Beside::default() };
        document::write(&report, beside, format, file, voice)?;
    } else {
        document::write_comparison(&comparison, format, file, voice)?;
    }
    Ok(eval::exit(&report, None))
}
