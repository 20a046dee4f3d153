//! The scores, a row for each entity.

use std::io::{self, Write};

use dabiao_model::Report;

use super::cell::{heading, row, text};
use crate::words::Words;

pub(super) fn write(report: &Report, words: Words, out: &mut dyn Write) -> io::Result<()> {
    let Some(scores) = &report.score else { return Ok(()) };
    writeln!(out)?;
    heading(out, 2, &words.heading("report-scores"))?;
    let head = ["report-label-entity", "report-label-points", "report-label-grade", "report-label-reason"];
    row(out, head.map(|id| words.word(id)))?;
    row(out, ["---", "---:", "---", "---"].map(str::to_string))?;
    for score in &scores.entities {
        let entity = score.entity.as_deref();
        let entity = entity.map_or_else(|| words.word("report-no-entity"), |name| words.entity(report, name));
        let points = words.points_of(score.total.as_ref(), &score.full);
        let grade = score.given_grade.clone().unwrap_or_default();
        let veto = score.veto.iter().map(|veto| veto.reason.text(words.language));
        let missing = score.missing.iter().map(|part| part.reason.text(words.language));
        let so_far = score.provisional.then(|| words.word("report-so-far"));
        let reasons: Vec<String> = so_far.into_iter().chain(veto).chain(missing).collect();
        row(out, [text(&entity), text(&points), text(&grade), text(&words.list(&reasons))])?;
    }
    Ok(())
}
